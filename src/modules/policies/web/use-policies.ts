import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecisionPoint, Fact, OutputColumn, PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import { api } from '#kit/api/api-client.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';

export type PackList = CallAnswer<'GET /policy-packs'>;
export type PackView = PackList['data'][number];
export type PolicyLine = PackView['policies'][number];
export type PolicyView = CallAnswer<'GET /policies/{key}'>;
export type VersionView = PolicyView['versions'][number];

export const usePacks = (isEnabled = true) => useQuery({ queryKey: ['policies', 'packs'], queryFn: ({ signal }) => call('GET /policy-packs', { signal }), enabled: isEnabled, staleTime: 30_000 });

export const usePolicy = (key: string) => useQuery({ queryKey: ['policies', 'one', key], queryFn: ({ signal }) => call('GET /policies/{key}', { signal, params: { key } }) });

/** One version's model; kept while the page lives. The open draft's is asked again when it is opened. */
export const useModel = (key: string, number: number | null | undefined) => useQuery({
  queryKey: ['policies', 'model', key, number ?? 0],
  queryFn: ({ signal }) => api.get<{ model: PolicyModel }>(`/policies/${encodeURIComponent(key)}/versions/${number}`, { signal }),
  enabled: number !== null && number !== undefined,
  select: (answer) => answer.model,
});

/** A pack as one document: each policy's version in force, else its newest. */
export const usePackDocument = (key: string | undefined) => useQuery({
  queryKey: ['policies', 'pack', key], queryFn: ({ signal }) => api.get<PolicyPack>(`/policy-packs/${encodeURIComponent(key ?? '')}`, { signal }), enabled: key !== undefined,
});

/** Everything known of policies is read again: numbers, versions and badges hang together. */
export function useRefreshPolicies(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['policies'] });
}

export type OpenVersion = VersionView & { readonly status: 'draft' | 'submitted' };
const isOpen = (version: VersionView): version is OpenVersion => version.status === 'draft' || version.status === 'submitted';

/** The version that is being written or waits for approval; there is one at most. */
export const openVersion = (policy: PolicyView): OpenVersion | undefined => policy.versions.find(isOpen);

/** The version that decides about an instant: approved, begun, the latest of those. */
export function versionAt(policy: PolicyView, at: string): VersionView | undefined {
  const begun = policy.versions.filter((each) => each.status === 'approved' && each.activeFrom !== null && Date.parse(each.activeFrom) <= Date.parse(at));
  return begun.toSorted((a, b) => Date.parse(b.activeFrom ?? '') - Date.parse(a.activeFrom ?? '') || b.number - a.number)[0];
}

/** What the product can tell this policy and understands of it; undefined for a policy of the company's own. */
export function pointOf(policy: PolicyView): DecisionPoint | undefined {
  if (policy.offers === null) return undefined;
  // Declared by the modules and passed through by the server as they are.
  return { key: policy.point, label: policy.label, about: policy.label, facts: policy.offers.facts as readonly Fact[], results: policy.offers.results as readonly OutputColumn[] };
}
