/** What the button on a company's site and the conversation inside it tell each other. No words of the talk go this way. */
interface Told {
  readonly zhike: 'chat';
  readonly isOpen?: boolean;
  readonly unread?: number;
  readonly hasTalk?: boolean;
  /** The frame hears from now on. */
  readonly isReady?: boolean;
}

const WORDS = {
  zh: { open: '在线客服', close: '收起在线客服', unread: '条未读' },
  en: { open: 'Chat with us', close: 'Close the chat', unread: 'unread' },
} as const;

const CSS = `
:host { all: initial; }
button { position: fixed; z-index: 2147483000; bottom: 20px; right: 20px; width: 56px; height: 56px; border: 0; border-radius: 28px; padding: 0; cursor: pointer;
  background: #0e6b76; color: #fff; box-shadow: 0 6px 22px rgb(29 35 39 / 28%); display: grid; place-items: center; }
button:hover { background: #0a5863; }
button:focus-visible { outline: 3px solid #0e6b76; outline-offset: 3px; }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
b { position: absolute; top: -3px; right: -3px; min-width: 20px; height: 20px; padding: 0 5px; box-sizing: border-box; border-radius: 10px; background: #b83620; color: #fff;
  font: 600 12px/20px system-ui, sans-serif; text-align: center; }
b[hidden] { display: none; }
iframe { position: fixed; z-index: 2147483000; bottom: 88px; right: 20px; width: 380px; height: min(620px, calc(100vh - 108px)); border: 0; border-radius: 12px; background: #fff;
  box-shadow: 0 12px 48px rgb(29 35 39 / 30%); color-scheme: normal; }
iframe[hidden] { display: none; }
.left button, .left iframe { right: auto; left: 20px; }
@media (max-width: 520px), (max-height: 420px) {
  iframe, .left iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; }
  .is-open button { display: none; }
}
@media (prefers-color-scheme: dark) { iframe { background: #1a1f22; } }
@media print { button, iframe { display: none; } }
`;

const icon = (path: string): string => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
const TALK = icon('M21 12a8 8 0 0 1-11.6 7.1L4 20.5l1.4-4.6A8 8 0 1 1 21 12Z');
const KEY = 'zhike-chat';

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && 'zhike' in value && value.zhike === 'chat';

/** The site may forbid it; then the conversation is found again when it is opened. */
function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Found again when it is opened.
  }
}

interface Parts {
  readonly box: HTMLDivElement;
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
  readonly frame: HTMLIFrameElement;
}

/** In a shadow of its own: the site's styles do not reach it, and its own do not reach the site. */
function build(title: string, isLeft: boolean): Parts {
  const root = document.createElement('zhike-chat').attachShadow({ mode: 'open' });
  // A made sheet needs no permission of the site's content policy, as inline styles would.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const parts = { box: document.createElement('div'), button: document.createElement('button'), badge: document.createElement('b'), frame: document.createElement('iframe') };
  const { box, button, badge, frame } = parts;
  if (isLeft) box.classList.add('left');
  button.type = 'button';
  button.innerHTML = TALK;
  badge.hidden = true;
  frame.title = title;
  frame.hidden = true;
  button.append(badge);
  box.append(frame, button);
  root.append(box);
  document.body.append(root.host);
  return parts;
}

/** The button and its frame; the frame is loaded when it is first needed, or at once for who has a talk already. */
export function showChatButton(script: HTMLScriptElement): void {
  const { origin } = new URL(script.src);
  const words = navigator.language.toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en;
  const { box, button, badge, frame } = build(words.open, script.dataset['side'] === 'left');
  let isOpen = false;
  const tell = (): void => frame.contentWindow?.postMessage({ zhike: 'chat', isOpen } satisfies Told, origin);
  const load = (): void => {
    // Without what stands behind the path: it may hold secrets of the site.
    if (frame.src === '') frame.src = `${origin}/chat#${encodeURIComponent(location.origin + location.pathname)}`;
  };
  const show = (unread: number): void => {
    badge.hidden = unread === 0 || isOpen;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    button.setAttribute('aria-label', isOpen ? words.close : unread > 0 ? `${words.open} · ${unread} ${words.unread}` : words.open);
    button.setAttribute('aria-expanded', String(isOpen));
    box.classList.toggle('is-open', isOpen);
    frame.hidden = !isOpen;
  };
  const turn = (open: boolean): void => {
    isOpen = open;
    load();
    show(0);
    tell();
    if (isOpen) frame.focus();
    else button.focus();
  };
  button.addEventListener('click', () => turn(!isOpen));
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isTold(event.data)) return;
    if (event.data.isOpen === false && isOpen) turn(false);
    if (event.data.unread !== undefined) show(event.data.unread);
    if (event.data.hasTalk === true) remember();
    if (event.data.isReady === true) tell();
  });
  show(0);
  if (remembered()) load();
}
