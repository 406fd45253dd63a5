import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { type KeptAudit, isKeptAudit } from './kept-audit.ts';

const { run, change, onChanged } = makeDeviceStore({ name: 'zhike-audits', stores: ['audits'], mark: 'zhike.auditsChanged' });

export const onAuditsChanged = onChanged;

/** Everything this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptAudits(userId: string): Promise<readonly KeptAudit[]> {
  const all: unknown = await run<unknown>('audits', 'readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKeptAudit).filter((audit) => audit.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepAudit(audit: KeptAudit): Promise<void> {
  await change('audits', (store) => store.put(audit));
}

export async function dropAudit(id: string): Promise<void> {
  await change('audits', (store) => store.delete(id));
}
