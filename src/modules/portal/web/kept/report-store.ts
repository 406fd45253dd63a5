import { type KeptReport, isKeptReport } from './kept-report.ts';

const NAME = 'zhike-portal';
const STORE = 'reports';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => { request.result.createObjectStore(STORE, { keyPath: 'id' }); });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => { readonly result: T }): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const step = database.transaction(STORE, mode, { durability: 'strict' });
    const request = work(step.objectStore(STORE));
    step.addEventListener('complete', () => resolve(request.result));
    for (const end of ['abort', 'error']) step.addEventListener(end, () => reject(step.error ?? new Error('not stored')));
  });
}

const listeners = new Set<() => void>();
const tell = (): void => { for (const listener of listeners) listener(); };

/** Hears of every change of this page; returns how to stop hearing. */
export function onReportsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** What this device keeps of one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptReports(email: string): Promise<readonly KeptReport[]> {
  const all: unknown = await run<unknown>('readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKeptReport).filter((report) => report.email === email).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepReport(report: KeptReport): Promise<void> {
  await run('readwrite', (store) => store.put(report));
  tell();
}

export async function dropReport(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
  tell();
}
