import type { RecordHooks } from '#platform/context/context.ts';

/** When a need was met (CU-5). */
export const needHooks: RecordHooks = {
  beforeWrite: ({ ctx, before, values }) => {
    if (!('state' in values) || values.state === before?.values.state) return Promise.resolve({});
    return Promise.resolve({ values: { metAt: values.state === 'met' ? ctx.now.toISOString() : null } });
  },
};
