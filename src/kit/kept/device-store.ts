interface DeviceStoreNames<S extends string> {
  /** The database of this browser. */
  readonly name: string;
  /** Its stores, each keyed by `id`. */
  readonly stores: readonly S[];
  /** Changes of another page of this browser are told by this entry of localStorage; its value means nothing. Absent: only this page hears. */
  readonly mark?: string;
}

export interface DeviceStore<S extends string> {
  /** Resolves when it is on the disk, not in memory only; rejects where the browser offers no storage. */
  run<T>(store: S, mode: IDBTransactionMode, work: (store: IDBObjectStore) => { readonly result: T }): Promise<T>;
  /** Writes, then tells everybody who listens. */
  change(store: S, work: (store: IDBObjectStore) => { readonly result: unknown }): Promise<void>;
  /** Hears of every change, with a mark of other pages of this browser too; returns how to stop hearing. */
  onChanged(listener: () => void): () => void;
}

/** What a page keeps on the device until the server has it (UX-16). */
export function makeDeviceStore<S extends string>({ name, stores, mark }: DeviceStoreNames<S>): DeviceStore<S> {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('upgradeneeded', () => { for (const store of stores) request.result.createObjectStore(store, { keyPath: 'id' }); });
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
    });
    opening.catch(() => { opening = undefined; });
    return opening;
  };
  const run = async <T>(store: S, mode: IDBTransactionMode, work: (store: IDBObjectStore) => { readonly result: T }): Promise<T> => {
    const database = await open();
    return new Promise<T>((resolve, reject) => {
      const step = database.transaction(store, mode, { durability: 'strict' });
      const request = work(step.objectStore(store));
      step.addEventListener('complete', () => resolve(request.result));
      for (const end of ['abort', 'error']) step.addEventListener(end, () => reject(step.error ?? new Error('not stored')));
    });
  };
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
    if (mark === undefined) return;
    try {
      localStorage.setItem(mark, String(performance.timeOrigin + performance.now()));
    } catch {
      // Other pages find out when they are looked at again.
    }
  };
  return {
    run,
    change: async (store, work) => {
      await run(store, 'readwrite', work);
      tell();
    },
    onChanged: (listener) => {
      const hear = (event: StorageEvent) => { if (mark !== undefined && event.key === mark) listener(); };
      listeners.add(listener);
      window.addEventListener('storage', hear);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', hear);
      };
    },
  };
}
