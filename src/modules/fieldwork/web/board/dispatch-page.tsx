import { type Announcements, DndContext, type DragEndEvent, KeyboardSensor, MouseSensor, TouchSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import { Button, Input } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { addDays, startOfDay } from '#kernel/period.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type DispatchBoard, type ShownOrder, useBoard, useFieldworkTexts, useRefreshOrders, useSayWindow } from '../use-fieldwork.ts';
import { placeWindows, shownHours } from './day-track.ts';
import { DispatchDialog } from './dispatch-dialog.tsx';
import './dispatch.css';

type Row = DispatchBoard['workers'][number];
type Asked = { readonly order: ShownOrder; readonly worker?: string; readonly problem?: string };

const skillKeys = ['electric', 'plumbing', 'appliance', 'renovation', 'cleaning'] as const;
const HOUR = 3_600_000;
/** Hours of the day; before midnight they are below nought. */
const hoursOf = (orders: readonly ShownOrder[], start: number) =>
  orders.flatMap((order) => (order.from === null || order.to === null ? [] : [{ shown: order, from: (Date.parse(order.from) - start) / HOUR, to: (Date.parse(order.to) - start) / HOUR }]));

function WaitingCard({ order, mayAssign, onOpen }: { readonly order: ShownOrder; readonly mayAssign: boolean; onOpen(): void }) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const skillWords = order.skills.map((skill) => { const known = skillKeys.find((each) => each === skill); return known ? t(`skills.${known}`) : skill; });
  const { setNodeRef, listeners, attributes, transform, isDragging } = useDraggable({ id: order.id, data: { order }, disabled: !mayAssign });
  const style = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined;
  return (
    <li className={`dispatch-card${isDragging ? ' is-dragged' : ''}`} style={style}>
      <div ref={setNodeRef} {...listeners} {...attributes} aria-label={`${order.number} ${order.subject}`} className="dispatch-grip">
        <b>{order.subject}</b>
        <p className="small">{say(order)}{order.place !== null && ` · ${order.place}`}</p>
        <p className="small muted">{[order.number, order.area, ...skillWords].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="row wrap">{mayAssign && <Button size="small" onClick={onOpen} aria-label={t('board.dispatchOf', { order: order.number })}>{t('board.dispatch')}</Button>}<PageLink className="small" to={`/cases/${order.caseId}`}>{order.caseNumber}</PageLink></div>
    </li>
  );
}

function WorkerRow({ row, start, hours, onOpen }: { readonly row: Row; readonly start: number; readonly hours: { readonly first: number; readonly last: number }; onOpen(order: ShownOrder): void }) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const { setNodeRef, isOver } = useDroppable({ id: row.id, data: { worker: row } });
  const placed = placeWindows(hoursOf(row.orders, start), hours.first, hours.last);
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  return (
    <tr ref={setNodeRef} className={isOver ? 'is-over' : ''}>
      <th scope="row"><b>{row.name}</b><span className="small muted">{row.orders.length === 0 ? t('board.free') : t('board.load', { hours: Math.round(row.minutes / 6) / 10, count: row.orders.length })}</span></th>
      <td>
        <div className="dispatch-track" style={{ height: lanes * 52 + 4, backgroundSize: `${100 / (hours.last - hours.first)}% 100%` }} role="group" aria-label={t('board.track', { worker: row.name })}>
          {placed.map(({ order: { shown }, left, width, lane }) => (
            <button key={shown.id} type="button" className={`dispatch-block is-${shown.state}`} style={{ left: `${left}%`, width: `${width}%`, top: lane * 52 + 2 }} title={`${say(shown)} ${shown.subject}`} onClick={() => onOpen(shown)}>
              <span className="truncate">{shown.subject}</span><span className="small truncate">{say(shown).slice(6)} {t(`states.${shown.state}`)}</span>
            </button>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Track({ board, start, onOpen }: { readonly board: DispatchBoard; readonly start: number; onOpen(order: ShownOrder): void }) {
  const t = useFieldworkTexts();
  const hours = shownHours(board.workers.flatMap(({ orders }) => hoursOf(orders, start)));
  const marks = Array.from({ length: Math.ceil((hours.last - hours.first) / 2) }, (_, at) => hours.first + at * 2);
  return (
    <div className="dispatch-scroll">
      <table className="dispatch-table">
        <thead><tr><th scope="col"><span className="visually-hidden">{t('board.worker')}</span></th><td><div className="dispatch-hours small muted" aria-hidden>{marks.map((hour) => <span key={hour} style={{ left: `${((hour - hours.first) / (hours.last - hours.first)) * 100}%` }}>{hour}:00</span>)}</div></td></tr></thead>
        <tbody>{board.workers.map((row) => <WorkerRow key={row.id} row={row} start={start} hours={hours} onOpen={onOpen} />)}</tbody>
      </table>
    </div>
  );
}

function useSpeech(): { announcements: Announcements; screenReaderInstructions: { draggable: string } } {
  const t = useFieldworkTexts();
  const say = (data: unknown) => (typeof data === 'object' && data !== null && 'name' in data ? String(data.name) : '');
  return {
    screenReaderInstructions: { draggable: t('board.drag') },
    announcements: {
      onDragStart: () => undefined, onDragCancel: () => undefined, onDragOver: ({ over }) => (over ? say(over.data.current?.['worker']) : undefined),
      onDragEnd: ({ over }) => (over ? t('board.dropped', { worker: say(over.data.current?.['worker']) }) : undefined),
    },
  };
}

/** A drop with a window is a dispatch; without one, or where something speaks against it, the dialog asks. */
function useDrop(ask: (asked: Asked) => void) {
  const t = useFieldworkTexts();
  const refresh = useRefreshOrders();
  return async (order: ShownOrder, worker: { readonly id: string; readonly name: string }) => {
    if (order.from === null || order.to === null) return ask({ order, worker: worker.id });
    try {
      await call('POST /fieldwork/orders/{id}/dispatch', { params: { id: order.id }, body: { worker: worker.id, from: order.from, to: order.to } });
      showToast(t('board.done', { worker: worker.name }));
      return refresh();
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      return problem.code === 'fieldwork.overlap' ? ask({ order, worker: worker.id, problem: problem.detail }) : showToast(problem.detail, { tone: 'bad' });
    }
  };
}

function Board({ board, day, start, mayAssign }: { readonly board: DispatchBoard; readonly day: string; readonly start: number; readonly mayAssign: boolean }) {
  const t = useFieldworkTexts();
  const [asked, setAsked] = useState<Asked>();
  const drop = useDrop(setAsked);
  const speech = useSpeech();
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 5 } }), useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }), useSensor(KeyboardSensor));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const order = board.unassigned.find(({ id }) => id === active.id);
    const worker = board.workers.find(({ id }) => id === over?.id);
    if (order && worker) void drop(order, worker);
  };
  const open = (order: ShownOrder) => {
    if (mayAssign && (order.state === 'planned' || order.state === 'dispatched')) setAsked({ order });
    else window.open(`/fieldwork/order/${order.id}`, '_self');
  };
  return (
    <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={speech}>
      <div className="dispatch">
        <AdminCard title={t('board.unassigned')} note={board.unassigned.length} isFlush>
          {board.unassigned.length === 0 ? <EmptyState title={t('board.none')} hint={t('board.noneHint')} /> : <ul className="dispatch-list">{board.unassigned.map((order) => <WaitingCard key={order.id} order={order} mayAssign={mayAssign} onOpen={() => open(order)} />)}</ul>}
        </AdminCard>
        <div className="card">{board.workers.length === 0 ? <EmptyState title={t('board.nobody')} hint={t('board.nobodyHint')} /> : <Track board={board} start={start} onOpen={open} />}</div>
      </div>
      {asked && <DispatchDialog key={asked.order.id} order={asked.order} workers={board.workers} day={day} {...(asked.worker !== undefined && { worker: asked.worker })} {...(asked.problem !== undefined && { problem: asked.problem })} onClose={() => setAsked(undefined)} />}
    </DndContext>
  );
}

/** The dispatcher's day: workers as rows, windows as blocks, what goes to nobody beside them (SE-11). */
export default function DispatchPage() {
  const t = useFieldworkTexts();
  const format = useFormat();
  const [day, setDay] = useState(format.today());
  const start = startOfDay(day, format.zone);
  const found = useBoard(start.toISOString(), startOfDay(addDays(day, 1), format.zone).toISOString());
  const mayAssign = useFindObject()('serviceOrder')?.grants.assign !== undefined;
  const actions = (
    <>
      <Button aria-label={t('board.before')} icon={<ChevronLeft size={16} aria-hidden />} onClick={() => setDay(addDays(day, -1))} />
      <Input type="date" className="dispatch-day" aria-label={t('board.day')} value={day} onChange={(event) => { if (event.target.value !== '') setDay(event.target.value); }} />
      <Button aria-label={t('board.after')} icon={<ChevronRight size={16} aria-hidden />} onClick={() => setDay(addDays(day, 1))} />
      <Button onClick={() => setDay(format.today())}>{t('board.today')}</Button>
    </>
  );
  return (
    <AdminPage title={t('board.title')} {...(mayAssign && { hint: t('board.hint') })} actions={actions}>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && <Board board={found.data} day={day} start={start.getTime()} mayAssign={mayAssign} />}
    </AdminPage>
  );
}
