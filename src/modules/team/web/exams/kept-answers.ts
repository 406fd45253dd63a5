import { isJsonObject } from '#kernel/json.ts';
import { makeDeviceStore } from '#kit/kept/device-store.ts';

export interface KeptAnswer {
  readonly value: readonly string[];
  /** Counts up with every change of this attempt. */
  readonly turn: number;
}

/** Answers that this device keeps until the server has them (SE-40, UX-16). */
export interface KeptAttempt {
  /** The attempt. */
  readonly id: string;
  readonly userId: string;
  readonly answers: Readonly<Record<string, KeptAnswer>>;
}

const store = makeDeviceStore({ name: 'zhike-exams', stores: ['attempts'] });

const isKept = (value: unknown): value is KeptAttempt => isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && isJsonObject(value['answers']);

/** What was not saved when the page was left; nothing where the browser offers no storage. */
export async function keptAttempt(id: string, userId: string): Promise<KeptAttempt | undefined> {
  const found: unknown = await store.run<unknown>('attempts', 'readonly', (rows) => rows.get(id)).catch(() => undefined);
  return isKept(found) && found.userId === userId ? found : undefined;
}

export const keepAttempt = (attempt: KeptAttempt): Promise<void> => store.change('attempts', (rows) => rows.put(attempt));
export const dropAttempt = (id: string): Promise<void> => store.change('attempts', (rows) => rows.delete(id));
