import { type KeptAudit, isKeptAudit } from './kept-audit.ts';

const NAME = 'zhike-audits';
const STORE = 'audits';
/** Changes of another page of this browser are told by this entry; its value means nothing. */
const MARK = 'zhike.auditsChanged';

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

function tell(): void {
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(MARK, String(performance.timeOrigin + performance.now()));
  } catch {
    // Other pages find out when they are looked at again.
  }
}

/** Hears of every change, of other pages of this browser too; returns how to stop hearing. */
export function onAuditsChanged(listener: () => void): () => void {
  const hear = (event: StorageEvent) => { if (event.key === MARK) listener(); };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}

/** Everything this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptAudits(userId: string): Promise<readonly KeptAudit[]> {
  const all: unknown = await run<unknown>('readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKeptAudit).filter((audit) => audit.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepAudit(audit: KeptAudit): Promise<void> {
  await run('readwrite', (store) => store.put(audit));
  tell();
}

export async function dropAudit(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
  tell();
}
