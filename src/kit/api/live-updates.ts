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

/** Readings of meta under way or due, by the client of the page. */
interface MetaReading {
  running?: Promise<void>;
  due?: ReturnType<typeof setTimeout>;
}
const readings = new WeakMap<QueryClient, MetaReading>();

function readingOf(client: QueryClient): MetaReading {
  const reading = readings.get(client) ?? {};
  readings.set(client, reading);
  return reading;
}

/**
 * Reads meta anew, then what is shown by it: a new field or a changed right shows in open pages at once (PL-12, SEC-14).
 * Most readers of meta never ask by themselves, so that invalidating alone would leave them with the old one.
 */
export function refreshMeta(client: QueryClient): Promise<void> {
  const reading = readingOf(client);
  // It begins now, so that it covers every change that was told of before.
  clearTimeout(reading.due);
  delete reading.due;
  const running = readMeta(client).finally(() => {
    if (reading.running === running) delete reading.running;
  });
  reading.running = running;
  return running;
}

async function readMeta(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: metaQuery.queryKey });
  await client.fetchQuery({ ...metaQuery, staleTime: 0 });
  for (const key of ['record', 'records', 'counts']) void client.invalidateQueries({ queryKey: [key] });
}

/** Whoever changed meta in this page reads it by themselves: for so long a notice of it waits. */
const META_PAUSE_MS = 300;

/** A notice that meta changed: read once for all notices of a moment, and not at all where this `epoch` is here already. */
export function hearMeta(client: QueryClient, epoch: string): void {
  const reading = readingOf(client);
  const isHere = () => epoch !== '' && client.getQueryData(metaQuery.queryKey)?.epoch === epoch;
  clearTimeout(reading.due);
  reading.due = setTimeout(() => {
    delete reading.due;
    void Promise.resolve(epoch === '' ? undefined : reading.running).catch(() => undefined).then(() => {
      // Without an answer the old meta stays; the next notice or visit asks again.
      if (!isHere()) refreshMeta(client).catch(() => client.invalidateQueries({ queryKey: metaQuery.queryKey }));
    });
  }, META_PAUSE_MS);
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
        hearMeta(client, change.id);
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
