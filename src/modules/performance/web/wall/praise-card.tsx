import { Button, Input } from 'antd';
import { HandHeart, Lightbulb, PartyPopper } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { ConfirmDialog, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { type ReactionKind, reactionKinds } from '../../objects/performance.objects.ts';
import { type Praise, usePerformanceTexts, useRefresh } from '../use-performance.ts';

const icons = { applause: PartyPopper, thanks: HandHeart, learn: Lightbulb } as const;

function Reactions({ card }: { readonly card: Praise }) {
  const t = usePerformanceTexts();
  const refresh = useRefresh();
  const react = async (kind: ReactionKind, isOn: boolean) => {
    await call('PUT /performance/wall/{id}/reactions/{kind}', { params: { id: card.id, kind }, body: { isOn } });
    await refresh('recognition');
  };
  return (
    <div className="row pf-reactions no-print" role="group" aria-label={t('wall.reactions', { name: card.person })}>
      {reactionKinds.map((kind) => {
        const Icon = icons[kind];
        const found = card.reactions.find((each) => each.kind === kind);
        return <button key={kind} type="button" className="plain-button" aria-pressed={found?.isMine === true} onClick={() => void react(kind, found?.isMine !== true)}><Icon size={14} aria-hidden />{t(`wall.react.${kind}`)}{found && <b>{found.count}</b>}</button>;
      })}
    </div>
  );
}

/** A customer's praise stands with whoever handled the case until the supervisor says whom it is about. */
function PassOn({ card }: { readonly card: Praise }) {
  const t = usePerformanceTexts();
  const refresh = useRefresh();
  const [isAsking, setAsking] = useState(false);
  const [person, setPerson] = useState<NamedRef>();
  const pass = async () => {
    if (!person) return;
    await call('POST /performance/wall/{id}/person', { params: { id: card.id }, body: { person: person.id } });
    showToast(t('wall.changed'));
    await refresh('recognition');
  };
  return (
    <>
      <button type="button" className="plain-button small" onClick={() => setAsking(true)}>{t('wall.change')}<span className="visually-hidden"> {card.person}</span></button>
      {isAsking && <ConfirmDialog title={t('wall.changeTitle')} ok={t('save')} onConfirm={pass} onClose={() => setAsking(false)}><RecordPicker target="user" label={t('wall.person')} value={person} without={[card.personId]} onChange={setPerson} /></ConfirmDialog>}
    </>
  );
}

function Moderation({ card }: { readonly card: Praise }) {
  const t = usePerformanceTexts();
  const refresh = useRefresh();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const params = { id: card.id };
  const putBack = async () => {
    await call('POST /performance/wall/{id}/show', { params });
    showToast(t('wall.back'));
    await refresh('recognition');
  };
  const hide = async () => {
    await call('POST /performance/wall/{id}/hide', { params, body: { reason } });
    showToast(t('wall.hid'));
    await refresh('recognition');
  };
  if (card.hiddenFor !== null) return <Button size="small" onClick={() => void putBack()}>{t('wall.putBack')}</Button>;
  return (
    <>
      {card.kind === 'customer' && <PassOn card={card} />}
      <button type="button" className="plain-button small" onClick={() => setAsking(true)}>{t('wall.hide')}<span className="visually-hidden"> {card.person}</span></button>
      {isAsking && (
        <ConfirmDialog title={t('wall.hideTitle')} ok={t('wall.hide')} isDanger onConfirm={hide} onClose={() => setAsking(false)}>
          <div className="admin-field"><label htmlFor={id}>{t('wall.hideReason')}</label><Input.TextArea id={id} value={reason} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} /></div>
        </ConfirmDialog>
      )}
    </>
  );
}

/** One praise: whom, for what, by whom; a customer's words only for those who may read the case. */
export function PraiseCard({ card }: { readonly card: Praise }) {
  const t = usePerformanceTexts();
  const format = useFormat();
  const words = card.words ?? t(card.isWithheld ? 'wall.withheld' : 'wall.noWords');
  return (
    <li className={`card pf-praise pf-${card.kind}`}>
      <header>
        <span className="pf-face" aria-hidden>{card.person.slice(0, 1)}</span>
        <div className="grow"><h2>{card.person}{card.isOwn && <span className="tag tag-green">{t('wall.own')}</span>}</h2>{card.unit !== null && <p className="small muted">{card.unit}</p>}</div>
        {card.points > 0 && <span className="tag tag-hu">{t('wall.points', { n: card.points })}</span>}
      </header>
      <p className={card.words === null ? 'muted' : 'pf-words'}>{words}</p>
      <p className="small muted">{card.kind === 'customer' ? t('wall.byCustomer') : t('wall.by', { who: card.author ?? '' })} · {format.moment(card.at)}{card.caseId !== null && card.caseNumber !== null && <> · <PageLink to={`/cases/${card.caseId}`}>{t('wall.case', { number: card.caseNumber })}</PageLink></>}</p>
      {card.hiddenFor !== null && <p className="small danger">{t('wall.hiddenFor', { reason: card.hiddenFor })}</p>}
      <footer className="row wrap">{card.hiddenFor === null && <Reactions card={card} />}<span className="grow" />{card.mayModerate && <Moderation card={card} />}</footer>
    </li>
  );
}
