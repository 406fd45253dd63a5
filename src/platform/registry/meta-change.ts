import type { Context } from '../context/context.ts';
import type { Services } from '../runtime/services.ts';

export type MetaServices = Pick<Services, 'reloadRegistry' | 'events'>;

/** After the commit: this process knows the change before the caller hears of it, the others a moment later (PL-12). */
export function announceMeta(services: MetaServices, ctx: Pick<Context, 'afterCommit'>): void {
  ctx.afterCommit(() => renewMeta(services));
}

export async function renewMeta(services: MetaServices): Promise<void> {
  await services.reloadRegistry();
  services.events.announce({ kind: 'invalidate', what: 'meta' });
}
