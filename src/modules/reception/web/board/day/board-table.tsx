import { Button, Dropdown } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type Board, type BoardPerson, useBoardTexts, useNow } from '../use-board.ts';
import { Remark, StateTag } from './person-state.tsx';
import { type Asked, type PersonAct, usePersonActs } from './use-person-acts.ts';

function Acts({ person, acts }: { person: BoardPerson; acts: readonly PersonAct[] }) {
  const t = useBoardTexts();
  const main = acts.find((each) => each.isMain === true);
  const others = acts.filter((each) => each !== main);
  return (
    <div className="row board-acts">
      {main && <Button size="small" type="primary" ghost onClick={main.run}>{main.label}</Button>}
      {others.length === 0 ? main && <span className="board-no-more" aria-hidden /> : (
        <Dropdown trigger={['click']} menu={{ items: others.map(({ key, label, run }) => ({ key, label, onClick: run })) }}>
          <button type="button" className="plain-button" aria-label={t('do.more', { name: person.name })}><MoreHorizontal size={16} aria-hidden /></button>
        </Dropdown>
      )}
    </div>
  );
}

/** J and K go through the rows, to the first button of each. */
function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useMemo(() => {
    const move = (step: number) => {
      const rows = [...(body.current?.rows ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
      (next?.querySelector<HTMLElement>('.board-acts button') ?? next)?.focus();
    };
    return { j: () => move(1), k: () => move(-1) };
  }, []);
  usePageKeys(keys);
  return body;
}

interface TableProps {
  readonly board: Board;
  readonly isScreen: boolean;
  onAsk(what: Asked, person: BoardPerson): void;
}

/** Everybody of the day in order: state, today's new visitors, count, and why (RE-1). */
export function BoardTable({ board, isScreen, onAsk }: TableProps) {
  const t = useBoardTexts();
  const format = useFormat();
  const now = useNow();
  const body = useRowKeys();
  const actsOf = usePersonActs(board, onAsk);
  const onSite = board.people.filter((each) => each.state !== 'off').length;
  return (
    <section className="card board-people">
      <h2 className="card-head">{t('onSite')}<span className="small muted board-rule">{board.draw && <>{t('drawn', { name: board.draw.actorName ?? '–', at: format.fullMoment(board.draw.at).slice(-5) })} · </>}{onSite} / {board.people.length}</span></h2>
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{t('column.order')}</th><th scope="col">{t('column.person')}</th><th scope="col">{t('column.state')}</th>
            <th scope="col" className="number">{t('column.fresh')}</th><th scope="col" className="number">{t('column.count')}</th><th scope="col">{t('column.remark')}</th>
            {!isScreen && <th scope="col" className="no-print"><span className="visually-hidden">{t('column.actions')}</span></th>}
          </tr>
        </thead>
        <tbody ref={body}>
          {board.people.map((person, place) => (
            <tr key={person.userId} tabIndex={-1} className={[person.state === 'off' ? 'is-off' : '', person.userId === board.me ? 'is-me' : ''].join(' ')}>
              <td className="board-order">{place + 1}</td>
              <th scope="row" className="board-name">{person.name}</th>
              <td className="board-state"><StateTag person={person} now={now} /></td>
              <td className="number" data-label={t('column.fresh')}>{person.newToday}</td>
              <td className="number" data-label={t('column.count')}>{person.consumed}</td>
              <td className="board-remark"><div className="row wrap"><Remark person={person} isScreen={isScreen} /></div></td>
              {!isScreen && <td className="no-print"><Acts person={person} acts={actsOf(person, now)} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
