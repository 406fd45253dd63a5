import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import type { DuplicateFacts } from '../../rules/duplicate-match.ts';

/** A customer that shares at least one sign with the one asked about. */
export interface Candidate {
  readonly id: Id;
  readonly name: string;
  readonly ownerId: Id | null;
  readonly unitId: Id | null;
  readonly facts: DuplicateFacts;
  /** One of its contacts has one of the phones asked about. */
  readonly hasContactPhone: boolean;
}

interface Row {
  id: Id; name: string; kind: string; name_key: string; phone: string | null; alt_phone: string | null; email: string | null;
  uscc: string | null; id_number_hash: string | null; address_region: string | null; owner_id: Id | null; unit_id: Id | null;
  by_contact: boolean;
}

// Bounds keep a shared switchboard or a very common name from costing more than the page it stands on.
const MOST = 20;
const MOST_ALIKE = 40;

/** The ids that indexed columns give for these facts, each sign with a bound of its own. */
function foundIds(facts: DuplicateFacts): Sql {
  const { phones, emails, nameKey } = facts;
  const alike = facts.kind === 'company' && nameKey.length >= 2 ? nameKey : null;
  return sql`
    (SELECT c.id, false AS by_contact FROM customer c WHERE c.uscc = ${facts.uscc ?? null} AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT c.id, false FROM customer c WHERE c.id_number_hash = ${facts.idNumberHash ?? null} AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT c.id, false FROM customer c WHERE c.phone = ANY(${phones}::text[]) AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT c.id, false FROM customer c WHERE c.alt_phone = ANY(${phones}::text[]) AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT c.id, false FROM customer c WHERE c.email = ANY(${emails}::text[]) AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT c.id, false FROM customer c WHERE c.name_key = ${nameKey === '' ? null : nameKey} AND c.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT k.customer_id, true FROM contact k WHERE k.phone = ANY(${phones}::text[]) AND k.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT k.customer_id, true FROM contact k WHERE k.alt_phone = ANY(${phones}::text[]) AND k.deleted_at IS NULL LIMIT ${MOST})
    UNION ALL (SELECT a.id, false FROM zk_alike_customers(${alike}, ${MOST_ALIKE}) a)`;
}

/** Customers that may be the same, from indexed columns only (CU-10). Nobody's scope is looked at here. */
export async function loadCandidates(db: Db, facts: DuplicateFacts, exceptId: Id | undefined): Promise<Candidate[]> {
  const query = sql`
    WITH found AS MATERIALIZED (SELECT f.id, bool_or(f.by_contact) AS by_contact FROM (${foundIds(facts)}) f GROUP BY f.id)
    SELECT c.id, c.name, c.kind, c.name_key, c.phone, c.alt_phone, c.email, c.uscc, c.id_number_hash, c.address_region,
      c.owner_id, c.unit_id, found.by_contact
    FROM found JOIN customer c ON c.id = found.id
    WHERE c.deleted_at IS NULL AND c.id IS DISTINCT FROM ${exceptId ?? null}::uuid
      AND NOT EXISTS (SELECT 1 FROM duplicate_pair d WHERE d.state = 'different'
        AND d.a_id = least(c.id, ${exceptId ?? null}::uuid) AND d.b_id = greatest(c.id, ${exceptId ?? null}::uuid))`;
  // Planning its nine branches costs three times what running them does: it stays prepared (PL-70).
  const rows = await db.prepared<Row>({ name: 'zk_duplicate_candidates', text: query.text, values: query.values });
  return rows.map(toCandidate);
}

function toCandidate(row: Row): Candidate {
  const filled = (...values: (string | null)[]) => values.filter((value) => value !== null);
  return {
    id: row.id, name: row.name, ownerId: row.owner_id, unitId: row.unit_id, hasContactPhone: row.by_contact,
    facts: {
      kind: row.kind === 'person' ? 'person' : 'company', nameKey: row.name_key, phones: filled(row.phone, row.alt_phone),
      emails: filled(row.email), uscc: row.uscc ?? undefined, idNumberHash: row.id_number_hash ?? undefined,
      regionCode: row.address_region ?? undefined,
    },
  };
}
