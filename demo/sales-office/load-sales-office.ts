import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, addMonths, localDate, startOfDay } from '#kernel/period.ts';
import { approvePlan, createPlan, submitPlanDraft } from '#modules/commission/server/commission.public.ts';
import { mergePacks } from '#modules/policies/server/catalogue.ts';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { receptionPacks } from '#modules/reception/reception.packs.ts';
import { makeSite } from '#modules/reception/server/reception.public.ts';
import { makeProject } from '#modules/stock/server/stock.public.ts';
import { stockPacks } from '#modules/stock/stock.packs.ts';
import type { Context } from '#platform/context/context.ts';
import type { DemoPerson } from '../demo-organisation.ts';
import type { Dice } from '../seeded-random.ts';
import { playDays } from './office-days.ts';
import { type OfficePeople, insertOfficePeople } from './office-people.ts';
import { playToday } from './office-today.ts';
import { type Office, type UnitForSale, makeActing, makeCalendar, makeIds } from './office.ts';
import { insertCalls } from './office-calls.ts';
import { expectReferrals } from './referral-story.ts';
import { makeTimeline } from './timeline.ts';

const PACK = 'site-rotation';
const DAY = 86_400_000;
const MONTHS = 6;

interface Company {
  readonly root: Id;
  readonly passwordHash: string;
  readonly introducers: readonly DemoPerson[];
}

/**
 * The sales site 云栖里 with six months behind it: everything that rules decide is done by the product's own actions,
 * by the people, at the instants of the past, so that decisions, turns and ledger are what they would be.
 */
export async function loadSalesOffice(ctx: Context, dice: Dice, { root, passwordHash, introducers }: Company): Promise<{ readonly people: number }> {
  const firstDay = addMonths(`${localDate(ctx.now, ctx.timeZone).slice(0, 7)}-01`, -MONTHS);
  const began = new Date(startOfDay(firstDay, ctx.timeZone).getTime() - 14 * DAY);
  const people = await insertOfficePeople(ctx, dice, { root, at: began, passwordHash });
  const pack = mergePacks([...receptionPacks, ...stockPacks]).get(PACK);
  if (pack === undefined) throw new Error(`no pack ${PACK}`);
  const idAt = makeIds(dice);
  const past = { ...ctx, now: began, newId: () => idAt(began) };
  if ((await ctx.db.maybe(sql`SELECT 1 FROM policy_pack WHERE key = ${PACK}`)) === undefined) await installPack(past, pack);
  const siteId = await makeSite(past, { name: '云栖里', unit: people.unit, projectManager: people.manager, deputy: people.sellers[0], opensAt: '08:30', closesAt: '18:30', pack: PACK, timeZone: ctx.timeZone, members: people.sellers });
  const units = await makeUnits(past, people, siteId);
  const days = Math.round((startOfDay(localDate(ctx.now, ctx.timeZone), ctx.timeZone).getTime() - startOfDay(firstDay, ctx.timeZone).getTime()) / DAY);
  const act = await makeActing(ctx, idAt, [people.director, people.manager, people.desk, people.finance, ...people.sellers, ...introducers.flatMap(({ id, manager }) => [id, ...(manager === null ? [] : [manager])])]);
  const office: Office = {
    ctx, dice, people, siteId, firstDay, days, act, introducers, units, known: [], toConfirm: [], timeline: makeTimeline(), ...makeCalendar(ctx, dice, { sellers: people.sellers, firstDay, days }),
  };
  await makePlan(office, new Date(began.getTime() + DAY));
  // Before the days: the evening records count the calls.
  await insertCalls(office);
  await playDays(office);
  await playToday(office);
  await expectReferrals(office);
  await tidyNotices(ctx);
  return { people: people.count };
}

/** Three buildings with 240 units and their price list. */
async function makeUnits(ctx: Context, people: OfficePeople, siteId: Id): Promise<UnitForSale[]> {
  const project = await makeProject(ctx, { name: '云栖里', code: 'YXL', pack: PACK, siteId, ownerId: people.manager });
  return ctx.db.rows<UnitForSale>(sql`SELECT id, list_price::text AS price FROM sale_unit WHERE project_id = ${project.id} ORDER BY code`);
}

/** Drafted by the director, approved by finance; a company that has a plan keeps it. */
async function makePlan({ ctx: { db }, act, people, firstDay }: Office, at: Date): Promise<void> {
  if ((await db.maybe(sql`SELECT 1 FROM commission_plan WHERE site_id IS NULL`)) !== undefined) return;
  const plan = await act(people.director, at, async (ctx) => {
    const id = await createPlan(ctx, {
      name: '云栖里销售佣金', siteId: null,
      terms: { accrual: 'contract', rates: [{ product: null, rate: { kind: 'marginal', tiers: [{ from: '0', percent: '0.6' }, { from: '1200000', percent: '0.8' }] } }], target: null },
    });
    await submitPlanDraft(ctx, id, { activeFrom: addDays(firstDay, -7), note: '首版' });
    return id;
  });
  await act(people.finance, new Date(at.getTime() + DAY), (ctx) => approvePlan(ctx, plan));
}

/** What was told long ago has been read. */
const tidyNotices = (ctx: Context): Promise<number> => ctx.db.run(sql`
  UPDATE notification SET read_at = created_at + interval '1 hour' WHERE read_at IS NULL AND created_at < ${new Date(ctx.now.getTime() - DAY).toISOString()}`);
