import type { Id } from '#kernel/ids.ts';
import { dueStages, stagesOf } from '#modules/service/rules/clock-stages.ts';
import { type ClockTerms, type Deadline, deadlineOf } from '#modules/service/rules/deadline.ts';
import type { Story, StoryClock, StoryPause } from './case-draft.ts';
import { type DecisionFact, type Ruling, type Rulings, termsOf } from './case-decisions.ts';
import type { DeskFacts } from './desk-facts.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows that one clock leaves behind. */
export interface ClockRows {
  readonly clock: Row;
  readonly pauses: readonly Row[];
  readonly extensions: readonly Row[];
  /** Moves of the deadline between its start and its stop; empty when it never moved, then only those two are to be written. */
  readonly moves: readonly Row[];
  readonly stages: readonly Row[];
  readonly decisions: readonly DecisionFact[];
}

export interface NumberedStory {
  readonly id: Id;
  readonly number: string;
  readonly story: Story;
}

interface Making {
  readonly desk: DeskFacts;
  readonly rulings: Rulings;
  /** Ids that rise within the case. */
  readonly idAt: (at: Date) => Id;
  readonly of: NumberedStory;
}

const pausesAsText = (pauses: readonly StoryPause[]) => pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));

/** A clock as the rules compute it, with its decision, its moves and the stages that it went through (SE-4). */
export function clockRows(making: Making, clock: StoryClock): ClockRows {
  const { desk, rulings, idAt, of: { id: caseId, number, story } } = making;
  const facts = { clock: clock.kind, kind: story.kind, isLocal: true };
  const decisions: DecisionFact[] = [];
  const decided = (severity: string, at: Date): Ruling => {
    const ruling = rulings.ask('clock', { ...facts, severity });
    decisions.push({ id: idAt(at), ruling, caseId, number, eventAt: story.receivedAt, decidedAt: at, actor: at === story.receivedAt ? story.receiver : story.owner });
    return ruling;
  };
  const first = termsOf(decided(clock.severity, clock.startedAt));
  const terms = clock.rejudgedAt === null ? first : termsOf(decided('major', clock.rejudgedAt), clock.extension?.days ?? 0);
  const compute = (wanted: ClockTerms, pauses: readonly StoryPause[]): Deadline => deadlineOf(desk.calendar, clock.startedAt, wanted, pausesAsText(pauses));
  const final = compute(terms, clock.pauses);
  const id = idAt(clock.startedAt);
  const decision = decisions.at(-1)?.id;
  const moves = movesOf(clock, { id, terms: { first, judged: { ...terms, extendedDays: 0 }, final: terms }, compute, decisions, actor: story.owner });
  return {
    decisions, moves, ...stagesAt(desk, { id, final, extendedDays: terms.extendedDays, end: clock.stoppedAt ?? desk.now, owner: story.owner }, (next) => ({
      id, case_id: caseId, kind: clock.kind, round: clock.round, decision_id: decision, calendar_id: desk.calendarId, measure: terms.measure, amount: terms.amount, extended_days: terms.extendedDays,
      pauses: terms.pauses, half_percent: terms.half, near_percent: terms.near, started_at: clock.startedAt, due_at: final.due, half_at: final.half, near_at: final.near, next_at: next,
      stopped_at: clock.stoppedAt, paused_at: null, computation: final.computation,
    })),
    pauses: clock.pauses.map(({ from, to, reason }) => ({ clock_id: id, from_at: from, to_at: to, reason })),
    extensions: clock.extension === null ? [] : [{
      id: idAt(clock.extension.askedAt), case_id: caseId, clock_id: id, days: clock.extension.days, reason: clock.extension.reason, state: 'granted', at: clock.extension.askedAt, actor_id: story.owner,
      settled_at: clock.extension.settledAt,
    }],
  };
}

interface Moved {
  readonly id: Id;
  readonly terms: { readonly first: ClockTerms; readonly judged: ClockTerms; readonly final: ClockTerms };
  readonly compute: (terms: ClockTerms, pauses: readonly StoryPause[]) => Deadline;
  readonly decisions: readonly DecisionFact[];
  readonly actor: Id;
}

function movesOf(clock: StoryClock, { id, terms, compute, decisions, actor }: Moved): Row[] {
  if (clock.rejudgedAt === null && clock.pauses.length === 0) return [];
  const [begun, judged] = decisions;
  const events: { at: Date; reason: string; to: Deadline; decision: Id | null }[] = [{ at: clock.startedAt, reason: 'started', to: compute(terms.first, []), decision: begun?.id ?? null }];
  const past = (at: Date) => clock.pauses.filter(({ to }) => to <= at);
  const { rejudgedAt, extension } = clock;
  if (rejudgedAt !== null) events.push({ at: rejudgedAt, reason: 'rejudged', to: compute(terms.judged, past(rejudgedAt)), decision: judged?.id ?? null });
  if (extension !== null) events.push({ at: extension.settledAt, reason: 'extended', to: compute(terms.final, past(extension.settledAt)), decision: null });
  const termsAt = (at: Date): ClockTerms => (rejudgedAt === null || at < rejudgedAt ? terms.first : extension === null || at < extension.settledAt ? terms.judged : terms.final);
  for (const { from, to } of clock.pauses) {
    events.push({ at: from, reason: 'paused', to: compute(termsAt(from), past(from)), decision: null }, { at: to, reason: 'resumed', to: compute(termsAt(to), past(to)), decision: null });
  }
  if (clock.stoppedAt !== null) events.push({ at: clock.stoppedAt, reason: 'stopped', to: compute(terms.final, clock.pauses), decision: null });
  const ordered = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return ordered.map(({ at, reason, to, decision }, i) => ({
    clock_id: id, reason, from_due: ordered[i - 1]?.to.due ?? null, to_due: to.due, decision_id: decision, computation: to.computation, at, actor_id: actor,
  }));
}

interface Staged {
  readonly id: Id;
  readonly final: Deadline;
  readonly extendedDays: number;
  readonly end: Date;
  readonly owner: Id;
}

/** The stages that a clock went through until it was stopped, or until now. */
function stagesAt({ calendar }: DeskFacts, { id, final, extendedDays, end, owner }: Staged, clockOf: (next: string | null) => Row): { readonly stages: Row[]; readonly clock: Row } {
  const [half, near, due] = [new Date(final.half), new Date(final.near), new Date(final.due)];
  if (half >= end) return { stages: [], clock: clockOf(final.half) };
  const { due: done, next } = dueStages(stagesOf(calendar, { due, half, near, extendedDays }), new Set(), end);
  return { stages: done.map(({ key, at }) => ({ clock_id: id, stage: key, at, told: [owner] })), clock: clockOf(next?.toISOString() ?? null) };
}
