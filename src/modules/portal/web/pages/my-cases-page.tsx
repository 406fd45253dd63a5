import { useCallback, useEffect, useState } from 'react';
import type { KeptHere } from '../kept/report-queue.ts';
import type { PortalCaseRow, PortalMe } from '../portal-api.ts';
import { useDoing } from '../use-doing.ts';
import { PortalLink, usePortal } from '../use-portal.tsx';
import { WaitingReports } from './waiting-reports.tsx';

/** The customer's cases with their state and what was promised; above them what this device still has to send. */
export function MyCasesPage({ me, kept, round, onMailChosen, onSignedOut }: { readonly me: PortalMe; readonly kept: KeptHere; readonly round: number; onMailChosen(isOn: boolean): void; onSignedOut(): void }) {
  const { t, call, at } = usePortal();
  const [cases, setCases] = useState<readonly PortalCaseRow[]>();
  const { problem, run } = useDoing();
  const load = useCallback(() => void run(async () => setCases((await call<{ data: PortalCaseRow[] }>('GET', '/cases')).data)), [call, run]);
  // A report that arrived meanwhile belongs into the list.
  useEffect(load, [load, round]);
  const signOut = () => void run(async () => {
    await call('POST', '/sign-out', {});
    onSignedOut();
  });
  return (
    <>
      <div className="portal-row"><h1>{t('cases.title')}</h1><PortalLink to="/portal/new" className="portal-main">{t('cases.add')}</PortalLink></div>
      {(me.mayBook || me.hasPapers) && (
        <nav className="portal-ways" aria-label={t('title')}>
          {me.mayBook && <PortalLink to="/portal/visit" className="portal-way">{t('visit.open')}</PortalLink>}
          {me.hasPapers && <PortalLink to="/portal/papers" className="portal-way">{t('papers.open')}</PortalLink>}
        </nav>
      )}
      <WaitingReports kept={kept} />
      {problem !== undefined && <p role="alert" className="portal-note">{problem} <button type="button" className="portal-plain" onClick={load}>{t('again')}</button></p>}
      {cases?.length === 0 && <p className="muted">{t('cases.none')}</p>}
      <ul className="portal-list">
        {cases?.map((row) => (
          <li key={row.id}>
            <PortalLink to={`/portal/cases/${row.id}`} className="portal-card portal-case">
              <span className="portal-row"><span className="truncate portal-subject">{row.subject}</span><span className={`tag portal-state-${row.state}`}>{t(`state.${row.state}`)}</span></span>
              <span className="small muted">{row.type} · {row.number} · {row.dueAt === null ? t('cases.received', { at: at(row.receivedAt) }) : t('cases.due', { at: at(row.dueAt) })}</span>
            </PortalLink>
          </li>
        ))}
      </ul>
      <MailChoice isOn={me.isMailOn} onChosen={onMailChosen} />
      <p className="portal-foot small muted">{me.email} <button type="button" className="portal-plain" onClick={signOut}>{t('signOut')}</button></p>
    </>
  );
}

/** Whether mails tell of answers: shown at once, taken back when the server did not take it. */
function MailChoice({ isOn, onChosen }: { readonly isOn: boolean; onChosen(isOn: boolean): void }) {
  const { t, call } = usePortal();
  const { isBusy, problem, run } = useDoing();
  const turn = (isMailOn: boolean) => void run(async () => {
    onChosen(isMailOn);
    try {
      await call('POST', '/preferences', { isMailOn });
    } catch (error) {
      onChosen(!isMailOn);
      throw error;
    }
  });
  return (
    <>
      <label className="portal-check small"><input type="checkbox" checked={isOn} disabled={isBusy} onChange={(event) => turn(event.target.checked)} />{t('mails')}</label>
      {problem !== undefined && <p role="alert" className="danger small">{problem}</p>}
    </>
  );
}
