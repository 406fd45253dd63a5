import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { type KeptOrder, type KeptStep, isKeptOrder, isKeptStep } from './kept-order.ts';

const ORDERS = 'orders';
const STEPS = 'steps';
type Store = typeof ORDERS | typeof STEPS;

const { run, change, onChanged } = makeDeviceStore<Store>({ name: 'zhike-fieldwork', stores: [ORDERS, STEPS], mark: 'zhike.fieldworkChanged' });

export const onOrdersChanged = onChanged;

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
  await change(ORDERS, (store) => store.put(order));
}
export async function dropOrder(id: string): Promise<void> {
  await change(ORDERS, (store) => store.delete(id));
}
export async function keepStep(step: KeptStep): Promise<void> {
  await change(STEPS, (store) => store.put(step));
}
export async function dropStep(id: string): Promise<void> {
  await change(STEPS, (store) => store.delete(id));
}
