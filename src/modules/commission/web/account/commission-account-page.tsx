import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';
import { FigureAmount } from '../parts/figure-why.tsx';
import { MonthSwitch } from '../parts/month-switch.tsx';
import { usePlace } from '../parts/use-place.ts';
import { AccountLines } from './account-lines.tsx';
import { FrozenCard } from './frozen-card.tsx';
import { OwnStatement } from './own-statement.tsx';
import '../parts/commission.css';

type Account = CallAnswer<'GET /commission/accounts/{account}'>;

const figures = ['month', 'accrued', 'frozen', 'settled'] as const;

function Figures({ account, month, site }: { account: Account; month: string; site: string | undefined }) {
  const t = useCommissionTexts();
  const totals = account.totals.length > 0 ? account.totals : [{ currency: 'CNY', month: '0.00', accrued: '0.00', frozen: '0.00', settled: '0.00', penalties: '0.00' }];
  const isPaid = (each: Account['totals'][number]) => Number(each.accrued) === 0 && Number(each.month) !== 0;
  return (
    <>
      {totals.map((each) => (
        <dl key={each.currency} className="card cm-figures">
          {figures.map((figure) => {
            const label = t(figure === 'month' && isPaid(each) ? 'figure.paid' : `figure.${figure}`);
            const of = { account: account.account, figure, amount: each[figure], currency: each.currency, site, month: figure === 'month' ? month : undefined };
            return <div key={figure} className={figure === 'frozen' && Number(each.frozen) !== 0 ? 'is-frozen' : ''}><dt>{label}</dt><dd><FigureAmount of={of} label={label} /></dd></div>;
          })}
        </dl>
      ))}
    </>
  );
}

/** One account's month: a person's statement or a fund's, with Why on every number (RE-32, PL-41). */
export default function AccountPage() {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const { account = 'me' }: { account?: string } = useParams({ strict: false });
  const { place, go } = usePlace();
  const found = useQuery({
    queryKey: ['commission', 'account', account, place.month, place.site],
    queryFn: ({ signal }) => call('GET /commission/accounts/{account}', { signal, params: { account }, query: { month: place.month, ...(place.site !== undefined && { site: place.site }) } }),
    placeholderData: (earlier) => earlier,
  });
  const isFund = account === 'publicFund' || account === 'departmentFund';
  const title = account === 'me' ? t('page.mine') : isFund ? words.account(account) : t('page.account', { name: found.data?.name ?? '' });
  const back = account === 'me' ? {} : { back: { to: '/commission/team', label: t('page.team') } };
  const actions = <><MonthSwitch month={place.month} onChange={(month) => go({ month })} /><Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('page.print')}</Button></>;
  return (
    <AdminPage title={title} hint={t(isFund ? 'page.fundsHint' : 'page.mineHint')} actions={actions} {...back}>
      <p className="cm-print-head">{t('line.statement')} · {found.data?.name} · {place.month}</p>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : !found.data ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <>
          {account === 'me' && <OwnStatement month={place.month} />}
          <Figures account={found.data} month={place.month} site={place.site} />
          {found.data.lines.length === 0 ? <div className="card"><EmptyState title={t('line.none')} hint={t('line.noneHint')} /></div> : <AccountLines lines={found.data.lines} month={place.month} />}
          {found.data.frozen.length > 0 && <FrozenCard frozen={found.data.frozen} />}
        </>
      )}
    </AdminPage>
  );
}
