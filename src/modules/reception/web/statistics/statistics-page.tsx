import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { startOfWeek } from '#kernel/period.ts';
import { apiUrl } from '#kit/api/api-client.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { statisticsTexts } from '../../statistics/statistics.texts.ts';
import './statistics.css';

type Answer = CallAnswer<'GET /visitor-statistics'>;
type Row = Answer['total'];

const groupings = ['person', 'site', 'day', 'week', 'month', 'channel'] as const;
type By = (typeof groupings)[number];
const isBy = (value: unknown): value is By => groupings.some((each) => each === value);
const channels = ['walkIn', 'signboard', 'newspaper', 'internet', 'friend', 'exhibition', 'call', 'other'] as const;
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const useStatisticsTexts = () => useTexts(statisticsTexts);
const percent = (value: number | null): string => (value === null ? '–' : `${formatNumber(Math.round(value * 1000) / 10)}%`);
const count = (value: number) => (value === 0 ? <span className="faint">0</span> : formatNumber(value));

function useLabel(by: By): (row: Row) => string {
  const t = useStatisticsTexts();
  const format = useFormat();
  return (row) => {
    if (row.key === null) return t(by === 'channel' ? 'none' : 'nobody');
    const channel = channels.find((each) => each === row.key);
    if (by === 'channel' && channel) return t(`channel.${channel}`);
    if (by === 'day') return format.date(row.key);
    if (by === 'week') return t('plan.weekOf', { day: format.date(row.key) });
    if (by === 'month') return row.key.slice(0, 7);
    return row.label ?? row.key;
  };
}

function Cells({ row }: { row: Row }) {
  const t = useStatisticsTexts();
  return (
    <>
      <td className="number" data-label={t('column.visits')}>{count(row.visits)}</td>
      <td className="number" data-label={t('column.newVisits')}>{count(row.newVisits)}</td>
      <td className="number" data-label={t('column.returning')}>{count(row.returning)}</td>
      <td className="number" data-label={t('column.calls')}>{count(row.calls)}</td>
      <td className="number" data-label={t('column.callsCame')}>{count(row.callsCame)}</td>
      <td className="number" data-label={t('column.cameRate')}>{percent(row.cameRate)}</td>
      <td className="number" data-label={t('column.deals')}>{count(row.deals)}</td>
      <td className="number" data-label={t('column.amount')}>{Number(row.amount) === 0 ? <span className="faint">0</span> : formatNumber(Number(row.amount))}</td>
      <td className="number" data-label={t('column.dealRate')}>{percent(row.dealRate)}</td>
    </>
  );
}

const columns = ['visits', 'newVisits', 'returning', 'calls', 'callsCame', 'cameRate', 'deals', 'amount', 'dealRate'] as const;

function StatisticsTable({ answer, by }: { answer: Answer; by: By }) {
  const t = useStatisticsTexts();
  const label = useLabel(by);
  return (
    <div className="card admin-scroll">
      <table className="admin-table statistics-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead><tr><th scope="col">{t(`grouping.${by}`)}</th>{columns.map((each) => <th key={each} scope="col" className="number">{t(`column.${each}`)}</th>)}</tr></thead>
        <tbody>{answer.data.map((row) => <tr key={row.key ?? ''}><th scope="row">{label(row)}</th><Cells row={row} /></tr>)}</tbody>
        <tfoot><tr><th scope="row">{t('total')}</th><Cells row={answer.total} /></tr></tfoot>
      </table>
    </div>
  );
}

interface Asked { readonly from: string; readonly to: string; readonly by: By; readonly site?: string }

function Tools({ asked, sites, onChange }: { asked: Asked; sites: Answer['sites']; onChange: (part: Partial<Asked>) => void }) {
  const t = useStatisticsTexts();
  const today = useFormat().today();
  const ranges = { today, week: startOfWeek(today), month: `${today.slice(0, 8)}01` } as const;
  const current = asked.to === today ? (['today', 'week', 'month'] as const).find((each) => ranges[each] === asked.from) : undefined;
  return (
    <div className="row wrap statistics-tools no-print">
      <ChoiceBar label={t('period')} value={current ?? ''} options={(['today', 'week', 'month'] as const).map((value) => ({ value, label: t(`range.${value}`) }))} onChange={(value) => value !== '' && onChange({ from: ranges[value], to: today })} />
      <label className="statistics-day"><span className="small muted">{t('from')}</span><input type="date" className="plain-select" value={asked.from} max={asked.to} onChange={(e) => isDay(e.target.value) && onChange({ from: e.target.value })} /></label>
      <label className="statistics-day"><span className="small muted">{t('to')}</span><input type="date" className="plain-select" value={asked.to} min={asked.from} onChange={(e) => isDay(e.target.value) && onChange({ to: e.target.value })} /></label>
      <PlainSelect label={t('by')} value={asked.by} options={groupings.map((value) => ({ value, label: `${t('by')} ${t(`grouping.${value}`)}` }))} onChange={(value) => isBy(value) && onChange({ by: value })} />
      {sites.length > 1 && <PlainSelect label={t('site')} value={asked.site ?? ''} options={[{ value: '', label: t('allSites') }, ...sites.map((each) => ({ value: each.id, label: each.name }))]} onChange={(site) => onChange({ site })} />}
    </div>
  );
}

/** 来人来电统计（成交状况分析）表: by day, week or month, by person, site or channel; print and Excel (RE-43). */
export default function StatisticsPage() {
  const t = useStatisticsTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const search: { readonly from?: unknown; readonly to?: unknown; readonly by?: unknown; readonly site?: unknown } = useSearch({ strict: false });
  const today = format.today();
  const site = typeof search.site === 'string' && search.site !== '' ? search.site : undefined;
  const asked: Asked = { from: isDay(search.from) ? search.from : `${today.slice(0, 8)}01`, to: isDay(search.to) ? search.to : today, by: isBy(search.by) ? search.by : 'person', ...(site !== undefined && { site }) };
  const found = useQuery({ queryKey: ['visitor-statistics', asked], queryFn: ({ signal }) => call('GET /visitor-statistics', { signal, query: { ...asked } }), placeholderData: (earlier) => earlier });
  const change = (part: Partial<Asked>) => {
    const next = { ...asked, ...part };
    void navigate({ to: `/visitor-statistics?from=${next.from}&to=${next.to}&by=${next.by}${next.site ? `&site=${next.site}` : ''}`, replace: true });
  };
  const isEmpty = found.data?.data.length === 0;
  return (
    <AdminPage
      title={t('title')} hint={<><span className="print-only">{asked.from} – {asked.to} </span>{t('hint')}</>}
      actions={<><Button onClick={() => window.print()}>{t('print')}</Button><Button href={apiUrl('/visitor-statistics/xlsx', { ...asked })} download>{t('xlsx')}</Button></>}
    >
      <Tools asked={asked} sites={found.data?.sites ?? []} onChange={change} />
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {isEmpty && <div className="card"><EmptyState title={t('empty')} hint={t('emptyHint')} /></div>}
      {found.data && !isEmpty && <StatisticsTable answer={found.data} by={asked.by} />}
    </AdminPage>
  );
}
