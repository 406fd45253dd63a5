import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type DisputeFile, useDisputeTexts } from './use-disputes.ts';

type Item = DisputeFile['evidence'][number];
const states = ['confirmed', 'unconfirmed', 'closed', 'reached', 'attempted'] as const;

function EvidenceItem({ item }: { item: Item }) {
  const t = useDisputeTexts();
  const format = useFormat();
  const state = states.find((each) => each === item.state);
  return (
    <li className={`dispute-item is-${item.side}`}>
      <div className="row wrap">
        <time className="small muted" dateTime={item.at}>{format.fullMoment(item.at)}</time>
        <b>{item.link === null ? t(item.kind) : <PageLink to={item.link}>{t(item.kind)}</PageLink>}</b>
        {state && <span className="tag">{t(state)}</span>}
        {item.clause !== null && <span className="why-mark is-plain"><ClauseMark clause={item.clause} /></span>}
        {item.side !== 'other' && <span className={item.side === 'claimant' ? 'tag tag-qing' : 'tag tag-hu'}>{t(item.side)}</span>}
        {item.person !== null && <span className="small muted">{item.kind === 'visit' ? t('receivedBy', { name: item.person }) : item.person}</span>}
      </div>
      {item.text !== null && item.text !== '' && <p className="dispute-words">{item.text}</p>}
    </li>
  );
}

/** Registrations, calls and evening records in the order in which they happened. */
export function EvidenceList({ file }: { file: DisputeFile }) {
  const t = useDisputeTexts();
  const isFrozen = file.status === 'settled' || file.status === 'withdrawn';
  return (
    <AdminCard title={t('timeline')} {...(isFrozen && { note: t('frozen') })}>
      {file.evidence.length === 0 ? <p className="muted">{t('timelineEmpty')}</p> : <ol className="dispute-items">{file.evidence.map((item) => <EvidenceItem key={`${item.kind} ${item.at} ${item.link ?? item.text} ${item.person}`} item={item} />)}</ol>}
    </AdminCard>
  );
}
