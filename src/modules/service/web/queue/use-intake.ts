import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call, type CallAnswer, type CallInput } from '#kit/api/typed-client.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';

export type Caller = CallAnswer<'GET /service/caller'>;
type NewCase = CallInput<'POST /service/cases'>['body'];
export type Channel = NewCase['channel'];
export type Priority = NonNullable<NewCase['priority']>;

export const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[];
export const deskChannels = ['phone', 'inPerson', 'entrusted', 'letter', 'message', 'mail', 'chat'] as const satisfies readonly Channel[];

/** What the agent has typed; everything else of a case follows from its type. */
export interface IntakeDraft {
  readonly phone: string;
  /** Null: none of those found; undefined: not said, so the only one found is meant. */
  readonly customer: NamedRef | null | undefined;
  readonly reporter: string;
  readonly type: string;
  readonly subject: string;
  readonly description: string;
  readonly place: string;
  readonly isLocal: boolean;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly email: string;
  readonly owner: NamedRef | undefined;
}

const blank = (phone: string): IntakeDraft => ({
  phone, customer: undefined, reporter: '', type: '', subject: '', description: '', place: '', isLocal: true, priority: 'normal', channel: 'phone', email: '', owner: undefined,
});

const DRAFT = 'service-intake';
const isBegun = (draft: IntakeDraft): boolean => [draft.phone, draft.reporter, draft.subject, draft.description, draft.place].some((text) => text.trim() !== '') || draft.type !== '';

/** The draft of the form, kept in the tab so that a call interrupted by another loses nothing. A call that comes in with a number begins anew. */
export function useDraft(phone: string) {
  const [draft, setDraft] = useState<IntakeDraft>(() => {
    const kept = readDraft(DRAFT);
    return phone === '' && kept ? { ...blank(''), ...kept } : blank(phone);
  });
  useEffect(() => (isBegun(draft) ? writeDraft(DRAFT, { ...draft }) : dropDraft(DRAFT)), [draft]);
  return {
    draft, isBegun: isBegun(draft), change: (part: Partial<IntakeDraft>) => setDraft((old) => ({ ...old, ...part })),
    clear: () => { dropDraft(DRAFT); setDraft(blank('')); },
  };
}

const PAUSE_MS = 200;

function useSettledText(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The end of a number is asked for from so many digits on. */
export const SHORTEST = 4;

/** Who has this number, and what is open for them or for the customer that was chosen by name. */
export function useCaller(draft: IntakeDraft) {
  const phone = useSettledText(draft.phone.trim());
  const customer = draft.customer?.id;
  const isAsked = phone.replace(/\D/g, '').length >= SHORTEST || customer !== undefined;
  return useQuery<Caller>({
    queryKey: ['records', 'case', 'caller', phone, customer], enabled: isAsked, gcTime: 30_000, placeholderData: (earlier) => (isAsked ? earlier : undefined),
    queryFn: ({ signal }) => call('GET /service/caller', { signal, query: { ...(phone !== '' && { phone }), ...(customer !== undefined && { customer }) } }),
  });
}

/** The customer that the case will be of: the one chosen, else the only one found. */
export function customerOf(draft: IntakeDraft, caller: Caller | undefined): NamedRef | undefined {
  if (draft.customer === null) return undefined;
  if (draft.customer !== undefined) return draft.customer;
  // By the end of a number it may be somebody else: a person says so.
  const [only, ...more] = caller?.match === 'whole' ? caller.customers : [];
  return only && more.length === 0 ? { id: only.id, name: only.name } : undefined;
}

const text = (value: string): string | null => value.trim() || null;

function bodyOf(draft: IntakeDraft, caller: Caller | undefined): NewCase {
  const customer = customerOf(draft, caller);
  return {
    caseType: draft.type, channel: draft.channel, subject: draft.subject.trim(), description: text(draft.description), customer: customer?.id ?? null, reporterName: text(draft.reporter),
    reporterPhone: caller?.phone ?? null, reporterEmail: text(draft.email), place: text(draft.place), isLocal: draft.isLocal, priority: draft.priority, ...(draft.owner && { owner: draft.owner.id }),
  };
}

/** Sends under one key until there is an answer: pressed twice, one case is made. */
export function useSendOnce() {
  const client = useQueryClient();
  const key = useRef(newId());
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const run = async <T>(send: (idempotencyKey: string) => Promise<T>): Promise<T | undefined> => {
    if (isSending.current) return undefined;
    isSending.current = true;
    setBusy(true);
    setError('');
    try {
      const answer = await send(key.current);
      key.current = newId();
      return answer;
    } catch (problem) {
      // Without an answer the same key may be sent again; after a refusal it is used up.
      if (!isProblem(problem) || problem.status !== 0) key.current = newId();
      setError(isProblem(problem) ? [problem.detail, ...problem.errors.map((each) => each.message)].join(' ') : String(problem));
      return undefined;
    } finally {
      isSending.current = false;
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['records', 'case'] });
      void client.invalidateQueries({ queryKey: ['counts', 'case'] });
    }
  };
  return { run, isBusy, error, setError };
}

/** Takes the case in. */
export const takeIn = (draft: IntakeDraft, caller: Caller | undefined) => (idempotencyKey: string) => call('POST /service/cases', { idempotencyKey, body: bodyOf(draft, caller) });
