import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { sayAmount, sumAmounts, useCommissionTexts, useEntryWords } from '../parts/commission-words.ts';
import { FigureAmount } from '../parts/figure-why.tsx';
import { PayrollFile } from './payroll-file.tsx';

type Run = CallAnswer<'GET /commission/settlements/{site}/{month}'>;

const tags = { draft: 'tag', confirmed: 'tag tag-hu', closed: 'tag tag-green' } as const;

function Statements({ run }: { run: Run }) {
  const t = useCommissionTexts();
  const format = useFormat();
  const words = useEntryWords();
  const navigate = useNavigate();
  const open = (each: Run['statements'][number]) => void navigate({ to: `/commission/accounts/${each.ownerId ?? each.account}`, search: { month: run.month, site: run.siteId } });
  const currencies = [...new Set(run.statements.map((each) => each.currency))];
  return (
    <div className="cm-scroll">
      <table className="cm-table">
        <thead><tr><th scope="col">{t('line.person')}</th><th scope="col" className="number">{t('line.amount')}</th><th scope="col">{t('line.statement')}</th></tr></thead>
        <tbody>
          {run.statements.map((each) => (
            <tr key={`${each.ownerId ?? each.account} ${each.currency}`}>
              <th scope="row">{each.name ?? words.account(each.account)}</th>
              <td className={Number(each.amount) < 0 ? 'number cm-less' : 'number'}><FigureAmount of={{ account: each.ownerId ?? each.account, figure: 'month', amount: each.amount, currency: each.currency, month: run.month, site: run.siteId }} label={`${each.name ?? words.account(each.account)} ${run.month}`} />{Number(each.amount) < 0 && <div className="small">{t('settle.negative')}</div>}</td>
              <td><button type="button" className="link-button" onClick={() => open(each)}>{t('settle.lines', { count: each.lines })}</button>{run.state === 'closed' && each.ownerId !== null && <div className="small muted">{each.seenAt === null ? t('settle.unseen') : t('settle.seen', { at: format.fullMoment(each.seenAt) })}</div>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>{currencies.map((currency) => <tr key={currency}><th scope="row">{t('settle.total')}</th><td className="number">{sayAmount(sumAmounts(run.statements.filter((each) => each.currency === currency).map((each) => each.amount)), currency)}</td><td aria-hidden>{''}</td></tr>)}</tfoot>
      </table>
    </div>
  );
}

function ConfirmButton({ run, openMonth, onMonth }: { run: Run; openMonth: string; onMonth: (month: string) => void }) {
  const t = useCommissionTexts();
  const client = useQueryClient();
  const may = useHasRight('commission.manage');
  const [isAsking, setAsking] = useState(false);
  const { siteId, siteName, month } = run;
  if (!may || run.state !== 'draft') return null;
  if (!run.isOpen) return month > openMonth ? <Button onClick={() => onMonth(openMonth)}>{t('settle.notOpen', { month: openMonth })}</Button> : null;
  const confirm = async () => {
    await call('POST /commission/settlements/{site}/{month}/confirm', { params: { site: siteId, month }, body: {} });
    await client.invalidateQueries({ queryKey: ['commission'] });
    showToast(t('settle.confirmed', { month }));
  };
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>{t('settle.confirm')}</Button>
      {isAsking && <ConfirmDialog title={t('settle.confirmTitle', { site: siteName, month })} ok={t('settle.confirm')} onConfirm={confirm} onClose={() => setAsking(false)}><p>{t('settle.confirmHint')}</p></ConfirmDialog>}
    </>
  );
}

function Frozen({ run }: { run: Run }) {
  const t = useCommissionTexts();
  const words = useEntryWords();
  if (run.frozen.length === 0 || run.state === 'closed') return null;
  return (
    <section className="card">
      <h2 className="card-head">{t('settle.frozen')}</h2>
      <ul className="cm-versions">
        {run.frozen.map((each) => <li key={each.dealId}><PageLink to={`/commission/deals/${each.dealId}`}>{each.label}</PageLink><b>{sayAmount(each.amount, each.currency)}</b><span className="muted">{words.frozen(each.reason)}</span></li>)}
      </ul>
    </section>
  );
}

/** One site's month from draft to closed. */
export function SettlementRun({ siteId, openMonth, month, onMonth }: { siteId: string; openMonth: string; month: string; onMonth: (month: string) => void }) {
  const t = useCommissionTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ['commission', 'settlement', siteId, month], queryFn: ({ signal }) => call('GET /commission/settlements/{site}/{month}', { signal, params: { site: siteId, month } }) });
  const run = found.data;
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!run) return <div className="card card-body"><SkeletonLines count={8} /></div>;
  return (
    <>
      <section className="card">
        <h2 className="card-head">
          <span className="row wrap">{run.siteName} {month} <span className={tags[run.state]}>{t(`settle.state.${run.state}`)}</span></span>
          <span className="row wrap no-print">
            {run.state === 'confirmed' && run.approvalId !== null && <PageLink to={`/approvals/${run.approvalId}`}>{t('settle.approval')}</PageLink>}
            <ConfirmButton run={run} openMonth={openMonth} onMonth={onMonth} />
            {run.state === 'closed' && <PayrollFile siteId={siteId} month={month} />}
          </span>
        </h2>
        {run.statements.length === 0 ? <EmptyState title={t('settle.none')} hint={t('settle.noneHint')} /> : <Statements run={run} />}
        {run.state !== 'draft' && run.confirmedAt !== null && <p className="small muted cm-note">{t('settle.by', { who: run.confirmedBy ?? '', at: format.fullMoment(run.confirmedAt) })}{run.closedAt !== null && ` · ${t('settle.closedBy', { who: run.closedBy ?? '', at: format.fullMoment(run.closedAt) })}`}</p>}
      </section>
      <Frozen run={run} />
    </>
  );
}
