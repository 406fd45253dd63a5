import type { Id } from '#kernel/ids.ts';
import type { CaseChannel } from '#modules/service/objects/case.object.ts';
import { type ProcessStep, type StepAnswers, stepAfter } from '#modules/service/rules/process.ts';
import { actorOf } from '#modules/service/server/process/open-case-step.ts';
import type { ProcessRow } from '#modules/service/server/setup/processes.ts';
import type { Dice } from '../seeded-random.ts';
import { answersOf } from './case-answers.ts';
import type { Draft, Story, StoryClock, StoryStep } from './case-draft.ts';
import { paceOf, worked } from './case-times.ts';
import type { DeskFacts } from './desk-facts.ts';

const SPOKEN: readonly CaseChannel[] = ['phone', 'inPerson', 'entrusted'];
/** A working day in seconds, for paces; deadlines are computed by the rules. */
const DAY = 27_000;
const limitOf = ({ kind, severity }: Draft): number => (kind === 'complaint' || kind === 'repair' ? (severity === 'major' ? 3 : 1) : kind === 'suggestion' || kind === 'praise' ? 7 : 3) * DAY;

/** One case from its first minute to its last, step by step as the process says (SE-3). */
export function tellStory(dice: Dice, desk: DeskFacts, draft: Draft): Story {
  return new Teller(dice, desk, draft).tell();
}

class Teller {
  readonly #dice: Dice;
  readonly #desk: DeskFacts;
  readonly #draft: Draft;
  readonly #process: ProcessRow;
  readonly #steps: StoryStep[] = [];
  readonly #clocks: StoryClock[] = [];
  #at: Date;
  #times: Date[] = [];
  #responsible: Id | null = null;
  #answeredAt: Date | null = null;
  #firstResponseAt: Date | null = null;
  #reopenCount = 0;

  constructor(dice: Dice, desk: DeskFacts, draft: Draft) {
    this.#dice = dice;
    this.#desk = desk;
    this.#draft = draft;
    this.#process = desk.processAt(draft.type.process, draft.receivedAt);
    this.#at = draft.receivedAt;
  }

  tell(): Story {
    const [first] = this.#process.steps;
    if (!first) throw new Error(`process ${this.#process.key} has no steps`);
    const { receiver, receivedAt } = this.#draft;
    this.#steps.push({ key: first.key, position: 0, round: 1, actor: receiver, openedAt: receivedAt, doneAt: receivedAt, doneBy: receiver, answers: {}, effect: first.effect });
    const isHeard = SPOKEN.includes(this.#draft.channel);
    if (isHeard) this.#firstResponseAt = receivedAt;
    else this.#start('firstResponse', receivedAt);
    this.#start('whole', receivedAt);
    let next = stepAfter(this.#process, first.key, {});
    this.#planWork(next);
    if (!isHeard) this.#acknowledge();
    while (next) {
      if (this.#isLeftAt(next)) return this.#leave(next);
      next = this.#doStep(next);
    }
    this.#stop(['firstResponse', 'whole', 'callback'], this.#at);
    return this.#end({ state: 'closed', step: null, answeredAt: this.#answeredAt ?? this.#at, closedAt: this.#at });
  }

  /** When each step up to the answer is done: shares of the time that this case takes. */
  #planWork(next: ProcessStep | undefined): void {
    if (!next) return;
    const { steps } = this.#process;
    const from = steps.indexOf(next);
    const answer = steps.findIndex((step) => step.effect === 'answer');
    const count = (answer === -1 ? steps.length : answer + 1) - from;
    const { isOnSpot, pause } = this.#draft;
    const total = isOnSpot ? this.#dice.between(600, 3_600) : paceOf(this.#dice) * limitOf(this.#draft);
    const offsets = Array.from({ length: count }, (_, i) => (i === count - 1 ? total : (total * (i + 0.3 + 0.6 * this.#dice.next())) / count));
    const [began, standsAt] = [this.#at, (offsets[0] ?? 0) + 60];
    if (pause === null || this.#reopenCount > 0 || count < 2) {
      this.#times = offsets.map((offset) => worked(this.#desk.calendar, began, offset));
      return;
    }
    const pausedAt = worked(this.#desk.calendar, began, standsAt);
    const to = worked(this.#desk.calendar, pausedAt, pause.seconds);
    const whole = this.#clocks.find((clock) => clock.kind === 'whole');
    if (whole) whole.pauses = [{ from: pausedAt, to, reason: pause.reason }];
    this.#times = offsets.map((offset, i) => (i === 0 ? worked(this.#desk.calendar, began, offset) : worked(this.#desk.calendar, to, offset - standsAt + i)));
  }

  #acknowledge(): void {
    const told = worked(this.#desk.calendar, this.#draft.receivedAt, this.#dice.chance(0.93) ? this.#dice.between(200, 6_600) : this.#dice.between(7_300, 15_000));
    const [first] = this.#times;
    const last = this.#times.at(-1);
    const pause = this.#clocks.find((clock) => clock.kind === 'whole')?.pauses[0];
    const bounds = [told, ...(last ? [last] : []), ...(pause ? [pause.from] : []), ...(this.#draft.isWithdrawn && first ? [first] : [])];
    this.#firstResponseAt = new Date(Math.min(...bounds.map((at) => at.getTime())));
    this.#stop(['firstResponse'], this.#firstResponseAt);
  }

  #isLeftAt(step: ProcessStep): boolean {
    if (this.#draft.isWithdrawn) return this.#steps.length > 1 || step.effect === 'none';
    const { stopsAt } = this.#draft;
    return stopsAt === 'callback' ? step.effect === 'callback' : stopsAt === 'work' && this.#steps.length > 1;
  }

  #leave(step: ProcessStep): Story {
    const isWithdrawn = this.#draft.isWithdrawn;
    const opened = this.#at;
    if (isWithdrawn) this.#at = this.#times.shift() ?? worked(this.#desk.calendar, opened, 1_800);
    this.#steps.push({ ...this.#opened(step, opened), doneAt: isWithdrawn ? this.#at : null, doneBy: null, answers: {} });
    if (!isWithdrawn) return this.#end({ state: this.#answeredAt === null ? 'open' : 'answered', step: step.key, answeredAt: this.#answeredAt, closedAt: null });
    this.#stop(['firstResponse', 'whole', 'callback'], this.#at);
    return this.#end({ state: 'withdrawn', step: null, answeredAt: null, closedAt: this.#at });
  }

  #opened(step: ProcessStep, openedAt: Date): Omit<StoryStep, 'doneAt' | 'doneBy' | 'answers'> {
    const actor = actorOf(step.actor, { ownerId: this.#draft.owner, firstReceiverId: this.#draft.receiver, responsibleId: this.#responsible });
    return { key: step.key, position: this.#process.steps.indexOf(step), round: this.#steps.filter((done) => done.key === step.key).length + 1, actor, openedAt, effect: step.effect };
  }

  #doStep(step: ProcessStep): ProcessStep | undefined {
    const opened = this.#opened(step, this.#at);
    const worker = this.#responsible ?? this.#draft.owner;
    const isFailed = step.effect === 'callback' && this.#draft.isReopened && this.#reopenCount === 0;
    const given = { dice: this.#dice, desk: this.#desk, draft: this.#draft, isSolved: !isFailed };
    const answers = answersOf(step, given);
    this.#at = this.#times.shift() ?? this.#later(step);
    const doneBy = opened.actor ?? (step.actor === 'recheck' ? this.#dice.pick([...this.#desk.agents, this.#desk.supervisor].filter((id) => id !== worker)) : this.#desk.supervisor);
    this.#steps.push({ ...opened, doneAt: this.#at, doneBy, answers });
    this.#takeEffect(step, answers);
    const next = stepAfter(this.#process, step.key, answers);
    if (isFailed) this.#planWork(next);
    return next;
  }

  #later(step: ProcessStep): Date {
    const seconds = step.effect === 'callback' ? Math.max(1_200, paceOf(this.#dice) * 3 * DAY) : this.#dice.between(600, 20_000);
    return worked(this.#desk.calendar, this.#at, seconds);
  }

  #takeEffect(step: ProcessStep, answers: StepAnswers): void {
    if (typeof answers['responsible'] === 'string') this.#responsible = answers['responsible'];
    if (step.effect === 'judge') this.#judge();
    if (step.effect === 'answer') {
      this.#answeredAt = this.#at;
      this.#stop(['firstResponse', 'whole'], this.#at);
      if (this.#process.steps.some((each) => each.effect === 'callback')) this.#start('callback', this.#at);
    }
    if (step.effect !== 'callback') return;
    this.#stop(['callback'], this.#at);
    if (answers['isSolved'] === true) return;
    this.#answeredAt = null;
    this.#reopenCount += 1;
    this.#start('whole', this.#at);
  }

  #judge(): void {
    const whole = this.#clocks.find((clock) => clock.kind === 'whole');
    if (!whole || this.#draft.severity !== 'major') return;
    whole.rejudgedAt = this.#at;
    const { extendedDays } = this.#draft;
    const end = this.#times.at(-1);
    if (extendedDays === 0 || !end || end.getTime() - this.#at.getTime() < 600_000) return;
    const settledAt = new Date(this.#at.getTime() + Math.min(5_400_000, (end.getTime() - this.#at.getTime()) / 2));
    whole.extension = { days: extendedDays, askedAt: new Date(this.#at.getTime() + 60_000), settledAt: new Date(Math.max(settledAt.getTime(), this.#at.getTime() + 120_000)), reason: '等配件到货' };
  }

  #start(kind: StoryClock['kind'], startedAt: Date): void {
    const severity = this.#steps.some((step) => step.effect === 'judge') ? this.#draft.severity : 'ordinary';
    this.#clocks.push({ kind, round: this.#reopenCount + 1, startedAt, stoppedAt: null, severity, rejudgedAt: null, pauses: [], extension: null });
  }

  #stop(kinds: readonly StoryClock['kind'][], at: Date): void {
    for (const clock of this.#clocks) if (kinds.includes(clock.kind) && clock.stoppedAt === null) clock.stoppedAt = at;
  }

  #end(end: Pick<Story, 'state' | 'step' | 'answeredAt' | 'closedAt'>): Story {
    return {
      ...this.#draft, ...end, process: this.#process, responsible: this.#responsible, steps: this.#steps, clocks: this.#clocks,
      firstResponseAt: this.#firstResponseAt, reopenCount: this.#reopenCount, endedAt: this.#at,
    };
  }
}
