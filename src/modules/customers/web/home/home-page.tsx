import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { useSession } from '#kit/api/session.ts';
import { lazyOf, useHomeCards } from '#kit/module/registry.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { summaryQuery } from '#kit/records/use-records.ts';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { DueContactsCard } from './due-contacts-card.tsx';
import { FunnelCard, RegionCard, WeeklyCard } from './home-charts.tsx';
import { TodaysVisitsCard } from '../visits/todays-visits-card.tsx';
import { HomeFigures } from './home-figures.tsx';
import { HomeStart } from './home-start.tsx';
import { useGo } from './list-href.ts';
import { MyTasksCard } from './my-tasks-card.tsx';
import { QualityCard } from './quality-card.tsx';
import { RecentCard } from './recent-card.tsx';
import { TeamOverdueCard } from './team-overdue-card.tsx';
import '../panels.css';
import './home.css';

function HomeHead({ customers }: { customers: ObjectMeta | undefined }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const { user } = useSession();
  const today = format.today();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${today}T00:00:00Z`));
  const mayCreate = customers?.grants.create !== undefined;
  const go = useGo();
  const create = () => go('/customers?new=1');
  usePageKeys({ c: mayCreate ? create : undefined });
  return (
    <header className="page-head home-head">
      <div className="grow">
        <h1>{t('home.title')}</h1>
        <p className="small muted">{t('home.greeting', { name: user.name, date: format.date(today), weekday })}</p>
      </div>
      {mayCreate && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={create}>{t('home.newCustomer')}</Button>}
    </header>
  );
}

/** The first page of the day: what to do, whom to call, and how the customers stand, within what the person may see. */
export default function HomePage() {
  const t = useCustomersTexts();
  const find = useFindObject();
  const customers = find('customer');
  const activities = find('activity');
  usePageTitle(t('home.title'));
  return (
    <div className="page home">
      <HomeHead customers={customers} />
      {customers?.grants.read !== undefined ? <HomeBody customers={customers} activities={activities} /> : <><MoreCards /><EmptyState title={t('home.denied')} hint={t('home.deniedHint')} /></>}
    </div>
  );
}

/** What other modules put here. */
function MoreCards() {
  const cards = useHomeCards();
  return cards.length > 0 && <div className="home-more">{cards.map(({ key, load }) => { const Card = lazyOf(load); return <Suspense key={key} fallback={null}><Card /></Suspense>; })}</div>;
}

function HomeBody({ customers, activities }: { customers: ObjectMeta; activities: ObjectMeta | undefined }) {
  const all = useQuery(summaryQuery(customers, '', ['count', 'avg:completeness'], useMemo(() => ({}), [])));
  if (all.data?.[0]?.count === 0) return <><HomeStart customers={customers} /><MoreCards /></>;
  return (
    <>
      {activities && <TodaysVisitsCard activities={activities} />}
      <HomeFigures customers={customers} activities={activities} />
      <div className="home-day">
        {activities && <MyTasksCard activities={activities} />}
        <DueContactsCard customers={customers} />
        <RecentCard />
      </div>
      <MoreCards />
      <div className="home-charts">
        <div className="home-column"><RegionCard customers={customers} /><WeeklyCard customers={customers} /></div>
        <div className="home-column">
          <FunnelCard customers={customers} />
          <QualityCard customers={customers} />
          {activities && activities.grants.read !== 'own' && <TeamOverdueCard activities={activities} />}
        </div>
      </div>
    </>
  );
}
