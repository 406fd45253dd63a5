import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { isSameJson } from '#kernel/json.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Remark, checkProcess } from '../../rules/process-check.ts';
import { useProcessTexts } from './process-web.texts.ts';
import type { WorkedProcess } from './process-edit.ts';

export type ProcessTemplate = CallAnswer<'GET /service/processes/{key}'>;

/** A remark of the rules, or that the process itself has no name. */
export type ShownRemark = Remark | { readonly level: 'error'; readonly code: 'process-name'; readonly step: ''; readonly question?: never; readonly value?: never };

export const processKey = (key: string) => ['service-processes', key];
export const useTemplate = (key: string) => useQuery({ queryKey: processKey(key), queryFn: ({ signal }) => call('GET /service/processes/{key}', { signal, params: { key } }) });
export const useRevision = (key: string, revision: number) => useQuery({
  queryKey: [...processKey(key), revision], staleTime: Infinity, queryFn: ({ signal }) => call('GET /service/processes/{key}/revisions/{revision}', { signal, params: { key, revision } }),
});
export const useProcesses = () => useQuery({ queryKey: ['service-processes'], queryFn: ({ signal }) => call('GET /service/processes', { signal }) });

export function useRefreshProcesses() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['service-processes'] });
}

const nothing: WorkedProcess = { name: { 'zh-CN': '', en: '' }, steps: [] };

export function remarksOf(process: WorkedProcess): readonly ShownRemark[] {
  const isNamed = process.name['zh-CN'].trim() !== '' && process.name.en.trim() !== '';
  return [...(isNamed ? [] : [{ level: 'error', code: 'process-name', step: '' } as const]), ...checkProcess(process)];
}

function restored(key: string, version: number): WorkedProcess | undefined {
  const kept = readDraft(`process.${key}`);
  const process = kept?.['process'];
  return kept?.['version'] === version && typeof process === 'object' && process !== null && 'steps' in process && 'name' in process ? (process as WorkedProcess) : undefined;
}

/** What is being worked on: begun from the draft, else from the revision in force; unsaved changes survive a reload of the tab. */
export function useWorkedProcess(template: ProcessTemplate) {
  const t = useProcessTexts();
  const refresh = useRefreshProcesses();
  const submit = useSubmit();
  // Pinned to what was seen: what somebody else saves meanwhile is never written over unseen.
  const [version, setVersion] = useState(template.draft?.version ?? 0);
  const stored = useMemo<WorkedProcess>(() => {
    const from = template.draft ?? template.current;
    return from ? { name: from.name, steps: from.steps } : nothing;
  }, [template]);
  const [process, setProcess] = useState(() => restored(template.key, version) ?? stored);
  const isChanged = !isSameJson(process, stored);
  const name = `process.${template.key}`;
  useEffect(() => {
    if (isChanged) writeDraft(name, { version, process });
    else dropDraft(name);
  }, [isChanged, name, process, version]);
  const save = async (): Promise<number | undefined> => {
    if (!isChanged && template.draft) return version;
    const result = await submit.run(() => call('PUT /service/processes/{key}/draft', { params: { key: template.key }, body: { name: process.name, steps: process.steps, version } }));
    if (!result) return undefined;
    dropDraft(name);
    setVersion(result.done.version);
    showToast(t('bar.savedToast'));
    await refresh();
    return result.done.version;
  };
  return { process, change: setProcess, stored, isChanged, version, save, published: () => setVersion(0), discard: () => { setProcess(stored); submit.clear(); }, remarks: useMemo(() => remarksOf(process), [process]), ...submit };
}

export type Worked = ReturnType<typeof useWorkedProcess>;
