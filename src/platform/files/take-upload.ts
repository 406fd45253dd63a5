import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context/context.ts';
import { runAction } from '../runtime/make-context.ts';
import type { Services } from '../runtime/services.ts';
import { type ShownFile, fileOfRequest, insertFile, requireHolder } from './file-records.ts';
import { maxFileBytes } from './file-settings.ts';
import { type FileStore, storeKeyOf } from './file-store.ts';
import { inspectFile } from './inspect-file.ts';
import type { MalwareScan } from './malware-scan.ts';
import { type Draft, draftsFolder, receiveUpload } from './receive-upload.ts';

export interface UploadRequest {
  readonly name: string;
  readonly object: string;
  /** Absent: the record is still being written; the file waits for it (UX-8). */
  readonly record?: Id | undefined;
  readonly field?: string | undefined;
  /** The Idempotency-Key: the same one again answers the file that is there (PL-20). */
  readonly key?: string | undefined;
}

export interface FileServices {
  readonly services: Services;
  readonly store: FileStore;
  readonly scan: MalwareScan;
}

/** `<dataDir>/files`, outside what the web server serves (SEC-21). */
export const filesFolder = (services: Pick<Services, 'dataDir'>): string => path.join(services.dataDir, 'files');

/**
 * Takes an upload: rights first, then the bytes to a draft, then what they are, then the store, then the database. No
 * transaction is open while bytes come in; a file that was stored and could not be noted down is removed again.
 */
export async function uploadFile(files: FileServices, ctx: Context, request: UploadRequest, body: Readable, length: number | undefined): Promise<ShownFile> {
  const { services, store } = files;
  const def = await requireHolder(ctx, request.object, request.record, request.field);
  const earlier = await fileOfRequest(ctx, request);
  if (earlier) {
    body.resume();
    return earlier;
  }
  const maxBytes = await maxFileBytes(ctx.db);
  if (length !== undefined && length > maxBytes) throw fail('file.too-large', { max: maxBytes / 1024 / 1024 });
  const id = ctx.newId();
  const draft = await receiveUpload(body, draftsFolder(filesFolder(services)), id, maxBytes);
  try {
    const { kind, name } = await inspectFile(draft.path, request.name);
    await refuseMalware(files, ctx, request, draft);
    const storeKey = storeKeyOf(id);
    await store.put(storeKey, draft.path);
    try {
      const facts = { id, def, recordId: request.record ?? id, isStaged: request.record === undefined, field: request.field, name, mime: kind.mime, size: draft.size, sha256: draft.sha256, storeKey, key: request.key };
      const file = await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip, locale: ctx.locale }, (tx) => insertFile(tx, facts));
      if (file.id !== id) await store.remove(storeKey);
      return file;
    } catch (error) {
      await store.remove(storeKey);
      throw error;
    }
  } finally {
    await rm(draft.path, { force: true });
  }
}

/** Malware is refused, and the attempt is on record. */
async function refuseMalware({ services, scan }: FileServices, ctx: Context, request: UploadRequest, draft: Draft): Promise<void> {
  const verdict = draft.isTestFile ? 'infected' : await scan(draft.path);
  if (verdict === 'clean') return;
  await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => writeAudit(tx, [{
    action: 'file-add', object: request.object, ...(request.record && { recordId: request.record }), isOk: false, detail: { name: request.name, sha256: draft.sha256, reason: 'malware' },
  }]));
  throw fail('file.refused', {}, [{ path: 'file', code: 'file-malware' }]);
}
