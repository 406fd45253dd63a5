import { foldText } from '#kernel/full-width.ts';
import { companyNameKey } from '#kernel/names/company-name.ts';

/** The name reduced to what makes two customers the same (CU-10). */
export const nameKeyOf = (kind: unknown, name: unknown): string =>
  typeof name !== 'string' ? '' : kind === 'person' ? foldText(name).replace(/\s/g, '') : companyNameKey(name).core;
