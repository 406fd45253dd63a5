import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { type FileFacts, insertFile } from '#platform/files/file-records.ts';
import { type FileStore, storeKeyOf } from '#platform/files/file-store.ts';
import { inspectFile } from '#platform/files/inspect-file.ts';
import type { MalwareScan } from '#platform/files/malware-scan.ts';
import { draftsFolder, receiveUpload } from '#platform/files/receive-upload.ts';
import { filesFolder } from '#platform/files/take-upload.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type PortalAccount, asHouse } from '../portal-account.ts';
import { stripPicture } from './strip-picture.ts';
import { requireTheirs } from '../queries/portal-scope.ts';
import { takeLimit } from '../take-limit.ts';

export const PICTURE_BYTES = 8 * 1024 * 1024;
const PER_PLACE = 10;
const A_DAY = { name: 'picture', max: 60, seconds: 86_400 };

export interface PictureFiles {
  readonly services: Services;
  readonly store: FileStore;
  readonly scan: MalwareScan;
}

export interface PictureRequest {
  readonly caseId: Id;
  /** A message of the customer's own; absent: the case as it was raised. */
  readonly message?: Id | undefined;
  readonly name: string;
  /** Made by the telephone: the same picture twice is one. */
  readonly key: string;
}

/**
 * Takes a picture for a case or message of the account's own. Decided by content, not by name; nothing but pictures comes in
 * this way (SEC-21). Errors: record.not-found, file.too-large, file.refused, request.too-many.
 */
export async function takePicture(files: PictureFiles, ctx: Context, account: PortalAccount, request: PictureRequest, body: Readable): Promise<{ readonly id: Id }> {
  await requirePlace(ctx, account, request);
  const earlier = await pictureOf(ctx, account, request.key);
  if (earlier) {
    body.resume();
    return earlier;
  }
  const { services, store } = files;
  const id = ctx.newId();
  const draft = await receiveUpload(body, draftsFolder(filesFolder(services)), id, PICTURE_BYTES);
  try {
    const { kind, name } = await inspectFile(draft.path, request.name);
    if (kind.family !== 'image') throw fail('file.refused', {}, [{ path: 'file', code: 'file-type' }]);
    if (draft.isTestFile || (await files.scan(draft.path)) === 'infected') throw fail('file.refused', {}, [{ path: 'file', code: 'file-malware' }]);
    const { size, sha256 } = await strip(draft.path, kind.mime);
    const storeKey = storeKeyOf(id);
    await store.put(storeKey, draft.path);
    try {
      const facts = {
        id, def: objectDef(ctx, request.message === undefined ? 'case' : 'caseMessage'), recordId: request.message ?? request.caseId, field: undefined,
        name, mime: kind.mime, size, sha256, storeKey,
      };
      const kept = await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip, locale: ctx.locale }, (tx) => notePicture(services, tx, account, request, facts));
      if (kept.id !== id) await store.remove(storeKey);
      return kept;
    } catch (error) {
      await store.remove(storeKey);
      throw error;
    }
  } finally {
    await rm(draft.path, { force: true });
  }
}

/** Where and when it was taken leaves the picture here, whatever the telephone did before. Errors: file.refused for one that cannot be read. */
async function strip(path: string, mime: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const stripped = stripPicture(mime, await readFile(path));
  if (!stripped) throw fail('file.refused', {}, [{ path: 'file', code: 'file-type' }]);
  await writeFile(path, stripped, { mode: 0o600 });
  return { size: stripped.length, sha256: createHash('sha256').update(stripped).digest('hex') };
}

/** The case raised, or the message written, by this account itself. */
async function requirePlace(ctx: Context, account: PortalAccount, { caseId, message }: PictureRequest): Promise<void> {
  await requireTheirs(ctx, account, caseId);
  const own = message === undefined
    ? await ctx.db.maybe(sql`SELECT 1 FROM portal_case WHERE case_id = ${caseId} AND account_id = ${account.id}`)
    : await ctx.db.maybe(sql`SELECT 1 FROM case_message WHERE id = ${message} AND case_id = ${caseId} AND kind = 'incoming' AND starts_with(source_key, ${`portal:${account.id}:`})`);
  if (!own) throw fail('record.not-found');
}

const pictureOf = (ctx: Pick<Context, 'db'>, account: PortalAccount, key: string): Promise<{ id: Id } | undefined> =>
  ctx.db.maybe<{ id: Id }>(sql`SELECT file_id AS id FROM portal_picture WHERE account_id = ${account.id} AND key = ${key}`);

async function notePicture(services: Services, tx: Context, account: PortalAccount, request: PictureRequest, facts: FileFacts): Promise<{ readonly id: Id }> {
  await tx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`portal-picture:${account.id}`}, 0))`);
  const earlier = await pictureOf(tx, account, request.key);
  if (earlier) return earlier;
  await takeLimit(tx, A_DAY, account.id);
  const { count } = await tx.db.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM portal_picture WHERE case_id = ${request.caseId} AND message_id IS NOT DISTINCT FROM ${request.message ?? null}::uuid`);
  if (count >= PER_PLACE) throw fail('record.too-many', { max: PER_PLACE });
  await insertFile(asHouse(services, tx, account.email), facts);
  await tx.db.run(sql`
    INSERT INTO portal_picture (file_id, account_id, case_id, message_id, key, created_at)
    VALUES (${facts.id}, ${account.id}, ${request.caseId}, ${request.message ?? null}, ${request.key}, ${tx.now.toISOString()})`);
  return { id: facts.id };
}
