import { type Announcements, DndContext, type DragEndEvent, KeyboardSensor, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import { Button, Input } from 'antd';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useState } from 'react';
import { addDays, startOfDay } from '#kernel/period.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type DispatchBoard, type ShownOrder, useBoard, useFieldworkTexts, useRefreshOrders, useSayWindow } from '../use-fieldwork.ts';
import { hoursOf, shownHours } from './day-track.ts';
import { DispatchDialog } from './dispatch-dialog.tsx';
import { WeekLoad } from './week-load.tsx';
import { WorkerRow } from './worker-row.tsx';
import './dispatch.css';

type Asked = { readonly order: ShownOrder; readonly worker?: string; readonly problem?: string };

const skillKeys = ['electric', 'plumbing', 'appliance', 'renovation', 'cleaning'] as const;

function WaitingCard({ order, mayAssign, onOpen }: { readonly order: ShownOrder; readonly mayAssign: boolean; onOpen(): void }) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const skillWords = order.skills.map((skill) => { const known = skillKeys.find((each) => each === skill); return known ? t(`skills.${known}`) : skill; });
  const { setNodeRef, listeners, attributes, transform, isDragging } = useDraggable({ id: order.id, data: { order }, disabled: !mayAssign });
  const style = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined;
  return (
    <li className={`dispatch-card${isDragging ? ' is-dragged' : ''}`} style={style}>
      <div ref={setNodeRef} {...listeners} {...attributes} className="dispatch-grip">
        <b>{order.subject}</b>
        <p className="small">{say(order)}{order.place !== null && ` · ${order.place}`}</p>
        <p className="small muted">{[order.number, order.area, ...skillWords].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="row wrap">{mayAssign && <Button size="small" onClick={onOpen} aria-label={t('board.dispatchOf', { order: order.number })}>{t('board.dispatch')}</Button>}<PageLink className="small" to={`/cases/${order.caseId}`}>{order.caseNumber}</PageLink></div>
    </li>
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
      return problem.code === 'fieldwork.overlap' || problem.code === 'fieldwork.unfit' ? ask({ order, worker: worker.id, problem: problem.detail }) : showToast(problem.detail, { tone: 'bad' });
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

/** The dispatcher’s day: workers as rows, windows as blocks, what goes to nobody beside them; or the load of a week (SE-11). */
export default function DispatchPage() {
  const t = useFieldworkTexts();
  const format = useFormat();
  const [day, setDay] = useState(format.today());
  const [view, setView] = useState<'day' | 'week'>('day');
  const start = startOfDay(day, format.zone);
  const found = useBoard(start.toISOString(), startOfDay(addDays(day, 1), format.zone).toISOString());
  const mayAssign = useFindObject()('serviceOrder')?.grants.assign !== undefined;
  const step = view === 'day' ? 1 : 7;
  const actions = (
    <>
      <ChoiceBar label={t('board.view')} value={view} options={[{ value: 'day', label: t('board.oneDay') }, { value: 'week', label: t('board.week') }]} onChange={(next: 'day' | 'week') => setView(next)} />
      <Button aria-label={t(view === 'day' ? 'board.before' : 'board.weekBefore')} icon={<ChevronLeft size={16} aria-hidden />} onClick={() => setDay(addDays(day, -step))} />
      <Input type="date" className="dispatch-day" aria-label={t('board.date')} value={day} onChange={(event) => { if (event.target.value !== '') setDay(event.target.value); }} />
      <Button aria-label={t(view === 'day' ? 'board.after' : 'board.weekAfter')} icon={<ChevronRight size={16} aria-hidden />} onClick={() => setDay(addDays(day, step))} />
      <Button onClick={() => setDay(format.today())}>{t('board.today')}</Button>
      <PageLink className="dispatch-print" to={`/fieldwork/day?day=${day}`}><Printer size={15} aria-hidden />{t('board.print')}</PageLink>
    </>
  );
  return (
    <AdminPage title={t('board.title')} {...(mayAssign && view === 'day' && { hint: t('board.hint') })} {...(view === 'week' && { hint: t('board.weekHint') })} actions={actions}>
      {view === 'week' && <WeekLoad day={day} onDay={(next) => { setDay(next); setView('day'); }} />}
      {view === 'day' && found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {view === 'day' && found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {view === 'day' && found.data && <Board board={found.data} day={day} start={start.getTime()} mayAssign={mayAssign} />}
    </AdminPage>
  );
}
