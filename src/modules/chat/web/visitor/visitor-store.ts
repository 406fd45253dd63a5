import { isJsonObject } from '#kernel/json.ts';
import { makeDeviceStore } from '#kit/kept/device-store.ts';

/** A line as this device keeps it until the server has it. */
export interface KeptLine {
  /** The key that the server knows it by: the same on every try. */
  readonly id: string;
  readonly body: string;
  /** Why the server does not take it; null while it is on its way. */
  readonly problem: string | null;
  /** Milliseconds by the device's clock; the order of the lines. */
  readonly savedAt: number;
}

export interface VisitorStore {
  token(): Promise<string | undefined>;
  keepToken(token: string | undefined): Promise<void>;
  lines(): Promise<readonly KeptLine[]>;
  keep(line: KeptLine): Promise<void>;
  drop(id: string): Promise<void>;
}

const isKept = (value: unknown): value is KeptLine =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['body'] === 'string' && typeof value['savedAt'] === 'number';

const device = makeDeviceStore({ name: 'zhike-chat', stores: ['lines', 'visitor'] });

const onDevice: VisitorStore = {
  token: async () => {
    const found: unknown = await device.run<unknown>('visitor', 'readonly', (store) => store.get('me'));
    return isJsonObject(found) && typeof found['token'] === 'string' ? found['token'] : undefined;
  },
  keepToken: async (token) => {
    await device.run<unknown>('visitor', 'readwrite', (store) => (token === undefined ? store.delete('me') : store.put({ id: 'me', token })));
  },
  lines: async () => {
    const all: unknown = await device.run<unknown>('lines', 'readonly', (store) => store.getAll());
    return (Array.isArray(all) ? all : []).filter(isKept).toSorted((a, b) => a.savedAt - b.savedAt);
  },
  keep: async (line) => { await device.run<unknown>('lines', 'readwrite', (store) => store.put(line)); },
  drop: async (id) => { await device.run<unknown>('lines', 'readwrite', (store) => store.delete(id)); },
};

/** For browsers that give a frame of another site no storage: until the page is closed. */
export function storeInMemory(): VisitorStore {
  let token: string | undefined;
  const lines = new Map<string, KeptLine>();
  return {
    token: () => Promise.resolve(token),
    keepToken: (next) => {
      token = next;
      return Promise.resolve();
    },
    lines: () => Promise.resolve([...lines.values()].toSorted((a, b) => a.savedAt - b.savedAt)),
    keep: (line) => {
      lines.set(line.id, line);
      return Promise.resolve();
    },
    drop: (id) => {
      lines.delete(id);
      return Promise.resolve();
    },
  };
}

/** The device's own store where it works. */
export async function openVisitorStore(): Promise<VisitorStore> {
  try {
    await onDevice.token();
    return onDevice;
  } catch {
    return storeInMemory();
  }
}
