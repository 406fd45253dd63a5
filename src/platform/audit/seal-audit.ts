import type { Db } from '../db/database.ts';
import type { Services } from '../runtime/services.ts';
import { type AuditBlock, BLOCK_COLUMNS, ENTRY_HASH, HASH_BYTES, NO_SEAL, sealOf } from './audit-block.ts';
import { type AuditHead, readHead, writeHead } from './audit-head.ts';

/** What sealing needs of the process. */
export type SealServices = Pick<Services, 'database' | 'secrets' | 'clock' | 'dataDir' | 'log'>;

const LOCK = 7_413_003;
export const ENTRIES_PER_BLOCK = 10_000;

type Last = Omit<AuditBlock, 'seqs' | 'hashes' | 'previous'> & { readonly seal: Buffer };
type Start = Pick<AuditBlock, 'era' | 'baseSeq' | 'fromXid' | 'fromSeq' | 'topSeq'>;

interface Batch {
  readonly entries: number;
  readonly seqs: string;
  readonly hashes: Buffer;
  readonly toXid: string;
  readonly toSeq: number;
  readonly topSeq: number;
}

/**
 * Seals every entry of a finished transaction, in blocks, and notes the chain's end in the data folder. Many servers
 * may call it; one seals at a time, the others answer 0. Answers the number of entries sealed.
 */
export async function sealAudit(services: SealServices, perBlock = ENTRIES_PER_BLOCK): Promise<number> {
  let total = 0;
  let head: AuditHead | undefined;
  for (;;) {
    const made = await services.database.transaction((tx) => sealNext(tx, services, perBlock));
    if (made === undefined) break;
    total += made.entries;
    head = { block: made.block, seal: made.seal.toString('hex') };
  }
  if (head) await noteHead(services, head);
  return total;
}

/** The note moves on only when the chain still holds what it named: an end that was cut off stays on record. */
async function noteHead(services: SealServices, head: AuditHead): Promise<void> {
  const noted = await readHead(services.dataDir);
  if (noted) {
    const [row] = await services.database.prepared<{ seal: Buffer }>({ text: 'SELECT seal FROM audit_seal WHERE block = $1', values: [noted.block] });
    if (row?.seal.toString('hex') !== noted.seal) {
      services.log.error({ block: noted.block }, 'the audit trail no longer holds the block noted in audit-head.json: run verify-audit');
      return;
    }
  }
  await writeHead(services.dataDir, head);
}

/** Makes one block; undefined when there is nothing to seal or another server seals just now. */
async function sealNext(tx: Db, services: SealServices, perBlock: number) {
  const [lock] = await tx.prepared<{ ok: boolean }>({ text: `SELECT pg_try_advisory_xact_lock(${LOCK}) AS ok`, values: [] });
  if (lock?.ok !== true) return undefined;
  const [last] = await tx.prepared<Last>({ text: `SELECT ${BLOCK_COLUMNS} FROM audit_seal ORDER BY block DESC LIMIT 1`, values: [] });
  const found = await nextBatch(tx, last, perBlock);
  if (found === undefined) return undefined;
  const block: AuditBlock = {
    ...found.start, ...found.batch,
    block: (last?.block ?? 0) + 1, previous: last?.seal ?? NO_SEAL, sealedAt: services.clock().toISOString(),
    topSeq: Math.max(found.start.topSeq, found.batch.topSeq),
  };
  const seal = sealOf(services.secrets, block);
  await tx.prepared({
    text: `INSERT INTO audit_seal (block, era, base_seq, from_xid, from_seq, to_xid, to_seq, top_seq, entries, seqs, hashes,
        previous, seal, sealed_at)
      VALUES ($1, $2, $3, $4::xid8, $5, $6::xid8, $7, $8, $9, $10::bigint[], $11, $12, $13, $14)`,
    values: [
      block.block, block.era, block.baseSeq, block.fromXid, block.fromSeq, block.toXid, block.toSeq, block.topSeq,
      block.entries, block.seqs, block.hashes, block.previous, seal, block.sealedAt,
    ],
  });
  return { block: block.block, seal, entries: block.entries };
}

/**
 * What follows the last block. In a database restored on another server, transactions begin anew below the sealed ones:
 * what the backup held unsealed closes the old era, everything later belongs to a new one.
 */
async function nextBatch(tx: Db, last: Last | undefined, limit: number): Promise<{ start: Start; batch: Batch } | undefined> {
  const start: Start = last
    ? { era: last.era, baseSeq: last.baseSeq, fromXid: last.toXid, fromSeq: last.toSeq, topSeq: last.topSeq }
    : { era: 1, baseSeq: 0, fromXid: '0', fromSeq: 0, topSeq: 0 };
  const isRestored = await isAhead(tx, start.fromXid);
  const batch = await readBatch(tx, start, limit, isRestored);
  if (batch.entries > 0) return { start, batch };
  if (!isRestored) return undefined;
  const anew: Start = { era: start.era + 1, baseSeq: start.topSeq, fromXid: '0', fromSeq: 0, topSeq: start.topSeq };
  const first = await readBatch(tx, anew, limit, false);
  return first.entries > 0 ? { start: anew, batch: first } : undefined;
}

async function isAhead(tx: Db, xid: string): Promise<boolean> {
  const [row] = await tx.prepared<{ ahead: boolean }>({
    text: 'SELECT $1::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) AS ahead', values: [xid],
  });
  return row?.ahead === true;
}

/** Everything below the oldest running transaction is settled: no entry can appear there any more. */
async function readBatch(tx: Db, start: Start, limit: number, isUnbounded: boolean): Promise<Batch> {
  const settled = isUnbounded ? '' : 'AND xid < (SELECT pg_snapshot_xmin(pg_current_snapshot()))';
  const [row] = await tx.prepared<Batch>({
    text: `WITH batch AS MATERIALIZED (
        SELECT xid, seq, ${ENTRY_HASH} AS hash FROM audit_entry
        WHERE (xid, seq) > ($1::xid8, $2) AND seq > $3 ${settled} ORDER BY xid, seq LIMIT $4)
      SELECT count(*)::int AS entries, array_agg(seq)::text AS seqs, string_agg(hash, ''::bytea) AS hashes,
        (SELECT xid::text FROM batch ORDER BY xid DESC, seq DESC LIMIT 1) AS "toXid",
        (SELECT seq FROM batch ORDER BY xid DESC, seq DESC LIMIT 1) AS "toSeq", max(seq) AS "topSeq"
      FROM batch`,
    values: [start.fromXid, start.fromSeq, start.baseSeq, limit],
  });
  if (row === undefined || (row.entries > 0 && row.hashes.length !== row.entries * HASH_BYTES)) throw new Error('the audit trail could not be read');
  return row;
}

/** Seals every second until the returned function is called; that one seals a last time. */
export function startSealing(services: SealServices, everyMs = 1_000): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const seal = () => {
    running ??= sealAudit(services)
      .catch((error: unknown) => services.log.warn({ err: error }, 'the audit trail was not sealed'))
      .finally(() => { running = undefined; });
    return running;
  };
  const timer = setInterval(() => void seal(), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
    await seal();
  };
}
