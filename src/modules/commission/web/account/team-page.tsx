import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';
import { FigureAmount } from '../parts/figure-why.tsx';
import { MonthSwitch } from '../parts/month-switch.tsx';
import { usePlace } from '../parts/use-place.ts';
import '../parts/commission.css';

type Row = RowOf<'GET /commission/team'>;

const figures = ['month', 'frozen', 'settled'] as const;

function SiteTable({ rows, month }: { rows: readonly Row[]; month: string }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const navigate = useNavigate();
  const open = (row: Row) => void navigate({ to: `/commission/accounts/${row.ownerId ?? row.account}`, search: { month, site: row.siteId } });
  return (
    <section className="card">
      <h2 className="card-head">{rows[0]?.siteName}</h2>
      <div className="cm-scroll">
        <table className="cm-table">
          <thead><tr>
            <th scope="col">{t('line.person')}</th><th scope="col" className="number">{t('figure.month')}</th><th scope="col" className="number">{t('figure.frozen')}</th>
            <th scope="col" className="number">{t('figure.settled')}</th><th scope="col" className="number">{t('line.deals')}</th>
          </tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.ownerId ?? row.account} ${row.currency}`}>
                <th scope="row"><button type="button" className="link-button" onClick={() => open(row)}>{row.name ?? words.account(row.account)}</button></th>
                {figures.map((figure) => (
                  <td key={figure} className="number"><FigureAmount of={{ account: row.ownerId ?? row.account, figure, amount: row[figure], currency: row.currency, month, site: row.siteId }} label={`${row.name ?? words.account(row.account)} ${t(`figure.${figure}`)}`} /></td>
                ))}
                <td className="number">{row.deals}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Everybody's month by site, the funds below (RE-32). */
export default function TeamPage() {
  const t = useCommissionTexts();
  const { place, go } = usePlace();
  const found = useQuery({ queryKey: ['commission', 'team', place.month], queryFn: ({ signal }) => call('GET /commission/team', { signal, query: { month: place.month } }), placeholderData: (earlier) => earlier });
  const rows = found.data?.data ?? [];
  const sites = [...new Set(rows.map((row) => row.siteId))];
  return (
    <AdminPage title={t('page.team')} hint={t('page.teamHint')} actions={<><PageLink to={`/commission/settlement?month=${place.month}`}>{t('page.settlement')}</PageLink><MonthSwitch month={place.month} onChange={(month) => go({ month })} /></>}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : !found.data ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <>
          {sites.length === 0 && <div className="card"><EmptyState title={t('line.none')} hint={t('line.noneHint')} /></div>}
          {sites.map((site) => <SiteTable key={site} rows={rows.filter((row) => row.siteId === site)} month={place.month} />)}
        </>
      )}
    </AdminPage>
  );
}
