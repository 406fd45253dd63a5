import { createHash } from 'node:crypto';
import type { Secrets } from '../secrets/secrets.ts';

/** One link of the chain (PL-50): the entries after `from` up to `to`, in the order (xid, seq). */
export interface AuditBlock {
  readonly block: number;
  readonly era: number;
  readonly baseSeq: number;
  readonly fromXid: string;
  readonly fromSeq: number;
  readonly toXid: string;
  readonly toSeq: number;
  readonly topSeq: number;
  readonly entries: number;
  /** PostgreSQL array text, `{1,2,5}`. */
  readonly seqs: string;
  /** 32 bytes an entry, in the order of `seqs`. */
  readonly hashes: Buffer;
  readonly previous: Buffer;
  readonly sealedAt: string;
}

export const HASH_BYTES = 32;

/**
 * The hash of one entry, every column in it. Built-in functions only and no function of ours, so that whoever alters
 * the database's functions does not alter the check; independent of the session's time zone and date style.
 */
export const ENTRY_HASH = `sha256(convert_to(ROW(seq, xid, id, (extract(epoch FROM at) * 1000000)::bigint, actor_id,
  actor_kind, actor_name, ip, request_id, action, object, record_id, customer_id, version, changes, detail, ok)::text, 'UTF8'))`;

/** Columns of a block as `AuditBlock` names them; the large ones apart. */
export const BLOCK_COLUMNS = `block, era, base_seq AS "baseSeq", from_xid::text AS "fromXid", from_seq AS "fromSeq",
  to_xid::text AS "toXid", to_seq AS "toSeq", top_seq AS "topSeq", entries, seal, sealed_at AS "sealedAt"`;

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** The keyed seal over everything in a block and the seal before it. */
export function sealOf(secrets: Pick<Secrets, 'seal'>, b: AuditBlock): Buffer {
  const head = JSON.stringify([
    'zhike-audit', 1, b.block, b.era, b.baseSeq, b.fromXid, b.fromSeq, b.toXid, b.toSeq, b.topSeq, b.entries,
    new Date(b.sealedAt).toISOString(),
  ]);
  return secrets.seal(Buffer.concat([sha256(head), sha256(b.seqs), sha256(b.hashes), b.previous]));
}

/** What the first block follows. */
export const NO_SEAL = Buffer.alloc(HASH_BYTES);
