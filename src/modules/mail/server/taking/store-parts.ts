import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { cleanName, inspectFile } from '#platform/files/inspect-file.ts';
import { type FileStore, folderStore, storeKeyOf } from '#platform/files/file-store.ts';
import { TestFileWatch, commandScan } from '#platform/files/malware-scan.ts';
import { draftsFolder } from '#platform/files/receive-upload.ts';
import { filesFolder } from '#platform/files/take-upload.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { ParsedAttachment } from '../parsing/parse-mail.ts';

export type FileHost = Pick<Services, 'dataDir' | 'newId' | 'scanCommand'>;

/** Bytes in the store that no row names yet: named in the transaction, or removed. */
export interface StoredBytes {
  readonly id: Id;
  readonly storeKey: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** An attachment as it will be noted down; `file` is undefined when it stays in the raw mail only, `withheld` says why. */
export interface StoredAttachment {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  readonly file: StoredBytes | undefined;
  readonly withheld: string | null;
}

export const mailStore = (host: Pick<Services, 'dataDir'>): FileStore => folderStore(filesFolder(host));

async function withDraft<R>(host: FileHost, content: Uint8Array, work: (draft: string, id: Id) => Promise<R>): Promise<R> {
  const id = host.newId();
  const folder = draftsFolder(filesFolder(host));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `${id}.part`);
  try {
    await writeFile(draft, content, { mode: 0o600 });
    return await work(draft, id);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Lays bytes into the store. */
export const storeBytes = (host: FileHost, content: Uint8Array, name: string, mime: string): Promise<StoredBytes> =>
  withDraft(host, content, (draft, id) => put(host, draft, id, content, name, mime));

async function put(host: FileHost, draft: string, id: Id, content: Uint8Array, name: string, mime: string): Promise<StoredBytes> {
  const storeKey = storeKeyOf(id);
  await mailStore(host).put(storeKey, draft);
  return { id, storeKey, name, mime, size: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
}

/** A file by its content, under a name that fits it; the sender's ending is dropped where it lies. */
async function inspect(draft: string, name: string) {
  try {
    return await inspectFile(draft, name);
  } catch (error) {
    if (!(error instanceof Failure) || error.issues[0]?.code !== 'file-name') throw error;
    return inspectFile(draft, cleanName(name).replace(/\.[^.]{1,12}$/, ''));
  }
}

/** Judges an attachment as an upload is judged (SEC-21); what is refused stays in the raw mail, so nothing is lost. */
export function storeAttachment(host: FileHost, part: ParsedAttachment): Promise<StoredAttachment> {
  const shared = { id: host.newId(), name: cleanName(part.name) || 'attachment', mime: part.mime, size: part.content.length, contentId: part.contentId, isInline: part.isInline };
  const held = (withheld: string): StoredAttachment => ({ ...shared, file: undefined, withheld });
  if (part.content.length === 0) return Promise.resolve(held('empty'));
  return withDraft(host, part.content, async (draft, id) => {
    try {
      const { kind, name } = await inspect(draft, part.name);
      if (await isMalware(host, draft, part.content)) return held('file-malware');
      return { ...shared, name, mime: kind.mime, file: await put(host, draft, id, part.content, name, kind.mime), withheld: null };
    } catch (error) {
      if (error instanceof Failure) return held(error.issues[0]?.code ?? error.code);
      if (error instanceof Error && error.message.startsWith('the malware scanner')) return held('not-scanned');
      throw error;
    }
  });
}

async function isMalware(host: FileHost, draft: string, content: Buffer): Promise<boolean> {
  const watch = new TestFileWatch();
  watch.take(content);
  if (watch.isFound || host.scanCommand === undefined) return watch.isFound;
  return (await commandScan(host.scanCommand)(draft)) === 'infected';
}

/** Takes stored bytes away again that were not noted down. */
export async function forget(host: FileHost, files: readonly (StoredBytes | undefined)[]): Promise<void> {
  for (const file of files) if (file) await mailStore(host).remove(file.storeKey);
}
