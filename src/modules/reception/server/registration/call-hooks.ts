import type { RecordHooks } from '#platform/context/context.ts';

/** Open boards count the day's calls: a call that is registered is told to them (RE-1). */
export const callHooks: RecordHooks = {
  afterWrite: ({ ctx, after }) => {
    const site = after.values['site'];
    if (typeof site === 'string') ctx.announce({ object: 'site', id: site, action: 'board' });
    return Promise.resolve();
  },
};
