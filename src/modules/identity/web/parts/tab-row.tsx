import { type KeyboardEvent, type ReactNode, useState } from 'react';
import './admin-page.css';

export interface TabItem {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs of a page; arrow keys move between them, and on a narrow screen the row scrolls. */
export function TabRow({ label, items }: { label: string; items: readonly TabItem[] }) {
  const [chosen, setChosen] = useState(items[0]?.key ?? '');
  const at = Math.max(0, items.findIndex((item) => item.key === chosen));
  const current = items[at];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = items[(at + step + items.length) % items.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    setChosen(next.key);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  };
  return (
    <>
      <div className="admin-tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.key} id={`tab-${item.key}`} type="button" role="tab" aria-selected={item.key === current?.key} aria-controls="tab-panel"
            tabIndex={item.key === current?.key ? 0 : -1} onClick={() => setChosen(item.key)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current?.key ?? ''}`}>{current?.content}</div>
    </>
  );
}
