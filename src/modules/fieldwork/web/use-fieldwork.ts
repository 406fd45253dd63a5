import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { fieldworkWebTexts } from './fieldwork-web.texts.ts';

export const useFieldworkTexts = () => useTexts(fieldworkWebTexts);

export type ShownOrder = RowOf<'GET /fieldwork/mine'>;
export type OrderSheet = CallAnswer<'GET /fieldwork/orders/{id}/sheet'>;
export type OrderChoices = CallAnswer<'GET /fieldwork/choices'>;
export type DispatchBoard = CallAnswer<'GET /fieldwork/board'>;

export const stateColour = { planned: 'tag-ju', dispatched: 'tag-qing', onTheWay: 'tag-hu', onSite: 'tag-hu', done: 'tag-green', failed: 'tag-zhu', cancelled: '' } as const;

// Below ['records', object] a key is refreshed by the live events of that object.
export const useMyOrders = () => useQuery({ queryKey: ['records', 'serviceOrder', 'mine'], queryFn: ({ signal }) => call('GET /fieldwork/mine', { signal }), networkMode: 'always', retry: false });
export const useBoard = (from: string, to: string) => useQuery({ queryKey: ['records', 'serviceOrder', 'board', from], queryFn: ({ signal }) => call('GET /fieldwork/board', { signal, query: { from, to } }), placeholderData: (old) => old });
export const useCaseOrders = (id: string) => useQuery({ queryKey: ['records', 'serviceOrder', 'case', id], queryFn: ({ signal }) => call('GET /fieldwork/cases/{id}/orders', { signal, params: { id } }) });
export const useOrderChoices = () => useQuery({ queryKey: ['fieldwork-choices'], queryFn: ({ signal }) => call('GET /fieldwork/choices', { signal }) });

/** After an action all that shows orders is read anew, the notes of cases too. */
export function useRefreshOrders(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const object of ['serviceOrder', 'caseMessage']) void client.invalidateQueries({ queryKey: ['records', object] });
    void client.invalidateQueries({ queryKey: ['order-sheet'] });
  }, [client]);
}

/** `03-02 09:00–10:30` in the person's time zone. */
export function useSayWindow(): (order: Pick<ShownOrder, 'from' | 'to'>) => string {
  const t = useFieldworkTexts();
  const { zone } = useFormat();
  return useMemo(() => ({ from, to }) => {
    if (from === null || to === null) return t('noWindow');
    const [start, end] = [dayIn(from, zone), dayIn(to, zone)];
    return `${start.day.slice(5)} ${start.time}–${start.day === end.day ? '' : `${end.day.slice(5)} `}${end.time}`;
  }, [t, zone]);
}
