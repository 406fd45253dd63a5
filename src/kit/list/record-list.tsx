import type { ObjectMeta } from '#meta/view-model.ts';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useSessionIfAny } from '../api/session.ts';
import { isNumeric } from '../field/field-props.ts';
import { useAddress, useModules } from '../module/registry.tsx';
import { usePageKeys } from '../palette/use-global-keys.ts';
import { useCount } from '../records/use-records.ts';
import { fieldOf } from '../records/use-meta.ts';
import { PageLink } from '../shell/page-link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { usePick, usePickInside } from '../texts/locale-provider.tsx';
import { formatNumber } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { useIsPhone } from '../tokens/media-query.ts';
import { ViewsBar } from '../views/views-bar.tsx';
import { useOpening } from './list-opening.ts';
import { useListState, type ListState } from './list-state.ts';
import { type ListBodyProps, ListTable } from './list-table.tsx';
import { type FinderHandle, ListTools } from './list-tools.tsx';
import { RecordCards } from './record-cards.tsx';
import './list.css';

const KanbanBoard = lazy(() => import('../kanban/kanban-board.tsx'));
const CalendarView = lazy(() => import('../calendar/calendar-view.tsx'));
const MapView = lazy(() => import('../map/map-view.tsx'));
const CreateDialog = lazy(() => import('../form/create-dialog.tsx'));
const PeekPanel = lazy(() => import('./peek-panel.tsx'));

function ListHead({ object, state, onCreate }: { object: ObjectMeta; state: ListState; onCreate: (() => void) | undefined }) {
  const t = useKitTexts();
  const pick = usePick();
  const pickInside = usePickInside();
  const address = useAddress();
  const { filter } = state.settings;
  const count = useCount(object, { filter, q: state.q });
  const rights = useSessionIfAny()?.rights ?? [];
  const actions = useModules().flatMap((m) => m.listActions ?? [])
    .filter((a) => (a.object === object.key || a.object === '*') && (a.needs?.(object) ?? true) && (a.right === undefined || rights.includes(a.right)));
  const words = count.data === undefined ? (count.isFetching ? t('list.counting') : '') : t('list.count', { count: formatNumber(count.data) });
  return (
    <header className="list-head">
      <h1>{pick(object.label.many)}<span className="list-count" role="status">{words}</span></h1>
      <span className="grow" />
      {actions.map(({ key, icon: Icon, label, to, isMain }) => (
        <PageLink key={key} to={to({ ...object, plural: address(object).replace(/^\//, '') })} className={isMain ? 'main-button' : 'plain-button'}><Icon size={15} aria-hidden />{pick(label)}</PageLink>
      ))}
      {onCreate && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={onCreate}>{t('form.createTitle', { object: pickInside(object.label.one) })}</Button>}
    </header>
  );
}

function ListBody(props: ListBodyProps) {
  const isPhone = useIsPhone();
  const { mode } = props.state.settings;
  const Table = isPhone ? RecordCards : ListTable;
  const Body = { table: Table, kanban: KanbanBoard, calendar: CalendarView, map: MapView }[mode];
  return <Suspense fallback={null}><Body {...props} /></Suspense>;
}

/** The list of any object: table, cards on a phone, board, calendar or map, all driven by meta (UX-1, UX-3). */
export function RecordList({ object }: { object: ObjectMeta }) {
  const pick = usePick();
  const state = useListState(object);
  const opening = useOpening(object);
  const finder = useRef<FinderHandle>(null);
  usePageTitle(pick(object.label.many));
  const mayCreate = object.grants.create !== undefined && object.writes === 'records';
  const { setCreating } = state;
  const create = mayCreate ? () => setCreating(true) : undefined;
  usePageKeys({ c: create, '/': () => finder.current?.focus() });
  const sums = useMemo(
    () => state.settings.columns.filter((key) => { const f = fieldOf(object, key); return f !== undefined && isNumeric(f) && f.type !== 'percent' && f.custom !== true && f.type !== 'formula' && f.type !== 'rollUp'; }),
    [object, state.settings.columns],
  );
  return (
    <div className="page list-page">
      <ListHead object={object} state={state} onCreate={create} />
      <ViewsBar object={object} state={state} />
      <ListTools object={object} state={state} focusRef={finder} />
      <div className="list-body">
        <div className="list-main">
          <ListBody object={object} state={state} opening={opening} sums={sums} onCreate={create} />
        </div>
        {state.peek !== undefined && <Suspense fallback={<aside className="peek" />}><PeekPanel object={object} id={state.peek} href={opening.hrefOf(state.peek)} onClose={() => state.setPeek(undefined)} /></Suspense>}
      </div>
      {state.isCreating && mayCreate && <Suspense fallback={null}><CreateDialog object={object} onClose={() => setCreating(false)} onCreated={(record) => opening.follow(record.id)} /></Suspense>}
    </div>
  );
}
