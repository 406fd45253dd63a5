import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { DealLines } from './deal-lines.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RuleCard, ShareLines } from './rule-card.tsx';
import { type DisputeFile, statusTone, useDisputeTexts, useRefreshDispute } from './use-disputes.ts';
import './disputes.css';

const RulingDialog = lazy(() => import('./ruling-dialog.tsx'));

function Side({ file, side }: { file: DisputeFile; side: 'claimant' | 'respondent' }) {
  const t = useDisputeTexts();
  const format = useFormat();
  const mine = file.evidence.filter((each) => each.side === side);
  const visits = mine.filter((each) => each.kind === 'visit');
  const words = side === 'claimant' ? file.claim : file.reply;
  return (
    <AdminCard title={t(side)} note={file[side].name}>
      <div className="stack">
        <p className={words === null ? 'muted' : 'dispute-words'}>{words ?? t('noReply')}</p>
        <p className="small muted">
          {mine.length === 0 ? t('noFacts') : [t('visits', { count: visits.length }), t('calls', { count: mine.filter((each) => each.kind !== 'visit' && each.kind !== 'evening').length }), ...(visits[0] ? [t('first', { at: format.fullMoment(visits[0].at) })] : [])].join(' · ')}
        </p>
      </div>
    </AdminCard>
  );
}

function ReplyCard({ id, reply }: { id: string; reply: string | null }) {
  const t = useDisputeTexts();
  const refresh = useRefreshDispute();
  const [words, setWords] = useState(reply ?? '');
  const send = () => void call('POST /disputes/{id}/reply', { params: { id }, body: { reply: words.trim() } }).then(() => { showToast(t('replied')); refresh(); }, reportProblem);
  return (
    <div className="no-print">
      <AdminCard title={t('reply')}>
        <div className="stack">
          <Input.TextArea aria-label={t('statement')} value={words} maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(e) => setWords(e.target.value)} />
          <div className="admin-foot"><Button type="primary" disabled={words.trim().length < 2} onClick={send}>{t('save')}</Button></div>
        </div>
      </AdminCard>
    </div>
  );
}

function Outcome({ file }: { file: DisputeFile }) {
  const t = useDisputeTexts();
  if (file.ruling === null) return null;
  return (
    <AdminCard title={t('ruling')} note={t(`objects.dispute.choices.outcome.${file.ruling.outcome}`)}>
      <div className="stack">
        {file.status === 'proposed' && <p className="row wrap"><span className="tag tag-qing">{t('waitsApproval')}</span>{file.approval !== null && <PageLink to={`/approvals/${file.approval}`}>{t('approval')}</PageLink>}</p>}
        <p>{t('owner')} <b>{file.ruling.owners.map((each) => each.name).join('、')}</b></p>
        <ShareLines shares={file.ruling.shares} />
        <p className="dispute-words">{file.ruling.record}</p>
      </div>
    </AdminCard>
  );
}

function Actions({ file, onPropose }: { file: DisputeFile; onPropose: () => void }) {
  const t = useDisputeTexts();
  const refresh = useRefreshDispute();
  const withdraw = () => void call('POST /disputes/{id}/withdraw', { params: { id: file.id } }).then(() => { showToast(t('withdrawn')); refresh(); }, reportProblem);
  return (
    <>
      <Button onClick={() => window.print()}>{t('print')}</Button>
      {file.actions.includes('withdraw') && <Button onClick={withdraw}>{t('withdraw')}</Button>}
      {file.actions.includes('propose') && <Button type="primary" onClick={onPropose}>{t('propose')}</Button>}
    </>
  );
}

/** One dispute: both sides beside each other, the rule, the evidence, the outcome (RE-22). */
export default function DisputePage() {
  const t = useDisputeTexts();
  const format = useFormat();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const [isProposing, setProposing] = useState(false);
  const found = useQuery({ queryKey: ['dispute', id], queryFn: ({ signal }) => call('GET /disputes/{id}/file', { signal, params: { id } }), retry: false });
  const back = { to: '/disputes', label: t('back') };
  if (found.error && !found.data) return <AdminPage title={t('title')} back={back}><ErrorState error={found.error} /></AdminPage>;
  if (!found.data) return <AdminPage title={t('title')} back={back}><div className="card card-body"><SkeletonLines count={8} /></div></AdminPage>;
  const file = found.data;
  const isRunning = file.status === 'open' || file.status === 'proposed';
  const when = isRunning ? t(file.isOverdue ? 'overdue' : 'due', { day: format.date(file.dueOn) }) : file.settledAt === null ? '' : t('settledOn', { day: format.moment(file.settledAt) });
  return (
    <AdminPage
      title={file.customer.name} back={back} actions={<Actions file={file} onPropose={() => setProposing(true)} />}
      badge={<><span className={statusTone[file.status]}>{t(`objects.dispute.choices.status.${file.status}`)}</span>{isRunning && file.deals.some((deal) => deal.isFrozen) && <span className="tag tag-hu">{t('frozenNote')}</span>}</>}
      hint={<span className={file.isOverdue ? 'danger' : ''}>{[t('against', { claimant: file.claimant.name, respondent: file.respondent.name }), file.site.name, `${t('ownerNow')} ${file.owners.map((each) => each.name).join('、')}`, when].filter(Boolean).join(' · ')}</span>}
    >
      <div className="stack dispute-page">
        <div className="dispute-sides"><Side file={file} side="claimant" /><Side file={file} side="respondent" /></div>
        {file.actions.includes('reply') && <ReplyCard key={file.reply} id={file.id} reply={file.reply} />}
        {file.deals.length > 0 && <AdminCard title={t('deal.title')}><DealLines deals={file.deals} isOver={!isRunning} /></AdminCard>}
        <Outcome file={file} />
        <RuleCard file={file} />
        <EvidenceList file={file} />
        <p className="dispute-signs small" aria-hidden><span>{t('claimant')} {file.claimant.name}</span><span>{t('respondent')} {file.respondent.name}</span><span>{t('sign.manager')}</span><span>{t('sign.day')}</span></p>
      </div>
      {isProposing && <Suspense fallback={null}><RulingDialog file={file} onClose={() => setProposing(false)} /></Suspense>}
    </AdminPage>
  );
}
