import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays, startOfWeek } from '#kernel/period.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { statisticsTexts } from '../../statistics/statistics.texts.ts';
import { keyed, type Plan, PlanForm } from './plan-form.tsx';
import '../statistics/statistics.css';

type Kind = 'day' | 'week';
type Who = 'mine' | 'team';

const useMine = (kind: Kind, day: string) => useQuery({ queryKey: ['plans', 'mine', kind, day], queryFn: ({ signal }) => call('GET /plans/{kind}/{day}', { signal, params: { kind, day } }) });
const useTeam = (kind: Kind, day: string) => useQuery({ queryKey: ['plans', 'team', kind, day], queryFn: ({ signal }) => call('GET /plans/{kind}/{day}/team', { signal, params: { kind, day } }) });

function Mine({ kind, day }: { kind: Kind; day: string }) {
  const found = useMine(kind, day);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card card-body"><SkeletonLines count={5} /></div>;
  return <PlanForm key={`${kind} ${found.data.startsOn} ${found.data.version}`} plan={found.data} />;
}

function TeamLine({ plan }: { plan: Plan }) {
  const t = useTexts(statisticsTexts);
  const done = plan.lines.filter((line) => line.isDone).length;
  return (
    <li>
      <div className="grow">
        <div className="row wrap">
          <b>{plan.user.name}</b>
          <span className={plan.submittedAt === null ? 'tag tag-hu' : 'tag tag-green'}>{t(plan.submittedAt === null ? 'plan.notSubmitted' : plan.summarisedAt === null ? 'plan.submitted' : 'plan.summarised')}</span>
          {plan.lines.length > 0 && <span className="small muted">{t('plan.progress', { done, count: plan.lines.length })}</span>}
        </div>
        {plan.lines.length === 0 ? <p className="small muted">{t('plan.noLines')}</p> : <ul className="small">{keyed(plan.lines).map((line) => <li key={line.key} className={line.isDone ? 'muted' : ''}>{line.isDone ? '✓' : '·'} {line.text}</li>)}</ul>}
        {plan.summary !== '' && <p className="plan-words">{plan.summary}</p>}
      </div>
    </li>
  );
}

function Team({ kind, day }: { kind: Kind; day: string }) {
  const t = useTexts(statisticsTexts);
  const found = useTeam(kind, day);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card card-body"><SkeletonLines count={5} /></div>;
  const { data, missing } = found.data;
  if (data.length === 0) return <div className="card"><EmptyState title={t('plan.emptyTeam')} hint={t('plan.emptyTeamHint')} /></div>;
  return (
    <>
      {missing > 0 && <p className="small danger" role="status">{t('plan.missing', { count: missing })}</p>}
      <ul className="card admin-lines">{data.map((plan) => <TeamLine key={plan.user.id} plan={plan} />)}</ul>
    </>
  );
}

/** Day and week plans (RE-44). */
export default function PlansPage() {
  const t = useTexts(statisticsTexts);
  const format = useFormat();
  const navigate = useNavigate();
  const search: { readonly kind?: unknown; readonly day?: unknown; readonly who?: unknown } = useSearch({ strict: false });
  const kind: Kind = search.kind === 'week' ? 'week' : 'day';
  const who: Who = search.who === 'team' ? 'team' : 'mine';
  const asked = typeof search.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.day) ? search.day : format.today();
  const day = kind === 'week' ? startOfWeek(asked) : asked;
  const go = (part: { kind?: Kind; day?: string; who?: Who }) => void navigate({ to: `/plans?kind=${part.kind ?? kind}&day=${part.day ?? asked}&who=${part.who ?? who}`, replace: true });
  const step = kind === 'week' ? 7 : 1;
  return (
    <AdminPage title={t('plan.title')} hint={t('plan.hint')}>
      <div className="row wrap plan-tools no-print">
        <ChoiceBar<Who> label={t('plan.title')} value={who} options={[{ value: 'mine', label: t('plan.mine') }, { value: 'team', label: t('plan.team') }]} onChange={(value) => go({ who: value })} />
        <ChoiceBar<Kind> label={t('plan.day')} value={kind} options={[{ value: 'day', label: t('plan.day') }, { value: 'week', label: t('plan.week') }]} onChange={(value) => go({ kind: value })} />
        <span className="row">
          <Button aria-label={t('plan.previous')} icon={<ChevronLeft size={16} />} onClick={() => go({ day: addDays(day, -step) })} />
          <b>{kind === 'week' ? t('plan.weekOf', { day: format.date(day) }) : format.date(day)}</b>
          <Button aria-label={t('plan.next')} icon={<ChevronRight size={16} />} onClick={() => go({ day: addDays(day, step) })} />
        </span>
      </div>
      <div className="plan-page">{who === 'mine' ? <Mine kind={kind} day={day} /> : <Team kind={kind} day={day} />}</div>
    </AdminPage>
  );
}
