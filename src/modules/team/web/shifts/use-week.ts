import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { type WeekPlan, useTeamTexts } from '../use-team.ts';

export type Entry = WeekPlan['entries'][number];
const PAUSE_MS = 500;
export const sameEntry = (a: Entry, b: Entry): boolean => a.person === b.person && a.day === b.day && a.template === b.template;

/** A week in the making: what the planner sets is shown at once and kept after a short pause. */
export function useWeek(asked: { readonly unit?: string; readonly week?: string }) {
  const t = useTeamTexts();
  const client = useQueryClient();
  const which = `${asked.unit ?? ''} ${asked.week ?? ''}`;
  const found = useQuery({ queryKey: ['team-plan', which], queryFn: ({ signal }) => call('GET /team/plan', { signal, query: asked }) });
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState('');
  const running = useRef(false);
  const { data: plan, refetch } = found;
  const put = useCallback((next: WeekPlan) => { client.setQueryData(['team-plan', which], next); }, [client, which]);
  const isWaiting = entries !== undefined;
  useEffect(() => {
    if (!plan?.unit || entries === undefined || running.current) return undefined;
    const { unit } = plan;
    const sent = entries;
    const send = async () => {
      running.current = true;
      setSaving(true);
      try {
        const kept = await call('PUT /team/plan', { body: { unit: unit.id, week: plan.week, version: plan.version, entries: [...sent] } });
        setProblem('');
        setEntries((now) => (now === sent ? undefined : now));
        put(kept);
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error.status === 412 ? t('plan.stale') : error.detail);
        if (error.status !== 0) { setEntries(undefined); void refetch(); }
      } finally {
        running.current = false;
        setSaving(false);
      }
    };
    const timer = setTimeout(() => void send(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [entries, plan, put, t, refetch, isSaving]);
  const change = (work: (now: readonly Entry[]) => readonly Entry[]) => setEntries((now) => work(now ?? plan?.entries ?? []));
  const act = async (run: (plan: WeekPlan) => Promise<WeekPlan>, words: string): Promise<void> => {
    if (!plan) return;
    put(await run(plan));
    showToast(words);
  };
  return { found, plan, entries: entries ?? plan?.entries ?? [], isWaiting: isWaiting || isSaving, problem, change, act };
}
