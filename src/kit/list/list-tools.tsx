import type { ObjectMeta } from '#meta/view-model.ts';
import { Popover } from 'antd';
import { Columns3, ListFilter, Search } from 'lucide-react';
import { lazy, type RefObject, Suspense, useEffect, useImperativeHandle, useOptimistic, useRef, useState, useTransition } from 'react';
import { ChoiceBar, PlainSelect } from '../field/choice-bar.tsx';
import { TextBox } from '../field/text-box.tsx';
import { topParts } from '../filter/filter-model.ts';
import { QuickFilters } from '../filter/quick-filters.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { useIsPhone } from '../tokens/media-query.ts';
import type { ListMode } from '../views/view-types.ts';
import { groupings } from './grouping.ts';
import { listModes } from './list-modes.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { ListState } from './list-state.ts';

const FilterBuilder = lazy(() => import('../filter/filter-builder.tsx'));

/** Pause after the last key before the list searches. */
const TYPING_MS = 250;

export interface FinderHandle {
  focus(): void;
}

function Finder({ state, focusRef }: { state: ListState; focusRef: RefObject<FinderHandle | null> }) {
  const t = useKitTexts();
  const [text, setText] = useState(state.q ?? '');
  const { q, change } = state;
  const box = useRef<HTMLSpanElement>(null);
  useImperativeHandle(focusRef, () => ({ focus: () => box.current?.querySelector('input')?.focus() }), []);
  useEffect(() => {
    setText(q ?? '');
  }, [q]);
  useEffect(() => {
    if (text.trim() === (q ?? '')) return;
    const timer = setTimeout(() => change({ q: text.trim() || undefined }), TYPING_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the timer; a changed `change` would restart it
  }, [text]);
  return (
    <span className="list-find" ref={box}>
      <TextBox
        type="search" value={text} onChange={setText} aria-label={t('list.search')} placeholder={t('list.search')} icon={<Search size={14} aria-hidden />}
        autoComplete="off"
      />
    </span>
  );
}

function FilterButton({ object, state }: { object: ObjectMeta; state: ListState }) {
  const t = useKitTexts();
  const [isOpen, setOpen] = useState(false);
  const count = topParts(state.settings.filter).length;
  // Made anew at each opening, so that it begins with the present filter.
  const content = (
    <Suspense fallback={<div className="skeleton" style={{ width: 320, height: 80 }} />}>
      {isOpen && <FilterBuilder object={object} filter={state.settings.filter} onApply={(filter) => { state.change({ filter }); setOpen(false); }} />}
    </Suspense>
  );
  return (
    <Popover content={content} trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomLeft" arrow={false}>
      <button type="button" className="plain-button" aria-expanded={isOpen} aria-label={count > 0 ? t('filter.active', { count }) : t('list.filter')}>
        <ListFilter size={15} aria-hidden /><span className="tool-word">{count > 0 ? t('filter.active', { count }) : t('list.filter')}</span>
      </button>
    </Popover>
  );
}

function GroupSelect({ object, state }: { object: ObjectMeta; state: ListState }) {
  const t = useKitTexts();
  const pick = usePick();
  const word = { week: t('list.byWeek'), month: t('list.byMonth') };
  return (
    <PlainSelect
      label={t('list.group')} value={state.settings.groupBy ?? ''} onChange={(key) => state.change({ groupBy: key || undefined })}
      options={[{ value: '', label: t('list.noGroup') }, ...groupings(object).map(({ key, field, step }) => ({ value: key, label: `${t('list.group')}${t('app.colon')}${pick(field.label)}${step === undefined ? '' : word[step]}` }))]}
    />
  );
}

/** Resolves when the browser has drawn what was asked for so far. */
const nextPicture = (): Promise<void> => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});

/** Answers the click at once; the other kind of view is drawn behind it and may take longer (PL-71). */
function ModeBar({ object, state: { settings, change } }: { object: ObjectMeta; state: ListState }) {
  const t = useKitTexts();
  const modes = listModes(object);
  const [wanted, setWanted] = useOptimistic(settings.mode);
  const [, startTransition] = useTransition();
  if (modes.length < 2) return null;
  const choose = (mode: ListMode) => startTransition(async () => {
    setWanted(mode);
    await nextPicture();
    change({ mode });
  });
  return <ChoiceBar<ListMode> label={t('list.mode')} value={wanted} onChange={choose} options={modes.map((mode) => ({ value: mode, label: t(`list.${mode}`) }))} />;
}

/** Search, quick filters, conditions, grouping, columns, and how the list shows. */
export function ListTools({ object, state, focusRef }: { object: ObjectMeta; state: ListState; focusRef: RefObject<FinderHandle | null> }) {
  const t = useKitTexts();
  const isPhone = useIsPhone();
  const { settings, change } = state;
  return (
    <div className="list-tools">
      <Finder state={state} focusRef={focusRef} />
      <QuickFilters object={object} filter={settings.filter} onChange={(filter) => change({ filter })} />
      <FilterButton object={object} state={state} />
      {!isPhone && settings.mode === 'table' && (
        <>
          <GroupSelect object={object} state={state} />
          <Popover trigger="click" placement="bottomRight" arrow={false} content={<ColumnChooser object={object} columns={settings.columns} onChange={(columns) => change({ columns })} />}>
            <button type="button" className="plain-button"><Columns3 size={15} aria-hidden /><span className="tool-word">{t('list.columns')}</span></button>
          </Popover>
        </>
      )}
      <ModeBar object={object} state={state} />
    </div>
  );
}
