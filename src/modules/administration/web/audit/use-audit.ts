import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import type { NamedRef } from '#kit/records/record-types.ts';

export interface AuditEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly id: string | null; readonly name: string; readonly kind: string };
  readonly ip: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly customerId: string | null;
  readonly version: number | null;
  readonly ok: boolean;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly detail: unknown;
}

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
  ok: query.isFailedOnly ? 'false' : undefined,
});

interface AuditPage {
  readonly data: readonly AuditEntry[];
  readonly page: { readonly next: string | null };
}

const auditQuery = (query: AuditQuery) => infiniteQueryOptions({
  queryKey: ['audit', query],
  queryFn: ({ pageParam, signal }) => api.get<AuditPage>('/audit', { signal, query: { ...auditParams(query), cursor: pageParam, limit: 60 } }),
  initialPageParam: '',
  getNextPageParam: (last) => last.page.next ?? undefined,
});

export function useAudit(query: AuditQuery) {
  const found = useInfiniteQuery(auditQuery(query));
  return { ...found, entries: found.data?.pages.flatMap((p) => p.data) ?? [] };
}

export interface Verdict {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly blocks: number;
  readonly pending: number;
  readonly head: { readonly sealedAt: string } | null;
  readonly faults: readonly { readonly kind: FaultKind; readonly block?: number; readonly seq?: number; readonly at?: string; readonly action?: string }[];
  readonly faultCount: number;
}

export type FaultKind = 'entry-altered' | 'entry-removed' | 'entry-inserted' | 'block-altered' | 'block-removed' | 'end-removed';
