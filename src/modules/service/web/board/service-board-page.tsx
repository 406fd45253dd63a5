import { Button } from 'antd';
import type { ObjectMeta } from '#meta/view-model.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { CausePareto } from './cause-pareto.tsx';
import { LateActions } from './late-actions.tsx';
import { LeakFigures } from './leak-figures.tsx';
import { RateCards } from './rate-cards.tsx';
import { type BoardAsked, isDay, rangeStart, ranges, useBoardAsked, useLeaks, useServiceBoardTexts } from './use-service-board.ts';
import { ValueCard } from './value-card.tsx';
import './service-board.css';

interface ToolsProps {
  readonly asked: BoardAsked;
  readonly today: string;
  onChange(part: Partial<BoardAsked>): void;
}

function UnitChoice({ object, asked, onChange }: Omit<ToolsProps, 'today'> & { readonly object: ObjectMeta }) {
  const t = useServiceBoardTexts();
  const { records } = useRecords(object, { sort: 'name' }, 200);
  return <PlainSelect label={t('unit')} value={asked.unit ?? ''} options={[{ value: '', label: t('allUnits') }, ...records.map((record) => ({ value: record.id, label: String(record['name']) }))]} onChange={(unit) => onChange({ unit: unit || undefined })} />;
}

function Tools({ asked, today, onChange }: ToolsProps) {
  const t = useServiceBoardTexts();
  const units = useFindObject()('orgUnit');
  const current = asked.to === today ? ranges.find((range) => rangeStart(range, today) === asked.from) : undefined;
  return (
    <div className="row wrap board-tools no-print">
      <ChoiceBar label={t('period')} value={current ?? ''} options={ranges.map((value) => ({ value, label: t(`range.${value}`) }))} onChange={(value) => value !== '' && onChange({ from: rangeStart(value, today), to: today })} />
      <label className="board-day"><span className="small muted">{t('from')}</span><input type="date" className="plain-select" value={asked.from} max={asked.to} onChange={(event) => isDay(event.target.value) && event.target.value <= asked.to && onChange({ from: event.target.value })} /></label>
      <label className="board-day"><span className="small muted">{t('to')}</span><input type="date" className="plain-select" value={asked.to} min={asked.from} onChange={(event) => isDay(event.target.value) && event.target.value >= asked.from && onChange({ to: event.target.value })} /></label>
      {units && <UnitChoice object={units} asked={asked} onChange={onChange} />}
    </div>
  );
}

/** The supervisor's board (SE-6 to SE-9): no-leaks, control rates, causes, what complaints are worth, actions overdue. */
export default function ServiceBoardPage() {
  const t = useServiceBoardTexts();
  const { asked, change, today } = useBoardAsked();
  const leaks = useLeaks(asked);
  const actions = useFindObject()('correctiveAction');
  return (
    <AdminPage title={t('title')} hint={<><span className="only-print">{asked.from} – {asked.to} </span>{t('hint')}</>} actions={<Button onClick={() => window.print()}>{t('print')}</Button>}>
      <Tools asked={asked} today={today} onChange={change} />
      {leaks.error && !leaks.data && <ErrorState error={leaks.error} onRetry={() => void leaks.refetch()} />}
      {leaks.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {leaks.data && <><LeakFigures leaks={leaks.data} asked={asked} /><RateCards leaks={leaks.data} /></>}
      <CausePareto asked={asked} />
      <div className="board-pair"><ValueCard />{actions && <LateActions object={actions} today={today} />}</div>
    </AdminPage>
  );
}
