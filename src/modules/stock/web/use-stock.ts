import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { groupDigits } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { stockWebTexts } from './stock-web.texts.ts';

export const useStockTexts = () => useTexts(stockWebTexts);

export type Board = CallAnswer<'GET /stock/board/{id}'>;
export type BoardUnit = Board['units'][number];
export type UnitStatus = BoardUnit['status'];
export type Unit = CallAnswer<'GET /stock/units/{id}'>;
export type UnitAction = Unit['actions'][number];

export const statuses: readonly UnitStatus[] = ['available', 'held', 'reserved', 'signed', 'delivered', 'withdrawn'];

// Below ['records', object] a key is refreshed by the live events of that object.
const UNITS = ['records', 'saleUnit'] as const;

export const useProjects = () => useQuery({ queryKey: ['records', 'project', 'choice'], queryFn: ({ signal }) => call('GET /stock/projects', { signal }) });

/** Live: every change of a unit's status comes by the event stream; asked again each minute all the same. */
export const useBoard = (project: string | undefined) => useQuery({
  queryKey: [...UNITS, 'board', project], enabled: project !== undefined, refetchInterval: 60_000,
  queryFn: ({ signal }) => call('GET /stock/board/{id}', { signal, params: { id: project ?? '' } }),
});

export const useUnit = (id: string) => useQuery({ queryKey: [...UNITS, 'unit', id], queryFn: ({ signal }) => call('GET /stock/units/{id}', { signal, params: { id } }) });

export const usePayments = () => useQuery({ queryKey: ['records', 'receipt', 'payments'], queryFn: ({ signal }) => call('GET /stock/payments', { signal }), refetchInterval: 60_000 });

export const useSale = (id: string) => useQuery({ queryKey: ['records', 'subscription', 'sale', id], queryFn: ({ signal }) => call('GET /stock/subscriptions/{id}', { signal, params: { id } }) });

/** After an action all that shows stock is read anew. */
export function useRefreshStock(): () => void {
  const client = useQueryClient();
  return () => {
    for (const object of ['project', 'saleUnit', 'priceList', 'unitHold', 'subscription', 'deal', 'receipt', 'afterSaleChange']) void client.invalidateQueries({ queryKey: ['records', object] });
  };
}

/** `1286400.00` → `¥ 1 286 400`; cents are shown when there are any. */
export const yuan = (amount: string): string => `¥\u00a0${groupDigits(amount.replace(/\.00$/, ''))}`;

/** `1280000.00` → `128.00`, in ten thousands, so that a column of them stands straight. */
export const inWan = (amount: string): string => (Math.round(Number(amount) / 100) / 100).toFixed(2);

export const pdfAddress = (path: string): string => `/api/v1${path}`;
