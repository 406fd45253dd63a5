import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiProblem } from '#kit/api/api-problem.ts';
import { call, type CallAnswer, type CallInput } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { siteKey } from '../board/use-board.ts';
import { registrationWebTexts } from './registration-web.texts.ts';

export type Proposal = CallAnswer<'POST /visit-registrations/propose'>;
export type Question = Proposal['questions'][number];
export type ShareLine = Proposal['ownership'][number]['shares'][number];
export type Answers = Readonly<Record<string, string | boolean | null>>;
type Registering = CallInput<'POST /visit-registrations'>['body'];

export const useRegistrationTexts = () => useTexts(registrationWebTexts);

/** What is typed at the desk. */
export interface Draft {
  readonly phone: string;
  readonly visitor: string;
  readonly customer?: string | undefined;
  readonly named: readonly string[];
  readonly askedFor?: string | undefined;
  readonly matter: string;
  readonly related?: string | undefined;
  readonly answers: Answers;
  readonly channel?: Registering['channel'] | undefined;
  readonly companions?: number | undefined;
  readonly note: string;
  readonly outsideHours: string;
}

export const emptyDraft: Draft = { phone: '', visitor: '', named: [], matter: 'visit', answers: {}, note: '', outsideHours: '' };

/** Says which fields of a dialog are still empty, by their labels. Errors: a problem that the dialog shows. */
export function requireFilled(say: (names: string) => string, fields: readonly (readonly [label: string, value: string])[]): void {
  const missing = fields.filter(([, value]) => value.trim() === '').map(([label]) => label);
  if (missing.length > 0) throw new ApiProblem(0, 'form.missing', say(missing.join('、')));
}

/** The parts that the proposal hangs on, without what is empty. */
export function proposeBody(site: string, draft: Draft): CallInput<'POST /visit-registrations/propose'>['body'] {
  const { cameBefore, ...answers } = draft.answers;
  return {
    site, ...(draft.phone.trim() !== '' && { phone: draft.phone.trim() }), ...(draft.visitor.trim() !== '' && { visitor: draft.visitor.trim() }), ...(draft.customer !== undefined && { customer: draft.customer }),
    ...(typeof cameBefore === 'boolean' && { cameBefore }), ...(draft.named.length > 0 && { named: [...draft.named] }), ...(draft.askedFor !== undefined && { askedFor: draft.askedFor }),
    ...(draft.matter !== 'visit' && { matter: draft.matter }), ...(draft.related !== undefined && { related: draft.related }), ...(Object.keys(answers).length > 0 && { answers }),
  };
}

const PAUSE_MS = 150;

/** A value that follows once nothing was typed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export const isBegun = (draft: Draft): boolean => draft.phone.trim().length >= 4 || draft.visitor.trim() !== '';

/** Asks again whenever the draft or the board changes (RE-10). */
export function useProposal(site: string, draft: Draft) {
  const settled = useSettled(draft);
  const body = proposeBody(site, settled);
  return useQuery({
    queryKey: [...siteKey(site), 'proposal', body], enabled: isBegun(settled), gcTime: 30_000,
    queryFn: ({ signal }) => call('POST /visit-registrations/propose', { signal, body }),
    placeholderData: (earlier) => earlier,
  });
}

export const useMembers = (site: string) => useQuery({ queryKey: [...siteKey(site), 'members'], queryFn: ({ signal }) => call('GET /sites/{id}/members', { signal, params: { id: site } }) });
