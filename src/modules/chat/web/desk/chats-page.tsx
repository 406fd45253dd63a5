import { useNavigate, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useHasRight, useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { ChatList } from './chat-list.tsx';
import { useChatTexts } from './chat-desk.texts.ts';
import { useKeptReplies } from './kept-replies.ts';
import { OneChat } from './one-chat.tsx';
import { PresenceBar } from './presence-bar.tsx';
import { type Desk, useDesk, useRefreshChats } from './use-chat-desk.ts';
import './chats.css';

/** The agents' desk of the chat (SE-31): who waits, several talks at once, presence. */
export default function ChatsPage() {
  const t = useChatTexts();
  usePageTitle(t('title'));
  const desk = useDesk();
  const chosen = useChosen();
  const ready = desk.data?.isAgent === true && desk.data.isOpen ? desk.data : undefined;
  return (
    <div className={chosen === undefined ? 'page chats' : 'page chats is-talking'}>
      <header className="page-head chats-page-head">
        <div className="grow"><h1>{t('title')}</h1><p className="muted small">{t('hint')}</p></div>
        {ready && <PresenceBar desk={ready} />}
      </header>
      {desk.error && !desk.data && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {desk.data && (ready ? <Talks desk={ready} /> : <NotHere desk={desk.data} />)}
    </div>
  );
}

/** The talk that the address names. */
function useChosen(): string | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return typeof search['chat'] === 'string' && search['chat'] !== '' ? search['chat'] : undefined;
}

function NotHere({ desk }: { desk: Desk }) {
  const t = useChatTexts();
  const may = useHasRight('admin.settings');
  const key = desk.isOpen ? 'notAgent' : 'closed';
  return <div className="card"><EmptyState icon={<MessagesSquare size={28} />} title={t(`${key}.title`)} hint={t(`${key}.hint`)} actions={may && !desk.isOpen && <PageLink to="/admin/chat">{t('closed.go')}</PageLink>} /></div>;
}

function Talks({ desk }: { desk: Desk }) {
  const t = useChatTexts();
  const navigate = useNavigate();
  const refresh = useRefreshChats();
  const kept = useKeptReplies(useSession().user.id);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const chosen = useChosen();
  const choose = (id: string | undefined) => void navigate({ to: id === undefined ? '/service/chats' : `/service/chats?chat=${id}`, replace: true });
  const take = (id: string) => {
    call('POST /chat/conversations/{id}/take', { params: { id } }).then(() => choose(id), reportProblem).finally(() => void refresh());
  };
  return (
    <div className={chosen === undefined ? 'chats-desk' : 'chats-desk has-chosen'}>
      <ChatList desk={desk} chosen={chosen} onChoose={choose} onTake={take} />
      {chosen === undefined
        ? <div className="card chats-talk chats-empty"><EmptyState icon={<MessagesSquare size={28} />} title={t('lists.choose')} hint={t('lists.chooseHint')} /></div>
        : <OneChat id={chosen} desk={desk} kept={kept} draft={drafts[chosen] ?? ''} onDraft={(text) => setDrafts((before) => ({ ...before, [chosen]: text }))} onTake={() => take(chosen)} onBack={() => choose(undefined)} />}
    </div>
  );
}
