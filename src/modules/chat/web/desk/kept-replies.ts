import { useCallback, useEffect, useState } from 'react';
import { isJsonObject } from '#kernel/json.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { makeDeviceStore } from '#kit/kept/device-store.ts';
import { makeKey } from '#kit/guest/guest-call.ts';
import { useRefreshChats } from './use-chat-desk.ts';

/** What an agent said, kept on this device until the server has it. */
export interface KeptReply {
  /** The key that the server knows it by: the same on every try. */
  readonly id: string;
  readonly user: string;
  readonly chat: string;
  readonly body: string;
  /** Why the server does not take it; null while it is on its way. */
  readonly problem: string | null;
  readonly savedAt: number;
}

const AGAIN_MS = 4_000;
const { run, change, onChanged } = makeDeviceStore({ name: 'zhike-chat-desk', stores: ['replies'] });

const isKept = (value: unknown): value is KeptReply => isJsonObject(value) && typeof value['id'] === 'string' && typeof value['chat'] === 'string' && typeof value['savedAt'] === 'number';

async function keptOf(user: string): Promise<readonly KeptReply[]> {
  const all: unknown = await run<unknown>('replies', 'readonly', (store) => store.getAll());
  return (Array.isArray(all) ? all : []).filter(isKept).filter((reply) => reply.user === user).toSorted((a, b) => a.savedAt - b.savedAt);
}

const isPassing = (problem: unknown): boolean => isProblem(problem) && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500);

/** Sends what is kept, the oldest first; stops at the first that finds no network. */
async function sendKept(user: string): Promise<void> {
  for (const reply of await keptOf(user)) {
    if (reply.problem !== null) continue;
    try {
      await call('POST /chat/conversations/{id}/lines', { params: { id: reply.chat }, body: { key: reply.id, body: reply.body } });
      await change('replies', (store) => store.delete(reply.id));
    } catch (problem) {
      if (isPassing(problem)) return;
      await change('replies', (store) => store.put({ ...reply, problem: isProblem(problem) ? problem.detail : String(problem) }));
    }
  }
}

let sending: Promise<void> = Promise.resolve();

/** What this device still has to send of one agent, and how to say something more. */
export function useKeptReplies(user: string) {
  const [replies, setReplies] = useState<readonly KeptReply[]>([]);
  const refresh = useRefreshChats();
  const send = useCallback(async () => {
    const work = () => ('locks' in navigator ? navigator.locks.request('zhike-chat-desk', () => sendKept(user)) : sendKept(user));
    sending = sending.then(work, work);
    await sending.catch(() => undefined);
    await refresh();
  }, [user, refresh]);
  useEffect(() => {
    let isCurrent = true;
    const read = () => void keptOf(user).then((found) => { if (isCurrent) setReplies(found); }, () => undefined);
    read();
    const stop = onChanged(read);
    const again = () => void keptOf(user).then((found) => { if (found.some((reply) => reply.problem === null)) void send(); }, () => undefined);
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      isCurrent = false;
      stop();
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [user, send]);
  return {
    replies,
    say: async (chat: string, body: string) => {
      await change('replies', (store) => store.put({ id: makeKey(), user, chat, body, problem: null, savedAt: Date.now() } satisfies KeptReply));
      void send();
    },
    again: async (reply: KeptReply) => {
      await change('replies', (store) => store.put({ ...reply, problem: null }));
      void send();
    },
    drop: (id: string) => change('replies', (store) => store.delete(id)),
  };
}

export type KeptReplies = ReturnType<typeof useKeptReplies>;
