import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { customerState, isEnded } from '../../rules/customer-state.ts';
import type { portalCaseAnswer, portalCaseRow } from '../portal.answers.ts';
import type { PortalAccount } from '../portal-account.ts';
import { isReadable, isTheirs } from './portal-scope.ts';

type Row = Answered<typeof portalCaseRow>;
type Shown = Answered<typeof portalCaseAnswer>;

const MOST = 200;

interface CaseFacts {
  readonly id: Id;
  readonly number: string;
  readonly type: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: string;
  readonly isTouched: boolean;
  readonly receivedAt: string;
  readonly dueAt: string | null;
}

/** `c` and `t` as `isTheirs` has them. The promise is the end of the clock that runs for the whole answer. */
const shownColumns: Sql = sql`c.id, c.number, t.name AS type, c.kind, c.subject, c.state, c.received_at AS "receivedAt",
  c.first_response_at IS NOT NULL OR EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = c.id AND s.state = 'done' AND s.position > 0) AS "isTouched",
  (SELECT k.due_at FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'whole' AND k.stopped_at IS NULL AND k.paused_at IS NULL ORDER BY k.round DESC LIMIT 1) AS "dueAt"`;

const iso = (text: string): string => new Date(text).toISOString();

const toRow = ({ isTouched, ...facts }: CaseFacts): Row => ({
  ...facts, state: customerState({ state: facts.state, isTouched }), receivedAt: iso(facts.receivedAt), dueAt: facts.dueAt === null ? null : iso(facts.dueAt),
});

/** The account's cases, the newest first, at most 200. */
export async function listPortalCases(ctx: Context, account: PortalAccount): Promise<Row[]> {
  const rows = await ctx.db.rows<CaseFacts>(sql`
    SELECT ${shownColumns} FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE ${isTheirs(account)} ORDER BY c.received_at DESC, c.id DESC LIMIT ${MOST}`);
  return rows.map(toRow);
}

interface OneCase extends CaseFacts {
  readonly description: string | null;
  readonly place: string | null;
  readonly joinedTo: Shown['joinedTo'];
  readonly round: number;
  readonly rating: Shown['rating'];
}

/** One case as its customer reads it. What staff wrote down as its content stays in the house. Errors: record.not-found. */
export async function showPortalCase(ctx: Context, account: PortalAccount, id: Id): Promise<Shown> {
  const found = await ctx.db.maybe<OneCase>(sql`
    SELECT ${shownColumns}, CASE WHEN c.channel IN ('portal', 'web') THEN c.description END AS description, CASE WHEN c.channel IN ('portal', 'web') THEN c.place END AS place, c.reopen_count AS round,
      (SELECT jsonb_build_object('score', r.score, 'isSolved', r.is_solved) FROM portal_rating r WHERE r.case_id = c.id AND r.round = c.reopen_count) AS rating,
      (SELECT jsonb_build_object('id', target.id, 'number', target.number) FROM (
        SELECT c.* FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE ${isTheirs(account)}) target WHERE target.id = c.merged_into_id) AS "joinedTo"
    FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = ${id} AND ${isTheirs(account)}`);
  if (!found) throw fail('record.not-found');
  const { description, place, joinedTo, rating, round: _round, ...facts } = found;
  const row = toRow(facts);
  return {
    ...row, description, place, joinedTo, rating, pictures: await picturesOf(ctx, id), messages: await messagesOf(ctx, account, id), mayWrite: !isEnded(row.state),
    mayRate: rating === null && (row.state === 'answered' || row.state === 'done'),
  };
}

const fileJson: Sql = sql`jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size, 'isPicture', f.mime IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp'))`;

/** Only what came through the portal: files that staff hang on a case are theirs. */
async function picturesOf(ctx: Context, id: Id): Promise<Shown['pictures']> {
  const rows = await ctx.db.rows<{ file: Shown['pictures'][number] }>(sql`
    SELECT ${fileJson} AS file FROM portal_picture p JOIN file_object f ON f.id = p.file_id AND f.deleted_at IS NULL
    WHERE p.case_id = ${id} AND p.message_id IS NULL ORDER BY f.created_at, f.id`);
  return rows.map(({ file }) => file);
}

async function messagesOf(ctx: Context, account: PortalAccount, id: Id): Promise<Shown['messages']> {
  const rows = await ctx.db.rows<Shown['messages'][number]>(sql`
    SELECT m.id, CASE WHEN m.kind = 'reply' THEN 'us' ELSE 'you' END AS "from", CASE WHEN m.kind = 'reply' THEN u.name END AS name, m.body, m.created_at AS at,
      coalesce((SELECT jsonb_agg(${fileJson} ORDER BY f.created_at, f.id) FROM file_object f
        WHERE f.object = 'caseMessage' AND f.record_id = m.id AND f.field IS NULL AND f.deleted_at IS NULL), '[]') AS files
    FROM case_message m LEFT JOIN app_user u ON u.id = m.author_id WHERE m.case_id = ${id} AND ${isReadable(account)} ORDER BY m.created_at, m.id`);
  return rows.map((row) => ({ ...row, at: iso(row.at) }));
}

export interface PortalFile {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly storeKey: string;
}

/** A file that the account may read: of a readable message, or one that came through the portal. Errors: record.not-found. */
export async function requirePortalFile(ctx: Context, account: PortalAccount, id: Id): Promise<PortalFile> {
  const file = await ctx.db.maybe<PortalFile>(sql`
    SELECT f.name, f.mime, f.size, f.store_key AS "storeKey" FROM file_object f WHERE f.id = ${id} AND f.deleted_at IS NULL AND f.field IS NULL AND (
      (f.object = 'caseMessage' AND EXISTS (SELECT 1 FROM case_message m JOIN service_case c ON c.id = m.case_id JOIN case_type t ON t.id = c.case_type_id
        WHERE m.id = f.record_id AND ${isReadable(account)} AND ${isTheirs(account)}))
      OR (f.object = 'case' AND EXISTS (SELECT 1 FROM portal_picture p JOIN service_case c ON c.id = p.case_id JOIN case_type t ON t.id = c.case_type_id
        WHERE p.file_id = f.id AND p.message_id IS NULL AND ${isTheirs(account)})))`);
  if (!file) throw fail('record.not-found');
  return file;
}
