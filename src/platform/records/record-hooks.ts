import type { Id } from '#kernel/ids.ts';
import type { Context } from '../context/context.ts';
import type { FullRecord } from './record.ts';

export interface WriteStep {
  readonly ctx: Context;
  /** Undefined on create. */
  readonly before: FullRecord | undefined;
  /** Values as validated, by field key; what is returned from `beforeWrite` is added. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly id: Id;
  /** The caller's words, where the change needs some (a lost customer, an override). */
  readonly reason?: string;
  /** A duplicate was shown and the person went on all the same (CU-10). */
  readonly isDuplicateAccepted?: boolean;
}

/** What a module adds around the engine's writes of its object, in the same transaction. */
export interface RecordHooks {
  /** May add field values, and extra columns under `columns`; throws to refuse. */
  beforeWrite?(step: WriteStep): Promise<{
    readonly values?: Readonly<Record<string, unknown>>;
    /** Column name → value, for columns that are not fields (keys for matching). */
    readonly columns?: Readonly<Record<string, unknown>>;
  }>;
  afterWrite?(step: WriteStep & { readonly after: FullRecord }): Promise<void>;
  afterRemove?(ctx: Context, record: FullRecord): Promise<void>;
}
