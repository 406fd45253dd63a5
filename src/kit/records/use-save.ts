import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/api-client.ts';
import { type RecordData, refId } from './record-types.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What is sent: references and files as ids, empty texts as null, everything else as it is. */
export function toWire(field: FieldMeta, value: unknown): unknown {
  if (value === '' || value === undefined) return null;
  if (field.type === 'reference' || field.type === 'file' || field.type === 'image') return refId(value) ?? null;
  if (field.type === 'multiReference' && Array.isArray(value)) return value.map(refId).filter((id) => id !== undefined);
  return value;
}

export function wireValues(object: ObjectMeta, values: Values): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = object.fields.find((f) => f.key === key);
    sent[key] = field ? toWire(field, value) : value;
  }
  return sent;
}

/** Writes of one object; each keeps lists, counts and the record's query current. Throws ApiProblem. */
export function useSave(object: ObjectMeta) {
  const client = useQueryClient();
  return useMemo(() => {
    const path = `/${object.plural}`;
    const refresh = (id?: string) => {
      void client.invalidateQueries({ queryKey: ['records', object.key] });
      void client.invalidateQueries({ queryKey: ['counts', object.key] });
      if (id !== undefined) void client.invalidateQueries({ queryKey: ['record', object.key, id] });
    };
    return {
      refresh,
      create: async (values: Values, idempotencyKey?: string) => {
        const options = idempotencyKey === undefined ? {} : { idempotencyKey };
        const made = await api.post<RecordData>(path, wireValues(object, values), options);
        refresh();
        return made;
      },
      patch: async (id: string, version: number | undefined, values: Values) => {
        const saved = await api.patch<RecordData>(`${path}/${id}`, wireValues(object, values), { ifMatch: version });
        refresh(id);
        return saved;
      },
      remove: async (id: string, version?: number) => {
        await api.del<unknown>(`${path}/${id}`, { ifMatch: version });
        refresh();
      },
      restore: async (id: string) => {
        await api.post<RecordData>(`${path}/${id}/restore`);
        refresh(id);
      },
    };
  }, [client, object]);
}
