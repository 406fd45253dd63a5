import type { RecordHooks } from '#platform/context/context.ts';
import { interpersonalStyle } from '../rules/interpersonal-style.ts';

/** The style follows from the two scores (CU-4). */
export const contactHooks: RecordHooks = {
  beforeWrite: ({ before, values }) => {
    if (!('assertiveness' in values) && !('responsiveness' in values)) return Promise.resolve({});
    const { assertiveness, responsiveness } = { ...before?.values, ...values };
    const isScored = typeof assertiveness === 'number' && typeof responsiveness === 'number';
    return Promise.resolve({ values: { style: isScored ? interpersonalStyle({ assertiveness, responsiveness }) : null } });
  },
};
