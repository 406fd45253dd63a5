import { useEffect, useRef, useState } from 'react';
import { useMailTexts } from '../use-mail-texts.ts';
import { foldHistory } from './fold-history.ts';
import '../mailboxes.css';

/** Longer mails scroll by themselves: a conversation is read on. */
const MOST = 1_200;

/** The mail's page takes the colours of the page that shows it, which a style of its own could not know. */
function dress(inside: Document, place: Element): void {
  const root = getComputedStyle(document.documentElement);
  inside.documentElement.style.colorScheme = root.colorScheme;
  inside.body.style.color = getComputedStyle(place).color;
  inside.documentElement.style.setProperty('--link', root.getPropertyValue('--qing'));
}

interface FrameProps {
  /** Of the mail's own page on this server, which allows it no script. */
  readonly src: string;
  readonly title: string;
}

/** A mail as it was laid out, as high as it is, its history folded (SEC-18): sandboxed, without scripts, in its own document. */
export function MailFrame({ src, title }: FrameProps) {
  const t = useMailTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const watch = useRef<ResizeObserver>(undefined);
  const [height, setHeight] = useState(60);
  useEffect(() => () => watch.current?.disconnect(), []);
  const onLoad = () => {
    const inside = frame.current?.contentDocument;
    if (!inside?.body || !frame.current) return;
    dress(inside, frame.current);
    if (!inside.querySelector('details')) foldHistory(inside, t('quoted'));
    const fit = () => setHeight(Math.min(MOST, Math.ceil(inside.body.getBoundingClientRect().height) + 4));
    watch.current?.disconnect();
    watch.current = new ResizeObserver(fit);
    watch.current.observe(inside.body);
    fit();
  };
  return <iframe ref={frame} className="mail-frame" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerPolicy="no-referrer" loading="lazy" title={title} src={src} style={{ height }} onLoad={onLoad} />;
}
