import { Lock, Reply, UserRound } from 'lucide-react';
import { useState } from 'react';
import { apiUrl } from '#kit/api/api-client.ts';
import { FileValue } from '#kit/field/link-values.tsx';
import { PictureStrip } from '#kit/field/pictures/picture-strip.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { MailFrame } from '#modules/mail/web/mail.public.tsx';
import { type CaseMessage, useCaseTexts } from '../use-case.ts';

const icons = { incoming: UserRound, reply: Reply, note: Lock } as const;

function PlainBody({ message }: { readonly message: CaseMessage }) {
  const t = useCaseTexts();
  return (
    <>
      <p className="case-words">{message.body}</p>
      {message.quoted !== null && <details className="case-quoted small"><summary>{t('message.quoted')}</summary><p className="case-words muted">{message.quoted}</p></details>}
    </>
  );
}

/** A mail as it was laid out; its words alone, or pictures from elsewhere, when asked for (SEC-18). */
function MailBody({ caseId, message }: { readonly caseId: string; readonly message: CaseMessage }) {
  const t = useCaseTexts();
  const [isPlain, setPlain] = useState(false);
  const [hasAll, setAll] = useState(false);
  return (
    <>
      {isPlain ? <PlainBody message={message} /> : <MailFrame key={String(hasAll)} src={apiUrl(`/service/cases/${caseId}/messages/${message.id}/page`, hasAll ? { pictures: 'all' } : {})} title={t('message.mailOf', { who: message.authorName ?? t('message.customer') })} />}
      <div className="row wrap small case-mail-foot">
        <button type="button" className="link-button" onClick={() => setPlain(!isPlain)}>{t(isPlain ? 'message.asHtml' : 'message.asText')}</button>
        {!isPlain && message.held > 0 && !hasAll && <><button type="button" className="link-button" onClick={() => setAll(true)}>{t('message.showPictures', { n: message.held })}</button><span className="muted">{t('message.picturesHint')}</span></>}
      </div>
    </>
  );
}

/** One message: from the customer at the left, to the customer at the right, notes over the whole width with a lock. */
export function MessageLine({ caseId, message, customer }: { readonly caseId: string; readonly message: CaseMessage; readonly customer: string }) {
  const t = useCaseTexts();
  const format = useFormat();
  const Icon = icons[message.kind];
  const who = message.authorName ?? message.author?.name ?? (message.kind === 'incoming' ? customer || t('message.customer') : t('message.system'));
  const pictures = message.files.filter((file) => file.mime.startsWith('image/'));
  const others = message.files.filter((file) => !file.mime.startsWith('image/'));
  return (
    <li className={`case-message is-${message.kind}${message.hasHtml ? ' is-mail' : ''}`}>
      <div className="case-message-head small">
        <Icon size={13} aria-hidden /><b>{t(`message.kinds.${message.kind}`)}</b><span>{who}</span>
        {message.kind !== 'note' && <span className="muted">{t(`message.channels.${message.channel}`)}</span>}
        <time className="muted" dateTime={message.at} title={format.fullMoment(message.at)}>{dayIn(message.at, format.zone).time}</time>
      </div>
      {message.hasHtml ? <MailBody caseId={caseId} message={message} /> : <PlainBody message={message} />}
      {pictures.length > 0 && <PictureStrip pictures={pictures} />}
      {others.length > 0 && <div className="row wrap">{others.map((file) => <FileValue key={file.id} value={file} />)}</div>}
    </li>
  );
}
