import { useChatTexts } from './chat-desk.texts.ts';
import { type ChatBrief, type Desk, useTick } from './use-chat-desk.ts';

interface ListProps {
  readonly desk: Desk;
  readonly chosen: string | undefined;
  onChoose(id: string): void;
  onTake(id: string): void;
}

/** The largest unit that fits, in seconds. */
const waits = [['days', 86_400], ['hours', 3_600], ['minutes', 60]] as const;

/** How long somebody has waited, in the words of the page. */
function useWaited() {
  const t = useChatTexts();
  const now = useTick(5);
  return (since: string): string => {
    const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
    const [unit, size] = waits.find(([, least]) => seconds >= least) ?? (['seconds', 1] as const);
    return t('waited', { time: t(unit, { n: Math.floor(seconds / size) }) });
  };
}

export const nameOfChat = (chat: Pick<ChatBrief, 'name' | 'customer' | 'number'>, visitor: string): string => chat.name ?? chat.customer?.name ?? `${visitor} ${chat.number.slice(-4)}`;

function Entry({ chat, isChosen, hasAgent, onChoose, onTake, waited }: { readonly chat: ChatBrief; readonly isChosen: boolean; readonly hasAgent: boolean; onChoose(id: string): void; readonly onTake?: (id: string) => void; waited(since: string): string }) {
  const t = useChatTexts();
  return (
    <li className={isChosen ? 'chats-entry is-chosen' : 'chats-entry'}>
      <button type="button" className="chats-open" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(chat.id)}>
        <span className="row"><b className="truncate grow">{nameOfChat(chat, t('visitor'))}</b>
          {chat.state === 'waiting' && chat.waitingSince !== null && <span className="small chats-waited">{waited(chat.waitingSince)}</span>}
          {chat.state === 'live' && chat.unseen > 0 && <span className="chats-unseen" aria-label={t('unseen', { n: chat.unseen })}>{chat.unseen}</span>}
        </span>
        <span className="small muted truncate">{chat.isTyping ? t('typing') : chat.lastLine}</span>
        {(!chat.isOnline || hasAgent) && <span className="small faint">{[hasAgent ? chat.agent?.name : undefined, chat.isOnline ? undefined : t('offline')].filter(Boolean).join(' · ')}</span>}
      </button>
      {onTake && <button type="button" className="chats-take" aria-label={`${t('act.take')} ${nameOfChat(chat, t('visitor'))}`} onClick={() => onTake(chat.id)}>{t('act.take')}</button>}
    </li>
  );
}

/** Who waits, the oldest first; one's own talks; those of colleagues. */
export function ChatList({ desk, chosen, onChoose, onTake }: ListProps) {
  const t = useChatTexts();
  const waited = useWaited();
  const lists = [
    { key: 'waiting', rows: desk.waiting, empty: t('lists.noWaiting') }, { key: 'mine', rows: desk.mine, empty: t('lists.noMine') }, { key: 'others', rows: desk.others, empty: undefined },
  ] as const;
  return (
    <nav className="card chats-list" aria-label={t('title')}>
      {lists.map(({ key, rows, empty }) => (rows.length === 0 && empty === undefined ? null : (
        <section key={key} aria-label={t(`lists.${key}`)}>
          <h2>{t(`lists.${key}`)} <span className="muted">{rows.length}</span></h2>
          {rows.length === 0 ? <p className="small muted chats-none">{empty}</p> : <ul>{rows.map((chat) => <Entry key={chat.id} chat={chat} isChosen={chat.id === chosen} hasAgent={key === 'others'} onChoose={onChoose} waited={waited} {...(key === 'waiting' && { onTake })} />)}</ul>}
        </section>
      )))}
    </nav>
  );
}
