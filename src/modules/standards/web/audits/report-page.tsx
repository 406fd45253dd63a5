import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { call } from '#kit/api/typed-client.ts';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { faces } from '../../rules/service-areas.ts';
import { type AuditReport, sayPercent, useRefreshStandards, useReport, useStandardsTexts, useTypeName } from '../use-standards.ts';
import { ImproveDialog } from './improve-dialog.tsx';
import { ReportLines } from './report-lines.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import './audits.css';

const typeTones: Readonly<Record<string, string>> = { cold: ' tag-zhu', factory: ' tag-hu', friendly: ' tag-ju', quality: ' tag-green' };

type Asked = 'confirm' | 'return' | 'cancel' | 'improve';

/** One audit, to be read, printed, confirmed; each number says what it is made of (SE-21). */
export default function ReportPage() {
  const t = useStandardsTexts();
  const { audit = '' }: { audit?: string } = useParams({ strict: false });
  const found = useReport(audit);
  const back = { to: '/audits', label: t('report.back') };
  if (!found.data) {
    return (
      <AdminPage title={t('report.title')} back={back}>
        {found.error ? <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div> : <div className="card card-body"><SkeletonLines count={10} /></div>}
      </AdminPage>
    );
  }
  return <Report report={found.data} back={back} />;
}

function Report({ report, back }: { readonly report: AuditReport; readonly back: { readonly to: string; readonly label: string } }) {
  const t = useStandardsTexts();
  const typeName = useTypeName();
  const [asked, setAsked] = useState<Asked>();
  const title = [report.unit, report.site].filter(Boolean).join(' · ');
  const badge = <><span className="tag">{t(`states.${report.state}`)}</span>{report.type !== null && <span className={`tag${typeTones[report.type] ?? ''}`}>{typeName(report.type)}</span>}</>;
  const can = new Set(report.actions);
  const isBelow = faces.some((face) => { const { score } = report.faces[face]; return score !== null && score < report.targets[face]; });
  const actions = (
    <>
      {can.has('fill') && <PageLink className="audit-go" to={`/audits/fill/${report.id}`}>{t('report.fill')}</PageLink>}
      {can.has('cancel') && <Button onClick={() => setAsked('cancel')}>{t('report.cancel')}</Button>}
      {can.has('return') && <Button onClick={() => setAsked('return')}>{t('report.return')}</Button>}
      {can.has('improve') && <Button onClick={() => setAsked('improve')}>{t('report.improve')}</Button>}
      <Button icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>{t('report.print')}</Button>
      {can.has('confirm') && <Button type="primary" onClick={() => setAsked('confirm')}>{t('report.confirm')}</Button>}
    </>
  );
  return (
    <AdminPage title={title} badge={badge} back={back} actions={actions}>
      <Facts report={report} />
      {report.returnedFor !== null && <p className="audit-note" role="status">{t('fill.returned', { reason: report.returnedFor })}</p>}
      {report.lines.length === 0 ? <div className="card card-body muted">{t('report.empty')}</div> : <Faces report={report} />}
      {can.has('improve') && isBelow && report.improvements.length === 0 && <p className="audit-note" role="status">{t('report.noImprovement')}</p>}
      {report.note !== '' && <AdminCard title={t('report.note')}><p style={{ whiteSpace: 'pre-line' }}>{report.note}</p></AdminCard>}
      {report.lines.length > 0 && <ReportLines report={report} />}
      {report.improvements.length > 0 && <Improvements report={report} />}
      <Steps report={report} asked={asked} onClose={() => setAsked(undefined)} />
    </AdminPage>
  );
}

function Facts({ report }: { readonly report: AuditReport }) {
  const t = useStandardsTexts();
  const format = useFormat();
  return (
    <div className="report-facts small muted">
      <span>{report.number}</span><span>{report.template} · {t('report.version', { number: report.templateNumber })}</span><span>{t('report.planned')} {report.plannedOn}</span>
      {report.doneAt !== null && <span>{t('report.done')} {format.fullMoment(report.doneAt)}</span>}
      {report.auditor !== null && <span>{t('report.auditor')} {report.auditor}</span>}
      {report.confirmedBy !== null && <span>{t('report.confirmedBy')} {report.confirmedBy}</span>}
    </div>
  );
}

function Faces({ report }: { readonly report: AuditReport }) {
  const t = useStandardsTexts();
  return (
    <div className="report-head">
      {faces.map((face) => {
        const { score, points, weight, items, leftOut } = report.faces[face];
        const target = report.targets[face];
        return (
          <section key={face} className="card report-face" aria-label={t(`faces.${face}`)}>
            <p className="muted">{t(`faces.${face}`)}</p>
            <b>{sayPercent(score)}</b>
            <p className={`small ${score !== null && score < target ? 'danger' : 'muted'}`}>{score === null ? t('report.line', { target }) : score < target ? t('report.below', { target }) : `${t('report.met')} · ${t('report.line', { target })}`}</p>
            <p className="small muted">{t('report.score', { points, weight, items })}{leftOut > 0 && t('report.leftOut', { count: leftOut })}</p>
          </section>
        );
      })}
    </div>
  );
}

function Improvements({ report }: { readonly report: AuditReport }) {
  const t = useStandardsTexts();
  return (
    <AdminCard title={t('report.improvements')} isFlush>
      <ul className="admin-lines audit-lines">
        {report.improvements.map(({ id, subject, owner, dueOn, state, effect }) => (
          <li key={id}>
            <div className="grow"><PageLink to={`/o/audit-actions/${id}`}>{subject}</PageLink><p className="small muted">{owner} · {t('improve.due', { day: dueOn })}</p></div>
            <span className={`tag ${state === 'done' ? 'tag-green' : 'tag-hu'}`}>{t(state === 'done' ? 'improve.closed' : 'improve.open')}</span>
            <span className="tag">{t(`improve.effects.${effect === 'improved' || effect === 'notYet' ? effect : 'pending'}`)}</span>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}

function Steps({ report, asked, onClose }: { readonly report: AuditReport; readonly asked: Asked | undefined; onClose(): void }) {
  const t = useStandardsTexts();
  const refresh = useRefreshStandards();
  const params = { id: report.id };
  const done = (words: string) => () => { showToast(words); refresh(); };
  if (asked === 'return') return <ReturnDialog id={report.id} onClose={onClose} />;
  if (asked === 'improve') return <ImproveDialog report={report} onClose={onClose} />;
  if (asked === 'confirm') {
    return <ConfirmDialog title={t('report.confirm')} ok={t('report.confirm')} onClose={onClose} onConfirm={() => call('POST /audits/{id}/confirm', { params }).then(done(t('report.confirmed')))}><p>{t('report.confirmHint', { unit: report.unit })}</p></ConfirmDialog>;
  }
  if (asked !== 'cancel') return null;
  return <ConfirmDialog title={t('report.cancel')} ok={t('report.cancel')} isDanger onClose={onClose} onConfirm={() => call('POST /audits/{id}/cancel', { params }).then(done(t('report.cancelled')))}><p>{t('report.cancelHint')}</p></ConfirmDialog>;
}
