import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { VisitorText } from './use-visitor.ts';
import type { VisitorSession } from './visitor-session.ts';

const DRAFT = 'zhike-chat-draft';
/** Whoever writes says so this often. */
const TYPING_MS = 3_000;

function firstDraft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? '';
  } catch {
    return '';
  }
}

function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(DRAFT, text);
  } catch {
    // It holds for this page.
  }
}

/** Writes and sends; Enter sends, Shift Enter begins a new line. */
export function Composer({ session, t, isRunning }: { readonly session: VisitorSession; readonly t: VisitorText; readonly isRunning: boolean }) {
  const [text, setText] = useState(firstDraft);
  const area = useRef<HTMLTextAreaElement>(null);
  const told = useRef(-Infinity);
  useEffect(() => keepDraft(text), [text]);
  useEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(120, box.scrollHeight)}px`;
  }, [text]);
  const change = (next: string) => {
    setText(next);
    const now = performance.now();
    if (next.trim() === '' || now - told.current < TYPING_MS) return;
    told.current = now;
    void session.mark({ isTyping: true });
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const body = text.trim();
    if (body === '') return;
    setText('');
    told.current = -Infinity;
    void session.say(body);
    area.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    // A press that ends the choice of a character sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    send();
    event.preventDefault();
  };
  return (
    <footer className="chat-foot">
      <form className="chat-write" onSubmit={send}>
        <textarea ref={area} rows={1} maxLength={2_000} aria-label={t('write.label')} placeholder={t('write.hint')} value={text} onChange={(e) => change(e.target.value)} onKeyDown={press} />
        <button type="submit" className="chat-main" disabled={text.trim() === ''}>{t('write.send')}</button>
      </form>
      {isRunning && <button type="button" className="chat-plain chat-end-talk small" onClick={() => void session.end().catch(() => undefined)}>{t('write.end')}</button>}
    </footer>
  );
}
