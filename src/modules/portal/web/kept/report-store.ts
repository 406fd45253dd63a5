import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { type KeptReport, isKeptReport } from './kept-report.ts';

const { run, change, onChanged } = makeDeviceStore({ name: 'zhike-portal', stores: ['reports'] });

export const onReportsChanged = onChanged;

/** What this device keeps of one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptReports(email: string): Promise<readonly KeptReport[]> {
  const all: unknown = await run<unknown>('reports', 'readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKeptReport).filter((report) => report.email === email).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepReport(report: KeptReport): Promise<void> {
  await change('reports', (store) => store.put(report));
}

export async function dropReport(id: string): Promise<void> {
  await change('reports', (store) => store.delete(id));
}
