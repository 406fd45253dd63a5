import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Dialog } from '../overlay/dialog.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { type PaletteItem, usePaletteItems } from './palette-items.ts';
import './palette.css';

interface ListProps {
  readonly items: readonly PaletteItem[];
  readonly active: number;
  onPoint(index: number): void;
  onOpen(item: PaletteItem): void;
}

function PaletteList({ items, active, onPoint, onOpen }: ListProps) {
  const t = useKitTexts();
  return (
    <ul id="palette-list" role="listbox" aria-label={t('palette.title')} className="palette-list">
      {items.map((item, index) => {
        const Icon = item.icon;
        const isFirst = items[index - 1]?.section !== item.section;
        return (
          <li key={item.key} role="presentation">
            {isFirst && <div className="palette-section" role="presentation">{item.section}</div>}
            <button
              id={`palette-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="palette-item"
              onMouseMove={() => onPoint(index)}
              onClick={() => onOpen(item)}
            >
              <Icon size={16} aria-hidden />
              <span className="truncate">{item.title}</span>
              {item.second && <span className="small muted truncate">{item.second}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Other words begin again at the first item. */
function useChoice(count: number, q: string) {
  const [held, setHeld] = useState({ q, at: 0 });
  const active = held.q === q ? held.at : 0;
  const setActive = (at: number) => setHeld({ q, at });
  // In braces: newer browsers answer scrollIntoView with a promise, which React would take for a clean-up.
  useEffect(() => {
    document.getElementById(`palette-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const step = (by: number) => setActive(count === 0 ? 0 : (active + by + count) % count);
  return { active: Math.min(active, Math.max(count - 1, 0)), setActive, step };
}

/** Ctrl/Cmd+K: go, search, create, act (UX-4). */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useKitTexts();
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { items, isSearching } = usePaletteItems(useDeferredValue(q));
  const { active, setActive, step } = useChoice(items.length, q);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const open = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    void navigate({ href: item.to, to: item.to });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter that ends an input method's composition chooses characters, not the item.
    if (event.nativeEvent.isComposing) return;
    const keys: Record<string, () => void> = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => open(items[active]) };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <Dialog title={t('palette.title')} place="top" width={640} isBare onClose={onClose}>
      <div className="palette-input">
        <Search size={18} aria-hidden />
        <input
          ref={input} value={q} role="combobox" aria-expanded aria-controls="palette-list" aria-activedescendant={`palette-${active}`}
          aria-label={t('palette.title')} placeholder={t('palette.placeholder')} onChange={(e) => setQ(e.target.value)} onKeyDown={onKeyDown}
          autoComplete="off" spellCheck={false}
        />
      </div>
      {items.length > 0 && <PaletteList items={items} active={active} onPoint={setActive} onOpen={open} />}
      {items.length === 0 && !isSearching && (
        <div className="palette-none"><b>{t('palette.none', { q })}</b><span className="muted">{t('palette.hint')}</span></div>
      )}
      <div className="palette-foot" aria-live="polite">{isSearching ? t('palette.searching') : t('palette.keys')}</div>
    </Dialog>
  );
}
