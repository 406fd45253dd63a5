import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

export interface StoredItem {
  readonly key: string;
  readonly changedAt: Date;
}

/** Where the bytes of files lie. Keys are `ab/<id>`, made by us; the same for a folder and for an object store. */
export interface FileStore {
  /** Takes over the draft, a file on this machine; whole or not at all, also when the power fails. */
  put(key: string, draft: string): Promise<void>;
  /** Throws when there is none. */
  open(key: string): Promise<Readable>;
  /** No error when there is none. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<StoredItem>;
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** The key of a new file: spread over 256 folders by its last, random digits. */
export const storeKeyOf = (id: string): string => `${id.slice(-2)}/${id}`;

/** Files in a folder of this machine, or one that several servers share. */
export function folderStore(root: string): FileStore {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return path.join(root, key);
  };
  return {
    async put(key, draft) {
      const target = pathOf(key);
      const folder = path.dirname(target);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await sync(draft);
      await rename(draft, target);
      await sync(folder).catch(() => undefined);
    },
    async open(key) {
      const file = await open(pathOf(key), 'r');
      return file.createReadStream();
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: () => listFolder(root),
  };
}

async function* listFolder(root: string): AsyncGenerator<StoredItem> {
  for (const folder of (await readdir(root).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(path.join(root, folder)).catch(() => [])) {
      const key = `${folder}/${name}`;
      const info = KEY.test(key) ? await stat(path.join(root, key)).catch(() => undefined) : undefined;
      if (info) yield { key, changedAt: info.mtime };
    }
  }
}

/** A folder can be synced where the system allows it, so that the new name outlasts a power cut. */
async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
