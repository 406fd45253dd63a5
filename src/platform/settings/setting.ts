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
}

export const defineSetting = <T>(setting: Setting<T>): Setting<T> => setting;
