import { startOfDay } from '#kernel/period.ts';
import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { addPack } from './add-pack.ts';

/** A shipped pack decides from this instant of the past on, so that records of earlier days can be entered after the fact. */
const shippedSince = startOfDay('2000-01-01', 'UTC');

/** Puts a shipped pack into use: every policy of it is in force at once. Errors: record.duplicate when it is in use already. */
export async function installPack(ctx: Context, pack: PolicyPack): Promise<void> {
  await addPack(ctx, pack, { activeFrom: shippedSince, origin: pack.key });
}
