import { call } from '#kit/api/typed-client.ts';
import { type Board, type BoardPerson, type OpenTurn, useBoardAction, useBoardTexts } from '../use-board.ts';

/** Dialogs that an act of a row opens. */
export type Asked = 'away' | 'leave' | 'pass' | 'refuse';

export interface PersonAct {
  readonly key: string;
  readonly label: string;
  readonly isMain?: boolean;
  readonly run: () => void;
}

interface Viewer {
  readonly isManager: boolean;
  readonly isDesk: boolean;
  /** The desk, or the person themselves. */
  readonly mine: boolean;
  readonly now: number;
}

type Offer = { readonly key: ActKey; readonly isMain?: boolean };
type ActKey = 'takeUp' | 'end' | 'pass' | 'refuse' | 'join' | 'confirm' | 'back' | 'away' | 'leave';

function duringTurn(turn: OpenTurn, { isManager, mine, now }: Viewer): readonly (Offer | false)[] {
  const isCalled = turn.state === 'assigned';
  return [
    mine && isCalled && { key: 'takeUp', isMain: true }, mine && { key: 'end', isMain: !isCalled },
    isManager && isCalled && Date.parse(turn.dueAt) < now && { key: 'pass' }, isManager && { key: 'refuse' },
  ];
}

function otherwise(person: BoardPerson, { isManager, isDesk, mine }: Viewer): readonly (Offer | false)[] {
  return [
    isDesk && person.state === 'off' && { key: 'join', isMain: true }, isManager && isConfirmable(person) && { key: 'confirm', isMain: true },
    mine && person.away !== null && { key: 'back', isMain: !isManager || !isConfirmable(person) }, mine && person.state === 'waiting' && { key: 'away' },
    mine && person.state !== 'off' && { key: 'leave' },
  ];
}

const isConfirmable = ({ away }: BoardPerson): boolean => away !== null && !away.isConfirmed && (away.state === 'sentBySuperior' || away.state === 'onBusiness');

/** What the viewer may do for a person now: people for themselves, the desk for all, exceptions the manager. */
export function usePersonActs(board: Board, ask: (what: Asked, person: BoardPerson) => void): (person: BoardPerson, now: number) => readonly PersonAct[] {
  const t = useBoardTexts();
  const act = useBoardAction(board.site.id);
  const { isManager, isDesk } = board.rights;
  const run = (key: ActKey, person: BoardPerson, turn: OpenTurn | undefined) => {
    const place = { params: { id: board.site.id, user: person.userId }, body: {} };
    const ofTurn = { params: { id: turn?.id ?? '' }, body: {} };
    switch (key) {
      case 'takeUp': return void act(() => call('POST /turns/{id}/take-up', ofTurn));
      case 'end': return void act(() => call('POST /turns/{id}/end', ofTurn));
      case 'join': return void act(() => call('POST /sites/{id}/people/{user}/join', place));
      case 'confirm': return void act(() => call('POST /sites/{id}/people/{user}/confirm', place));
      case 'back': return void act(() => call('POST /sites/{id}/people/{user}/back', place));
      default: return ask(key, person);
    }
  };
  return (person, now) => {
    if (board.day?.status !== 'open') return [];
    const [turn] = person.turns;
    const viewer = { isManager, isDesk, mine: isDesk || person.userId === board.me, now };
    const offers = turn ? duringTurn(turn, viewer) : otherwise(person, viewer);
    return offers.filter((each) => each !== false).map(({ key, isMain = false }) => ({ key, isMain, label: t(`do.${key}`), run: () => run(key, person, turn) }));
  };
}
