import type { Id } from '#kernel/ids.ts';

/** A record as stored, every field in full by field key (sensitive ones as `{cipher, mask, hash}`). Never leaves the server as it is. */
export interface FullRecord {
  readonly id: Id;
  readonly version: number;
  readonly deletedAt: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}
