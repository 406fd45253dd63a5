import './portal.css';
import { useCallback, useEffect, useState } from 'react';
import { useKeptReports } from './kept/report-queue.ts';
import { AddCasePage } from './pages/add-case-page.tsx';
import { FormPage } from './pages/form-page.tsx';
import { HelpLink } from './pages/help/help-link.tsx';
import { HelpPage } from './pages/help/help-page.tsx';
import { MyCasesPage } from './pages/my-cases-page.tsx';
import { OneCasePage } from './pages/one-case-page.tsx';
import { PapersPage } from './pages/papers-page.tsx';
import { VisitPage } from './pages/visit-page.tsx';
import { CodePage } from './pages/code-page.tsx';
import { GuestProblem } from '#kit/guest/guest-call.ts';
import type { PortalMe, PortalState } from './portal-api.ts';
import { PortalProvider, usePath, usePortal } from './use-portal.tsx';

/** The customers' pages: an entry of its own, without the application (SE-31). */
export const PortalApp = () => <PortalProvider><Frame /></PortalProvider>;

function Frame() {
  const { t, switchLocale, call } = usePortal();
  const path = usePath();
  const [state, setState] = useState<PortalState>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(() => {
    call<PortalState>('GET', '/state').then((found) => {
      setProblem(undefined);
      setState(found);
    }, (error: unknown) => setProblem(error instanceof Error ? error.message : ''));
  }, [call]);
  useEffect(load, [load]);
  const isForm = path.startsWith('/portal/form');
  const isHelp = path === '/portal/help' || path.startsWith('/portal/help/');
  return (
    <div className="portal">
      <header className="portal-head">
        <strong className="truncate">{state?.company ?? t('title')}</strong>
        <span className="grow" />
        {!isForm && !isHelp && <HelpLink />}
        <button type="button" className="portal-plain" onClick={switchLocale}>{t('switch')}</button>
      </header>
      <main>
        {problem !== undefined && <p role="alert" className="portal-note">{problem} <button type="button" className="portal-plain" onClick={load}>{t('again')}</button></p>}
        {state === undefined && problem === undefined && !isHelp && <p className="muted">{t('loading')}</p>}
        {isHelp ? <HelpPage path={path} /> : state !== undefined && (isForm ? <FormPage isOpen={state.isFormOpen} /> : state.isOpen ? <Inside isMailReady={state.isMailReady} path={path} /> : <p>{t('closed')}</p>)}
      </main>
    </div>
  );
}

function Inside({ isMailReady, path }: { readonly isMailReady: boolean; readonly path: string }) {
  const { call, t, ended } = usePortal();
  const [me, setMe] = useState<PortalMe | null>();
  const [endedBefore, setEndedBefore] = useState(ended);
  const [wasEnded, setWasEnded] = useState(false);
  const [problem, setProblem] = useState<string>();
  const load = useCallback(() => {
    call<PortalMe>('GET', '/me').then((found) => {
      setProblem(undefined);
      setMe(found);
    }, (error: unknown) => {
      if (error instanceof GuestProblem && error.status === 401) setMe(null);
      else setProblem(error instanceof Error ? error.message : '');
    });
  }, [call]);
  useEffect(load, [load]);
  // Ended by the house or by time while the page was open (SE-31): what was begun stays on the device.
  if (ended !== endedBefore) {
    setEndedBefore(ended);
    if (me) {
      setWasEnded(true);
      setMe(null);
    }
  }
  if (me === null) return <CodePage isMailReady={isMailReady} wasEnded={wasEnded} onSignedIn={load} />;
  if (me === undefined) return problem === undefined ? <p className="muted">{t('loading')}</p> : <p role="alert" className="portal-note">{problem} <button type="button" className="portal-plain" onClick={load}>{t('again')}</button></p>;
  return <SignedIn me={me} path={path} onMailChosen={(isMailOn) => setMe((before) => before && { ...before, isMailOn })} onSignedOut={() => { setWasEnded(false); setMe(null); }} />;
}

function SignedIn({ me, path, onMailChosen, onSignedOut }: { readonly me: PortalMe; readonly path: string; onMailChosen(isOn: boolean): void; onSignedOut(): void }) {
  const { call } = usePortal();
  const [round, setRound] = useState(0);
  const onSent = useCallback(() => setRound((before) => before + 1), []);
  const kept = useKeptReports(call, me.email, onSent);
  const id = /^\/portal\/cases\/([\w-]+)$/.exec(path)?.[1];
  if (path === '/portal/papers') return <PapersPage />;
  if (path === '/portal/visit') return <VisitPage me={me} kept={kept} />;
  if (path === '/portal/new') return <AddCasePage me={me} kept={kept} />;
  if (id !== undefined) return <OneCasePage key={id} id={id} me={me} kept={kept} round={round} />;
  return <MyCasesPage me={me} kept={kept} round={round} onMailChosen={onMailChosen} onSignedOut={onSignedOut} />;
}
