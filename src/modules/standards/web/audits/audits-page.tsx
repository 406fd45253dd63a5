import { Button } from 'antd';
import { ChartScatter, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { sendWaitingAudits } from '../kept/audit-queue.ts';
import { dropAudit, keepAudit } from '../kept/audit-store.ts';
import type { KeptAudit } from '../kept/kept-audit.ts';
import { useKeptAudits } from '../kept/use-kept-audits.ts';
import { useMyAudits, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { RecentAudits } from './recent-audits.tsx';
import './audits.css';

type Mine = NonNullable<ReturnType<typeof useMyAudits>['data']>['data'][number];

/** What this device still has to send: nothing gets lost without a person saying so. */
function OnDevice({ audits }: { readonly audits: readonly KeptAudit[] }) {
  const t = useStandardsTexts();
  const { user } = useSession();
  const refresh = useRefreshStandards();
  const [gone, setGone] = useState<KeptAudit>();
  const waiting = audits.filter(({ state }) => state !== 'draft');
  if (waiting.length === 0) return null;
  const send = () => void sendWaitingAudits(user.id).then(refresh, () => undefined);
  const again = (audit: KeptAudit) => void keepAudit({ ...audit, state: 'waiting', problem: null }).then(send, () => undefined);
  return (
    <AdminCard title={t('desk.onDevice')} isFlush>
      <ul className="admin-lines audit-lines">
        {waiting.map((audit) => (
          <li key={audit.id}>
            <div className="grow">
              <div className="row wrap"><b>{audit.title}</b><span className={`tag ${audit.state === 'refused' ? 'tag-zhu' : 'tag-hu'}`}>{t(audit.state === 'refused' ? 'desk.refused' : 'desk.waiting')}</span></div>
              {audit.problem !== null && <p className="small danger">{audit.problem}</p>}
            </div>
            {audit.state === 'waiting' && <Button onClick={send}>{t('desk.sendNow')}</Button>}
            {audit.state === 'refused' && <><PageLink className="audit-link" to={`/audits/fill/${audit.audit}`}>{t('desk.goOn')}</PageLink><Button onClick={() => again(audit)}>{t('desk.again')}</Button><Button danger onClick={() => setGone(audit)}>{t('desk.drop')}</Button></>}
          </li>
        ))}
      </ul>
      {gone && <ConfirmDialog title={t('desk.dropTitle')} ok={t('desk.drop')} isDanger onConfirm={() => dropAudit(gone.id)} onClose={() => setGone(undefined)}><p>{t('desk.dropHint', { title: gone.title })}</p></ConfirmDialog>}
    </AdminCard>
  );
}

function TodoLine({ audit, isBegun }: { readonly audit: Mine; readonly isBegun: boolean }) {
  const t = useStandardsTexts();
  const format = useFormat();
  const isLate = audit.plannedOn < format.today();
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{[audit.unit, audit.site].filter(Boolean).join(' · ')}</b><span className="tag">{t(`kinds.${audit.kind}`)}</span>{isBegun && <span className="tag tag-hu">{t('desk.draft')}</span>}</div>
        <p className="small muted">{audit.plannedOn}{isLate && <span className="danger"> · {t('desk.late')}</span>} · {audit.template}</p>
        {audit.returnedFor !== null && <p className="small danger">{t('fill.returned', { reason: audit.returnedFor })}</p>}
      </div>
      <PageLink to={`/audits/fill/${audit.id}`} className="audit-go" aria-label={`${t(isBegun ? 'desk.goOn' : 'desk.begin')} ${audit.unit} ${audit.plannedOn}`}>{t(isBegun ? 'desk.goOn' : 'desk.begin')}</PageLink>
    </li>
  );
}

function TodoCard({ audits, kept }: { readonly audits: readonly Mine[]; readonly kept: readonly KeptAudit[] }) {
  const t = useStandardsTexts();
  const onDevice = new Set(kept.map(({ audit }) => audit));
  return (
    <AdminCard title={t('desk.todo')} note={audits.length} isFlush>
      {audits.length === 0 ? <EmptyState title={t('desk.nothing')} hint={t('desk.nothingHint')} /> : <ul className="admin-lines audit-lines">{audits.map((audit) => <TodoLine key={audit.id} audit={audit} isBegun={audit.state === 'running' || onDevice.has(audit.id)} />)}</ul>}
    </AdminCard>
  );
}

function WaitingCard({ audits }: { readonly audits: NonNullable<ReturnType<typeof useMyAudits>['data']>['waiting'] }) {
  const t = useStandardsTexts();
  return (
    <AdminCard title={t('desk.confirm')} note={audits.length} isFlush>
      <ul className="admin-lines audit-lines">
        {audits.map((audit) => (
          <li key={audit.id}>
            <div className="grow"><b>{audit.unit}</b><p className="small muted">{audit.number} · {audit.template}{audit.auditor !== null && ` · ${t('desk.by', { name: audit.auditor })}`}</p></div>
            <PageLink className="audit-link" to={`/audits/report/${audit.id}`} aria-label={`${t('desk.look')} ${audit.number}`}>{t('desk.look')}</PageLink>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}

function DoneCard({ audits }: { readonly audits: readonly Mine[] }) {
  const t = useStandardsTexts();
  return (
    <AdminCard title={t('desk.done')} isFlush>
      <ul className="admin-lines audit-lines">
        {audits.map((audit) => (
          <li key={audit.id}>
            <div className="grow"><div className="row wrap"><b>{audit.unit}</b><span className={`tag ${audit.state === 'confirmed' ? 'tag-green' : 'tag-ju'}`}>{t(`states.${audit.state}`)}</span></div><p className="small muted">{audit.number} · {audit.template} · {audit.plannedOn}</p></div>
            <PageLink className="audit-link" to={`/audits/report/${audit.id}`} aria-label={`${t('desk.report')} ${audit.number}`}>{t('desk.report')}</PageLink>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}

function Cards({ answer, kept, mayFill }: { readonly answer: NonNullable<ReturnType<typeof useMyAudits>['data']>; readonly kept: readonly KeptAudit[]; readonly mayFill: boolean }) {
  const onWay = new Set(kept.filter(({ state }) => state === 'waiting').map(({ audit }) => audit));
  const todo = answer.data.filter(({ id, state }) => (state === 'planned' || state === 'running') && !onWay.has(id));
  const done = answer.data.filter(({ state }) => state === 'submitted' || state === 'confirmed');
  return (
    <>
      {answer.waiting.length > 0 && <WaitingCard audits={answer.waiting} />}
      {mayFill && <TodoCard audits={todo} kept={kept} />}
      {done.length > 0 && <DoneCard audits={done} />}
    </>
  );
}

/** The auditor's day, and the supervisor's: what is to do, what waits for confirmation (SE-21). */
export default function AuditsPage() {
  const t = useStandardsTexts();
  const find = useFindObject();
  const found = useMyAudits();
  const kept = useKeptAudits() ?? [];
  const [isPlanning, setPlanning] = useState(false);
  const audits = find('serviceAudit');
  const mayPlan = audits?.grants.create !== undefined;
  const mayFill = audits?.grants.update !== undefined;
  const actions = (
    <>
      <PageLink to="/audit-results" className="row"><ChartScatter size={14} aria-hidden />{t('desk.results')}</PageLink>
      <PageLink to="/o/service-audits">{t('desk.records')}</PageLink>
      {mayPlan && <Button type="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setPlanning(true)}>{t('desk.plan')}</Button>}
    </>
  );
  return (
    <AdminPage title={t('desk.title')} hint={t('desk.hint')} actions={actions}>
      <OnDevice audits={kept} />
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {found.data && <Cards answer={found.data} kept={kept} mayFill={mayFill} />}
      {audits && (mayPlan || !mayFill) && <RecentAudits audits={audits} />}
      {isPlanning && <PlanDialog onClose={() => setPlanning(false)} />}
    </AdminPage>
  );
}
