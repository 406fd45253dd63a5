import { useEffect, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { isNamedRef, type NamedRef } from '#kit/records/record-types.ts';
import type { MessageKind } from '../use-case.ts';

/** A message that is being written. */
export interface MessageDraft {
  readonly text: string;
  readonly files: readonly NamedRef[];
  /** Name → id of colleagues who were picked after an @. */
  readonly mentioned: Readonly<Record<string, string>>;
  /** The last message that there was when writing began. */
  readonly base: string | null;
}

const nothing: MessageDraft = { text: '', files: [], mentioned: {}, base: null };

function read(name: string): MessageDraft {
  const stored = readDraft(name);
  if (!stored) return nothing;
  const mentioned = typeof stored['mentioned'] === 'object' && stored['mentioned'] !== null ? Object.fromEntries(Object.entries(stored['mentioned']).map(([key, id]) => [key, String(id)])) : {};
  return {
    text: typeof stored['text'] === 'string' ? stored['text'] : '', files: Array.isArray(stored['files']) ? stored['files'].filter(isNamedRef) : [], mentioned,
    base: typeof stored['base'] === 'string' ? stored['base'] : null,
  };
}

/** What is being written to a case, each kind by itself: a note never becomes a reply by a slip. Kept until it is sent. */
export function useMessageDraft(caseId: string, kind: MessageKind, last: string | undefined) {
  const name = `case-message.${caseId}.${kind}`;
  const [draft, setDraft] = useState(() => read(name));
  useEffect(() => {
    if (draft.text === '' && draft.files.length === 0) dropDraft(name);
    else writeDraft(name, { ...draft });
  }, [name, draft]);
  const change = (update: (before: MessageDraft) => Partial<MessageDraft>) => setDraft((before) => {
    const begins = before.text === '' && before.files.length === 0;
    return { ...before, ...(begins && { base: last ?? null }), ...update(before) };
  });
  /** What came meanwhile was seen. */
  const catchUp = () => setDraft((before) => ({ ...before, base: last ?? null }));
  return { draft, change, catchUp, clear: () => setDraft(nothing) };
}
