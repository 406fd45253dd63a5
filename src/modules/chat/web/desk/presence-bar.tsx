import { Popover, Switch } from 'antd';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { mayNotify, playTone } from './chat-alert.ts';
import { useChatTexts } from './chat-desk.texts.ts';
import { type Desk, type Presence, useSetPresence } from './use-chat-desk.ts';

const capacities = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

function Alerts({ presence, onChange }: { presence: Presence; onChange: (part: Partial<Presence>) => void }) {
  const t = useChatTexts();
  const [isDenied, setDenied] = useState(false);
  const notices = async (isOn: boolean) => {
    const isAllowed = !isOn || (await mayNotify());
    setDenied(!isAllowed);
    if (isAllowed) onChange({ hasNotices: isOn });
  };
  const sound = (hasSound: boolean) => {
    if (hasSound) playTone();
    onChange({ hasSound });
  };
  return (
    <div className="stack chats-alerts">
      <label className="row">{t('presence.sound')}<span className="grow" /><Switch checked={presence.hasSound} onChange={sound} aria-label={t('presence.sound')} /></label>
      <label className="row">{t('presence.notices')}<span className="grow" /><Switch checked={presence.hasNotices} onChange={(isOn) => void notices(isOn)} aria-label={t('presence.notices')} /></label>
      {isDenied && <p className="small danger" role="alert">{t('presence.denied')}</p>}
    </div>
  );
}

/** Whether one answers, how many at once, and how one is told. */
export function PresenceBar({ desk }: { desk: Desk }) {
  const t = useChatTexts();
  const format = useFormat();
  const set = useSetPresence();
  const [isOpen, setOpen] = useState(false);
  const { presence } = desk;
  const change = (part: Partial<Presence>) => { set({ ...presence, ...part }).catch(reportProblem); };
  return (
    <div className="chats-presence no-print">
      {desk.mode === 'closed' && <span className="tag">{t('mode.closed')}{desk.opensAt !== null && ` · ${t('opens', { at: format.moment(desk.opensAt) })}`}</span>}
      {desk.mode === 'away' && <span className="tag tag-hu">{t('mode.away')}</span>}
      <label className="row chats-switch"><Switch checked={presence.isAvailable} onChange={(isAvailable) => change({ isAvailable })} aria-label={t('presence.toggle')} /><b>{t(presence.isAvailable ? 'presence.available' : 'presence.away')}</b></label>
      <span className="row"><span className="small muted" aria-hidden>{t('presence.capacity')}</span>
        <PlainSelect label={t('presence.capacity')} value={String(presence.capacity)} options={capacities.map((n) => ({ value: String(n), label: String(n) }))} onChange={(n) => change({ capacity: Number(n) })} />
      </span>
      <Popover trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomRight" arrow={false} content={<Alerts presence={presence} onChange={change} />}>
        <button type="button" className="plain-button" aria-expanded={isOpen}><BellRing size={15} aria-hidden />{t('presence.settings')}</button>
      </Popover>
    </div>
  );
}
