import { type KeptReport, pageOf } from '../kept/kept-report.ts';
import type { KeptHere } from '../kept/report-queue.ts';
import { dropReport, keepReport } from '../kept/report-store.ts';
import { makeKey } from '#kit/guest/guest-call.ts';
import { goTo, usePortal } from '../use-portal.tsx';

/** What is kept on this device until the network is back, and what the server did not take. `caseId`: only of that case. */
export function WaitingReports({ kept, caseId }: { readonly kept: KeptHere; readonly caseId?: string }) {
  const { t } = usePortal();
  const list = (kept.reports ?? []).filter((report) => report.state !== 'draft' && (caseId === undefined || report.caseId === caseId));
  if (list.length === 0) return null;
  const nameOf = ({ caseId: to, visit, words }: KeptReport): string =>
    (visit !== undefined ? `${t('visit.title')} · ${words.text.slice(0, 60)}` : to === null ? words.subject : `${t('kept.message')} · ${words.text.slice(0, 60)}`);
  const change = (id: string) => {
    const report = list.find((each) => each.id === id);
    // The server has nothing of it, so it may have a key of its own.
    if (report) void keepReport({ ...report, id: makeKey(), state: 'draft', problem: null }).then(() => dropReport(id)).then(() => goTo(pageOf(report)));
  };
  return (
    <section className="portal-card portal-kept" aria-label={t('kept.title')}>
      <div className="portal-row"><h2>{t('kept.title')}</h2><button type="button" className="portal-plain" onClick={() => void kept.send().catch(() => undefined)}>{t('kept.send')}</button></div>
      <ul>
        {list.map((report) => <OneWaiting key={report.id} report={report} name={nameOf(report)} onChange={change} />)}
      </ul>
    </section>
  );
}

function OneWaiting({ report: { id, state, problem, made }, name, onChange }: { readonly report: KeptReport; readonly name: string; onChange(id: string): void }) {
  const { t } = usePortal();
  return (
    <li>
      <span className="truncate">{name}</span>
      <span className={state === 'refused' ? 'small danger' : 'small muted'}>{state === 'refused' ? t('kept.refused', { problem: problem ?? '' }) : t('kept.waiting')}</span>
      {state === 'refused' && made === null && <button type="button" className="portal-plain" onClick={() => onChange(id)}>{t('kept.edit')}</button>}
      {state === 'refused' && <button type="button" className="portal-plain" onClick={() => void dropReport(id)}>{t('kept.drop')}</button>}
    </li>
  );
}
