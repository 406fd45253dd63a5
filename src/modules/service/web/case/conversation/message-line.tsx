import { Lock, Reply, UserRound } from 'lucide-react';
import { FileValue } from '#kit/field/link-values.tsx';
import { PictureStrip } from '#kit/field/pictures/picture-strip.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type CaseMessage, useCaseTexts } from '../use-case.ts';

const icons = { incoming: UserRound, reply: Reply, note: Lock } as const;

/** One message: from the customer at the left, to the customer at the right, notes over the whole width with a lock. */
export function MessageLine({ message, customer }: { readonly message: CaseMessage; readonly customer: string }) {
  const t = useCaseTexts();
  const format = useFormat();
  const Icon = icons[message.kind];
  const who = message.authorName ?? message.author?.name ?? (message.kind === 'incoming' ? customer || t('message.customer') : t('message.system'));
  const pictures = message.files.filter((file) => file.mime.startsWith('image/'));
  const others = message.files.filter((file) => !file.mime.startsWith('image/'));
  return (
    <li className={`case-message is-${message.kind}`}>
      <div className="case-message-head small">
        <Icon size={13} aria-hidden /><b>{t(`message.kinds.${message.kind}`)}</b><span>{who}</span>
        {message.kind !== 'note' && <span className="muted">{t(`message.channels.${message.channel}`)}</span>}
        <time className="muted" dateTime={message.at} title={format.fullMoment(message.at)}>{dayIn(message.at, format.zone).time}</time>
      </div>
      <p className="case-words">{message.body}</p>
      {pictures.length > 0 && <PictureStrip pictures={pictures} />}
      {others.length > 0 && <div className="row wrap">{others.map((file) => <FileValue key={file.id} value={file} />)}</div>}
    </li>
  );
}
