import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { type Board, type BoardPerson, useBoardAction, useBoardTexts, useNow } from '../use-board.ts';

interface Alerts {
  readonly sound: boolean;
  readonly vibration: boolean;
}

const KEY = 'zhike.turn-alerts';
const silent: Alerts = { sound: false, vibration: false };

function loadAlerts(): Alerts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return silent;
    return { sound: 'sound' in stored && stored.sound === true, vibration: 'vibration' in stored && stored.vibration === true };
  } catch {
    return silent;
  }
}

/** Two short notes; a browser that does not let the page sound stays silent. */
function ring(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  volume.connect(audio.destination);
  for (const [at, pitch] of [[0, 660], [0.22, 880]] as const) {
    const note = audio.createOscillator();
    note.frequency.value = pitch;
    note.connect(volume);
    note.start(audio.currentTime + at);
    note.stop(audio.currentTime + at + 0.16);
  }
  setTimeout(() => void audio.close(), 1_000);
}

function AlertChoice({ alerts, onChange }: { alerts: Alerts; onChange: (alerts: Alerts) => void }) {
  const t = useBoardTexts();
  const button = (key: keyof Alerts) => (
    <button type="button" className="plain-button" aria-pressed={alerts[key]} onClick={() => onChange({ ...alerts, [key]: !alerts[key] })}>{t(key)}</button>
  );
  return <div className="row wrap small muted">{t('alert')}{button('sound')}{'vibrate' in navigator && matchMedia('(pointer: coarse)').matches && button('vibration')}</div>;
}

/** What the person does now, when nobody waits for them. */
function MyState({ me, place }: { me: BoardPerson; place: number }) {
  const t = useBoardTexts();
  const receiving = me.turns.find((turn) => turn.state === 'receiving');
  if (receiving) return <b>{t('myReceiving', { visitor: receiving.visitor ?? '' })}</b>;
  if (me.away) return <><b>{t('myAway', { why: t(`away.${me.away.state}`) })}</b><div className="small muted">{t('myAwayHint')}</div></>;
  return place < 0 ? null : <b>{place === 0 ? t('myNext') : t('myPlace', { count: place })}</b>;
}

/** For a salesperson of the roster: that it is their turn, or how many come before. Sound and vibration are off at first. */
export function YourTurn({ board }: { board: Board }) {
  const t = useBoardTexts();
  const act = useBoardAction(board.site.id);
  const now = useNow(5);
  const [alerts, setAlerts] = useState(loadAlerts);
  const me = board.people.find((each) => each.userId === board.me);
  const called = me?.turns.find((turn) => turn.state === 'assigned');
  const told = useRef(called?.id);
  useEffect(() => {
    if (called?.id === told.current) return;
    told.current = called?.id;
    if (called === undefined) return;
    if (alerts.sound) ring();
    if (alerts.vibration) navigator.vibrate(300);
  }, [called, alerts]);
  const keep = (next: Alerts) => {
    setAlerts(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // The choice then lasts until the page is closed.
    }
  };
  if (!me || me.state === 'off') return null;
  const place = board.next.findIndex((each) => each.userId === board.me);
  const minutes = called ? Math.max(1, Math.ceil((Date.parse(called.dueAt) - now) / 60_000)) : 0;
  const visitor = called?.visitor ? `${called.visitor} · ` : '';
  return (
    <section className={called ? 'card board-mine is-called' : 'card board-mine'} aria-live="assertive">
      <div className="grow">
        {called ? <><b>{t('yourTurn')}</b><div>{Date.parse(called.dueAt) < now ? t('yourTurnLate', { visitor }) : t('yourTurnHint', { visitor, minutes })}</div></>
          : <MyState me={me} place={place} />}
        <AlertChoice alerts={alerts} onChange={keep} />
      </div>
      {called && <Button type="primary" size="large" onClick={() => void act(() => call('POST /turns/{id}/take-up', { params: { id: called.id }, body: {} }))}>{t('do.takeUp')}</Button>}
    </section>
  );
}
