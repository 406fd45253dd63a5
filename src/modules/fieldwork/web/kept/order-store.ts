import { type KeptOrder, type KeptStep, isKeptOrder, isKeptStep } from './kept-order.ts';

const NAME = 'zhike-fieldwork';
const ORDERS = 'orders';
const STEPS = 'steps';
type Store = typeof ORDERS | typeof STEPS;
/** Changes of another page of this browser are told by this entry; its value means nothing. */
const MARK = 'zhike.fieldworkChanged';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => { for (const store of [ORDERS, STEPS]) request.result.createObjectStore(store, { keyPath: 'id' }); });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

async function run<T>(name: Store, mode: IDBTransactionMode, work: (store: IDBObjectStore) => { readonly result: T }): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const step = database.transaction(name, mode, { durability: 'strict' });
    const request = work(step.objectStore(name));
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
export function onOrdersChanged(listener: () => void): () => void {
  const hear = (event: StorageEvent) => { if (event.key === MARK) listener(); };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}

async function all(name: Store): Promise<readonly unknown[]> {
  return run<readonly unknown[]>(name, 'readonly', (store) => store.getAll());
}

/** Everything this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export const keptOrders = async (userId: string): Promise<readonly KeptOrder[]> =>
  (await all(ORDERS)).filter(isKeptOrder).filter((order) => order.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
export const keptSteps = async (userId: string): Promise<readonly KeptStep[]> =>
  (await all(STEPS)).filter(isKeptStep).filter((step) => step.userId === userId).toSorted((a, b) => a.at - b.at);

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepOrder(order: KeptOrder): Promise<void> {
  await run(ORDERS, 'readwrite', (store) => store.put(order));
  tell();
}
export async function dropOrder(id: string): Promise<void> {
  await run(ORDERS, 'readwrite', (store) => store.delete(id));
  tell();
}
export async function keepStep(step: KeptStep): Promise<void> {
  await run(STEPS, 'readwrite', (store) => store.put(step));
  tell();
}
export async function dropStep(id: string): Promise<void> {
  await run(STEPS, 'readwrite', (store) => store.delete(id));
  tell();
}
