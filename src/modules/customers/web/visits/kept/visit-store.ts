import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { type KeptVisit, isKeptVisit } from './kept-visit.ts';

const { run, change, onChanged } = makeDeviceStore({ name: 'zhike-visits', stores: ['visits'], mark: 'zhike.visitsChanged' });

export const onVisitsChanged = onChanged;

/** Everything this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptVisits(userId: string): Promise<readonly KeptVisit[]> {
  const all: unknown = await run<unknown>('visits', 'readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKeptVisit).filter((visit) => visit.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepVisit(visit: KeptVisit): Promise<void> {
  await change('visits', (store) => store.put(visit));
}

export async function dropVisit(id: string): Promise<void> {
  await change('visits', (store) => store.delete(id));
}
