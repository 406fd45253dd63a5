import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../access/allowed-ids.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { loadFull } from '../records/get-record.ts';
import { rootOf } from '../records/write-record.ts';

/** A file as the API shows it. */
export interface ShownFile {
  readonly id: Id;
  readonly object: string;
  readonly recordId: Id;
  readonly field: string | null;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly createdBy: { readonly id: Id; readonly name: string } | null;
}

interface FileRow extends Omit<ShownFile, 'createdBy'> {
  readonly storeKey: string;
  readonly customerId: Id | null;
  readonly authorId: Id | null;
  readonly authorName: string | null;
}

export interface FileFacts {
  readonly id: Id;
  readonly def: ObjectDef;
  readonly recordId: Id;
  /** Its record does not exist yet; `recordId` is the file's own. */
  readonly isStaged?: boolean;
  readonly field: string | undefined;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly storeKey: string;
  /** The Idempotency-Key of the upload. */
  readonly key?: string | undefined;
}

const columns = sql`f.id, f.object, f.record_id AS "recordId", f.field, f.name, f.mime, f.size, f.sha256, f.store_key AS "storeKey",
  f.customer_id AS "customerId", f.created_at AS "createdAt", u.id AS "authorId", u.name AS "authorName"`;

const show = ({ storeKey: _key, customerId: _customer, authorId, authorName, ...row }: FileRow): ShownFile => ({
  ...row, createdAt: new Date(row.createdAt).toISOString(),
  createdBy: authorId === null ? null : { id: authorId, name: authorName ?? '' },
});

/** Whether the reader knows the field that a file belongs to; a file of none belongs to the record as a whole. */
function isFieldSeen(ctx: Pick<Context, 'actor'>, def: ObjectDef, key: string | null): boolean {
  if (key === null) return true;
  const field = findField(def, key);
  return field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full';
}

/** The object and record that a file is to hang on, where the actor may change it; a field must be one that takes files. */
export async function requireHolder(ctx: Context, object: string, recordId: Id | undefined, fieldKey: string | undefined): Promise<ObjectDef> {
  const def = ctx.registry.object(object);
  if (!def) throw fail('record.not-found');
  requireGrant(ctx, def, recordId === undefined ? 'create' : 'update');
  if (recordId !== undefined) await requireRecord(ctx, def, 'update', recordId);
  if (recordId === undefined && fieldKey === undefined) throw fail('request.invalid', {}, [{ path: 'field', code: 'required' }]);
  if (fieldKey === undefined) return def;
  const field = findField(def, fieldKey);
  const access = field && fieldAccessOf(ctx.actor, def, field);
  const isForFiles = field?.type === 'file' || field?.type === 'image';
  if (!isForFiles || access?.edit !== true) throw fail('request.invalid', {}, [{ path: 'field', code: isForFiles ? 'not-allowed' : 'unknown' }]);
  return def;
}

/** Notes a stored file down, with its entry in the trail; when the same request did so a moment ago, answers that file. */
export async function insertFile(ctx: Context, facts: FileFacts): Promise<ShownFile> {
  const { def, recordId } = facts;
  const isStaged = facts.isStaged === true;
  await requireHolder(ctx, def.key, isStaged ? undefined : recordId, facts.field);
  const [record] = isStaged ? [] : await loadFull(ctx, def, [recordId]);
  if (!record && !isStaged) throw fail('record.not-found');
  const customerId = record ? rootOf(def, recordId, record.values) : null;
  const added = await ctx.db.run(sql`
    INSERT INTO file_object (id, object, record_id, customer_id, field, name, mime, size, sha256, store_key, created_at, created_by, request_key)
    VALUES (${facts.id}, ${def.key}, ${recordId}, ${customerId}, ${facts.field ?? null}, ${facts.name}, ${facts.mime}, ${facts.size},
      ${facts.sha256}, ${facts.storeKey}, ${ctx.now.toISOString()}, ${authorOf(ctx)}, ${facts.key ?? null})
    ON CONFLICT (created_by, request_key) WHERE request_key IS NOT NULL DO NOTHING`);
  const earlier = added === 0 ? await fileOfRequest(ctx, { key: facts.key, ...(!isStaged && { record: recordId }) }) : undefined;
  if (earlier) return earlier;
  await note(ctx, 'file-add', { object: def.key, recordId, customerId }, facts);
  return show(await loadFile(ctx, facts.id));
}

/** The file that an upload with this key made, by the same person; where it was removed since, it is not put back. */
export async function fileOfRequest(ctx: Context, { key, record }: { key?: string | undefined; record?: Id | undefined }): Promise<ShownFile | undefined> {
  if (key === undefined) return undefined;
  const row = await ctx.db.maybe<FileRow>(sql`
    SELECT ${columns} FROM file_object f LEFT JOIN app_user u ON u.id = f.created_by WHERE f.created_by = ${ctx.actor.userId} AND f.request_key = ${key}`);
  if (row && record !== undefined && row.recordId !== record) throw fail('request.idempotency-mismatch');
  return row && show(row);
}

/** The files of one record, newest first. */
export async function filesOf(ctx: Context, def: ObjectDef, recordId: Id): Promise<ShownFile[]> {
  requireGrant(ctx, def, 'read');
  await requireRecord(ctx, def, 'read', recordId);
  const rows = await ctx.db.rows<FileRow>(sql`
    SELECT ${columns} FROM file_object f LEFT JOIN app_user u ON u.id = f.created_by
    WHERE f.record_id = ${recordId} AND f.object = ${def.key} AND f.deleted_at IS NULL ORDER BY f.created_at DESC, f.id DESC LIMIT 500`);
  return rows.filter((row) => isFieldSeen(ctx, def, row.field)).map(show);
}

/** A file that the actor may read because they may read its record; 404 for none and for not allowed alike (SEC-12). */
export async function requireFile(ctx: Context, id: Id, action: 'read' | 'update'): Promise<FileRow> {
  const row = await loadFile(ctx, id);
  const def = ctx.registry.object(row.object);
  if (!def || !ctx.actor.grants.get(def.key)?.has('read') || !isFieldSeen(ctx, def, row.field)) throw fail('record.not-found');
  await requireRecord(ctx, def, 'read', row.recordId);
  if (action === 'update') await requireHolder(ctx, def.key, row.recordId, row.field ?? undefined);
  return row;
}

async function loadFile(ctx: Context, id: Id): Promise<FileRow> {
  const row = await ctx.db.maybe<FileRow>(sql`
    SELECT ${columns} FROM file_object f LEFT JOIN app_user u ON u.id = f.created_by WHERE f.id = ${id} AND f.deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Takes a file from its record; the bytes stay, for the trail. */
export async function removeFile(ctx: Context, id: Id): Promise<void> {
  const row = await requireFile(ctx, id, 'update');
  const removed = await ctx.db.run(sql`UPDATE file_object SET deleted_at = ${ctx.now.toISOString()} WHERE id = ${id} AND deleted_at IS NULL`);
  if (removed === 0) throw fail('record.not-found');
  await note(ctx, 'file-remove', row, row);
}

/** A download is on record; a picture shown inside a page is part of reading the record (SEC-25). */
export const noteDownload = (ctx: Context, row: FileRow): Promise<void> =>
  writeAudit(ctx, [{ action: 'download', object: row.object, recordId: row.recordId, customerId: row.customerId, detail: { file: row.id, name: row.name } }]);

interface Place {
  readonly object: string;
  readonly recordId: Id;
  readonly customerId: Id | null;
}

async function note(ctx: Context, action: string, at: Place, file: Pick<FileFacts, 'id' | 'name' | 'mime' | 'size' | 'sha256'>): Promise<void> {
  const { object, recordId, customerId } = at;
  const { id, name, mime, size, sha256 } = file;
  await writeAudit(ctx, [{ action, object, recordId, customerId, detail: { file: id, name, mime, size, sha256 } }]);
  ctx.announce({ object, id: recordId, action, ...(customerId && { customerId }), actorId: ctx.actor.userId });
}
