import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { openApprovalOf } from '#modules/approvals/server/approvals.public.ts';
import { addMessage, completeStep, openCase } from '#modules/service/server/service.public.ts';
import { handOnCase, waitForCustomer } from '#modules/service/server/cases/move-case.ts';
import { refreshDue } from '#modules/service/server/clocks/clock-rows.ts';
import { askExtension } from '#modules/service/server/clocks/extend-clock.ts';
import { solutionApproval } from '#modules/service/server/process/solution-approval.ts';
import { grantRemedy } from '#modules/service/server/remedies/grant-remedy.ts';
import type { Context } from '#platform/context/context.ts';
import { type Office, makeActing, makeIds } from '../sales-office/office.ts';
import type { Dice } from '../seeded-random.ts';
import { workedBack } from './case-times.ts';
import { ackOf, feedbackOf, noteOf, replyOf, solutionOf, urgeOf, waitReason } from './desk-words.ts';
import type { DeskFacts } from './desk-facts.ts';
import { reporterOf } from './make-past-cases.ts';
import { type TypeName, whatComes } from './past-drafts.ts';

type Way = 'fresh' | 'worked' | 'urged' | 'waiting' | 'proposed' | 'meeting' | 'extension' | 'answered' | 'handedOn' | 'remedy';

interface Wanted {
  readonly type: TypeName;
  /** How much of its time has passed: above 1 it is overdue. */
  readonly share: number;
  readonly way: Way;
  /** Working days that its policy gives. */
  readonly days: number;
}

const many = (type: TypeName, days: number, way: Way, shares: readonly number[]): Wanted[] => shares.map((share) => ({ type, days, way, share }));

/** What lies on the desk today: overdue, near, half, calm; waiting, unassigned, before a decision. */
const plan: readonly Wanted[] = [
  ...many('投诉', 1, 'urged', [1.6, 0.9, 0.6, 0.3]), ...many('投诉', 1, 'worked', [2.4, 0.85, 0.55, 0.2]), ...many('投诉', 1, 'fresh', [0.12, 0.04]), ...many('投诉', 1, 'proposed', [0.92, 0.7]),
  ...many('投诉', 3, 'meeting', [0.75]), ...many('投诉', 3, 'extension', [0.88]), ...many('投诉', 1, 'remedy', [0.65]), ...many('投诉', 1, 'waiting', [0.5, 0.4]), ...many('投诉', 1, 'answered', [1.5, 0.9]),
  ...many('报修', 1, 'worked', [1.2, 0.95, 0.86, 0.72, 0.58, 0.35, 0.22]), ...many('报修', 1, 'urged', [1.9, 0.83, 0.62, 0.45]), ...many('报修', 1, 'fresh', [0.3, 0.18, 0.1, 0.06, 0.02]),
  ...many('报修', 1, 'waiting', [0.6, 0.35, 0.25]), ...many('报修', 1, 'handedOn', [0.78, 0.4]), ...many('报修', 1, 'answered', [1.8, 1.1, 0.8, 0.6]),
  ...many('咨询', 3, 'fresh', [0.4, 0.2, 0.1, 0.05]), ...many('咨询', 3, 'urged', [0.82, 0.55]), ...many('服务请求', 3, 'fresh', [0.55, 0.3, 0.08]), ...many('服务请求', 3, 'worked', [1.1]), ...many('服务请求', 3, 'waiting', [0.3]),
  ...many('停车与门禁', 3, 'fresh', [0.52, 0.25, 0.12, 0.03]), ...many('建议', 7, 'fresh', [0.6, 0.3, 0.1]), ...many('表扬', 7, 'fresh', [0.2]),
];

/** A working day in seconds, to spread what lies on the desk; deadlines are computed by the rules. */
const DAY = 27_000;

interface Desk {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly desk: DeskFacts;
  readonly act: Office['act'];
}

const planFor = (isSmall: boolean): readonly Wanted[] => plan.filter((each, place) => !isSmall || place % 3 === 0 || each.way === 'meeting' || each.way === 'extension');

export const todaysCount = (isSmall: boolean): number => planFor(isSmall).length;

/** Today's cases, each taken in and worked on by the people themselves, so that all of it is what it would be. `isSmall`: every third. */
export async function openTodaysCases(ctx: Context, dice: Dice, desk: DeskFacts, isSmall: boolean): Promise<void> {
  const act = await makeActing(ctx, makeIds(dice), [desk.supervisor, ...desk.agents]);
  const wanted = planFor(isSmall).map((each) => ({ ...each, receivedAt: workedBack(desk.calendar, desk.now, each.share * each.days * DAY) })).toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const ids: Id[] = [];
  for (const each of wanted) ids.push(await openOne({ ctx, dice, desk, act }, each));
  await refreshDue(ctx, ids);
}

async function openOne({ ctx, dice, desk, act }: Desk, wanted: Wanted & { readonly receivedAt: Date }): Promise<Id> {
  const drawn = whatComes(dice, desk, wanted.type);
  // A mail would be answered by mail, and nobody lives at an address of the demo.
  const what = drawn.channel === 'mail' ? { ...drawn, channel: 'web' as const } : drawn;
  const receiver = dice.pick(desk.agents);
  const { type, channel, subject, description, place } = what;
  const reporter = reporterOf(dice, desk, { ...what, receivedAt: wanted.receivedAt });
  const { id } = await act(receiver, wanted.receivedAt, (past) => openCase(past, { caseType: type.id, channel, subject, description, place, ...reporter, ...(wanted.way === 'fresh' && dice.chance(0.1) && { priority: 'urgent' as const }) }));
  const owner = (await ctx.db.one<{ owner: Id | null }>(sql`SELECT owner_id AS owner FROM service_case WHERE id = ${id}`)).owner ?? receiver;
  const span = wanted.share * wanted.days * DAY;
  /** An instant between the intake and now. */
  const at = (part: number): Date => new Date(Math.max(wanted.receivedAt.getTime() + Math.round(part * 60_000), workedBack(desk.calendar, desk.now, span * (1 - part)).getTime()));
  await ways[wanted.way]({ dice, desk, act, id, owner, receiver, what, at });
  return id;
}

interface Working {
  readonly dice: Dice;
  readonly desk: DeskFacts;
  readonly act: Office['act'];
  readonly id: Id;
  readonly owner: Id;
  readonly receiver: Id;
  readonly what: ReturnType<typeof whatComes>;
  readonly at: (part: number) => Date;
}

const step = ({ act, id }: Working, who: Id, at: Date, key: string, answers: Readonly<Record<string, unknown>>) => act(who, at, (ctx) => completeStep(ctx, id, key, answers));
const say = ({ act, id, what }: Working, who: Id, at: Date, kind: 'incoming' | 'reply' | 'note', body: string) => act(who, at, (ctx) => addMessage(ctx, id, { kind, channel: what.channel, body }));
const causeOf = ({ desk, what }: Working): Id => desk.causes.get(what.scene.cause)?.id ?? '';

/** The first step of the work, whatever the process. */
async function begin(work: Working): Promise<void> {
  const { dice, owner, what, at } = work;
  await say(work, owner, at(0.15), 'reply', ackOf(dice, what.thing));
  if (what.kind === 'complaint') await step(work, owner, at(0.3), 'judge', { validity: 'valid', severity: 'ordinary' });
  if (what.kind === 'repair') await step(work, owner, at(0.5), 'repair', { cause: causeOf(work), result: `${dice.pick(what.scene.works)}。` });
}

async function propose(work: Working, severity: 'ordinary' | 'major'): Promise<void> {
  const { dice, owner, what, at } = work;
  await step(work, owner, at(0.2), 'judge', { validity: 'valid', severity });
  await step(work, owner, at(0.4), 'investigate', { cause: causeOf(work), findings: `${what.thing}：${dice.pick(what.scene.findings)}。` });
  await step(work, owner, at(0.5), 'assign', { responsible: owner });
  await step(work, owner, at(0.7), 'propose', { solution: solutionOf(dice, what.thing, dice.pick(what.scene.works)) });
}

async function agree(ctx: Context, id: Id): Promise<void> {
  const asked = await openApprovalOf(ctx, { object: 'case', id }, solutionApproval);
  if (!asked) throw new Error(`nobody was asked to approve the solution of ${id}`);
  await giveOpinion(ctx, () => [solutionApproval], asked.id, 'approve', '同意，按方案办');
}

async function answer(work: Working): Promise<void> {
  const { dice, desk, act, id, receiver, what, at } = work;
  const reply = { reply: replyOf(dice, what.thing, dice.pick(what.scene.works)) };
  if (what.kind === 'repair') await begin(work);
  else {
    await propose(work, 'ordinary');
    await act(desk.supervisor, at(0.75), (ctx) => agree(ctx, id));
  }
  await step(work, receiver, at(0.8), 'answer', reply);
}

const ways: Readonly<Record<Way, (work: Working) => Promise<unknown>>> = {
  fresh: () => Promise.resolve(),
  worked: begin,
  urged: async (work) => {
    await begin(work);
    await say(work, work.owner, work.at(0.6), 'note', noteOf(work.dice));
    await say(work, work.receiver, work.at(0.75), 'incoming', urgeOf(work.dice));
  },
  waiting: async (work) => {
    await say(work, work.owner, work.at(0.3), 'reply', ackOf(work.dice, work.what.thing));
    await work.act(work.owner, work.at(0.5), (ctx) => waitForCustomer(ctx, work.id, waitReason(work.dice)));
  },
  proposed: (work) => propose(work, 'ordinary'),
  meeting: (work) => propose(work, 'major'),
  extension: async (work) => {
    await step(work, work.owner, work.at(0.2), 'judge', { validity: 'valid', severity: 'major' });
    await work.act(work.owner, work.at(0.6), (ctx) => askExtension(ctx, work.id, 2, '等厂家配件到货，预计后天'));
  },
  remedy: async (work) => {
    await step(work, work.owner, work.at(0.3), 'judge', { validity: 'valid', severity: 'ordinary' });
    await work.act(work.owner, work.at(0.6), (ctx) => grantRemedy(ctx, work.id, { kind: 'compensation', amount: '480.00', note: '客户清洗费，有票据' }));
  },
  answered: answer,
  handedOn: async (work) => {
    const other = work.desk.agents.find((id) => id !== work.owner) ?? work.owner;
    await work.act(work.owner, work.at(0.5), (ctx) => handOnCase(ctx, work.id, other, { note: feedbackOf(work.dice, work.what.thing, work.what.scene.cause) }));
  },
};
