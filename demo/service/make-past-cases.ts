import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { mobile, personName } from '../demo-names.ts';
import type { DemoRecord } from '../demo-customers.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import type { Draft, Story } from './case-draft.ts';
import { Rulings } from './case-decisions.ts';
import { tellStory } from './case-story.ts';
import { makeDays } from './case-times.ts';
import { ackOf, noteOf, urgeOf } from './desk-words.ts';
import type { DeskFacts } from './desk-facts.ts';
import { draftPast } from './past-drafts.ts';
import { type PastCase, type Reporter, dayAfter, risingIds, takeNumbers, writePastCases } from './write-past-cases.ts';

const DAYS = 730;
const DAY = 86_400_000;
const PAUSE_AT_END = 2 * 3_600_000;

/** Two years of cases that are over, and the few that somebody forgot. */
export async function makePastCases(ctx: Context, dice: Dice, desk: DeskFacts, count: number): Promise<void> {
  const dayOf = makeDays(desk.now, desk.timeZone, DAYS);
  const stories = Array.from({ length: count }, () => tellToEnd(dice, desk, draftPast(dice, desk, dayOf))).toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const numbers = await takeNumbers(ctx, stories.map((story) => story.receivedAt));
  const cases = stories.map((story, place): PastCase => ({ id: dice.id(story.receivedAt), number: numbers[place] ?? '', story, reporter: reporterOf(dice, desk, story) }));
  const rulings = await Rulings.open(ctx, desk.now);
  await writePastCases(ctx, { dice, desk, rulings }, cases);
  await writeRemedies(ctx, dice, rulings, cases);
  await writeMessages(ctx, dice, cases.filter(({ story }) => story.receivedAt.getTime() > desk.now.getTime() - 45 * DAY));
  await writeCorrections(ctx, dice, desk, cases);
}

/** A case whose end would lie ahead came some weeks earlier; one that was forgotten was so long enough ago to be late. */
function tellToEnd(dice: Dice, desk: DeskFacts, draft: Draft): Story {
  const story = tellStory(dice, desk, draft);
  const end = story.endedAt.getTime() + (draft.stopsAt === null ? PAUSE_AT_END : 21 * DAY);
  return end < desk.now.getTime() ? story : tellToEnd(dice, desk, { ...draft, receivedAt: new Date(draft.receivedAt.getTime() - 28 * DAY) });
}

/** Somebody on file where the file is older than the case; a few left neither name nor number. */
export function reporterOf(dice: Dice, desk: Pick<DeskFacts, 'customers'>, { receivedAt, type, kind }: Pick<Draft, 'receivedAt' | 'type' | 'kind'>): Reporter {
  if (type.process === 'finding') return { customer: null, reporterName: '巡查员', reporterPhone: null };
  if ((kind === 'complaint' || kind === 'repair') && dice.chance(0.005)) return { customer: null, reporterName: null, reporterPhone: null };
  const known = knownBefore(desk.customers, receivedAt);
  const customer = known > 0 && dice.chance(0.66) ? desk.customers[dice.between(0, known - 1)] : undefined;
  const isNamed = customer === undefined || dice.chance(0.4);
  return { customer: customer?.id ?? null, reporterName: isNamed ? personName(dice) : null, reporterPhone: isNamed && dice.chance(0.85) ? mobile(dice) : null };
}

function knownBefore(customers: DeskFacts['customers'], at: Date): number {
  let [low, high] = [0, customers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((customers[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const remedies = { apology: 30, compensation: 22, repair: 14, refund: 14, gift: 12, points: 8 } as const;
type Remedy = keyof typeof remedies;
const costs: Readonly<Record<Remedy, readonly [number, number]>> = { apology: [0, 0], compensation: [50, 900], repair: [60, 700], refund: [20, 400], gift: [30, 120], points: [10, 50] };

/** Redress within the limit of whoever gave it (SE-7): small ones by the handler, others by the supervisor. */
async function writeRemedies(ctx: Context, dice: Dice, rulings: Rulings, cases: readonly PastCase[]): Promise<void> {
  const decisions = new Map<Id, Id>();
  const facts: Parameters<Rulings['record']>[1][number][] = [];
  const records: DemoRecord[] = [];
  for (const { id: caseId, number, story, reporter } of cases) {
    if (story.answeredAt === null || story.state !== 'closed' || !dice.chance(story.kind === 'complaint' ? 0.22 : story.kind === 'repair' ? 0.03 : 0)) continue;
    const kind = dice.weighted(remedies);
    const amount = dice.between(...costs[kind]);
    const [id, decision] = [dice.id(story.answeredAt), dice.id(story.answeredAt)];
    const ruling = rulings.ask('remedy', { kind: story.kind, severity: story.severity, isLocal: true, remedy: kind, rank: amount > 200 ? 'supervisor' : 'agent', amount });
    facts.push({ id: decision, ruling, caseId, number, eventAt: story.answeredAt, decidedAt: story.answeredAt, actor: story.owner });
    decisions.set(id, decision);
    const cause = story.steps.findLast((step) => 'cause' in step.answers)?.answers['cause'] ?? null;
    records.push({
      id, at: story.answeredAt, author: story.owner,
      values: {
        case: caseId, customer: reporter.customer, kind, note: `${story.thing}：${dice.pick(['客户认可', '当面致歉后客户接受', '按权限给予', '随答复一并说明'])}`, amount: { amount: `${amount}.00`, currency: 'CNY' },
        state: 'granted', cause, bookedOn: dayAfter(ctx, story.answeredAt, 0),
      },
    });
  }
  await rulings.record(ctx, facts);
  await insertRecords(ctx, 'caseRemedy', records, (record) => ({ decision_id: decisions.get(record.id) ?? null }));
}

/** What was written to and fro in the last weeks. */
async function writeMessages(ctx: Context, dice: Dice, cases: readonly PastCase[]): Promise<void> {
  const records = cases.flatMap(({ id: caseId, story, reporter }): DemoRecord[] => {
    const idAt = risingIds(dice);
    const message = (at: Date, kind: 'incoming' | 'reply' | 'note', author: Id | null, body: string): DemoRecord => ({
      id: idAt(at), at, author: author ?? '', values: { case: caseId, customer: reporter.customer, kind, channel: story.channel, body, author, authorName: kind === 'incoming' ? reporter.reporterName : null },
    });
    const answers = story.steps.filter((step) => step.effect === 'answer' && step.doneAt !== null);
    const acked = story.firstResponseAt !== null && story.firstResponseAt > story.receivedAt ? story.firstResponseAt : null;
    const between = new Date(((acked ?? story.receivedAt).getTime() + (answers[0]?.doneAt ?? story.endedAt).getTime()) / 2);
    return [
      ...(acked === null ? [] : [message(story.receivedAt, 'incoming', null, story.description), message(acked, 'reply', story.owner, ackOf(dice, story.thing))]),
      ...(dice.chance(0.3) ? [message(between, 'incoming', null, urgeOf(dice))] : []),
      ...(dice.chance(0.4) ? [message(between, 'note', story.owner, noteOf(dice))] : []),
      ...answers.flatMap((step) => (step.doneAt === null ? [] : [message(step.doneAt, 'reply', step.doneBy, typeof step.answers['reply'] === 'string' ? step.answers['reply'] : '')])),
    ];
  });
  await insertRecords(ctx, 'caseMessage', records);
}

const measures = ['常用备件每季盘点并备一套', '巡检表加一项，主管每周抽查', '与外协单位改签到场时限', '新项目图纸会审加这一条', '晨会讲评，月底复看数据', '装提示牌并改动线'] as const;

/** Every fortnight or so the supervisor takes up what comes again and again (SE-8). */
async function writeCorrections(ctx: Context, dice: Dice, desk: DeskFacts, cases: readonly PastCase[]): Promise<void> {
  const closed = cases.filter(({ story }) => story.state === 'closed' && (story.kind === 'complaint' || story.kind === 'repair') && story.isValid);
  const wanted = Math.min(48, Math.floor(closed.length / 20));
  const records = Array.from({ length: wanted }, (_, place): DemoRecord => {
    const { id: caseId, story } = closed[Math.floor(((place + dice.next()) / wanted) * closed.length)] ?? dice.pick(closed);
    const due = dayAfter(ctx, story.endedAt, dice.between(14, 45));
    const check = dayAfter(ctx, story.endedAt, dice.between(75, 110));
    const today = dayAfter(ctx, desk.now, 0);
    const isDone = due < today && dice.chance(0.93);
    const isChecked = isDone && check < today;
    const isEffective = dice.chance(0.8);
    const cause = story.steps.findLast((step) => 'cause' in step.answers)?.answers['cause'] ?? null;
    return {
      id: dice.id(story.endedAt), at: story.endedAt, author: desk.supervisor,
      values: {
        subject: `${story.thing}：${story.scene.cause}`, case: caseId, cause, measure: dice.pick(measures), state: isChecked ? (isEffective ? 'effective' : 'ineffective') : isDone ? 'done' : 'open',
        dueOn: due, doneOn: isDone ? due : null, checkOn: check, effect: isChecked ? (isEffective ? '三个月内同类减少一半以上' : '同类没有减少，另立措施') : null,
        owner: dice.pick([desk.supervisor, ...desk.agents]), unit: desk.unit,
      },
    };
  });
  await insertRecords(ctx, 'correctiveAction', records);
}
