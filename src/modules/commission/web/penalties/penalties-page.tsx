import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { AmountWhy } from '../parts/amount-why.tsx';
import { sayAmount, useCommissionTexts } from '../parts/commission-words.ts';
import { PartList } from './part-list.tsx';
import { ProposePenalty } from './propose-penalty.tsx';
import '../parts/commission.css';

type Penalty = RowOf<'GET /commission/penalties'>;
const tags = { proposed: 'tag tag-hu', approved: 'tag tag-zhu', rejected: 'tag' } as const;

function Line({ penalty }: { penalty: Penalty }) {
  const t = useCommissionTexts();
  return (
    <tr>
      <th scope="row">{penalty.name} <div className="small muted">{penalty.siteName} · <span className="cm-day">{penalty.happenedOn}</span></div></th>
      <td className="number cm-less">{sayAmount(penalty.amount, penalty.currency)}</td>
      <td className="is-minor">{penalty.description}{penalty.dealId !== null && penalty.deal !== null && <div className="small"><PageLink to={`/commission/deals/${penalty.dealId}`}>{t('penalty.about', { deal: penalty.deal })}</PageLink></div>}<PartList parts={penalty.parts} currency={penalty.currency} />{penalty.isDismissal && <div className="danger">{t('penalty.dismissal')}</div>}</td>
      <td><div className="row wrap">
        <span className={tags[penalty.state]}>{t(`penalty.state.${penalty.state}`)}</span>
        {penalty.entryId === null ? <span className="why-mark is-plain">{t('penalty.clause', { clause: penalty.clause })}</span> : <AmountWhy entry={penalty.entryId} clause={penalty.clause} about={penalty.name} />}
      </div></td>
    </tr>
  );
}

/** Penalties with their clause: a person's own, a manager's team's (RE-33). */
export default function PenaltiesPage() {
  const t = useCommissionTexts();
  const mayPropose = useHasRight('commission.manage');
  const [isProposing, setProposing] = useState(false);
  const found = useQuery({ queryKey: ['commission', 'penalties'], queryFn: ({ signal }) => call('GET /commission/penalties', { signal }) });
  const list = found.data?.data ?? [];
  const propose = mayPropose && <Button type="primary" onClick={() => setProposing(true)}>{t('penalty.propose')}</Button>;
  return (
    <AdminPage title={t('page.penalties')} hint={t('page.penaltiesHint')} actions={propose}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : found.isPending ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <section className="card">
          {list.length === 0 ? <EmptyState title={t('penalty.none')} hint={t('penalty.noneHint')} /> : (
            <div className="cm-scroll">
              <table className="cm-table is-cards">
                <thead><tr><th scope="col">{t('penalty.person')}</th><th scope="col" className="number">{t('penalty.amount')}</th><th scope="col">{t('penalty.description')}</th><th scope="col">{t('line.why')}</th></tr></thead>
                <tbody>{list.map((each) => <Line key={each.id} penalty={each} />)}</tbody>
              </table>
            </div>
          )}
        </section>
      )}
      {isProposing && <ProposePenalty onClose={() => setProposing(false)} />}
    </AdminPage>
  );
}
