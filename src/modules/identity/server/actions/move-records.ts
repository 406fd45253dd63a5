import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { JobRun } from '#platform/jobs/jobs.ts';
import { countOwnedIn, isOwnedInUnit, moveOwnedIn } from '#platform/records/batch/move-unit.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { requireManageableUser } from './manage-user.ts';
import { userDef } from './save-user.ts';

export const MOVE_JOB = 'identity.move-records';
const BATCH = 500;

const unit = z.uuid().toLowerCase().nullable();
const jobData = z.object({ user: z.uuid(), from: unit, to: unit, by: z.string() });

/** What a person looks after in a unit, by object; none of an object is left out. */
export async function ownedRecords(ctx: Context, user: Id, from: Id | null): Promise<{ object: string; count: number }[]> {
  await requireManageableUser(ctx, user);
  const counts: { object: string; count: number }[] = [];
  for (const def of ctx.registry.objects.filter(isOwnedInUnit)) {
    const count = await countOwnedIn(ctx, def, { owner: user, unit: from });
    if (count > 0) counts.push({ object: def.key, count });
  }
  return counts;
}

/**
 * After a change of unit: what the person looks after in the former unit moves along, as a job (PL-30). Who asks for
 * nothing leaves it where it is. Errors: record.invalid (the person is still in that unit), record.not-found.
 */
export async function moveRecordsAlong(services: Services, ctx: Context, user: Id, from: Id | null): Promise<{ isStarted: boolean }> {
  await requireManageableUser(ctx, user);
  const { unit: to } = await getRecord(ctx, userDef(ctx), user, {});
  const now = typeof to === 'string' ? to : null;
  if (now === from) throw fail('record.invalid', { count: 1 }, [{ path: 'from', code: 'invalid' }]);
  const id = await services.jobs.enqueue(ctx, MOVE_JOB, { user, from, to: now, by: ctx.actor.name }, { key: `${MOVE_JOB}:${user}` });
  if (id !== undefined) await writeAudit(ctx, [{ action: 'move-records', object: 'user', recordId: user, changes: { unit: [from, now] }, detail: { job: id } }]);
  return { isStarted: id !== undefined };
}

/** Moves them in batches, each in its own transaction; goes on where it stood after a crash. */
export async function runMoveRecords(run: JobRun, services: Services): Promise<'done' | 'again'> {
  const { user, from, to, by } = jobData.parse(run.data);
  let done = 0;
  for (const def of services.registry().objects.filter(isOwnedInUnit)) {
    for (;;) {
      if (run.signal.aborted) return 'again';
      const moved = await runAction(services, { actor: systemActor(services) }, async (ctx) => {
        const count = await moveOwnedIn(ctx, def, { owner: user, unit: from, to, limit: BATCH }, { why: 'unit-change', user, by });
        done += count;
        await run.progress(ctx.db, done, null);
        return count;
      });
      if (moved < BATCH) break;
    }
  }
  return 'done';
}
