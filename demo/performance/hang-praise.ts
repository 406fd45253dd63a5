import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';

export interface PerformancePeople {
  readonly unit: Id;
  readonly supervisor: Id;
  readonly agents: readonly Id[];
}

const DAY = 86_400_000;
const PRAISED_DAYS = 150;

const words = [
  '暴雨夜里替我顶了两个小时的班，二十多个来电一个没漏。', '把门禁系统的常见问题写成了文章，我今天照着做，三分钟就答复了客户。', '老人家说不清楚地址，她一句一句问出来，还陪着等师傅上门。',
  '交班时把没办完的九件列得清清楚楚，我接手一点不费力。', '投诉客户情绪很激动，他先听完再说话，最后客户道了谢。', '主动回访了上月重修的六户，有一户又漏水，当天就安排好了。',
  '教我怎样看时限的计算过程，终于弄懂了调休那几天是怎么算的。', '停水通知提前一天逐户打到，当天一个抱怨电话都没有。', '发现同一栋楼连着三件报修，提醒工程部查总阀，果然是那里。',
  '客户英语来电，她接过去讲完还帮我记了要点。', '新来的同事第一周都是他带的，耐心得很。', '周末临时加的巡查，她二话不说就来了。',
] as const;
const points = [0, 0, 3, 5, 5, 8] as const;
const reactions = ['applause', 'thanks', 'learn'] as const;

/** Praise out of the customers' praise cases, praise among colleagues over five months, and what others said to it. */
export async function hangPraise(ctx: Context, dice: Dice, { supervisor, agents, unit }: PerformancePeople): Promise<void> {
  const cases = await ctx.db.rows<{ id: Id; person: Id; unit: Id | null; at: string }>(sql`
    SELECT c.id, u.id AS person, u.unit_id AS unit, c.closed_at AS at FROM service_case c JOIN app_user u ON u.id = coalesce(c.responsible_id, c.owner_id)
    WHERE c.kind = 'praise' AND c.state = 'closed' AND c.deleted_at IS NULL ORDER BY c.closed_at, c.id`);
  const month = (at: Date): string => localDate(at, ctx.timeZone).slice(0, 7);
  const fromCustomers = cases.map((row) => {
    const at = new Date(row.at);
    return { id: dice.id(at), at, author: '', values: { kind: 'customer', author: null, words: null, points: 0, month: month(at), case: row.id, owner: row.person, unit: row.unit } };
  });
  const people = [supervisor, ...agents];
  const fromColleagues = words.map((said, place) => {
    const at = new Date(ctx.now.getTime() - Math.round(((place + dice.next()) / words.length) * PRAISED_DAYS * DAY) - 3 * 3_600_000);
    const [owner, author] = [agents[place % agents.length] ?? supervisor, people[(place * 3 + 2) % people.length] ?? supervisor];
    const by = owner === author ? supervisor : author;
    return { id: dice.id(at), at, author: by, values: { kind: 'colleague', author: by, words: said, points: dice.pick(points), month: month(at), case: null, owner, unit } };
  });
  const all = [...fromCustomers, ...fromColleagues].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await insertRecords(ctx, 'recognition', all);
  const said = all.slice(-40).flatMap(({ id, at, values }) => people.filter((person) => person !== values.owner && dice.chance(0.55))
    .map((person) => ({ recognition_id: id, user_id: person, kind: dice.pick(reactions), at: new Date(Math.min(ctx.now.getTime(), at.getTime() + 3_600_000)).toISOString() })));
  await ctx.db.run(sql`INSERT INTO recognition_reaction SELECT * FROM jsonb_populate_recordset(NULL::recognition_reaction, ${JSON.stringify(said)}::jsonb) ON CONFLICT DO NOTHING`);
}
