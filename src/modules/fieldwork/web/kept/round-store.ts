import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { type KeptRound, isKeptRound } from './kept-round.ts';

const ROUNDS = 'rounds';
const { run, change, onChanged } = makeDeviceStore<typeof ROUNDS>({ name: 'zhike-rounds', stores: [ROUNDS], mark: 'zhike.roundsChanged' });

export const onRoundsChanged = onChanged;

/** Every round that this device keeps for one person, the oldest first. Rejects where the browser offers no storage. */
export async function keptRounds(userId: string): Promise<readonly KeptRound[]> {
  const all = await run<readonly unknown[]>(ROUNDS, 'readonly', (store) => store.getAll());
  return all.filter(isKeptRound).filter((round) => round.userId === userId).toSorted((a, b) => a.savedAt - b.savedAt);
}

/** Kept when the promise resolves: on the disk, not in memory only. */
export async function keepRound(round: KeptRound): Promise<void> {
  await change(ROUNDS, (store) => store.put(round));
}
export async function dropRound(id: string): Promise<void> {
  await change(ROUNDS, (store) => store.delete(id));
}
