import type { KeptHere } from '../kept/report-queue.ts';
import { dropReport, keepReport } from '../kept/report-store.ts';
import { makeKey } from '#kit/guest/guest-call.ts';
import { goTo, usePortal } from '../use-portal.tsx';

/** What is kept on this device until the network is back, and what the server did not take. `caseId`: only of that case. */
export function WaitingReports({ kept, caseId }: { readonly kept: KeptHere; readonly caseId?: string }) {
  const { t } = usePortal();
  const list = (kept.reports ?? []).filter((report) => report.state !== 'draft' && (caseId === undefined || report.caseId === caseId));
  if (list.length === 0) return null;
  const change = (id: string) => {
    const report = list.find((each) => each.id === id);
    // The server has nothing of it, so it may have a key of its own.
    if (report) void keepReport({ ...report, id: makeKey(), state: 'draft', problem: null }).then(() => dropReport(id)).then(() => goTo(report.caseId === null ? '/portal/new' : `/portal/cases/${report.caseId}`));
  };
  return (
    <section className="portal-card portal-kept" aria-label={t('kept.title')}>
      <div className="portal-row"><h2>{t('kept.title')}</h2><button type="button" className="portal-plain" onClick={() => void kept.send().catch(() => undefined)}>{t('kept.send')}</button></div>
      <ul>
        {list.map(({ id, words, state, problem, caseId: to, made }) => (
          <li key={id}>
            <span className="truncate">{to === null ? words.subject : `${t('kept.message')}：${words.text.slice(0, 60)}`}</span>
            <span className={state === 'refused' ? 'small danger' : 'small muted'}>{state === 'refused' ? t('kept.refused', { problem: problem ?? '' }) : t('kept.waiting')}</span>
            {state === 'refused' && made === null && <button type="button" className="portal-plain" onClick={() => change(id)}>{t('kept.edit')}</button>}
            {state === 'refused' && <button type="button" className="portal-plain" onClick={() => void dropReport(id)}>{t('kept.drop')}</button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
