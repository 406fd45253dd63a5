import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { queueWebTexts } from './queue-web.texts.ts';

export type QueueRow = RowOf<'GET /service/case-queue'>;
export type CaseKind = QueueRow['kind'];

export const boxes = ['mine', 'steps', 'unassigned', 'team', 'waiting', 'overdue'] as const;
export type Box = (typeof boxes)[number];
export const kinds = ['complaint', 'repair', 'service', 'enquiry', 'suggestion', 'praise'] as const satisfies readonly CaseKind[];

export const useQueueTexts = () => useTexts(queueWebTexts);

const isBox = (value: unknown): value is Box => boxes.some((each) => each === value);
const isKind = (value: unknown): value is CaseKind => kinds.some((each) => each === value);

export interface Asked {
  readonly box: Box;
  readonly kind?: CaseKind | undefined;
  readonly queue?: string | undefined;
}

/** What the address asks for, and how to ask for something else. `new` opens the intake, with a number where a call brings one. */
export function useAsked() {
  const navigate = useNavigate();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked: Asked = { box: isBox(search['box']) ? search['box'] : 'mine', kind: isKind(search['kind']) ? search['kind'] : undefined, queue: typeof search['queue'] === 'string' && search['queue'] !== '' ? search['queue'] : undefined };
  const change = (part: Partial<Asked>, more = '') => {
    const next = { ...asked, ...part };
    void navigate({ to: `/service?box=${next.box}${next.kind ? `&kind=${next.kind}` : ''}${next.queue ? `&queue=${next.queue}` : ''}${more}`, replace: true });
  };
  const phone = search['phone'];
  return { asked, change, isNew: search['new'] !== undefined, phone: typeof phone === 'string' || typeof phone === 'number' ? String(phone) : '' };
}

export const PAGE = 50;

/** The rows of a box, page by page. The keys are those that live updates refresh. */
export function useQueueRows({ box, kind, queue }: Asked) {
  const result = useInfiniteQuery({
    queryKey: ['records', 'case', 'queue', box, kind, queue],
    queryFn: ({ pageParam, signal }) => call('GET /service/case-queue', {
      signal, query: { box, limit: PAGE, ...(kind && { kind }), ...(queue && { queue }), ...(pageParam && { after: pageParam.id, ...(pageParam.dueAt !== null && { afterDue: new Date(pageParam.dueAt).toISOString() }) }) },
    }),
    initialPageParam: undefined as QueueRow | undefined,
    getNextPageParam: (last) => (last.next ? last.data.at(-1) : undefined),
    staleTime: 5_000,
  });
  return { ...result, rows: result.data?.pages.flatMap((page) => page.data) ?? [] };
}

export const useBoxCounts = () => useQuery({ queryKey: ['counts', 'case', 'boxes'], queryFn: ({ signal }) => call('GET /service/case-queue/counts', { signal }), staleTime: 5_000 });

export const useDesk = () => useQuery({ queryKey: ['service-setup'], queryFn: ({ signal }) => call('GET /service/setup', { signal }), staleTime: 60_000 });

/** The service types in use, in their order. */
export const useCaseTypes = (object: ObjectMeta) => useRecords(object, { sort: 'position', filter: { field: 'isActive', op: 'eq', value: true } }, 40);

/** The clock of the page, so that what is left stays true. */
export function useClock(seconds = 20): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}

/** The words of a choice of the case. */
export function useCaseChoice() {
  const object = useFindObject()('case');
  const pick = usePick();
  return (field: string, value: string): string => {
    const label = object?.fields.find((each) => each.key === field)?.choices?.find((choice) => choice.value === value)?.label;
    return label ? pick(label) : value;
  };
}

export interface EachResult {
  readonly row: QueueRow;
  /** Why it was refused; absent when it was done. */
  readonly reason?: string;
}

export interface EachWay {
  /** After each: how many are done. */
  readonly onStep?: (done: number) => void;
  /** Asked before each: those that come after it are left as they are. */
  readonly isStopped?: () => boolean;
}

/** One call for each case, one after the other: what one refuses does not hold up the rest. */
export function useEach() {
  const client = useQueryClient();
  return async (rows: readonly QueueRow[], act: (row: QueueRow) => Promise<unknown>, { onStep, isStopped }: EachWay = {}): Promise<readonly EachResult[]> => {
    const results: EachResult[] = [];
    for (const row of rows) {
      if (isStopped?.() === true) break;
      onStep?.(results.length);
      try {
        await act(row);
        results.push({ row });
      } catch (problem) {
        results.push({ row, reason: isProblem(problem) ? problem.detail : String(problem) });
      }
    }
    await Promise.all([client.invalidateQueries({ queryKey: ['records', 'case'] }), client.invalidateQueries({ queryKey: ['counts', 'case'] })]);
    return results;
  };
}
