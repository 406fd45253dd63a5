import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { groupDigits } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { ApprovalActions } from '../detail/approval-actions.tsx';
import { ApprovalChanges } from '../detail/approval-changes.tsx';
import { ApprovalSteps } from '../detail/approval-steps.tsx';
import { ApprovalTimeline } from '../detail/approval-timeline.tsx';
import { APPROVALS, type Approval, stateTones, useApproval, useApprovalCount, useApprovalTexts } from '../use-approvals.ts';
import '../approvals.css';

function Notes({ approval }: { approval: Approval }) {
  const t = useApprovalTexts();
  const note = approval.isGone ? t('detail.gone') : approval.isChanged ? t(approval.isMine ? 'detail.changedOwn' : 'detail.changed') : approval.isStuck ? t('detail.stuck') : undefined;
  return note === undefined ? null : <p className="tag tag-hu admin-wrap-tag" role="status">{note}</p>;
}

/** Who, where, how much, which result; also the head of the printed form. */
function Facts({ approval }: { approval: Approval }) {
  const t = useApprovalTexts();
  const format = useFormat();
  return (
    <dl className="card card-body facts approval-facts">
      <dt>{t('detail.requester')}</dt><dd>{approval.requester.name}{approval.unit !== null && ` · ${approval.unit}`}</dd>
      {approval.amount !== null && <><dt>{t('detail.amount')}</dt><dd>{groupDigits(approval.amount)}</dd></>}
      <dt>{t('detail.result')}</dt><dd><span className={stateTones[approval.state]}>{t(`state.${approval.state}`)}</span></dd>
      {approval.clause !== null && <><dt>{t('detail.clause')}</dt><dd><span className="tag tag-ju">{approval.clause.ref}</span> {approval.clause.text}</dd></>}
      <dt className="print-only">{t('detail.number')}</dt><dd className="print-only">{approval.id}</dd>
      <dt className="print-only">{t('detail.printed', { at: '' })}</dt><dd className="print-only">{format.date(format.today())}</dd>
    </dl>
  );
}

/** One request: what changes, who said what, and the buttons with the clause beside them (UX-12). */
export default function ApprovalPage() {
  const t = useApprovalTexts();
  const format = useFormat();
  const client = useQueryClient();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useApproval(id);
  const { waiting } = useApprovalCount();
  const approval = found.data;
  const change = (next: Approval) => {
    client.setQueryData([...APPROVALS, 'one', id], next);
    void client.invalidateQueries({ queryKey: APPROVALS });
  };
  const isNextOffered = approval !== undefined && !approval.canDecide && !approval.isMine && waiting > 0;
  return (
    <AdminPage
      title={approval?.title ?? t('title')} back={{ to: '/approvals', label: t('detail.back') }}
      badge={approval && <span className={stateTones[approval.state]}>{t(`state.${approval.state}`)}</span>}
      hint={approval && `${approval.kindLabel} · ${t('by', { name: approval.requester.name, at: format.moment(approval.createdAt) })}`}
      actions={approval && <>{isNextOffered && <PageLink to="/approvals">{t('detail.next', { count: waiting })}</PageLink>}<Button icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>{t('detail.print')}</Button></>}
    >
      {found.error && !approval && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && !found.error && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {approval && (
        <>
          <Notes approval={approval} />
          <div className="admin-grid approval-grid">
            <div className="admin-column"><ApprovalChanges approval={approval} /><ApprovalTimeline approval={approval} /></div>
            <div className="admin-column"><Facts approval={approval} /><ApprovalSteps approval={approval} /></div>
          </div>
          <ApprovalActions approval={approval} onChange={change} />
        </>
      )}
    </AdminPage>
  );
}
