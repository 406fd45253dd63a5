import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useNav } from '../module/registry.tsx';
import { openOverlay } from './overlay-state.ts';

/** Keys typed into a field belong to the field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null);
}

const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

/** Time in which the letter must follow `G`. */
const SEQUENCE_MS = 1_200;

/** Page-wide keys of UX-5: Ctrl/Cmd+K, `?`, G + letter. A page adds its own with `usePageKeys`. */
export function useGlobalKeys(): void {
  const navigate = useNavigate();
  const groups = useNav();
  useEffect(() => {
    let pressedG = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openOverlay('palette');
        return;
      }
      if (isTyping(event.target) || !isPlain(event) || document.querySelector('dialog[open]')) return;
      if (event.key === '?') openOverlay('keys');
      const isSecond = event.timeStamp - pressedG < SEQUENCE_MS;
      pressedG = event.key.toLowerCase() === 'g' && !isSecond ? event.timeStamp : 0;
      if (!isSecond) return;
      const entry = groups.flatMap((g) => g.entries).find((e) => e.letter === event.key.toLowerCase());
      if (!entry) return;
      event.preventDefault();
      void navigate({ to: entry.to });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, groups]);
}

/** Keys of one page: `{ c: openCreate, '/': focusSearch }`; silent while typing or while a dialog is open. */
export function usePageKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      const name = event.ctrlKey && isArrow ? `ctrl+${event.key}` : isPlain(event) ? event.key.toLowerCase() : '';
      const run = keys[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}
