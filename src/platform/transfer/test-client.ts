import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { TestPerson } from '#app/test-app.ts';
import type { Db } from '../db/database.ts';

export interface Draft {
  readonly id: string;
  readonly encoding: string;
  readonly rowCount: number;
  readonly state: string;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly field: string | null; readonly newType?: string }[];
}

/** Uploads a file as the browser does. */
export async function upload(person: TestPerson, url: string, object: string, name: string, bytes: Buffer): Promise<Draft> {
  const answer = await fetch(`${url}/api/v1/imports?object=${object}&name=${encodeURIComponent(name)}`, {
    method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream', cookie: person.cookie() },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Draft;
}

const OVER = new Set(['done', 'failed', 'checked', 'undone', 'cancelled', 'draft']);

/** Waits until the import is in the state, or ended otherwise. */
export async function finished(person: TestPerson, id: string, state: string, milliseconds = 25_000): Promise<Record<string, unknown>> {
  for (let left = milliseconds; left > 0; left -= 40) {
    const { body } = await person.get(`/imports/${id}`);
    if (body.state === state || body.state === 'failed' || (OVER.has(String(body.state)) && left < milliseconds - 4_000)) return body;
    await wait(40);
  }
  throw new Error(`the import ${id} did not become ${state}`);
}

/** A fingerprint of everything in the business tables, every column of every row. */
export async function checksums(db: Db): Promise<Record<string, string>> {
  const { sums } = await db.one<{ sums: Record<string, string> }>(sql`
    SELECT jsonb_build_object(
      'customer', (SELECT count(*) || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t.id)), '') FROM customer t),
      'contact', (SELECT count(*) || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t.id)), '') FROM contact t),
      'activity', (SELECT count(*) || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t.id)), '') FROM activity t),
      'customer_stage_event', (SELECT count(*) || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t.id)), '') FROM customer_stage_event t)) AS sums`);
  return sums;
}
