import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { Definitions } from '../parts/definitions.tsx';
import { PeriodTools } from '../parts/period-tools.tsx';
import { addressOf, usePeriod } from '../parts/use-period.ts';
import { usePerformanceTexts, usePerson } from '../use-performance.ts';
import { PersonEntries } from './person-entries.tsx';
import { PersonFigures } from './person-figures.tsx';
import { PersonTrend } from './person-trend.tsx';
import '../performance.css';

/** One person's sheet beside the median of their unit, twelve months of it, and what it was worth (SE-40). */
export default function PersonPage() {
  const t = usePerformanceTexts();
  const { person = 'me' }: { person?: string } = useParams({ strict: false });
  const { asked, change, today } = usePeriod(person === 'me' ? '/performance/people/me' : `/performance/people/${person}`);
  const isOwnOnly = useFindObject()('incentiveEntry')?.grants.read === 'own';
  const found = usePerson(person, asked);
  const { data } = found;
  const isOwn = person === 'me' || data?.isOwn === true;
  const unit = data?.unit ?? t('person.noUnit');
  return (
    <AdminPage
      title={isOwn ? t('own.title') : data ? t('person.title', { name: data.name }) : t('team.title')} hint={<><span className="pf-print">{asked.from} – {asked.to} </span>{isOwn ? t('own.hint') : data ? t('person.hint', { unit }) : ''}</>}
      {...(isOwnOnly ? {} : { back: { to: `/performance?${addressOf(asked)}`, label: t('person.back') } })} actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <PeriodTools asked={asked} today={today} onChange={change} />
      {found.error && !data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {data && <PersonFigures person={data} asked={asked} />}
      {data && <PersonTrend person={data} />}
      {data && <PersonEntries person={data.id} name={data.name} />}
      <Definitions />
    </AdminPage>
  );
}
