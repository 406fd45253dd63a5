import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';

export type ShownRound = RowOf<'GET /fieldwork/rounds/mine'>;
export type RoundSheet = CallAnswer<'GET /fieldwork/rounds/{id}/sheet'>;
export type RoundBoard = CallAnswer<'GET /fieldwork/rounds/board'>;
export type InspectionRoute = CallAnswer<'GET /fieldwork/routes/{id}'>;

export const roundColour = { planned: 'tag-ju', done: 'tag-green', late: 'tag-hu', missed: 'tag-zhu' } as const;

// Below ['records', object] a key is refreshed by the live events of that object.
export const useMyRounds = () => useQuery({ queryKey: ['records', 'inspectionRound', 'mine'], queryFn: ({ signal }) => call('GET /fieldwork/rounds/mine', { signal }), networkMode: 'always', retry: false });
export const useRoundBoard = () => useQuery({ queryKey: ['records', 'inspectionRound', 'board'], queryFn: ({ signal }) => call('GET /fieldwork/rounds/board', { signal }), placeholderData: (old) => old });
export const useRoutes = () => useQuery({ queryKey: ['records', 'inspectionRoute', 'page'], queryFn: ({ signal }) => call('GET /fieldwork/routes', { signal }) });
export const useCaseFinding = (id: string, isAsked: boolean) => useQuery({ queryKey: ['records', 'case', 'finding', id], enabled: isAsked, queryFn: ({ signal }) => call('GET /fieldwork/cases/{id}/finding', { signal, params: { id } }) });

export const isRoundOver = (state: ShownRound['state']): boolean => state === 'done' || state === 'late';

/** After an action all that shows rounds or routes is read anew. */
export function useRefreshRounds(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const object of ['inspectionRound', 'inspectionRoute']) void client.invalidateQueries({ queryKey: ['records', object] });
    void client.invalidateQueries({ queryKey: ['round-sheet'] });
  }, [client]);
}
