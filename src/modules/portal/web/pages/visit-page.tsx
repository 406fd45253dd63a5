import { type FormEvent, useState } from 'react';
import { makeKey } from '#kit/guest/guest-call.ts';
import { type DayPart, dayParts } from '../../rules/day-part.ts';
import type { PortalMe } from '../portal-api.ts';
import { useDoing } from '../use-doing.ts';
import { PortalLink, usePortal } from '../use-portal.tsx';

const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** Books a visit at the customer's place; the desk confirms it. The key stays the same until it arrived, so a second try books nothing twice. */
export function VisitPage({ me }: { readonly me: PortalMe }) {
  const { t, call } = usePortal();
  const [key] = useState(makeKey);
  const [visit, setVisit] = useState<{ what: string; place: string; on: string; part: DayPart; customer: string }>({ what: '', place: '', on: '', part: 'morning', customer: me.parties[0]?.customer ?? '' });
  const [made, setMade] = useState<{ id: string; number: string }>();
  const { isBusy, problem, run } = useDoing();
  const change = (part: Partial<typeof visit>) => setVisit((before) => ({ ...before, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if ([visit.what, visit.place, visit.on].some((word) => word.trim() === '')) throw new Error(t('visit.fill'));
      const { customer, ...words } = visit;
      setMade(await call<{ id: string; number: string }>('POST', '/visits', { key, ...words, ...(customer !== '' && { customer }) }));
    });
  };
  if (made !== undefined) return <section className="portal-card"><p role="status">{t('visit.sent', { number: made.number })}</p><p>{t('visit.hint')}</p><PortalLink to={`/portal/cases/${made.id}`} className="portal-get">{made.number}</PortalLink></section>;
  return (
    <>
      <PortalLink to="/portal" className="portal-back">← {t('back')}</PortalLink>
      <form className="portal-card portal-form" onSubmit={send} noValidate>
        <h1>{t('visit.title')}</h1>
        <p className="small muted">{t('visit.hint')}</p>
        {me.parties.length > 1 && <label>{t('visit.party')}<select value={visit.customer} onChange={(e) => change({ customer: e.target.value })}>{me.parties.map(({ customer, name }) => <option key={customer} value={customer}>{name}</option>)}</select></label>}
        <label>{t('visit.what')}<textarea required maxLength={2_000} rows={3} value={visit.what} onChange={(e) => change({ what: e.target.value })} /></label>
        <label>{t('visit.place')}<input required maxLength={120} autoComplete="street-address" value={visit.place} onChange={(e) => change({ place: e.target.value })} /></label>
        <label>{t('visit.on')}<input required type="date" min={today()} value={visit.on} onChange={(e) => change({ on: e.target.value })} /></label>
        <fieldset><legend>{t('visit.part')}</legend>
          <div className="portal-choices">{dayParts.map((part) => <button key={part} type="button" aria-pressed={visit.part === part} onClick={() => change({ part })}>{t(`visit.parts.${part}`)}</button>)}</div>
        </fieldset>
        {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
        <button type="submit" className="portal-main" disabled={isBusy}>{t('visit.send')}</button>
      </form>
    </>
  );
}
