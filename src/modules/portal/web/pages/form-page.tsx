import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { FormOffer, PublicType } from '../portal-api.ts';
import { prove } from '#kit/guest/prove.ts';
import { useDoing } from '../use-doing.ts';
import { usePortal } from '../use-portal.tsx';

const empty = { name: '', email: '', phone: '', caseType: '', subject: '', text: '', website: '' };
type Words = typeof empty;
const SOONEST_MS = 3_200;
/** A token is renewed well before the server lets it go. */
const OLDEST_MS = 90 * 60_000;

const rest = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** The open form, alone or inside another site (SE-31). What is written stays when it could not be sent. */
export function FormPage({ isOpen }: { readonly isOpen: boolean }) {
  const { t, call } = usePortal();
  const [offer, setOffer] = useState<FormOffer & { readonly since: number }>();
  const [words, setWords] = useState<Words>(empty);
  const [number, setNumber] = useState<string>();
  const { isBusy, problem, run } = useDoing();
  const ask = useCallback(async () => {
    const fresh = { ...(await call<FormOffer>('GET', '/form')), since: performance.now() };
    setOffer(fresh);
    return fresh;
  }, [call]);
  useEffect(() => { if (isOpen) void run(async () => { await ask(); }); }, [isOpen, ask, run]);
  if (!isOpen) return <p>{t('form.closed')}</p>;
  if (number !== undefined) {
    const again = () => { setNumber(undefined); setWords(empty); void run(async () => { await ask(); }); };
    return <section className="portal-card"><p role="status">{t('form.sent', { number })}</p><button type="button" className="portal-plain" onClick={again}>{t('form.another')}</button></section>;
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if ([words.name, words.caseType, words.subject, words.text].some((word) => word.trim() === '')) throw new Error(t('form.fill'));
      if (words.email.trim() === '' && words.phone.trim() === '') throw new Error(t('form.either'));
      const held = offer !== undefined && performance.now() - offer.since < OLDEST_MS ? offer : await ask();
      const counter = await prove(held);
      await rest(Math.max(0, SOONEST_MS - (performance.now() - held.since)));
      setNumber((await call<{ number: string }>('POST', '/form', { token: held.token, counter, ...words })).number);
    });
  };
  return (
    <form className="portal-card portal-form" onSubmit={send}>
      <h1>{t('form.title')}</h1>
      <Fields words={words} types={offer?.types ?? []} onChange={(values) => setWords({ ...words, ...values })} />
      {problem !== undefined && <p role="alert" className="danger">{problem}</p>}
      <button type="submit" className="portal-main" disabled={isBusy}>{t(isBusy ? 'form.sending' : 'form.send')}</button>
    </form>
  );
}

function Fields({ words, types, onChange }: { readonly words: Words; readonly types: readonly PublicType[]; onChange(values: Partial<Words>): void }) {
  const { t } = usePortal();
  return (
    <>
      <label>{t('form.name')}<input required maxLength={60} autoComplete="name" value={words.name} onChange={(e) => onChange({ name: e.target.value })} /></label>
      <label>{t('form.email')}<input type="email" maxLength={254} autoComplete="email" value={words.email} onChange={(e) => onChange({ email: e.target.value })} /></label>
      <label>{t('form.phone')}<input type="tel" maxLength={40} autoComplete="tel" value={words.phone} onChange={(e) => onChange({ phone: e.target.value })} /></label>
      <label>{t('add.type')}
        <select required value={words.caseType} onChange={(e) => onChange({ caseType: e.target.value })}>
          <option value="" disabled>—</option>
          {types.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label>{t('add.subject')}<input required maxLength={200} value={words.subject} onChange={(e) => onChange({ subject: e.target.value })} /></label>
      <label>{t('add.text')}<textarea required maxLength={4_000} rows={5} value={words.text} onChange={(e) => onChange({ text: e.target.value })} /></label>
      <label className="portal-unseen" aria-hidden="true">{t('form.website')}<input tabIndex={-1} autoComplete="off" value={words.website} onChange={(e) => onChange({ website: e.target.value })} /></label>
    </>
  );
}
