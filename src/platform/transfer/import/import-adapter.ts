import type { Id } from '#kernel/ids.ts';
import type { Issue } from '#kernel/failure.ts';
import type { Context, FullRecord } from '../../context/context.ts';

/** A row on its way into the database, as the adapter sees it. Values by field key, sensitive ones sealed. */
export interface IncomingRow {
  /** Number in the file. */
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** The record that the row changes; undefined for a new one. */
  readonly before?: FullRecord;
}

/** A record, or an earlier row of the same batch, that the row may be a double of. */
export interface ImportMatch {
  /** Undefined when `row` is given. */
  readonly id?: Id;
  readonly row?: number;
  /** 0 to 100. */
  readonly score: number;
  /** The same registered body or person: never created twice, whatever the policy. */
  readonly isExact: boolean;
  /** Counts as a double; otherwise only worth a look. */
  readonly isDouble: boolean;
  readonly reasons: readonly string[];
}

export interface CompletedRow {
  /** Field values to add, and columns that are not fields. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly Issue[];
}

export interface WrittenRow extends IncomingRow {
  readonly id: Id;
  /** Only those that differ from before. */
  readonly changed: Readonly<Record<string, unknown>>;
}

/**
 * What a module knows about importing its object. Everything is asked for a whole batch, so that a million rows cost a
 * thousand statements. Without an adapter the object's hooks are asked row by row.
 */
export interface ImportAdapter {
  /** Doubles among what exists and among earlier rows of the batch (CU-10, CU-12), by row number. */
  findMatches?(ctx: Context, rows: readonly IncomingRow[]): Promise<ReadonlyMap<number, readonly ImportMatch[]>>;
  /** Texts that tell a record from others, for doubles across a whole file in the trial run. */
  keysOf?(row: IncomingRow): readonly string[];
  /** Derived values and columns, by row number. A row that the module refuses has issues. */
  complete?(ctx: Context, rows: readonly IncomingRow[], reason: string): Promise<ReadonlyMap<number, CompletedRow>>;
  /** Further rows that belong to the change; answers their ids by table, so that an undo takes them away too. */
  afterWrite?(ctx: Context, rows: readonly WrittenRow[], reason: string): Promise<ReadonlyMap<number, SideRows>>;
  /** Takes the rows that `afterWrite` added away again. */
  removeSide?(ctx: Context, side: SideRows): Promise<void>;
}

/** Table → ids. */
export type SideRows = Readonly<Record<string, readonly Id[]>>;
