import type { z } from 'zod';
import type { Bilingual } from '#kernel/texts.ts';
import type { Right } from '../context/actor.ts';

/** One thing that a company may set; declared once, by the module that reads it. */
export interface Setting<T = unknown> {
  /** camelCase; the key of the row. */
  readonly key: string;
  readonly group: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly schema: z.ZodType<T>;
  readonly fallback: T;
  /** Who may change it; `admin.settings` when absent. */
  readonly right?: Right;
  /** The password must have been entered within the last minutes (SEC-9). */
  readonly isFreshNeeded?: boolean;
  /** Rights or sessions follow from it: what is known of signed-in people is read anew (SEC-14). */
  readonly changesAccess?: boolean;
}

export const defineSetting = <T>(setting: Setting<T>): Setting<T> => setting;
