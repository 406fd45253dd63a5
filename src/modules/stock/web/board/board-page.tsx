import { Button } from 'antd';
import { Plus, Printer, Tags } from 'lucide-react';
import { useMemo, useState } from 'react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { AddUnitsDialog } from '../pages/add-units-dialog.tsx';
import { PriceDialog } from '../pages/price-dialog.tsx';
import { UnitDrawer } from '../unit/unit-drawer.tsx';
import { type Board, useBoard, useProjects, useStockTexts } from '../use-stock.ts';
import { FilterBar, fits, noFilter } from './board-filter.tsx';
import { BoardGrid } from './board-grid.tsx';
import './board.css';

type Opened = 'adding' | 'pricing';

/** The stock-control board 销控 (RE-40), live. */
export default function BoardPage() {
  const t = useStockTexts();
  const find = useFindObject();
  const projects = useProjects();
  const [chosen, setChosen] = useState(() => new URLSearchParams(window.location.search).get('project') ?? '');
  const [opened, setOpened] = useState<Opened>();
  const list = projects.data?.data ?? [];
  const project = list.find(({ id }) => id === chosen) ?? list[0];
  const found = useBoard(project?.id);
  const failure = projects.error ?? found.error;
  const close = () => setOpened(undefined);
  const mayMake = find('project')?.grants.create !== undefined;
  const choice = project && list.length > 1 && <PlainSelect label={t('board.project')} value={project.id} onChange={setChosen} options={list.map(({ id, name }) => ({ value: id, label: name }))} />;
  return (
    <AdminPage title={project ? `${t('board.title')} · ${project.name}` : t('board.title')} hint={t('board.hint')} actions={project && <>{choice}<BoardActions onOpen={setOpened} /></>}>
      {failure && <ErrorState error={failure} onRetry={() => void found.refetch()} />}
      {projects.data && list.length === 0 && <div className="card"><EmptyState title={t('board.empty')} hint={t('board.emptyHint')} actions={mayMake && <PageLink to="/o/projects">{t('board.newProject')}</PageLink>} /></div>}
      {project && found.isPending && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {found.data && (found.data.units.length === 0 ? <NoUnits onAdd={() => setOpened('adding')} /> : <LiveBoard key={found.data.project} board={found.data} />)}
      {found.data && <OpenedDialog opened={opened} board={found.data} onClose={close} />}
    </AdminPage>
  );
}

function OpenedDialog({ opened, board, onClose }: { readonly opened: Opened | undefined; readonly board: Board; onClose(): void }) {
  if (opened === undefined) return null;
  return opened === 'adding' ? <AddUnitsDialog board={board} onClose={onClose} /> : <PriceDialog board={board} onClose={onClose} />;
}

/** What stands above the board, by rights. */
function BoardActions({ onOpen }: { readonly onOpen: (what: Opened) => void }) {
  const t = useStockTexts();
  const find = useFindObject();
  return (
    <>
      <PageLink to="/o/price-lists">{t('board.lists')}</PageLink>
      {find('saleUnit')?.grants.create !== undefined && <Button icon={<Plus size={14} aria-hidden />} onClick={() => onOpen('adding')}>{t('board.addUnits')}</Button>}
      {find('priceList')?.grants.create !== undefined && <Button icon={<Tags size={14} aria-hidden />} onClick={() => onOpen('pricing')}>{t('board.prices')}</Button>}
      <Button icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>{t('board.print')}</Button>
    </>
  );
}

function NoUnits({ onAdd }: { readonly onAdd: () => void }) {
  const t = useStockTexts();
  const mayAdd = useFindObject()('saleUnit')?.grants.create !== undefined;
  return <div className="card"><EmptyState title={t('board.noUnits')} hint={mayAdd ? t('board.noUnitsHint') : ''} actions={mayAdd && <Button type="primary" onClick={onAdd}>{t('board.addUnits')}</Button>} /></div>;
}

function LiveBoard({ board }: { readonly board: Board }) {
  const t = useStockTexts();
  const [filter, setFilter] = useState(noFilter);
  const [building, setBuilding] = useState(board.buildings[0]?.id);
  const [open, setOpen] = useState(() => new URLSearchParams(window.location.search).get('unit') ?? '');
  const fitting = useMemo(() => new Set(board.units.filter((unit) => fits(unit, filter)).map(({ id }) => id)), [board.units, filter]);
  return (
    <>
      <FilterBar board={board} filter={filter} shown={fitting.size} onChange={setFilter} />
      <div className="stock-tabs no-print" role="group" aria-label={t('board.building')}>
        {board.buildings.map((each) => <button key={each.id} type="button" className="stock-chip" style={{ paddingLeft: 10 }} aria-pressed={each.id === building} onClick={() => setBuilding(each.id)}>{each.name}</button>)}
      </div>
      {fitting.size === 0 && <p className="muted" role="status">{t('board.noMatch')}</p>}
      <BoardGrid board={board} fitting={fitting} building={building} onOpen={(unit) => setOpen(unit.id)} />
      {open !== '' && <UnitDrawer id={open} board={board} onClose={() => setOpen('')} />}
    </>
  );
}
