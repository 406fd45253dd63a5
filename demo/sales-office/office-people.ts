import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { personName } from '../demo-names.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';

export interface OfficePeople {
  readonly unit: Id;
  readonly director: Id;
  readonly manager: Id;
  readonly desk: Id;
  readonly finance: Id;
  /** In the order of the rotation. */
  readonly sellers: readonly Id[];
  readonly count: number;
}

// No digits: the list of people to try begins with these.
const posts = [
  ['seller.h', '置业顾问', 'salesperson'], ['seller.g', '置业顾问', 'salesperson'], ['seller.f', '置业顾问', 'salesperson'], ['seller.e', '置业顾问', 'salesperson'],
  ['seller.d', '置业顾问', 'salesperson'], ['seller.c', '置业顾问', 'salesperson'], ['seller.b', '置业顾问', 'salesperson'], ['seller.a', '置业顾问', 'salesperson'],
  ['site.finance', '案场财务（收款、佣金审批）', 'finance'], ['site.desk', '案场前台（来访来电登记）', 'reception'],
  ['site.manager', '项目经理（排班、归属、佣金确认）', 'salesManager'], ['site.director', '销售总监（裁定、批准）', 'executive'],
] as const;

/** The twelve people of the sales office and their unit, with the password of all people of the demo. */
export async function insertOfficePeople(ctx: Context, dice: Dice, { root, at, passwordHash }: { readonly root: Id; readonly at: Date; readonly passwordHash: string }): Promise<OfficePeople> {
  const unit = dice.id(at);
  await insertRecords(ctx, 'orgUnit', [{ id: unit, at, author: '', values: { name: '云栖里案场', kind: 'department', parent: root } }], () => ({ path: [root, unit], position: 90 }));
  const ids = new Map(posts.map(([username]) => [username, dice.id(at)]));
  const idOf = (username: (typeof posts)[number][0]): Id => ids.get(username) ?? '';
  const managerOf = { salesperson: idOf('site.manager'), reception: idOf('site.manager'), finance: idOf('site.director'), salesManager: idOf('site.director'), executive: null };
  const people = posts.map(([username, title, role], place) => ({
    role, id: idOf(username), at: new Date(at.getTime() + place * 60_000), author: '',
    values: { name: personName(dice), username, title, unit, manager: managerOf[role], isActive: true },
  }));
  await insertRecords(ctx, 'user', people, () => ({ password_hash: passwordHash, password_changed_at: ctx.now.toISOString(), locale: 'zh-CN', time_zone: ctx.timeZone }));
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES ${join(people.map(({ id, role }) => sql`(${id}, ${role})`))}`);
  return {
    unit, director: idOf('site.director'), manager: idOf('site.manager'), desk: idOf('site.desk'), finance: idOf('site.finance'),
    sellers: people.filter(({ role }) => role === 'salesperson').map(({ id }) => id).toReversed(), count: people.length,
  };
}
