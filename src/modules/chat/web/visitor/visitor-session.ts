import { type GuestCall, GuestProblem, isPassing, makeKey, makeGuestCall } from '#kit/guest/guest-call.ts';
import { prove } from '#kit/guest/prove.ts';
import type { Locale } from '#kernel/texts.ts';
import { sendLines } from './send-lines.ts';
import type { ChatHello, Visit, VisitLine, VisitorContact } from './visit-types.ts';
import type { KeptLine, VisitorStore } from './visitor-store.ts';

const BASE = '/api/v1/chat';
const LOCK = 'zhike-chat';

export interface Snapshot {
  readonly hello: ChatHello | undefined;
  readonly visit: Visit | undefined;
  /** All that is known here, in order. */
  readonly lines: readonly VisitLine[];
  readonly kept: readonly KeptLine[];
  readonly token: string | undefined;
  /** The server wants a way to reach them before it takes the line. */
  readonly needsContact: boolean;
  /** The last try found no network. */
  readonly isLost: boolean;
  /** Nothing can be shown: closed, or no network from the start. */
  readonly problem: { readonly isClosed: boolean; readonly words: string } | undefined;
}

const nothing: Snapshot = { hello: undefined, visit: undefined, lines: [], kept: [], token: undefined, needsContact: false, isLost: false, problem: undefined };

/** The visitor's side of the talk: what the device keeps, what the server has, and how one becomes the other. */
export class VisitorSession {
  readonly #store: VisitorStore;
  readonly #listeners = new Set<() => void>();
  readonly #page: string | undefined;
  #call: GuestCall;
  #snapshot = nothing;
  #contact: VisitorContact | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  #reading: Promise<void> | undefined;

  constructor(store: VisitorStore, page: string | undefined, words: { readonly locale: Locale; readonly lost: string }) {
    this.#store = store;
    this.#page = page;
    this.#call = this.#callIn(words);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  speak(words: { readonly locale: Locale; readonly lost: string }): void {
    this.#call = this.#callIn(words);
    void this.open();
  }

  /** Reads who they are and what was said; sends what is still kept. */
  async open(): Promise<void> {
    try {
      this.#change({ token: await this.#store.token(), kept: await this.#store.lines() });
      this.#change({ hello: await this.#call<ChatHello>('GET', '/state'), problem: undefined });
      await this.read();
      void this.send();
    } catch (problem) {
      if (this.#snapshot.hello === undefined) this.#change({ problem: { isClosed: problem instanceof GuestProblem && problem.status === 404, words: problem instanceof Error ? problem.message : '' } });
    }
  }

  /** One reading at a time; whoever asks meanwhile gets the next one. */
  read(): Promise<void> {
    const next = (this.#reading ?? Promise.resolve()).then(() => this.#readOnce()).finally(() => {
      if (this.#reading === next) this.#reading = undefined;
    });
    this.#reading = next;
    return next;
  }

  async #readOnce(): Promise<void> {
    if (this.#snapshot.token === undefined) return;
    try {
      const visit = await this.#call<Visit>('GET', `/visit?after=${this.#snapshot.lines.at(-1)?.seq ?? 0}`);
      const known = new Set(this.#snapshot.lines.map((line) => line.seq));
      const lines = [...this.#snapshot.lines, ...visit.lines.filter((line) => !known.has(line.seq))];
      this.#change({ visit, lines, kept: await this.#store.lines(), problem: undefined });
    } catch (problem) {
      if (problem instanceof GuestProblem && problem.status === 401) await this.#forget();
      else if (!isPassing(problem)) throw problem;
    }
  }

  /** Kept on the device first, then on its way. */
  async say(body: string): Promise<void> {
    await this.#store.keep({ id: makeKey(), body, problem: null, savedAt: Date.now() });
    this.#change({ kept: await this.#store.lines() });
    await this.send();
  }

  async again(line: KeptLine): Promise<void> {
    await this.#store.keep({ ...line, problem: null });
    await this.send();
  }

  async drop(id: string): Promise<void> {
    await this.#store.drop(id);
    this.#change({ kept: await this.#store.lines() });
  }

  /** Two pages of one browser send one after the other; the server's keys keep it single all the same. */
  send(): Promise<unknown> {
    const work = () => ('locks' in navigator ? navigator.locks.request(LOCK, () => this.#sendAll()) : this.#sendAll());
    this.#sending = this.#sending.then(work, work).catch(() => undefined);
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    if ((await this.#store.lines()).every((line) => line.problem !== null)) {
      this.#change({ kept: await this.#store.lines() });
      return;
    }
    const sent = await sendLines(this.#store, (line) => this.#post(line));
    this.#change({ kept: await this.#store.lines(), needsContact: sent === 'needsContact', isLost: sent === 'later' });
    await this.read();
  }

  async #post(line: KeptLine): Promise<void> {
    if (this.#snapshot.token === undefined) await this.#becomeVisitor();
    const contact = this.#contact;
    try {
      await this.#call('POST', '/visit/lines', { key: line.id, body: line.body, ...(this.#page !== undefined && { page: this.#page }), ...(contact !== undefined && { contact }) });
    } catch (problem) {
      if (problem instanceof GuestProblem && problem.status === 401) await this.#forget();
      throw problem;
    }
    this.#contact = undefined;
  }

  async #becomeVisitor(): Promise<void> {
    const hello = await this.#call<ChatHello>('GET', '/state');
    const counter = await prove(hello.challenge);
    const { visitor } = await this.#call<{ visitor: string }>('POST', '/visitors', { token: hello.challenge.token, counter });
    await this.#store.keepToken(visitor);
    this.#change({ hello, token: visitor });
  }

  /** How to reach them: with the lines that wait, or for the talk that runs. */
  async leave(contact: VisitorContact): Promise<void> {
    this.#contact = contact;
    const isKept = (await this.#store.lines()).some((line) => line.problem === null);
    if (isKept || this.#snapshot.visit?.conversation == null) return void (await this.send());
    await this.#call('POST', '/visit/contact', contact);
    this.#contact = undefined;
    await this.read();
  }

  /** Marks and the end are help: what is lost of them comes again with the next. */
  async mark(marks: { readonly seen?: number; readonly isTyping?: boolean }): Promise<void> {
    if (this.#snapshot.visit?.conversation != null) await this.#call('POST', '/visit/mark', marks).catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#call('POST', '/visit/end', {});
    await this.read();
  }

  async #forget(): Promise<void> {
    await this.#store.keepToken(undefined);
    this.#change({ token: undefined, visit: undefined, lines: [] });
  }

  #callIn({ locale, lost }: { readonly locale: Locale; readonly lost: string }): GuestCall {
    return makeGuestCall({
      locale, lost, base: BASE,
      headers: (): Readonly<Record<string, string>> => (this.#snapshot.token === undefined ? {} : { 'x-chat-visitor': this.#snapshot.token }),
    });
  }

  #change(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
