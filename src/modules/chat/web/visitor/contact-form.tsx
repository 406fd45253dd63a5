import { type FormEvent, useState } from 'react';
import type { VisitorText } from './use-visitor.ts';
import type { VisitorContact } from './visit-types.ts';

interface ContactProps {
  readonly t: VisitorText;
  onLeave(contact: VisitorContact): Promise<void>;
  readonly onBack: (() => void) | undefined;
}

/** A name and a way to be reached. */
export function ContactForm({ t, onLeave, onBack }: ContactProps) {
  const [contact, setContact] = useState<VisitorContact>({ name: '', email: '', phone: '' });
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<VisitorContact>) => setContact((before) => ({ ...before, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (contact.name.trim() === '') return setProblem(t('contact.needName'));
    if (contact.email.trim() === '' && contact.phone.trim() === '') return setProblem(t('contact.either'));
    setBusy(true);
    setProblem(undefined);
    onLeave(contact).catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error))).finally(() => setBusy(false));
    return undefined;
  };
  return (
    <form className="chat-contact" onSubmit={send} aria-label={t('contact.title')} noValidate>
      <h2>{t('contact.title')}</h2>
      <label>{t('contact.name')}<input autoComplete="name" maxLength={60} value={contact.name} onChange={(e) => change({ name: e.target.value })} /></label>
      <label>{t('contact.phone')}<input type="tel" autoComplete="tel" maxLength={40} value={contact.phone} onChange={(e) => change({ phone: e.target.value })} /></label>
      <label>{t('contact.email')}<input type="email" autoComplete="email" maxLength={254} value={contact.email} onChange={(e) => change({ email: e.target.value })} /></label>
      {problem !== undefined && <p role="alert" className="danger small">{problem}</p>}
      <div className="chat-row">
        <button type="submit" className="chat-main" disabled={isBusy}>{t('contact.save')}</button>
        {onBack && <button type="button" className="chat-plain" onClick={onBack}>{t('contact.back')}</button>}
      </div>
    </form>
  );
}
