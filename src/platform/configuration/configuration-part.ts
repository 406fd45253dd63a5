import type { z } from 'zod';
import type { Right } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import type { Services } from '../runtime/services.ts';

/** One kind of an administrator's work that belongs to a module: it goes out with the configuration and comes in again (UX-14). */
export interface ConfigurationPart<R = unknown> {
  /** The key in the file: `roles`. */
  readonly key: string;
  readonly kind: 'role' | 'view';
  /** Who may take it out and bring it in; without it the part is left out of the file. */
  readonly right: Right;
  readonly row: z.ZodType<R>;
  /** What tells a row from others, in this company and in another. */
  readonly nameOf: (row: R) => string;
  readonly read: (ctx: Context) => Promise<readonly R[]>;
  /** Adds or changes one row; `before` is what is here under its name. */
  readonly write: (services: Services, ctx: Context, row: R, before: R | undefined) => Promise<void>;
}

/** Declares a part with its type inferred; a list of parts forgets it. */
export const definePart = <R>(part: ConfigurationPart<R>): ConfigurationPart => part as unknown as ConfigurationPart;
