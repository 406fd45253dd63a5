import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';

/** For whom an address speaks: a contact of a customer, or a customer whose own address it is. */
export interface KnownParty {
  readonly customer: Id;
  readonly contact: Id | null;
  readonly name: string;
}

/** Contacts first, the oldest first; one row a customer. */
export const knownParties = async (db: Db, email: string): Promise<KnownParty[]> => {
  const rows = await db.rows<KnownParty>(sql`
    SELECT customer, contact, name FROM (
      SELECT c.customer_id AS customer, c.id AS contact, k.name, 0 AS rank, c.created_at FROM contact c JOIN customer k ON k.id = c.customer_id AND k.deleted_at IS NULL
      WHERE lower(c.email) = ${email} AND c.email IS NOT NULL AND c.deleted_at IS NULL
      UNION ALL
      SELECT k.id, NULL, k.name, 1, k.created_at FROM customer k WHERE lower(k.email) = ${email} AND k.email IS NOT NULL AND k.deleted_at IS NULL) known
    ORDER BY rank, created_at, customer LIMIT 50`);
  return rows.filter((row, at) => rows.findIndex((other) => other.customer === row.customer) === at);
};
