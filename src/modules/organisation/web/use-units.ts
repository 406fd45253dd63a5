import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#kit/api/api-client.ts';
import { textOf } from '#kit/field/field-props.ts';
import { filterParam, isNamedRef, type RecordData, type RecordPage, refId, type SummaryRow } from '#kit/records/record-types.ts';
import type { Unit, UnitChange } from './unit-tree.ts';

const PAGE = 200;

function toUnit(record: RecordData): Unit {
  const { id, version, name, kind, parent, manager, position } = record;
  return {
    id, version, name: textOf(name), kind: textOf(kind), parent: refId(parent) ?? null,
    manager: isNamedRef(manager) ? manager : null, position: typeof position === 'number' ? position : 0,
  };
}

async function loadUnits(signal: AbortSignal): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: RecordPage = await api.get<RecordPage>('/org-units', { signal, query: { limit: PAGE, include: 'manager', sort: 'name', cursor } });
    units.push(...page.data.map(toUnit));
    cursor = page.page.next;
  }
  return units;
}

export const useUnits = () => useQuery({ queryKey: ['records', 'orgUnit', 'tree'], queryFn: ({ signal }) => loadUnits(signal) });

const active = { field: 'isActive', op: 'eq', value: true } as const;

/** Active people of each unit, by the unit's id. */
export const useHeads = () => useQuery({
  queryKey: ['records', 'user', 'heads'],
  queryFn: ({ signal }) => api.get<{ data: readonly SummaryRow[] }>('/users/summary', { signal, query: { groupBy: 'unit', measures: 'count', filter: filterParam(active) } }),
  select: (answer): ReadonlyMap<string, number> => new Map(answer.data.flatMap((row) => (row.key === null ? [] : [[refId(row.key) ?? String(row.key), row.count] as const]))),
});

/** Active people whose primary unit it is. */
export const usePeople = (unit: string) => useQuery({
  queryKey: ['records', 'user', 'unit', unit],
  queryFn: ({ signal }) => api.get<RecordPage>('/users', {
    signal, query: { limit: PAGE, sort: 'name', filter: filterParam({ and: [active, { field: 'unit', op: 'eq', value: unit }] }) },
  }),
  select: (page) => page.data,
});

/** Writes of the tree; each keeps lists and the tree current. */
export function useUnitWrites() {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: ['records', 'orgUnit'] });
    return {
      refresh,
      create: async (values: Readonly<Record<string, unknown>>) => {
        const made = await api.post<RecordData>('/org-units', values);
        await refresh();
        return made;
      },
      change: async (unit: Unit, values: Readonly<Record<string, unknown>>) => {
        await api.patch(`/org-units/${unit.id}`, values, { ifMatch: unit.version });
        await refresh();
      },
      remove: async (unit: Unit) => {
        await api.del(`/org-units/${unit.id}`);
        await refresh();
      },
      apply: async (changes: readonly UnitChange[], isBack = false) => {
        for (const { id, version, values, before } of changes) {
          await api.patch(`/org-units/${id}`, isBack ? before : values, isBack ? {} : { ifMatch: version });
        }
        await refresh();
      },
    };
  }, [client]);
}
