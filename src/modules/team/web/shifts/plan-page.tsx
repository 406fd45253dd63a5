import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight, Copy, Send, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { addDays, startOfWeek } from '#kernel/period.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { AdminCard, AdminPage, ConfirmDialog, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Refusal, Waiting } from '../team-frame.tsx';
import { type WeekPlan, dayWords, useRefreshTeam, useTeamTexts } from '../use-team.ts';
import { CellDialog } from './cell-dialog.tsx';
import { SetupDialog } from './setup-dialog.tsx';
import { SwapsToDecide } from './swaps-to-decide.tsx';
import { useWeek } from './use-week.ts';
import { WeekGrid, useWeekdays } from './week-grid.tsx';
import '../team.css';

function ConflictList({ plan }: { readonly plan: WeekPlan }) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  const nameOf = (list: readonly { id: string; name: string }[], id: string) => list.find((each) => each.id === id)?.name ?? '';
  if (plan.entries.length === 0) return null;
  return (
    <AdminCard title={t('plan.conflicts')} note={plan.conflicts.length} isFlush>
      {plan.conflicts.length === 0 ? <p className="team-lead small muted">{t('plan.noConflicts')}</p> : (
        <ul className="week-conflicts">{plan.conflicts.map((conflict) => (
          <li key={JSON.stringify(conflict)}><span className={`tag ${conflict.kind === 'cover' ? 'tag-hu' : 'tag-zhu'}`}>{dayWords(conflict.day, weekdays)}</span>
            {conflict.kind === 'cover' ? <span>{t('plan.cover', { name: nameOf(plan.patterns, conflict.template), planned: conflict.planned, needed: conflict.needed })}</span> : <span>{nameOf(plan.people, conflict.person)} {conflict.kind === 'rest' ? t('plan.rest', { hours: conflict.hours }) : t(conflict.kind === 'double' ? 'plan.double' : 'plan.away')}</span>}
          </li>
        ))}</ul>
      )}
    </AdminCard>
  );
}

function stateOf(plan: WeekPlan): 'none' | 'draft' | 'published' | 'changed' {
  return plan.state === 'draft' && plan.publishedAt !== null ? 'changed' : plan.state;
}
const tones = { none: '', draft: ' tag-hu', published: ' tag-green', changed: ' tag-ju' } as const;

/** Publishes; what the server has against it can be accepted. */
function Publish({ week }: { readonly week: ReturnType<typeof useWeek> }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const { isBusy, error, run } = useSubmit();
  const [against, setAgainst] = useState('');
  const { plan } = week;
  const send = (isAccepted: boolean) => week.act(async (now) => call('POST /team/plan/publish', { body: { unit: now.unit?.id ?? '', week: now.week, version: now.version, isAccepted } }), t('plan.published')).then(refresh);
  const first = () => run(() => send(false).catch((problem: unknown) => {
    if (!isProblem(problem) || problem.code !== 'team.conflicts') throw problem;
    setAgainst(problem.detail);
  }));
  if (!plan) return null;
  return (
    <>
      <Button type="primary" icon={<Send size={14} aria-hidden />} loading={isBusy} disabled={week.isWaiting || plan.state !== 'draft'} onClick={() => void first()}>{t('plan.publish')}</Button>
      <Refusal error={error} />
      {against !== '' && <ConfirmDialog title={t('plan.publishTitle', { count: plan.conflicts.length })} ok={t('plan.publishAnyway')} onConfirm={() => send(true)} onClose={() => setAgainst('')}><p>{against}</p></ConfirmDialog>}
    </>
  );
}

function Tools({ week, onGo, onSetup }: { readonly week: ReturnType<typeof useWeek>; onGo(next: { unit?: string; week?: string }): void; onSetup(): void }) {
  const t = useTeamTexts();
  const [isCopying, setCopying] = useState(false);
  const { plan } = week;
  if (!plan?.unit) return null;
  const { unit } = plan;
  const copy = () => week.act((now) => call('POST /team/plan/copy', { body: { unit: unit.id, week: now.week, version: now.version } }), t('plan.copied'));
  const state = stateOf(plan);
  return (
    <div className="row wrap week-tools no-print">
      <PlainSelect label={t('plan.unit')} value={unit.id} options={plan.units.map(({ id, name }) => ({ value: id, label: name }))} onChange={(next) => onGo({ unit: next })} />
      <span className="row week-move">
        <Button aria-label={t('plan.before')} icon={<ChevronLeft size={16} aria-hidden />} onClick={() => onGo({ week: addDays(plan.week, -7) })} />
        <b>{t('plan.week', { from: plan.week.slice(5), to: addDays(plan.week, 6).slice(5) })}</b>
        <Button aria-label={t('plan.after')} icon={<ChevronRight size={16} aria-hidden />} onClick={() => onGo({ week: addDays(plan.week, 7) })} />
        {plan.week !== startOfWeek(plan.today) && <Button onClick={() => onGo({ week: startOfWeek(plan.today) })}>{t('plan.thisWeek')}</Button>}
      </span>
      <span className={`tag${tones[state]}`}>{t(`plan.state.${state}`)}</span>
      <span className="small muted" role="status">{week.isWaiting ? t('plan.saving') : state === 'draft' || state === 'changed' ? t('plan.kept') : ''}</span>
      <span className="grow" />
      <Button icon={<Settings2 size={14} aria-hidden />} onClick={onSetup}>{t('plan.setup')}</Button>
      <Button icon={<Copy size={14} aria-hidden />} disabled={!plan.hasEarlier || week.isWaiting} onClick={() => { if (week.entries.length > 0) setCopying(true); else void copy(); }}>{t('plan.copy')}</Button>
      <Publish week={week} />
      {isCopying && <ConfirmDialog title={t('plan.copyTitle')} ok={t('plan.copy')} onConfirm={copy} onClose={() => setCopying(false)}><p>{t('plan.copyHint', { count: week.entries.length })}</p></ConfirmDialog>}
    </div>
  );
}

function Week({ week, plan }: { readonly week: ReturnType<typeof useWeek>; readonly plan: WeekPlan }) {
  const t = useTeamTexts();
  const [cell, setCell] = useState<{ person: string; day: string }>();
  const refresh = useRefreshTeam();
  const load = async () => { await call('POST /team/shift-patterns/load'); refresh(); void week.found.refetch(); };
  if (plan.patterns.length === 0) return <div className="card"><EmptyState title={t('plan.noPatterns')} hint={t('plan.noPatternsHint')} actions={<Button type="primary" onClick={() => void load()}>{t('plan.load')}</Button>} /></div>;
  if (plan.people.length === 0) return <div className="card"><EmptyState title={t('plan.empty')} hint={t('plan.emptyHint')} /></div>;
  return (
    <>
      <SwapsToDecide swaps={plan.swaps} onDone={() => void week.found.refetch()} />
      <section className="card admin-card">
        <WeekGrid plan={plan} entries={week.entries} onChange={week.change} onPick={(person, day) => setCell({ person, day })} />
        <p className="small muted team-lead">{t('plan.keys')} · {t('plan.restHint', { hours: plan.restHours })}</p>
      </section>
      <ConflictList plan={plan} />
      {cell && <CellDialog plan={plan} entries={week.entries} {...cell} onChange={week.change} onClose={() => setCell(undefined)} />}
    </>
  );
}

/** The planner's week of a unit (SE-40). */
export default function PlanPage() {
  const t = useTeamTexts();
  const navigate = useNavigate();
  const search: { readonly unit?: unknown; readonly week?: unknown } = useSearch({ strict: false });
  const asked = { ...(typeof search.unit === 'string' && search.unit !== '' && { unit: search.unit }), ...(typeof search.week === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.week) && { week: search.week }) };
  const week = useWeek(asked);
  const [isSetup, setSetup] = useState(false);
  const go = (next: { unit?: string; week?: string }) => void navigate({ to: `/team/shifts?unit=${next.unit ?? week.plan?.unit?.id ?? ''}&week=${next.week ?? week.plan?.week ?? ''}`, replace: true });
  return (
    <AdminPage title={t('plan.title')} hint={t('plan.hint')}>
      <Waiting found={week.found} lines={10}>{(plan) => (plan.unit === null ? <div className="card"><EmptyState title={t('plan.noUnit')} hint={t('plan.emptyHint')} /></div> : (
        <>
          <Tools week={week} onGo={go} onSetup={() => setSetup(true)} />
          <Refusal error={week.problem} />
          <Week week={week} plan={plan} />
          {isSetup && <SetupDialog plan={plan} onSaved={() => void week.found.refetch()} onClose={() => setSetup(false)} />}
        </>
      ))}</Waiting>
    </AdminPage>
  );
}
