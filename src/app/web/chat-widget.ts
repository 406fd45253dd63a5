import { showChatButton } from '#modules/chat/web/widget/chat-button.ts';

// Read at once: later the browser does not say any more which script runs.
const { currentScript } = document;

if (currentScript instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => showChatButton(currentScript));
  else showChatButton(currentScript);
}
