import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { casePageTexts } from './case-page.texts.ts';

export type CaseProcess = CallAnswer<'GET /service/cases/{id}/process'>;
export type CaseStep = CaseProcess['process']['steps'][number];
export type StepQuestion = CaseStep['questions'][number];
export type CaseClock = CaseProcess['clocks'][number];
export type CaseMessage = RowOf<'GET /service/cases/{id}/messages'>;
export type MessageKind = CaseMessage['kind'];

export const useCaseTexts = () => useTexts(casePageTexts);

/** Steps and clocks; read again every minute, because what is left of a clock is the server's to say. */
export const useCaseProcess = (id: string) => useQuery({
  queryKey: ['record', 'case', id, 'process'], queryFn: ({ signal }) => call('GET /service/cases/{id}/process', { signal, params: { id } }), refetchInterval: 60_000, staleTime: 5_000,
});

/** The key begins as that of a list of messages: a new one anywhere makes it read again. */
export const messagesKey = (id: string) => ['records', 'caseMessage', 'case', id] as const;

export const useMessages = (id: string) => useQuery({ queryKey: messagesKey(id), queryFn: ({ signal }) => call('GET /service/cases/{id}/messages', { signal, params: { id } }) });

/** Reads everything of a case again, and the lists that it stands in. */
export function useRefreshCase(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const key of [['records', 'case'], ['records', 'caseRemedy'], ['counts', 'case'], ['approvals']]) void client.invalidateQueries({ queryKey: key });
    await Promise.all([client.invalidateQueries({ queryKey: ['record', 'case', id] }), client.invalidateQueries({ queryKey: messagesKey(id) })]);
  };
}

/** Sends one thing once: two presses and a repeated try after a lost network share a key; any answer of the server ends it. */
export function useOnce(): <T>(send: (idempotencyKey: string) => Promise<T>) => Promise<T> {
  const key = useRef<string>(undefined);
  return async (send) => {
    key.current ??= newId();
    try {
      const answer = await send(key.current);
      key.current = undefined;
      return answer;
    } catch (error) {
      if (!isProblem(error) || error.status > 0) key.current = undefined;
      throw error;
    }
  };
}
