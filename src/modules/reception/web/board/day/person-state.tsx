import { Why } from '#kit/why/why.tsx';
import { type BoardPerson, minutesSince, useBoardTexts } from '../use-board.ts';

/** What the person does now, with how long. */
export function StateTag({ person, now }: { person: BoardPerson; now: number }) {
  const t = useBoardTexts();
  const [turn] = person.turns;
  if (turn?.state === 'receiving') return <span className="tag tag-hu">{t('state.receiving', { minutes: minutesSince(turn.takenUpAt ?? turn.assignedAt, now) })}</span>;
  if (turn) {
    const isLate = Date.parse(turn.dueAt) < now;
    return <span className={isLate ? 'tag tag-zhu' : 'tag tag-hu'}>{t('state.assigned')}{isLate && ` · ${t('overdue', { minutes: minutesSince(turn.dueAt, now) })}`}</span>;
  }
  if (person.away) return <span className={person.away.state === 'absent' ? 'tag tag-zhu' : 'tag'}>{t(`away.${person.away.state}`)}</span>;
  if (person.state === 'off') return <span className="tag">{t('state.off')}</span>;
  return <span className="tag tag-qing">{t('state.waiting')}</span>;
}

const effects = ['lost', 'firstOnReturn', 'madeUp'] as const;
const remarkKinds = ['lost', 'kept', 'forgiven', 'idle', 'givenBack', 'uncounted', 'carried', 'joined'] as const;

function useRemark() {
  const t = useBoardTexts();
  return (kind: string): string => {
    const effect = effects.find((each) => kind === `away.${each}`);
    if (effect) return t(`awayEffect.${effect}`);
    const known = remarkKinds.find((each) => each === kind);
    return known ? t(`remark.${known}`) : '';
  };
}

/** Why the person's place is as it is, with the clause and its Why (PL-41). On the big screen without the visitor. */
export function Remark({ person, isScreen }: { person: BoardPerson; isScreen: boolean }) {
  const t = useBoardTexts();
  const say = useRemark();
  const { turns: [turn], away, remark } = person;
  if (turn) {
    const words = [isScreen ? null : turn.visitor, t(`kind.${turn.kind}`), turn.isCounted ? null : t('notCounted')].filter((each) => each !== null);
    return <><span>{words.join(' · ')}</span>{turn.decisionId !== null && <Why decision={turn.decisionId} clause={turn.clause} about={person.name} />}</>;
  }
  const reason = away?.reason ?? person.offReason ?? remark?.reason ?? null;
  const isToConfirm = away !== null && !away.isConfirmed && (away.state === 'sentBySuperior' || away.state === 'onBusiness');
  return (
    <>
      {reason !== null && <span>{reason}</span>}
      {remark !== null && <span>{say(remark.kind)}</span>}
      {isToConfirm && <span className="tag tag-hu">{t('unconfirmed')}</span>}
      {remark !== null && remark.decisionId !== null && <Why decision={remark.decisionId} clause={remark.clause} about={person.name} />}
    </>
  );
}
