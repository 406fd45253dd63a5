import { useQuery } from '@tanstack/react-query';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { type Board, siteKey, useBoardTexts } from '../use-board.ts';

const actions = [
  'opened', 'reopened', 'closed', 'away', 'back', 'confirmed', 'joined', 'left', 'lunch', 'order', 'drawn', 'turn.assigned', 'turn.takenUp', 'turn.ended',
  'turn.refused', 'turn.stays', 'turn.passed', 'turn.reversed',
] as const;

/** The order that a change of order led to, by name. */
function orderOf(detail: Readonly<Record<string, unknown>>, board: Board): string {
  const to = Array.isArray(detail['to']) ? detail['to'] : [];
  return to.map((id) => board.people.find((person) => person.userId === id)?.name).filter((name) => name !== undefined).join('、');
}

function Line({ event, board }: { event: RowOf<'GET /sites/{id}/history-of-day'>; board: Board }) {
  const t = useBoardTexts();
  const format = useFormat();
  const order = event.action === 'order' || event.action === 'drawn' ? orderOf(event.detail, board) : '';
  const action = actions.find((each) => each === event.action);
  return (
    <li className="row wrap">
      <time className="muted small" dateTime={event.at}>{format.fullMoment(event.at).slice(-5)}</time>
      {event.userName !== null && <b>{event.userName}</b>}
      <span>{action === undefined ? event.action : t(`event.${action}`)}</span>
      {event.reason !== null && <span className="muted">{event.reason}</span>}
      {order !== '' && <span className="muted small">{t('newOrder', { names: order })}</span>}
      {event.decisionId !== null && <Why decision={event.decisionId} clause={event.clause} />}
      {event.actorName !== null && event.actorName !== event.userName && <span className="muted small">{event.actorName}</span>}
    </li>
  );
}

/** Everything of the day, the newest first. */
export function DayHistory({ board, onClose }: { board: Board; onClose: () => void }) {
  const t = useBoardTexts();
  const day = board.day?.day ?? board.today;
  const found = useQuery({
    queryKey: [...siteKey(board.site.id), 'history', day], queryFn: ({ signal }) => call('GET /sites/{id}/history-of-day', { signal, params: { id: board.site.id }, query: { day } }),
  });
  return (
    <Dialog title={t('history')} place="side" width={480} onClose={onClose}>
      {found.error ? <ErrorState error={found.error} /> : !found.data ? <SkeletonLines count={6} />
        : found.data.data.length === 0 ? <p className="muted">{t('historyNone')}</p>
          : <ul className="board-history">{found.data.data.map((event) => <Line key={event.id} event={event} board={board} />)}</ul>}
    </Dialog>
  );
}
