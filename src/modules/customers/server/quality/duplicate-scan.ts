import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import type { JobRun } from '#platform/jobs/jobs.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type DuplicateFacts, duplicateScoreShown } from '../../rules/duplicate-match.ts';
import { scoreCandidate } from '../duplicates/find-duplicates.ts';

// A sign that many share (a switchboard, a shopping centre's number) says nothing; a rare pair of characters does.
const MOST_SHARING = 30;
const RAREST_PAIRS = 3;
const MOST_PAIRS = 300_000;
const BATCH = 2_000;

/**
 * Finds likely duplicates among all customers (CU-13), set by set: equal phones, e-mails, numbers and names, contacts'
 * phones, and names that share one of their rarest pairs of characters. The rule of CU-10 scores each pair. Pairs that a
 * person called different stay so; open pairs that no longer hold go.
 */
export async function scanDuplicates(run: JobRun, services: Services): Promise<'done' | 'again'> {
  const started = services.clock().toISOString();
  const isWhole = await services.database.transaction(async (tx) => {
    await tx.run(sql`SET LOCAL statement_timeout = 0`);
    await tx.run(sql`CREATE TEMP TABLE found_pair (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a uuid, b uuid, by_contact boolean) ON COMMIT DROP`);
    await collectEqual(tx);
    await collectAlike(tx);
    const { total } = await tx.one<{ total: number }>(sql`SELECT coalesce(max(n), 0)::int AS total FROM found_pair`);
    for (let from = 0; from < total; from += BATCH) {
      if (run.signal.aborted) return false;
      await scoreBatch(tx, from, started);
      // Outside the scan's own transaction, so that others see how far it is.
      await run.progress(services.database, Math.min(total, from + BATCH), total);
    }
    await tx.run(sql`DELETE FROM duplicate_pair WHERE state = 'open' AND found_at < ${started}`);
    return true;
  });
  return isWhole ? 'done' : 'again';
}

async function collectEqual(tx: Db): Promise<void> {
  await tx.run(sql`
    WITH sign AS (
      SELECT id, 'phone ' || phone AS text, false AS by_contact FROM customer WHERE phone IS NOT NULL AND deleted_at IS NULL
      UNION ALL SELECT id, 'phone ' || alt_phone, false FROM customer WHERE alt_phone IS NOT NULL AND deleted_at IS NULL
      UNION ALL SELECT id, 'email ' || email, false FROM customer WHERE email IS NOT NULL AND deleted_at IS NULL
      UNION ALL SELECT id, 'uscc ' || uscc, false FROM customer WHERE uscc IS NOT NULL AND deleted_at IS NULL
      UNION ALL SELECT id, 'id ' || id_number_hash, false FROM customer WHERE id_number_hash IS NOT NULL AND deleted_at IS NULL
      UNION ALL SELECT id, 'name ' || kind || name_key, false FROM customer WHERE name_key <> '' AND deleted_at IS NULL
      UNION ALL SELECT k.customer_id, 'phone ' || k.phone, true FROM contact k JOIN customer c ON c.id = k.customer_id
        WHERE k.phone IS NOT NULL AND k.deleted_at IS NULL AND c.deleted_at IS NULL
    ), shared AS (
      SELECT text FROM sign GROUP BY text HAVING count(DISTINCT id) BETWEEN 2 AND ${MOST_SHARING}
    ), member AS (
      SELECT s.text, s.id, bool_and(s.by_contact) AS by_contact FROM sign s JOIN shared USING (text) GROUP BY s.text, s.id
    )
    INSERT INTO found_pair (a, b, by_contact)
    SELECT x.id, y.id, bool_or(x.by_contact <> y.by_contact) FROM member x JOIN member y ON y.text = x.text AND x.id < y.id
    WHERE NOT (x.by_contact AND y.by_contact)
    GROUP BY x.id, y.id LIMIT ${MOST_PAIRS}`);
}

async function collectAlike(tx: Db): Promise<void> {
  await tx.run(sql`
    WITH gram AS (
      SELECT c.id, g FROM customer c, unnest(zk_bigrams(c.name_key)) AS g WHERE c.kind = 'company' AND c.deleted_at IS NULL AND c.name_key <> ''
    ), common AS (
      SELECT g, count(*) AS n FROM gram GROUP BY g HAVING count(*) BETWEEN 2 AND ${MOST_SHARING}
    ), rare AS (
      SELECT id, g, row_number() OVER (PARTITION BY id ORDER BY n, g) AS place FROM gram JOIN common USING (g)
    ), pair AS (
      SELECT DISTINCT x.id AS a, y.id AS b FROM rare x JOIN rare y ON y.g = x.g AND x.id < y.id
      WHERE x.place <= ${RAREST_PAIRS} AND y.place <= ${RAREST_PAIRS}
    )
    INSERT INTO found_pair (a, b, by_contact)
    SELECT p.a, p.b, false FROM pair p JOIN customer x ON x.id = p.a JOIN customer y ON y.id = p.b
    WHERE similarity(x.name_key, y.name_key) > 0.3 AND NOT EXISTS (SELECT 1 FROM found_pair f WHERE f.a = p.a AND f.b = p.b)
    LIMIT ${MOST_PAIRS}`);
}

interface SideRow {
  kind: string; name_key: string; phone: string | null; alt_phone: string | null; email: string | null; uscc: string | null;
  id_number_hash: string | null; address_region: string | null;
}

const filled = (...values: (string | null)[]): string[] => values.filter((value) => value !== null);

const factsOfRow = (row: SideRow): DuplicateFacts => ({
  kind: row.kind === 'person' ? 'person' : 'company', nameKey: row.name_key, phones: filled(row.phone, row.alt_phone), emails: filled(row.email),
  uscc: row.uscc ?? undefined, idNumberHash: row.id_number_hash ?? undefined, regionCode: row.address_region ?? undefined,
});

async function scoreBatch(tx: Db, from: number, foundAt: string): Promise<void> {
  const rows = await tx.rows<{ a: Id; b: Id; by_contact: boolean; x: SideRow; y: SideRow }>(sql`
    SELECT f.a, f.b, f.by_contact, row_to_json(x) AS x, row_to_json(y) AS y FROM found_pair f
    JOIN LATERAL (SELECT kind, name_key, phone, alt_phone, email, uscc, id_number_hash, address_region FROM customer WHERE id = f.a) x ON true
    JOIN LATERAL (SELECT kind, name_key, phone, alt_phone, email, uscc, id_number_hash, address_region FROM customer WHERE id = f.b) y ON true
    WHERE f.n > ${from} AND f.n <= ${from + BATCH}`);
  const scored = rows.flatMap(({ a, b, by_contact, x, y }) => {
    const candidate = { id: b, name: '', ownerId: null, unitId: null, facts: factsOfRow(y), hasContactPhone: by_contact };
    const { score, reasons } = scoreCandidate(factsOfRow(x), candidate);
    return score < duplicateScoreShown ? [] : [{ a, b, score, reasons: reasons.map(({ code }) => code) }];
  });
  await tx.run(sql`
    INSERT INTO duplicate_pair (a_id, b_id, score, reasons, found_at)
    SELECT s.a, s.b, s.score, s.reasons, ${foundAt} FROM json_to_recordset(${JSON.stringify(scored)}::json) AS s (a uuid, b uuid, score int, reasons text[])
    ON CONFLICT (a_id, b_id) DO UPDATE SET score = EXCLUDED.score, reasons = EXCLUDED.reasons, found_at = EXCLUDED.found_at
    WHERE duplicate_pair.state = 'open'`);
}
