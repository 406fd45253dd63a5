import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { setClass } from '#modules/reception/server/follow-up/set-class.ts';
import { claimCustomer } from '#modules/reception/server/pools/claim-customer.ts';
import { releaseCustomer } from '#modules/reception/server/pools/release-customer.ts';
import { savePool } from '#modules/reception/server/pools/save-pool.ts';
import type { Office } from './office.ts';

const RELEASED = 14;
const CLAIMED = 3;
/** Class, and how many days ago it was set: A is due after 3 days, B after 7. */
const sheets = { A: [3, 3, 3, 3, 2, 1, 5], B: [7, 7, 7, 7, 6, 4, 2, 9] } as const;

/** Customers of old visits without a deal, whom nobody has written a sheet for. */
export const idle = (office: Office, order: 'oldest' | 'newest', count: number): Promise<{ id: Id; owner: Id }[]> => office.ctx.db.rows(sql`
  SELECT c.id, c.owner_id AS owner FROM customer c JOIN ownership_case o ON o.customer_id = c.id AND o.replaced_by IS NULL
  WHERE o.clause = '3.1' AND c.owner_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.id) AND NOT EXISTS (SELECT 1 FROM follow_up_sheet f WHERE f.customer_id = c.id)
  ORDER BY CASE WHEN ${order} = 'oldest' THEN o.opened_at END, o.opened_at DESC LIMIT ${count}`);

/** The public pool with customers who were given up, some claimed again (UX-18), and follow-up sheets that fall due today (RE-23). */
export function keepPool(office: Office): void {
  const { people, timeline, days, dice, ctx: { timeZone } } = office;
  const made = office.at(days - 45, 9 * 60);
  timeline.add(made, async () => {
    await office.act(people.manager, made, (ctx) => savePool(ctx, undefined, { name: '云栖里公海', unit: people.unit, grades: [], productLines: [], pack: 'site-rotation', position: 10, isActive: true }));
  });
  for (let place = 0; place < RELEASED; place += 1) {
    const at = office.at(days - 40 + 2 * place, 17 * 60 + 10);
    timeline.add(at, async () => {
      const [customer] = await idle(office, 'oldest', 1);
      if (customer) await office.act(people.manager, at, (ctx) => releaseCustomer(ctx, { customerId: customer.id, note: '多次联系未果，本人放弃跟进', timeZone }));
    });
  }
  for (let place = 0; place < CLAIMED; place += 1) {
    const at = office.at(days - 9 + 2 * place, 10 * 60);
    timeline.add(at, async () => {
      const [stay] = await office.ctx.db.rows<{ id: Id; former: Id }>(sql`SELECT id, former_owner_id AS former FROM pool_stay WHERE ended_at IS NULL ORDER BY released_at LIMIT 1`);
      if (stay === undefined) return;
      const seller = dice.pick(office.people.sellers.filter((each) => each !== stay.former));
      await office.act(seller, at, (ctx) => claimCustomer(ctx, stay.id, seller, timeZone));
    });
  }
  for (const prospectClass of ['A', 'B'] as const) {
    for (const ago of sheets[prospectClass]) {
      const at = office.at(days - ago, 18 * 60 + 5);
      timeline.add(at, async () => {
        const [customer] = await idle(office, 'newest', 1);
        if (customer) await office.act(customer.owner, at, (ctx) => setClass(ctx, customer.id, prospectClass, timeZone));
      });
    }
  }
}
