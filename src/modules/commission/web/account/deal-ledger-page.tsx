import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { AmountWhy } from '../parts/amount-why.tsx';
import { sayAmount, useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';
import '../parts/commission.css';

type Line = CallAnswer<'GET /commission/deals/{id}'>['lines'][number];

function LedgerTable({ lines }: { lines: readonly Line[] }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const format = useFormat();
  return (
    <div className="cm-scroll">
      <table className="cm-table">
        <thead><tr>
          <th scope="col">{t('line.when')}</th><th scope="col">{t('line.account')}</th><th scope="col" className="number">{t('line.amount')}</th><th scope="col">{t('line.kind')}</th>
          <th scope="col">{t('line.state')}</th><th scope="col">{t('line.month')}</th><th scope="col">{t('line.why')}</th>
        </tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="muted">{format.fullMoment(line.at)}</td>
              <th scope="row">{line.name ?? words.account(line.account)}</th>
              <td className={Number(line.amount) < 0 ? 'number cm-less' : 'number'}>{sayAmount(line.amount, line.currency)}</td>
              <td>{words.doing(line.kind, line.reason)}</td><td>{words.state(line.state)}</td><td>{line.month}</td>
              <td><AmountWhy entry={line.id} clause={line.clause} about={line.name ?? words.account(line.account)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Everything ever posted for one deal (RE-30). */
export default function DealLedgerPage() {
  const t = useCommissionTexts();
  const words = useEntryWords();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useQuery({ queryKey: ['commission', 'deal', id], queryFn: ({ signal }) => call('GET /commission/deals/{id}', { signal, params: { id } }) });
  const deal = found.data;
  const badge = deal?.frozenReason ? <span className="tag tag-hu">{t('line.reasonFrozen', { reason: words.frozen(deal.frozenReason) })}</span> : undefined;
  return (
    <AdminPage
      title={deal ? deal.label : t('page.deal')} badge={badge} back={{ to: '/commission', label: t('page.mine') }}
      hint={deal && [deal.siteName, deal.dealOn, deal.price && sayAmount(deal.price, deal.currency)].filter(Boolean).join(' · ')}
    >
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : !deal ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <section className="card">
          <h2 className="card-head">{t('page.deal')}</h2>
          <LedgerTable lines={deal.lines} />
          {deal.hidden > 0 && <p className="small muted cm-note">{t('line.hidden', { count: deal.hidden })}</p>}
        </section>
      )}
    </AdminPage>
  );
}
