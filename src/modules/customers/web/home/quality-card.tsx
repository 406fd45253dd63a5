import { useQuery } from '@tanstack/react-query';
import { useModules } from '#kit/module/registry.tsx';
import { summaryQuery } from '#kit/records/use-records.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';
import { lowestOwners, type ScoreBand, scoreBands } from './home-figures-data.ts';
import { listHref } from './list-href.ts';

const BOARD = '/quality';
const OWNERS = 5;

function Bands({ bands }: { bands: readonly ScoreBand[] }) {
  const t = useCustomersTexts();
  const total = Math.max(1, bands.reduce((sum, b) => sum + b.count, 0));
  return (
    <ul className="bands">
      {bands.map(({ from, to, count }) => (
        <li key={from}>
          <PageLink to={listHref('/customers', { field: 'completeness', op: 'between', value: [from, to] }, 'completeness')}>
            <span className="band-name">{t('home.band', { from, to })}</span>
            <span className="funnel-track"><span className={`funnel-bar band-${from}`} style={{ width: `${(count / total) * 100}%` }} /></span>
            <b className="number">{formatNumber(count)}</b>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

/** How complete the records are, and whose need most work (CU-13). */
export function QualityCard({ customers }: { customers: ObjectMeta }) {
  const t = useCustomersTexts();
  const isTeam = customers.grants.read !== 'own';
  const scores = useQuery(summaryQuery(customers, 'completeness', ['count'], {}));
  const owners = useQuery({ ...summaryQuery(customers, 'owner', ['count', 'avg:completeness'], {}), enabled: isTeam });
  const hasBoard = useModules().some((m) => m.pages?.some((page) => page.path === BOARD));
  const lowest = lowestOwners(owners.data ?? [], OWNERS);
  return (
    <HomeCard title={t('home.quality')} query={scores} height={252} side={hasBoard && <PageLink className="small" to={BOARD}>{t('home.board')}</PageLink>}>
      <Bands bands={scoreBands(scores.data ?? [])} />
      {isTeam && lowest.length > 1 && (
        <>
          <h3 className="panel-group">{t('home.lowestOwners')}</h3>
          <ul className="owners">
            {lowest.map(({ id, name, score, count }) => (
              <li key={id}><PageLink to={listHref('/customers', { field: 'owner', op: 'eq', value: { id, name } }, 'completeness')}><span className="grow truncate">{name}</span><span className="small faint">{t('home.customersOf', { count })}</span><b className={score < 60 ? 'danger' : ''}>{score}%</b></PageLink></li>
            ))}
          </ul>
        </>
      )}
    </HomeCard>
  );
}
