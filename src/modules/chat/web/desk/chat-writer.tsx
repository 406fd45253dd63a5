import { Button, Input, Popover } from 'antd';
import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { textOf } from '#kit/field/field-props.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { fillReply } from '#modules/service/web/service.public.tsx';
import { nameOfChat } from './chat-list.tsx';
import { useChatTexts } from './chat-desk.texts.ts';
import type { KeptReplies } from './kept-replies.ts';
import type { Chat } from './use-chat-desk.ts';

/** Whoever writes says so this often. */
const TYPING_MS = 3_000;

function ReplyList({ replies, chat, onPick }: { replies: ObjectMeta; chat: Chat; onPick: (text: string) => void }) {
  const t = useChatTexts();
  const { user } = useSession();
  const { records, isPending } = useRecords(replies, { sort: 'name' }, 100);
  // Those in the visitor's language come first.
  const sorted = records.toSorted((a, b) => Number(b['locale'] === chat.locale) - Number(a['locale'] === chat.locale));
  if (!isPending && sorted.length === 0) return <p className="small muted">{t('write.noCanned')}</p>;
  return (
    <ul className="chats-canned">
      {sorted.map((reply) => {
        const body = fillReply(textOf(reply['body']), { customer: chat.name ?? chat.customer?.name ?? '', number: chat.number, agent: user.name, due: '' });
        return <li key={reply.id}><button type="button" onClick={() => onPick(body)}><b>{textOf(reply['name'])}</b><span className="small muted truncate">{body.replaceAll('\n', ' ')}</span></button></li>;
      })}
    </ul>
  );
}

/** Answers the visitor. What is being written stays with its talk; Enter sends. */
export function ChatWriter({ chat, kept, draft, onDraft }: { readonly chat: Chat; readonly kept: KeptReplies; readonly draft: string; onDraft(text: string): void }) {
  const t = useChatTexts();
  const replies = useFindObject()('cannedReply');
  const [isOpen, setOpen] = useState(false);
  const told = useRef(-Infinity);
  const write = (text: string) => {
    onDraft(text);
    const now = performance.now();
    if (text.trim() === '' || now - told.current < TYPING_MS) return;
    told.current = now;
    call('POST /chat/conversations/{id}/mark', { params: { id: chat.id }, body: { isTyping: true } }).catch(() => undefined);
  };
  const send = () => {
    const body = draft.trim();
    if (body === '') return;
    onDraft('');
    told.current = -Infinity;
    kept.say(chat.id, body).catch(reportProblem);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const pick = (text: string) => {
    setOpen(false);
    write([draft, text].filter(Boolean).join('\n'));
  };
  return (
    <div className="chats-write no-print">
      <Input.TextArea aria-label={`${t('write.label')} ${nameOfChat(chat, t('visitor'))}`} placeholder={t('write.hint')} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} value={draft} onChange={(event) => write(event.target.value)} onKeyDown={press} />
      <div className="row">
        {replies && (
          <Popover trigger="click" placement="topLeft" arrow={false} destroyOnHidden open={isOpen} onOpenChange={setOpen} content={<ReplyList replies={replies} chat={chat} onPick={pick} />}>
            <button type="button" className="plain-button" aria-expanded={isOpen}><MessageSquareText size={15} aria-hidden />{t('write.canned')}</button>
          </Popover>
        )}
        <span className="grow" />
        <Button type="primary" disabled={draft.trim() === ''} onClick={send}>{t('write.send')}</Button>
      </div>
    </div>
  );
}
