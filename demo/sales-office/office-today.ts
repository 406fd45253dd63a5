import type { Id } from '#kernel/ids.ts';
import { localDate, startOfDay } from '#kernel/period.ts';
import { endTurn, openDay, takeUpTurn } from '#modules/reception/server/reception.public.ts';
import { registerVisit } from '#modules/reception/server/registration/register-visit.ts';
import { confirmAway, goAway } from '#modules/reception/server/roster/come-and-go.ts';
import { holdUnit } from '#modules/stock/server/actions/hold-unit.ts';
import sql from 'sql-template-tag';
import type { Office } from './office.ts';
import { newVisitor } from './visit.ts';

/** What becomes of the visitors of this morning. */
const arrivals = ['ended', 'ended', 'ended', 'receiving', 'receiving', 'assigned'] as const;
const HOLDS = 9;
const MORNING = 100 * 60_000;

/** Today so far: the board is open, some receive, some wait, one is away; some units are held (RE-1, RE-40). */
export async function playToday(office: Office): Promise<void> {
  const { ctx, people, siteId, days } = office;
  const midnight = startOfDay(localDate(ctx.now, ctx.timeZone), ctx.timeZone).getTime();
  const span = Math.min(MORNING, ctx.now.getTime() - midnight);
  const at = (share: number) => new Date(ctx.now.getTime() - span + Math.floor(span * share));
  await office.act(people.manager, at(0), (past) => openDay(past, siteId, office.onSite(days)));
  for (const [place, state] of arrivals.entries()) await arrive(office, state, at(0.1 + 0.15 * place), at(0.14 + 0.15 * place));
  const [away] = await waiting(office);
  if (away !== undefined) {
    await office.act(away, at(0.95), (past) => goAway(past, { siteId, userId: away, state: 'onBusiness', reason: '陪客户去银行办理贷款' }));
    await office.act(people.manager, at(0.97), (past) => confirmAway(past, siteId, away));
  }
  await holdUnits(office, at);
}

async function arrive(office: Office, state: (typeof arrivals)[number], comes: Date, goesOn: Date): Promise<void> {
  const { people, siteId, dice } = office;
  const { name, phone } = newVisitor(office);
  const made = await office.act(people.desk, comes, (past) => registerVisit(past, { site: siteId, visitor: name, phone, cameBefore: false, channel: 'walkIn', companions: dice.between(0, 3), outsideHours: '夜间看房活动' }));
  const { turn, receiver } = made;
  if (turn === null || receiver === null || state === 'assigned') return;
  await office.act(receiver, goesOn, (past) => takeUpTurn(past, turn));
  if (state === 'ended') await office.act(receiver, goesOn, (past) => endTurn(past, turn));
}

const waiting = async ({ ctx, siteId }: Office): Promise<Id[]> => (await ctx.db.rows<{ id: Id }>(sql`
  SELECT p.user_id AS id FROM roster_person p JOIN roster_day d ON d.id = p.roster_day_id WHERE d.site_id = ${siteId} AND d.status = 'open' AND p.is_on_site
    AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.roster_day_id = d.id AND t.user_id = p.user_id AND t.state IN ('assigned', 'receiving')) ORDER BY p.position DESC`)).map(({ id }) => id);

/** Units held this morning by customers of the last weeks. */
async function holdUnits(office: Office, at: (share: number) => Date): Promise<void> {
  const customers = await office.ctx.db.rows<{ id: Id; owner: Id }>(sql`
    SELECT c.id, c.owner_id AS owner FROM customer c JOIN ownership_case o ON o.customer_id = c.id AND o.replaced_by IS NULL
    WHERE o.site_id = ${office.siteId} AND c.owner_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.id)
    ORDER BY o.opened_at DESC OFFSET 12 LIMIT ${HOLDS}`);
  for (const [place, customer] of customers.entries()) {
    const unit = office.units.splice(office.dice.between(0, office.units.length - 1), 1)[0];
    if (unit === undefined) return;
    const kind = place % 3 === 0 ? 'reservation' : 'holding';
    await office.act(customer.owner, at(0.1 + place * 0.1), (past) => holdUnit(past, { saleUnit: unit.id, customer: customer.id, kind }));
  }
}
