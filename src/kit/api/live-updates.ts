import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { isJsonObject } from '#kernel/json.ts';
import { useEffect } from 'react';
import { metaQuery } from '../records/use-meta.ts';
import { API_BASE } from './api-client.ts';

export interface ChangeEvent {
  readonly object: string;
  readonly id: string;
  readonly action: string;
  readonly version?: number;
}

function readChange(data: string): ChangeEvent | undefined {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('object' in value) || !('id' in value)) return undefined;
    const version = 'version' in value && typeof value.version === 'number' ? { version: value.version } : {};
    return { object: String(value.object), id: String(value.id), action: 'action' in value ? String(value.action) : '', ...version };
  } catch {
    return undefined;
  }
}

type PersonalListener = (payload: Readonly<Record<string, unknown>>) => void;
const personal = new Map<string, Set<PersonalListener>>();

/** Hears notices for this person by topic (job progress, a mention); returns how to stop hearing. */
export function onPersonalEvent(topic: string, listener: PersonalListener): () => void {
  const heard = personal.get(topic) ?? new Set();
  personal.set(topic, heard.add(listener));
  return () => void heard.delete(listener);
}

function tellPersonal(data: string): void {
  const notice: unknown = JSON.parse(data);
  if (!isJsonObject(notice) || typeof notice['topic'] !== 'string') return;
  const payload = isJsonObject(notice['payload']) ? notice['payload'] : {};
  for (const listener of personal.get(notice['topic']) ?? []) listener(payload);
}

/** Lists are refreshed at most once in this time, so that an import of a million rows does not reload them a million times. */
const LIST_PAUSE_MS = 2_000;

function refreshLists(client: QueryClient, objects: Set<string>): void {
  for (const object of objects) {
    void client.invalidateQueries({ queryKey: ['records', object] });
    void client.invalidateQueries({ queryKey: ['counts', object] });
  }
  objects.clear();
}

/**
 * Reads meta anew, then what is shown by it: a new field or a changed right shows in open pages at once (PL-12, SEC-14).
 * Most readers of meta never ask by themselves, so that invalidating alone would leave them with the old one.
 */
export async function refreshMeta(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: metaQuery.queryKey });
  await client.fetchQuery({ ...metaQuery, staleTime: 0 });
  for (const key of ['record', 'records', 'counts']) void client.invalidateQueries({ queryKey: [key] });
}

/** Keeps what the person sees current: server-sent events invalidate the queries of the changed records. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`${API_BASE}/events`);
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const change = readChange(event.data);
      if (!change) return;
      if (change.object === 'meta') {
        // Without an answer the old meta stays; the next event or visit asks again.
        refreshMeta(client).catch(() => client.invalidateQueries({ queryKey: metaQuery.queryKey }));
        return;
      }
      void client.invalidateQueries({ queryKey: ['record', change.object, change.id] });
      changed.add(change.object);
      timer ??= setTimeout(() => {
        timer = undefined;
        refreshLists(client, changed);
      }, LIST_PAUSE_MS);
    });
    source.addEventListener('personal', (event: MessageEvent<string>) => tellPersonal(event.data));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
}
