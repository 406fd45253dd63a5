import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { type KeptHere, useDraft } from '../kept/report-queue.ts';
import { keepReport } from '../kept/report-store.ts';
import type { PortalCase, PortalFile, PortalMe } from '../portal-api.ts';
import { useDoing } from '../use-doing.ts';
import { PortalLink, usePortal } from '../use-portal.tsx';
import { PictureInput } from './picture-input.tsx';
import { RateAnswer } from './rate-answer.tsx';
import { WaitingReports } from './waiting-reports.tsx';

interface OneCase {
  readonly id: string;
  readonly me: PortalMe;
  readonly kept: KeptHere;
  /** Grows with everything that was sent. */
  readonly round: number;
}

/** One case: where it stands, what was promised, the conversation, and a word on the answer. */
export function OneCasePage({ id, me, kept, round }: OneCase) {
  const { t, call, at } = usePortal();
  const [shown, setShown] = useState<PortalCase>();
  const { problem, run } = useDoing();
  const load = useCallback(() => void run(async () => setShown(await call<PortalCase>('GET', `/cases/${id}`))), [call, id, run]);
  useEffect(load, [load, round]);
  return (
    <>
      <PortalLink to="/portal" className="portal-back">← {t('back')}</PortalLink>
      {problem !== undefined && <p role="alert" className="portal-note">{problem} <button type="button" className="portal-plain" onClick={load}>{t('again')}</button></p>}
      {shown !== undefined && (
        <>
          <section className="portal-card">
            <div className="portal-row"><h1>{shown.subject}</h1><span className={`tag portal-state-${shown.state}`}>{t(`state.${shown.state}`)}</span></div>
            <p className="small muted">{shown.type} · {shown.number} · {t('cases.received', { at: at(shown.receivedAt) })}</p>
            {shown.dueAt !== null && <p className="small">{t('cases.due', { at: at(shown.dueAt) })}</p>}
            {shown.joinedTo !== null && <p><PortalLink to={`/portal/cases/${shown.joinedTo.id}`}>{t('one.joined', { number: shown.joinedTo.number })}</PortalLink></p>}
            {shown.description !== null && <p className="portal-words">{shown.description}</p>}
            {shown.place !== null && <p className="small muted">{t('one.place')}：{shown.place}</p>}
            <Files files={shown.pictures} />
          </section>
          {shown.mayRate && <RateAnswer id={id} onRated={load} />}
          {shown.rating !== null && <p className="small muted">{t('rate.given', { score: shown.rating.score, solved: t(shown.rating.isSolved ? 'rate.yes' : 'rate.no') })}</p>}
          <Talk shown={shown} />
          <WaitingReports kept={kept} caseId={id} />
          {shown.mayWrite ? <Composer id={id} email={me.email} kept={kept} /> : <p className="small muted">{t('one.ended')}</p>}
        </>
      )}
    </>
  );
}

function Talk({ shown }: { readonly shown: PortalCase }) {
  const { t, at } = usePortal();
  return (
    <section aria-label={t('one.talk')}>
      {shown.messages.length === 0 && <p className="small muted">{t('one.none')}</p>}
      <ul className="portal-list">
        {shown.messages.map((message) => (
          <li key={message.id} className={`portal-card portal-${message.from}`}>
            <p className="small muted">{message.from === 'us' ? (message.name ?? t('one.us')) : t('one.you')} · {at(message.at)}</p>
            <p className="portal-words">{message.body}</p>
            <Files files={message.files} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Files({ files }: { readonly files: readonly PortalFile[] }) {
  const { t } = usePortal();
  if (files.length === 0) return null;
  return (
    <div className="portal-pictures">
      {files.map(({ id, name, isPicture }) => (isPicture
        ? <a key={id} className="portal-picture" href={`/api/v1/portal/files/${id}`} target="_blank" rel="noreferrer"><img src={`/api/v1/portal/files/${id}`} alt={t('one.picture', { name })} loading="lazy" /></a>
        : <a key={id} href={`/api/v1/portal/files/${id}`} download>{t('one.file', { name })}</a>))}
    </div>
  );
}

function Composer({ id, email, kept }: { readonly id: string; readonly email: string; readonly kept: KeptHere }) {
  const { t } = usePortal();
  const { draft, change, begin } = useDraft(kept.reports, { email, caseId: id });
  const { problem, run } = useDoing();
  if (draft === undefined) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.words.text.trim() === '') return;
    void run(async () => {
      await keepReport({ ...draft, state: 'waiting' });
      begin();
      void kept.send().catch(() => undefined);
    });
  };
  return (
    <form className="portal-card portal-form" onSubmit={send}>
      <label>{t('one.reply')}<textarea required maxLength={4_000} rows={3} value={draft.words.text} onChange={(e) => change({ ...draft, words: { ...draft.words, text: e.target.value } })} /></label>
      <PictureInput pictures={draft.pictures} onAdd={(added) => change({ ...draft, pictures: [...draft.pictures, ...added] })} onRemove={(key) => change({ ...draft, pictures: draft.pictures.filter((each) => each.key !== key) })} />
      {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
      <button type="submit" className="portal-main">{t('one.send')}</button>
    </form>
  );
}
