import { useState } from 'react';
import { Button } from 'antd';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { unmeasuredTimes } from '../../rules/service-times.ts';
import { PeriodTools } from '../parts/period-tools.tsx';
import { usePeriod } from '../parts/use-period.ts';
import { usePerformanceTexts, useTimes } from '../use-performance.ts';
import { NoEvents, TimeCard } from './time-card.tsx';
import '../performance.css';

/** 服务时间 (SE-23): each with its definition and the events it comes from; where there are none, what to record. */
export default function TimesPage() {
  const t = usePerformanceTexts();
  const { asked, change, today } = usePeriod('/performance/times');
  const [by, setBy] = useState<'type' | 'unit'>('type');
  const found = useTimes(asked, by);
  return (
    <AdminPage title={t('times.title')} hint={<><span className="pf-print">{asked.from} – {asked.to} </span>{t('times.hint')}</>} actions={<Button onClick={() => window.print()}>{t('print')}</Button>}>
      <PeriodTools asked={asked} today={today} hasUnits onChange={change}>
        <PlainSelect label={t('times.by')} value={by} options={[{ value: 'type', label: t('times.type') }, { value: 'unit', label: t('times.unitBy') }]} onChange={(value) => setBy(value === 'unit' ? 'unit' : 'type')} />
      </PeriodTools>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && (
        <div className="pf-times" aria-busy={found.isPlaceholderData}>
          {found.data.data.map((time) => <TimeCard key={time.key} time={time} by={by} asked={asked} />)}
          {unmeasuredTimes.map((key) => <NoEvents key={key} of={key} hint={t(`times.missing.${key}`)} />)}
        </div>
      )}
    </AdminPage>
  );
}
