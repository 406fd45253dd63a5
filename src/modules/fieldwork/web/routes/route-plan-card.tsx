import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type Frequency, clockOf, frequencies, roundDates } from '../../rules/inspection.ts';
import { useFieldworkTexts, useOrderChoices } from '../use-fieldwork.ts';
import type { InspectionRoute } from '../use-rounds.ts';
import { weekdays } from './say-frequency.ts';

export interface PlanDraft {
  readonly name: string;
  readonly nameEn: string;
  readonly caseType: string;
  /** Empty: nobody yet. */
  readonly worker: string;
  readonly frequency: Frequency;
  readonly onDay: number;
  /** `09:00` */
  readonly from: string;
  readonly to: string;
  readonly state: InspectionRoute['state'];
}

export const planOf = (route: InspectionRoute | undefined): PlanDraft => (route
  ? { name: route.name, nameEn: route.nameEn, caseType: route.caseType, worker: route.worker ?? '', frequency: route.frequency, onDay: route.onDay ?? 1, from: clockOf(route.fromMinute), to: clockOf(route.toMinute), state: route.state }
  : { name: '', nameEn: '', caseType: '', worker: '', frequency: 'daily', onDay: 1, from: '09:00', to: '11:00', state: 'active' });

interface PlanProps {
  readonly plan: PlanDraft;
  readonly mayWrite: boolean;
  readonly isTried: boolean;
  readonly hasTimes: boolean;
  onPlan(part: Partial<PlanDraft>): void;
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return <div className="admin-field"><label htmlFor={id}>{label}</label>{children(id)}</div>;
}

/** So many days are looked through for the next rounds. */
const REACH = 95;

/** What the route is called, what its findings become, who walks it and when; the next rounds are shown at once. */
export function PlanCard({ plan, mayWrite, isTried, hasTimes, onPlan }: PlanProps) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const choices = useOrderChoices();
  const types = useQuery({ queryKey: ['records', 'caseType', 'choices'], queryFn: ({ signal }) => call('GET /case-types', { signal, query: { limit: 100, sort: 'name' } }) });
  const typeOptions = (types.data?.data ?? []).filter(({ id, isActive }) => isActive === true || id === plan.caseType).map((type) => ({ value: type.id, label: pick({ 'zh-CN': String(type.name), en: String(typeof type.nameEn === 'string' ? type.nameEn : type.name) }) }));
  const mark = (value: string) => (isTried && value.trim() === '' ? { status: 'error' as const } : {});
  const workerOptions = [{ value: '', label: t('routes.nobody') }, ...(choices.data?.workers ?? []).map(({ id, name, unit }) => ({ value: id, label: unit === null ? name : `${name} · ${unit}` }))];
  return (
    <AdminCard title={t('routes.plan')}>
      <fieldset className="admin-form route-plan" disabled={!mayWrite}>
        <div className="admin-two">
          <Field label={t('lists.name')}>{(id) => <Input id={id} maxLength={80} value={plan.name} {...mark(plan.name)} onChange={(event) => onPlan({ name: event.target.value })} />}</Field>
          <Field label={t('lists.nameEn')}>{(id) => <Input id={id} maxLength={80} value={plan.nameEn} {...mark(plan.nameEn)} onChange={(event) => onPlan({ nameEn: event.target.value })} />}</Field>
        </div>
        <div className="admin-two">
          <div className="admin-field"><span className="small muted">{t('routes.worker')}</span><PlainSelect label={t('routes.worker')} value={plan.worker} options={workerOptions} onChange={(worker) => onPlan({ worker })} /></div>
          <div className="admin-field"><span className="small muted">{t('routes.caseType')}</span><PlainSelect label={t('routes.caseType')} value={plan.caseType} options={[...(plan.caseType === '' ? [{ value: '', label: t('board.choose') }] : []), ...typeOptions]} onChange={(caseType) => onPlan({ caseType })} />{isTried && plan.caseType === '' && <span className="small danger">{t('board.choose')}</span>}</div>
        </div>
        <FrequencyPart plan={plan} hasTimes={hasTimes} onPlan={onPlan} />
        <ChoiceBar label={t('lists.state')} value={plan.state} options={(['active', 'retired'] as const).map((value) => ({ value, label: t(`lists.${value}`) }))} onChange={(state: PlanDraft['state']) => onPlan({ state })} />
      </fieldset>
    </AdminCard>
  );
}

function FrequencyPart({ plan, hasTimes, onPlan }: Pick<PlanProps, 'plan' | 'hasTimes' | 'onPlan'>) {
  const t = useFieldworkTexts();
  const format = useFormat();
  const { frequency, onDay, from, to } = plan;
  const next = roundDates({ frequency, onDay }, format.today(), REACH).slice(0, 3);
  const days = Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: t('routes.dayOfMonth', { day: at + 1 }) }));
  return (
    <>
      <div className="row wrap">
        <ChoiceBar label={t('routes.frequency')} value={frequency} options={frequencies.map((value) => ({ value, label: t(`routes.${value}`) }))} onChange={(chosen: Frequency) => onPlan({ frequency: chosen, onDay: 1 })} />
        {frequency === 'weekly' && <PlainSelect label={t('routes.onWeekday')} value={String(onDay)} options={weekdays.map((day, at) => ({ value: String(at + 1), label: t(`weekdays.${day}`) }))} onChange={(day) => onPlan({ onDay: Number(day) })} />}
        {frequency === 'monthly' && <PlainSelect label={t('routes.onDate')} value={String(onDay)} options={days} onChange={(day) => onPlan({ onDay: Number(day) })} />}
      </div>
      {frequency === 'monthly' && onDay > 28 && <p className="small muted">{t('routes.shortMonth')}</p>}
      <div className="admin-two">
        <Field label={t('board.from')}>{(id) => <Input id={id} type="time" value={from} onChange={(event) => onPlan({ from: event.target.value })} />}</Field>
        <Field label={t('board.to')}>{(id) => <Input id={id} type="time" value={to} onChange={(event) => onPlan({ to: event.target.value })} />}</Field>
      </div>
      {!hasTimes && <p className="small danger" role="alert">{t('board.wrongTimes')}</p>}
      {plan.state === 'active' && hasTimes && <p className="small muted">{t('routes.next', { dates: next.map((date) => `${date.slice(5)} ${t(`weekdays.${weekdayKey(date)}`)}`).join(t('routes.and')) })}</p>}
    </>
  );
}

const weekdayKey = (date: string) => weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
