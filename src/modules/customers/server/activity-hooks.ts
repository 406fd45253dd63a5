import sql from 'sql-template-tag';
import type { RecordHooks } from '#platform/context/context.ts';

/** The times of an activity, and the customer's last real contact: reached counts, attempted does not (UX-18). */
export const activityHooks: RecordHooks = {
  beforeWrite: ({ ctx, before, values }) => {
    const now = ctx.now.toISOString();
    const after = { ...before?.values, ...values };
    const isDone = after.status === 'done';
    const wasDone = before?.values.status === 'done';
    return Promise.resolve({
      values: {
        ...((after.happenedAt ?? null) === null && { happenedAt: after.status === 'open' && typeof after.dueAt === 'string' ? after.dueAt : now }),
        ...(isDone !== wasDone && { doneAt: isDone ? now : null }),
      },
    });
  },
  afterWrite: async ({ ctx, after }) => {
    const { customer, outcome, status, happenedAt } = after.values;
    if (typeof customer !== 'string' || outcome !== 'reached' || status !== 'done' || typeof happenedAt !== 'string') return;
    await ctx.db.run(sql`
      UPDATE customer SET last_contact_at = greatest(last_contact_at, ${happenedAt}::timestamptz) WHERE id = ${customer}`);
  },
};
