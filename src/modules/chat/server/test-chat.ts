import { randomUUID } from 'node:crypto';
import type { Answered } from '#platform/http/answer.ts';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';
import { findProof } from '#kernel/proof-of-work.ts';
import type { visitAnswer } from './chat.answers.ts';

export type Visit = Answered<typeof visitAnswer>;
type Reply = { status: number; body: Record<string, unknown>; text: string };

/** Somebody on a website: what their page would send. */
export interface TestVisitor {
  readonly token: string;
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply>;
  say(body: string, more?: Readonly<Record<string, unknown>>): Promise<Reply>;
  visit(after?: number): Promise<Visit>;
}

export interface TestChat {
  readonly desk: TestDesk;
  /** A new visitor; with a token, the one whose it is. */
  visitor(token?: string): Promise<TestVisitor>;
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** The agent's desk opens and they can answer. */
  arrive(who: { call: TestDesk['agent']['call'] }, more?: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

/** A desk whose chat is open, two agents in its queue, on a clock that the test moves. */
export async function openTestChat(start?: string): Promise<TestChat> {
  const desk = await openTestDesk(start === undefined ? {} : { start });
  const { app } = desk;
  const set = async (values: Readonly<Record<string, unknown>>): Promise<void> => { await made(app.admin.call('PUT', '/admin/settings', values)); };
  await set({ chatIsOpen: true });
  const callAs = (token: string): TestVisitor['call'] => async (method, path, body) => {
    const response = await fetch(`${app.url}/api/v1/chat${path}`, {
      method, headers: { 'accept-language': 'zh-CN', ...(token !== '' && { 'x-chat-visitor': token }), ...(method === 'POST' && { 'content-type': 'application/json' }) },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
  return {
    desk, set,
    visitor: async (known) => {
      const call = callAs('');
      let token = known;
      if (token === undefined) {
        const { challenge } = (await made(call('GET', '/state'))) as { challenge: { token: string; bits: number } };
        const counter = findProof(challenge.token, challenge.bits, 0, 10_000_000) ?? -1;
        token = String((await made(call('POST', '/visitors', { token: challenge.token, counter })))['visitor']);
      }
      const own = callAs(token);
      return {
        token, call: own,
        say: (body, more = {}) => own('POST', '/visit/lines', { key: randomUUID(), body, ...more }),
        visit: async (after = 0) => (await made(own('GET', `/visit?after=${after}`))) as unknown as Visit,
      };
    },
    arrive: async (who, more = {}) => { await made(who.call('PUT', '/chat/presence', { isAvailable: true, capacity: 3, hasSound: false, hasNotices: false, ...more })); },
    close: () => desk.close(),
  };
}
