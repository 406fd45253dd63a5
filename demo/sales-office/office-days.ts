import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, addMonths, startOfDay } from '#kernel/period.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { confirmMonth } from '#modules/commission/server/settlement/confirm-month.ts';
import { ownStatements, seeStatements } from '#modules/commission/server/settlement/see-statement.ts';
import { settlementApproval } from '#modules/commission/server/settlement/settlement-approval.ts';
import { confirmVisits } from '#modules/reception/server/registration/confirm-visits.ts';
import { closeDay, openDay } from '#modules/reception/server/roster/open-day.ts';
import type { Office } from './office.ts';
import { changeAfterSale } from './office-after-sale.ts';
import { keepEvening } from './office-evenings.ts';
import { openDisputes } from './office-disputes.ts';
import { penalise, proposePlan } from './office-penalties.ts';
import { idle, keepPool } from './office-pool.ts';
import { sell } from './sale-story.ts';
import { stories } from './visit-stories.ts';

/** No introduction before somebody is known. */
const SETTLING_IN = 25;
const RESERVED = 5;
const DAY = 86_400_000;
/** Evening records that the office has kept so far. */
const EVENINGS = 14;

/** The half year before today. */
export async function playDays(office: Office): Promise<void> {
  const { dice, timeline, days, people, siteId } = office;
  for (let day = 0; day < days; day += 1) {
    const opens = office.at(day, 8 * 60 + 50);
    const closes = office.at(day, 18 * 60 + 30);
    timeline.add(opens, async () => { await office.act(people.manager, opens, (ctx) => openDay(ctx, siteId, office.onSite(day))); });
    timeline.add(closes, () => office.act(people.manager, closes, async (ctx) => {
      await confirmVisits(ctx, office.toConfirm.splice(0));
      await closeDay(ctx, siteId);
    }));
    if (day >= days - EVENINGS) keepEvening(office, day);
  }
  for (const { count, buying, tell } of stories) {
    const buyers = Math.round(count * buying);
    for (let place = 0; place < count; place += 1) {
      // The special cases lie far enough back for their end to be seen; those who only came once are of all days.
      const latest = count > 50 ? days - 1 : days - 62;
      const earliest = count > 50 ? 0 : SETTLING_IN;
      tell(office, dice.between(earliest, latest), place < buyers);
    }
  }
  settleMonths(office);
  keepPool(office);
  openDisputes(office);
  reserveLately(office);
  changeAfterSale(office);
  penalise(office);
  proposePlan(office);
  await timeline.runUntil(office.at(days, 0));
}

/** Deposits of the last two days whose contracts are still to come: reserved units on the board. */
function reserveLately(office: Office): void {
  const { timeline, days } = office;
  timeline.add(office.at(days - 2, 9 * 60), async () => {
    const customers = await idle(office, 'newest', RESERVED);
    for (const [place, { id }] of customers.entries()) sell(office, { customer: id, day: days - 2 + (place % 2) });
  });
}

/**
 * Each month is confirmed by the manager and approved by finance early in the next one; the salespeople but one say that
 * their statements are right. Of the last month finance's approval is still to come (RE-32).
 */
function settleMonths(office: Office): void {
  const { people, siteId, timeline, firstDay, days, act, ctx: { db, timeZone } } = office;
  for (let month = addMonths(firstDay, 0); addMonths(month, 1) <= addDays(firstDay, days); month = addMonths(month, 1)) {
    const name = month.slice(0, 7);
    const next = startOfDay(addMonths(month, 1), timeZone).getTime();
    const confirmed = new Date(next + 4.4 * DAY);
    const approved = new Date(next + 5.4 * DAY);
    const seen = new Date(next + 6.4 * DAY);
    const isLast = addMonths(month, 2) > addDays(firstDay, days);
    timeline.add(confirmed, async () => {
      await act(people.manager, confirmed, (past) => confirmMonth(past, siteId, name));
      if (isLast) return;
      timeline.add(approved, async () => {
        const { id } = await db.one<{ id: Id }>(sql`
          SELECT a.id FROM approval a JOIN commission_settlement s ON s.id = a.subject_id WHERE s.site_id = ${siteId} ORDER BY a.created_at DESC LIMIT 1`);
        await act(people.finance, approved, (past) => giveOpinion(past, () => [settlementApproval], id, 'approve', '核对无误'));
      });
      timeline.add(seen, async () => {
        for (const seller of people.sellers.slice(0, -1)) {
          await act(seller, seen, async (past) => ((await ownStatements(past, name)).length > 0 ? seeStatements(past, name) : undefined));
        }
      });
    });
  }
}
