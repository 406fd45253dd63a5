import type { ObjectMeta } from '#meta/view-model.ts';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { lazyOf, usePanels } from '../module/registry.tsx';
import { SkeletonLines } from '../overlay/empty-state.tsx';
import type { RecordData } from '../records/record-types.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

const RecordHistory = lazy(() => import('./record-history.tsx'));

/** The middle of a record page: tabs of the modules, the history last. Arrow keys move between tabs. */
export function RecordTabs({ object, record }: { object: ObjectMeta; record: RecordData }) {
  const t = useKitTexts();
  const pick = usePick();
  const panels = usePanels(object.key, 'tab').filter((p) => p.isShown?.(record) ?? true);
  const tabs = [
    ...panels.map((p) => ({ key: p.key, label: pick(p.label), View: lazyOf(p.load) })),
    { key: 'history', label: t('record.history'), View: RecordHistory },
  ];
  const [chosen, setChosen] = useState(tabs[0]?.key ?? 'history');
  const at = Math.max(0, tabs.findIndex((tab) => tab.key === chosen));
  const current = tabs[at];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    setChosen(next.key);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  };
  return (
    <section className="card record-middle">
      <div className="tabs" role="tablist" tabIndex={-1} aria-label={t('record.sections')} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key} id={`tab-${tab.key}`} type="button" role="tab" className="tab" aria-selected={tab.key === current?.key} aria-controls="tab-panel"
            tabIndex={tab.key === current?.key ? 0 : -1} onClick={() => setChosen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id="tab-panel" className="tab-panel" role="tabpanel" aria-labelledby={`tab-${current?.key ?? ''}`}>
        <Suspense fallback={<div className="card-body"><SkeletonLines count={5} /></div>}>
          {current && <current.View object={object} record={record} />}
        </Suspense>
      </div>
    </section>
  );
}
