import { Button, Dropdown } from 'antd';
import { ArrowLeft, Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { BlockDialog, HandOnDialog } from './chat-dialogs.tsx';
import { useChatTexts } from './chat-desk.texts.ts';
import { nameOfChat } from './chat-list.tsx';
import { ChatWriter } from './chat-writer.tsx';
import type { KeptReplies } from './kept-replies.ts';
import { type Chat, type Desk, useChat, useRefreshChats } from './use-chat-desk.ts';

interface OneChatProps {
  readonly id: string;
  readonly desk: Desk;
  readonly kept: KeptReplies;
  readonly draft: string;
  onDraft(text: string): void;
  onTake(): void;
  onBack(): void;
}

/** One talk: what was said, what is on its way, the answer, and who the visitor is. */
export function OneChat({ id, desk, kept, draft, onDraft, onTake, onBack }: OneChatProps) {
  const found = useChat(id);
  if (found.error && !found.data) return <div className="card chats-talk"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <div className="card card-body chats-talk"><SkeletonLines count={6} /></div>;
  const chat = found.data;
  return (
    <>
      <section className="card chats-talk" aria-label={chat.number}>
        <TalkHead chat={chat} desk={desk} onBack={onBack} />
        <TalkLines chat={chat} kept={kept} />
        <TalkFoot chat={chat} kept={kept} draft={draft} onDraft={onDraft} onTake={onTake} />
      </section>
      <VisitorSide chat={chat} />
    </>
  );
}

function TalkHead({ chat, desk, onBack }: { chat: Chat; desk: Desk; onBack: () => void }) {
  const t = useChatTexts();
  const refresh = useRefreshChats();
  const [dialog, setDialog] = useState<'handOn' | 'block'>();
  const isRunning = chat.state === 'live' || chat.state === 'waiting';
  const end = () => { call('POST /chat/conversations/{id}/end', { params: { id: chat.id } }).then(refresh, reportProblem); };
  return (
    <header className="chats-head">
      <button type="button" className="plain-button chats-back" aria-label={t('act.back')} onClick={onBack}><ArrowLeft size={18} aria-hidden /></button>
      <h2 className="grow truncate">{nameOfChat(chat, t('visitor'))}</h2>
      {!chat.isOnline && isRunning && <span className="tag">{t('offline')}</span>}
      {chat.state === 'live' && <Button size="small" onClick={() => setDialog('handOn')}>{t('act.handOn')}</Button>}
      {isRunning && <Button size="small" onClick={end}>{t('act.end')}</Button>}
      {!chat.isBlocked && (
        <Dropdown trigger={['click']} menu={{ items: [{ key: 'block', danger: true, label: t('act.block') }], onClick: () => setDialog('block') }}>
          <button type="button" className="plain-button" aria-label={t('act.more')}><Ellipsis size={16} aria-hidden /></button>
        </Dropdown>
      )}
      {dialog === 'handOn' && <HandOnDialog chat={chat} people={desk.people} onClose={() => setDialog(undefined)} />}
      {dialog === 'block' && <BlockDialog chat={chat} onClose={() => setDialog(undefined)} />}
    </header>
  );
}

function TalkLines({ chat, kept }: { chat: Chat; kept: KeptReplies }) {
  const t = useChatTexts();
  const format = useFormat();
  const me = useSession().user.id;
  const end = useRef<HTMLDivElement>(null);
  const last = chat.lines.at(-1)?.seq ?? 0;
  const isMine = chat.state === 'live' && chat.agent?.id === me;
  const arrived = new Set(chat.lines.map((line) => line.key));
  const waiting = kept.replies.filter((reply) => reply.chat === chat.id && !arrived.has(reply.id));
  const ownLast = chat.lines.findLast((line) => line.side === 'agent');
  useEffect(() => { end.current?.scrollIntoView({ block: 'nearest' }); }, [chat.id, last, waiting.length, chat.isTyping]);
  useEffect(() => {
    if (!isMine || last === 0) return undefined;
    const mark = () => { if (document.visibilityState === 'visible') void call('POST /chat/conversations/{id}/mark', { params: { id: chat.id }, body: { seen: last } }).catch(() => undefined); };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [chat.id, isMine, last]);
  return (
    <div className="chats-lines" role="region" aria-label={t('lines.label')} tabIndex={0}>
      <div role="log"><ol>
        {chat.lines.map((line) => (
          <li key={line.seq} className={`chats-line is-${line.side}`}>
            <p>{line.body}</p>
            <span className="small muted">{line.name ?? nameOfChat(chat, t('visitor'))} · <time dateTime={line.at} title={format.fullMoment(line.at)}>{dayIn(line.at, format.zone).day === format.today() ? dayIn(line.at, format.zone).time : format.fullMoment(line.at)}</time>{line === ownLast && <> · {t(chat.visitorSeen >= line.seq ? 'lines.seen' : 'lines.delivered')}</>}</span>
          </li>
        ))}
        {waiting.map((reply) => (
          <li key={reply.id} className={`chats-line is-agent ${reply.problem === null ? 'is-waiting' : 'is-refused'}`}>
            <p>{reply.body}</p>
            {reply.problem === null
              ? <span className="small muted">{t('lines.waits')}</span>
              : <span className="small danger">{t('lines.refused', { problem: reply.problem })} <button type="button" className="link-button" onClick={() => void kept.again(reply)}>{t('lines.retry')}</button> <button type="button" className="link-button" onClick={() => void kept.drop(reply.id)}>{t('lines.drop')}</button></span>}
          </li>
        ))}
      </ol></div>
      {chat.isTyping && <p className="small muted" role="status">{nameOfChat(chat, t('visitor'))} {t('typing')}</p>}
      <div ref={end} />
    </div>
  );
}

function TalkFoot({ chat, kept, draft, onDraft, onTake }: Pick<OneChatProps, 'kept' | 'draft' | 'onDraft' | 'onTake'> & { chat: Chat }) {
  const t = useChatTexts();
  const me = useSession().user.id;
  if (chat.state === 'live' && chat.agent?.id === me) return <ChatWriter key={chat.id} chat={chat} kept={kept} draft={draft} onDraft={onDraft} />;
  if (chat.state === 'waiting') return <div className="chats-note"><span className="grow">{t('write.needTake')}</span><Button type="primary" onClick={onTake}>{t('act.take')}</Button></div>;
  const words = chat.state === 'live' ? t('write.colleague', { name: chat.agent?.name ?? '' }) : t(chat.state === 'left' ? 'write.left' : 'write.over');
  return <div className="chats-note"><span className="grow">{words}</span>{chat.state !== 'live' && <PageLink to={`/cases/${chat.caseId}`}>{t('act.case')}</PageLink>}</div>;
}

function VisitorSide({ chat }: { chat: Chat }) {
  const t = useChatTexts();
  const format = useFormat();
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('side.number'), <PageLink key="case" to={`/cases/${chat.caseId}`}>{chat.number}</PageLink>],
    ...(chat.customer ? [[t('side.customer'), <PageLink key="customer" to={`/customers/${chat.customer.id}`}>{chat.customer.name}</PageLink>] as const] : []),
    [t('side.contact'), [chat.name, chat.phone, chat.email].filter(Boolean).join(' · ') || t('side.none')],
    ...(chat.page === null ? [] : [[t('side.page'), <span key="page" className="chats-page">{chat.page}</span>] as const]),
    [t('side.since'), format.moment(chat.startedAt)], [t('side.language'), t(chat.locale === 'en' ? 'side.en' : 'side.zh')], [t('side.earlier'), String(chat.earlier)],
  ];
  return (
    <aside className="card chats-side" aria-label={t('side.title')}>
      <h2>{t('side.title')}</h2>
      <dl>{rows.map(([label, value]) => <div key={label}><dt className="small muted">{label}</dt><dd>{value}</dd></div>)}</dl>
    </aside>
  );
}
