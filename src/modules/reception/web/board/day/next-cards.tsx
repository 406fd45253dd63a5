import { type Board, useBoardTexts } from '../use-board.ts';

/** The next five in turn, the first one marked. */
export function NextCards({ board }: { board: Board }) {
  const t = useBoardTexts();
  return (
    <section className="card board-next">
      <h2 className="card-head">{t('next')}<span className="small muted board-rule">{t('rule')}</span></h2>
      {board.next.length === 0 ? <p className="card-body muted">{t('nobody')}</p> : (
        <ol className="board-cards">
          {board.next.map((each, index) => (
            <li key={each.userId} className={index === 0 ? 'board-card is-first' : 'board-card'}>
              <span className="small muted">{index === 0 ? t('turnIs') : t('nth', { n: index + 1 })}</span>
              <b className="board-card-name truncate">{each.name}</b>
              <span className="small">{t('received', { count: each.received })}{each.isPriority && ` · ${t('priority')}`}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
