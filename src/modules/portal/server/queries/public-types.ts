import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';

/** What customers may come with by themselves, in the company's order. */
export const publicTypes = (db: Db): Promise<{ id: Id; name: string; kind: string }[]> => db.rows(sql`
  SELECT id, name, kind FROM case_type WHERE is_public AND is_active AND deleted_at IS NULL ORDER BY position, name LIMIT 100`);

/** The type that visits are booked as: the first of kind service that customers may come with. */
export const visitType = (db: Db): Promise<{ id: Id } | undefined> => db.maybe(sql`
  SELECT id FROM case_type WHERE is_public AND is_active AND deleted_at IS NULL AND kind = 'service' ORDER BY process = 'request' DESC, position, id LIMIT 1`);
