import type { Id } from '#kernel/ids.ts';
import type { Db } from '../db/database.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type AuditBlock, BLOCK_COLUMNS, ENTRY_HASH, NO_SEAL, sealOf } from './audit-block.ts';
import type { AuditHead } from './audit-head.ts';
import { type EntryFault, compareEntries } from './compare-entries.ts';

/** Something that does not agree with the chain. */
export interface AuditFault {
  readonly kind: EntryFault['kind'] | 'block-altered' | 'block-removed' | 'end-removed';
  readonly block?: number;
  readonly seq?: number;
  /** As the row says now; absent for a removed one. */
  readonly id?: Id;
  readonly at?: string;
  readonly action?: string;
}

export interface AuditVerdict {
  readonly isIntact: boolean;
  /** Sealed entries that were recomputed. */
  readonly entries: number;
  readonly blocks: number;
  /** Entries too new to be sealed: nothing can be said about them yet. */
  readonly pending: number;
  readonly head: (AuditHead & { readonly sealedAt: string }) | null;
  /** At most 100, in the order of the chain. */
  readonly faults: readonly AuditFault[];
  readonly faultCount: number;
}

type StoredBlock = AuditBlock & { readonly seal: Buffer };

const ENTRIES_A_STEP = 20_000;
const BLOCKS_A_STEP = 500;
const FAULTS_TOLD = 100;

/**
 * Recomputes the whole chain in steps of bounded memory and names every row and block that was altered, removed or put
 * in (SEC-25). `head` is the end noted outside the database: without it, cutting off the newest blocks leaves no trace
 * in what remains; entries removed in the second before they were sealed leave none either.
 */
export async function verifyAudit(options: { db: Db; secrets: Pick<Secrets, 'seal'>; head?: AuditHead | undefined }): Promise<AuditVerdict> {
  const { db, secrets, head } = options;
  const faults: AuditFault[] = [];
  let faultCount = 0;
  const report = (fault: AuditFault) => {
    faultCount += 1;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  const tops = await topOfEras(db);
  let before: StoredBlock | undefined;
  let entries = 0;
  let blocks = 0;
  let isHeadSeen = head === undefined;
  for (;;) {
    const step = await readStep(db, before?.block ?? 0);
    if (step.length === 0) break;
    for (const block of step) {
      checkBlock(secrets, block, before, report);
      if (head?.block === block.block && head.seal === block.seal.toString('hex')) isHeadSeen = true;
      before = block;
      entries += block.entries;
    }
    blocks += step.length;
    for (const run of contiguous(step)) for (const fault of await checkEntries(db, run, tops)) report(fault);
  }
  for (const fault of await strayEntries(db, tops)) report(fault);
  if (!isHeadSeen && head) report({ kind: 'end-removed', block: head.block });
  return {
    isIntact: faultCount === 0, entries, blocks, pending: await countPending(db, before), faults, faultCount,
    head: before ? { block: before.block, seal: before.seal.toString('hex'), sealedAt: new Date(before.sealedAt).toISOString() } : null,
  };
}

function checkBlock(secrets: Pick<Secrets, 'seal'>, block: StoredBlock, before: StoredBlock | undefined, report: (fault: AuditFault) => void): void {
  const expected = (before?.block ?? 0) + 1;
  for (let missing = expected; missing < block.block && missing < expected + FAULTS_TOLD; missing += 1) report({ kind: 'block-removed', block: missing });
  const isChained = block.block !== expected || block.previous.equals(before?.seal ?? NO_SEAL);
  if (!isChained || !sealOf(secrets, block).equals(block.seal)) report({ kind: 'block-altered', block: block.block });
}

/** The next blocks, as many as hold some thousand entries together. */
async function readStep(db: Db, after: number): Promise<StoredBlock[]> {
  return db.prepared<StoredBlock>({
    text: `SELECT ${BLOCK_COLUMNS}, seqs::text AS seqs, hashes, previous FROM audit_seal WHERE block > $1 AND block <= (
        SELECT max(block) FROM (SELECT block, entries, sum(entries) OVER (ORDER BY block) AS total, row_number() OVER (ORDER BY block) AS n
          FROM (SELECT block, entries FROM audit_seal WHERE block > $1 ORDER BY block LIMIT ${BLOCKS_A_STEP}) b) c
        WHERE total <= ${ENTRIES_A_STEP} OR n = 1) ORDER BY block`,
    values: [after],
  });
}

/** Runs of blocks that follow one another in one era; what a removed block held cannot be judged. */
function contiguous(step: readonly StoredBlock[]): StoredBlock[][] {
  const runs: StoredBlock[][] = [];
  for (const block of step) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last?.block === block.block - 1 && last.era === block.era && last.toXid === block.fromXid && last.toSeq === block.fromSeq;
    if (isNext) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

async function checkEntries(db: Db, run: readonly StoredBlock[], tops: ReadonlyMap<number, number>): Promise<AuditFault[]> {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const isLastEra = !tops.has(first.era + 1);
  const [found] = await db.prepared<{ seqs: string; hashes: Buffer | null }>({
    text: `SELECT coalesce(array_agg(seq), '{}')::text AS seqs, string_agg(hash, ''::bytea) AS hashes FROM (
        SELECT seq, ${ENTRY_HASH} AS hash FROM audit_entry
        WHERE (xid, seq) > ($1::xid8, $2) AND (xid, seq) <= ($3::xid8, $4) AND seq > $5 AND ($6::bigint IS NULL OR seq <= $6)
        ORDER BY xid, seq) e`,
    values: [first.fromXid, first.fromSeq, last.toXid, last.toSeq, first.baseSeq, isLastEra ? null : (tops.get(first.era) ?? null)],
  });
  const faults = compareEntries(run, { seqs: found?.seqs ?? '{}', hashes: found?.hashes ?? Buffer.alloc(0) });
  return faults.length === 0 ? [] : describe(db, faults);
}

/** Adds what the rows say now. A row whose transaction number was altered lies elsewhere: it is altered, not removed. */
async function describe(db: Db, faults: readonly EntryFault[]): Promise<AuditFault[]> {
  const rows = await db.prepared<{ seq: number; id: Id; at: string; action: string }>({
    text: 'SELECT seq, id, at, action FROM audit_entry WHERE seq = ANY($1::bigint[])', values: [faults.slice(0, 1_000).map((f) => f.seq)],
  });
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return faults.map((fault) => {
    const row = bySeq.get(fault.seq);
    if (!row) return fault;
    return { ...fault, kind: fault.kind === 'entry-removed' ? 'entry-altered' : fault.kind, id: row.id, at: new Date(row.at).toISOString(), action: row.action };
  });
}

async function topOfEras(db: Db): Promise<Map<number, number>> {
  const rows = await db.prepared<{ era: number; top: number }>({ text: 'SELECT era, max(top_seq) AS top FROM audit_seal GROUP BY era ORDER BY era', values: [] });
  return new Map(rows.map((row) => [row.era, row.top]));
}

/** Rows of a closed era beyond its last block: put in later, since a closed era gets no more entries. */
async function strayEntries(db: Db, tops: ReadonlyMap<number, number>): Promise<AuditFault[]> {
  const found: AuditFault[] = [];
  for (const [era, top] of tops) {
    if (!tops.has(era + 1)) continue;
    const rows = await db.prepared<{ seq: number }>({
      text: `SELECT e.seq FROM audit_entry e, (SELECT to_xid, to_seq, base_seq FROM audit_seal WHERE era = $1 ORDER BY block DESC LIMIT 1) b
        WHERE (e.xid, e.seq) > (b.to_xid, b.to_seq) AND e.seq > b.base_seq AND e.seq <= $2 ORDER BY e.seq LIMIT ${FAULTS_TOLD}`,
      values: [era, top],
    });
    found.push(...(await describe(db, rows.map(({ seq }) => ({ kind: 'entry-inserted', seq })))));
  }
  return found;
}

async function countPending(db: Db, last: StoredBlock | undefined): Promise<number> {
  const [row] = await db.prepared<{ n: number }>({
    text: 'SELECT count(*)::int AS n FROM audit_entry WHERE (xid, seq) > ($1::xid8, $2) AND seq > $3',
    values: [last?.toXid ?? '0', last?.toSeq ?? 0, last?.baseSeq ?? 0],
  });
  return row?.n ?? 0;
}
