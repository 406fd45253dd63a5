import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useChatTexts } from './chat-desk.texts.ts';
import { type Chat, type Desk, useRefreshChats } from './use-chat-desk.ts';

/** Gives the talk to a colleague of the queue; who is there comes first. */
export function HandOnDialog({ chat, people, onClose }: { chat: Chat; people: Desk['people']; onClose: () => void }) {
  const t = useChatTexts();
  const refresh = useRefreshChats();
  const { isBusy, error, run } = useSubmit();
  const others = people.filter((person) => person.id !== chat.agent?.id).toSorted((a, b) => Number(b.isAvailable) - Number(a.isAvailable));
  const [to, setTo] = useState(others[0]?.id);
  const [note, setNote] = useState('');
  const send = async () => {
    if (to === undefined) return;
    const done = await run(() => call('POST /chat/conversations/{id}/hand-on', { params: { id: chat.id }, body: { to, note: note.trim() || null } }));
    if (!done) return;
    await refresh();
    onClose();
  };
  return (
    <Dialog title={t('handOn.title')} onClose={onClose} footer={<><Button onClick={onClose}>{t('handOn.cancel')}</Button><Button type="primary" loading={isBusy} disabled={to === undefined} onClick={() => void send()}>{t('handOn.send')}</Button></>}>
      {others.length === 0 ? <p className="muted">{t('handOn.none')}</p> : (
        <fieldset className="chats-people"><legend className="small muted">{t('handOn.to')}</legend>
          {others.map((person) => (
            <label key={person.id} className="row"><input type="radio" name="to" checked={to === person.id} onChange={() => setTo(person.id)} /><span className="grow">{person.name}</span>
              <span className={person.isAvailable ? 'tag tag-green' : 'tag'}>{person.isAvailable ? t('handOn.present', { live: person.live, capacity: person.capacity }) : t('handOn.absent')}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="stack small muted">{t('handOn.note')}<Input.TextArea rows={2} maxLength={2_000} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
    </Dialog>
  );
}

/** Asks once before somebody is shut out. */
export function BlockDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const t = useChatTexts();
  const refresh = useRefreshChats();
  const { isBusy, error, run } = useSubmit();
  const send = async () => {
    if (!(await run(() => call('POST /chat/conversations/{id}/block', { params: { id: chat.id } })))) return;
    await refresh();
    onClose();
  };
  return (
    <Dialog title={t('block.title')} onClose={onClose} footer={<><Button onClick={onClose}>{t('block.cancel')}</Button><Button danger type="primary" loading={isBusy} onClick={() => void send()}>{t('block.send')}</Button></>}>
      <p>{t('block.hint')}</p>
      {error !== '' && <p className="danger small" role="alert">{error}</p>}
    </Dialog>
  );
}
