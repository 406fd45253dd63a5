import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { call, type CallAnswer, type RowOf } from '#kit/api/typed-client.ts';
import type { NamedRef } from '#kit/records/record-types.ts';

export type AuditEntry = RowOf<'GET /audit'>;

/** What the person asks of the trail; days are `YYYY-MM-DD` in their own time. */
export interface AuditQuery {
  readonly actor?: NamedRef | undefined;
  readonly action?: string | undefined;
  readonly object?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly isFailedOnly?: boolean | undefined;
}

const DAY_MS = 86_400_000;
const instant = (day: string | undefined, plus = 0): string | undefined =>
  day === undefined ? undefined : new Date(new Date(`${day}T00:00:00`).getTime() + plus).toISOString();

/** As the server takes it; the last day counts in full. */
export const auditParams = (query: AuditQuery) => ({
  actor: query.actor?.id, action: query.action, object: query.object, from: instant(query.from), to: instant(query.to, DAY_MS),
  ok: query.isFailedOnly ? 'false' as const : undefined,
});

const auditQuery = (query: AuditQuery) => infiniteQueryOptions({
  queryKey: ['audit', query],
  queryFn: ({ pageParam, signal }) => call('GET /audit', { signal, query: { ...auditParams(query), cursor: pageParam, limit: 60 } }),
  initialPageParam: '',
  getNextPageParam: (last) => last.page.next ?? undefined,
});

export function useAudit(query: AuditQuery) {
  const found = useInfiniteQuery(auditQuery(query));
  return { ...found, entries: found.data?.pages.flatMap((p) => p.data) ?? [] };
}

export type Verdict = CallAnswer<'POST /audit/verify'>;
