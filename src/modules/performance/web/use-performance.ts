import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { performanceTexts } from '../performance.texts.ts';
import type { FigureKey } from '../rules/figures.ts';
import type { MeasuredTime } from '../rules/service-times.ts';
import { performanceWebTexts } from './performance-web.texts.ts';
import type { Period } from './parts/period-model.ts';

export type Team = CallAnswer<'GET /performance/team'>;
export type TeamRow = Team['data'][number];
export type Sheet = TeamRow['sheet'];
export type Figure = Sheet['taken'];
export type PersonSheet = CallAnswer<'GET /performance/people/{person}'>;
export type Times = CallAnswer<'GET /performance/times'>;
export type Runs = CallAnswer<'GET /performance/incentives'>;
export type Run = CallAnswer<'GET /performance/incentives/{id}'>;
export type Wall = CallAnswer<'GET /performance/wall'>;
export type Praise = Wall['data'][number];

export const usePerformanceTexts = () => useTexts(performanceWebTexts);
export const useFigureNames = (): ((key: FigureKey) => string) => {
  const t = useTexts(performanceTexts);
  return (key) => t(`figure.${key}`);
};

const keep = { placeholderData: <T>(earlier: T | undefined) => earlier, staleTime: 30_000 };
export const periodQuery = ({ from, to, unit }: Period) => ({ from, to, ...(unit !== undefined && { unit }) });

// Below these keys live updates refresh what a change of a case, an entry or a praise may move.
export const useTeam = (asked: Period) => useQuery({ queryKey: ['counts', 'case', 'performance', asked], queryFn: ({ signal }) => call('GET /performance/team', { signal, query: periodQuery(asked) }), ...keep });
export const usePerson = (person: string, { from, to }: Period) =>
  useQuery({ queryKey: ['counts', 'case', 'performance-person', person, from, to], queryFn: ({ signal }) => call('GET /performance/people/{person}', { signal, params: { person }, query: { from, to } }), ...keep });
export const useEntries = (person: string) => useQuery({ queryKey: ['records', 'incentiveEntry', 'of', person], queryFn: ({ signal }) => call('GET /performance/people/{person}/entries', { signal, params: { person } }) });
export const useTimes = (asked: Period, by: 'type' | 'unit') => useQuery({ queryKey: ['counts', 'case', 'times', asked, by], queryFn: ({ signal }) => call('GET /performance/times', { signal, query: { ...periodQuery(asked), by } }), ...keep });
export const useRuns = () => useQuery({ queryKey: ['records', 'incentiveRun', 'all'], queryFn: ({ signal }) => call('GET /performance/incentives', { signal }) });
export const useRun = (id: string) => useQuery({ queryKey: ['records', 'incentiveRun', 'one', id], queryFn: ({ signal }) => call('GET /performance/incentives/{id}', { signal, params: { id } }) });

/** Pages of two hundred. */
export const useFigureList = (person: string, figure: FigureKey, asked: Period) => useInfiniteQuery({
  queryKey: ['counts', 'case', 'performance-list', person, figure, asked], initialPageParam: 0,
  queryFn: ({ signal, pageParam }) => call('GET /performance/people/{person}/figures/{figure}', { signal, params: { person, figure }, query: { ...periodQuery(asked), skip: pageParam } }),
  getNextPageParam: (last, pages) => { const seen = pages.reduce((sum, page) => sum + page.data.length, 0); return seen < last.count && last.data.length > 0 ? seen : undefined; },
});
export const useTimeList = (key: MeasuredTime, asked: Period) => useInfiniteQuery({
  queryKey: ['counts', 'case', 'time-list', key, asked], initialPageParam: 0,
  queryFn: ({ signal, pageParam }) => call('GET /performance/times/{key}', { signal, params: { key }, query: { ...periodQuery(asked), skip: pageParam } }),
  getNextPageParam: (last, pages) => { const seen = pages.reduce((sum, page) => sum + page.data.length, 0); return seen < last.count && last.data.length > 0 ? seen : undefined; },
});

export type WallShow = 'all' | 'customer' | 'colleague' | 'hidden';
export const useWall = (show: WallShow, person?: string, limit = 30) => useInfiniteQuery({
  queryKey: ['records', 'recognition', 'wall', show, person, limit], initialPageParam: '',
  queryFn: ({ signal, pageParam }) => call('GET /performance/wall', { signal, query: { show, limit, ...(person !== undefined && { person }), ...(pageParam !== '' && { before: pageParam }) } }),
  getNextPageParam: (last) => last.next ?? undefined,
});

/** After an action what it may have moved is read anew. */
export function useRefresh(): (...objects: ('incentiveRun' | 'incentiveEntry' | 'recognition')[]) => Promise<void> {
  const client = useQueryClient();
  return async (...objects) => {
    await Promise.all(objects.map((object) => client.invalidateQueries({ queryKey: ['records', object] })));
  };
}
