import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { checkInHref } from './check-in-href.ts';
import type { KeptVisit } from './kept/kept-visit.ts';
import { useKeptVisits } from './kept/use-kept-visits.ts';
import { useVisitsTexts } from './use-visits-texts.ts';
import { sendWaiting } from './kept/visit-queue.ts';
import { dropVisit, keepVisit } from './kept/visit-store.ts';
import './visits.css';

const tones = { draft: '', waiting: ' tag-hu', refused: ' tag-zhu' } as const;

function VisitLine({ visit, onSend, onDiscard }: { visit: KeptVisit; onSend: () => void; onDiscard: () => void }) {
  const t = useVisitsTexts();
  const format = useFormat();
  const isOpen = visit.activityId === null && visit.state !== 'waiting';
  return (
    <li className="waiting-line">
      <div className="row wrap"><b>{visit.customer.name}</b><span className={`tag${tones[visit.state]}`}>{t(`waiting.${visit.state}`)}</span></div>
      <p className="small muted">{t('waiting.facts', { when: format.moment(new Date(visit.savedAt).toISOString()), count: visit.photos.length })}</p>
      {visit.note.trim() !== '' && <p className="waiting-note">{visit.note}</p>}
      {visit.activityId !== null && <p className="small">{t('waiting.partly')}</p>}
      {visit.problem && <p className="small danger">{visit.problem}</p>}
      <div className="row wrap">
        {isOpen && <PageLink className="waiting-link" to={checkInHref(visit.customer, visit.visit)}>{t('waiting.go')}</PageLink>}
        {visit.state === 'refused' && <Button onClick={onSend}>{t('waiting.again')}</Button>}
        <button type="button" className="link-button waiting-link" onClick={onDiscard}>{t('waiting.discard')}</button>
      </div>
    </li>
  );
}

/** What this device still has to send, and what was begun: nothing gets lost without a person saying so. */
export default function WaitingVisitsPage() {
  const t = useVisitsTexts();
  const { user, viewing } = useSession();
  const visits = useKeptVisits();
  const [gone, setGone] = useState<KeptVisit>();
  const [isBusy, setBusy] = useState(false);
  usePageTitle(t('waiting.title'));
  const sendAll = () => {
    setBusy(true);
    void sendWaiting(user.id).catch(() => undefined).finally(() => setBusy(false));
  };
  const again = (visit: KeptVisit) => { keepVisit({ ...visit, state: 'waiting', problem: null }).then(sendAll, () => undefined); };
  const hasWaiting = visits?.some((visit) => visit.state === 'waiting') === true;
  return (
    <div className="page check-in">
      <header className="page-head">
        <div className="grow"><h1>{t('waiting.title')}</h1><p className="small muted">{t('waiting.hint')}</p></div>
        {hasWaiting && !viewing && <Button type="primary" loading={isBusy} onClick={sendAll}>{t('waiting.sendAll')}</Button>}
      </header>
      {visits?.length === 0 && <EmptyState title={t('waiting.empty')} hint={t('waiting.emptyHint')} />}
      {visits && visits.length > 0 && <ul className="card waiting-list">{visits.map((visit) => <VisitLine key={visit.id} visit={visit} onSend={() => again(visit)} onDiscard={() => setGone(visit)} />)}</ul>}
      {gone && (
        <Dialog
          title={t('waiting.discardTitle')} width={420} onClose={() => setGone(undefined)}
          footer={<><Button onClick={() => setGone(undefined)}>{t('waiting.keep')}</Button><Button danger type="primary" onClick={() => { void dropVisit(gone.id); setGone(undefined); }}>{t('waiting.discard')}</Button></>}
        >
          <p>{gone.activityId === null ? t('waiting.discardHint', { name: gone.customer.name }) : t('waiting.partly')}</p>
        </Dialog>
      )}
    </div>
  );
}
