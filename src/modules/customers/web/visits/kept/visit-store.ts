import type { KeptVisit } from './kept-visit.ts';

const NAME = 'zhike-visits';
const STORE = 'visits';
const CHANNEL = 'zhike-visits';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(STORE, { keyPath: 'id' }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const step = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(step.objectStore(STORE));
    step.oncomplete = () => resolve(request.result);
    step.onabort = () => reject(step.error ?? new Error('not stored'));
    step.onerror = () => reject(step.error ?? new Error('not stored'));
  });
}

const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
channel?.addEventListener('message', () => { for (const listener of listeners) listener(); });

function tell(): void {
  for (const listener of listeners) listener();
  channel?.postMessage('changed');
}

/** Hears of every change, of other pages of this browser too; returns how to stop hearing. */
export function onVisitsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Everything this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptVisits(userId: string): Promise<readonly KeptVisit[]> {
  const all = await run<KeptVisit[]>('readonly', (store) => store.getAll());
  return all.filter((visit) => visit.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepVisit(visit: KeptVisit): Promise<void> {
  await run('readwrite', (store) => store.put(visit));
  tell();
}

export async function dropVisit(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
  tell();
}
