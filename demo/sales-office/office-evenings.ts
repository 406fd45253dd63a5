import { addDays } from '#kernel/period.ts';
import { readEvening, saveEvening } from '#modules/reception/server/evening/evening-record.ts';
import { makeDice } from '../seeded-random.ts';
import type { Office } from './office.ts';

const impressions = [
  '客户多问总价和首付，两室样板间停留最久。', '来访以周边换房家庭为主，关心学区和交房时间。', '下午集中到访，接待衔接顺畅，没有等候超过五分钟的。',
  '多位客户在比较邻近项目，重点答复得房率和车位。', '老客户复访带家人同来，看房后普遍要求算价单。',
];
const tomorrow = [
  '明日安排：首位、次位早到十五分钟核对价格表；未接通的老客户上午补打。', '明日安排：销控表晨会统一核对，小定到期的逐一提醒。', '明日安排：样板间九点前完成保洁；A 类客户由各自接待人当日回访。',
  '明日安排：午间由次序前两位值守；下午统一演练异议答复。', '明日安排：财务十点前核对定金收据；未交齐资料的客户逐户联系。',
];
const matters = ['无争议。', '一组客户登记时未留全号，前台已补登。', '提醒各位：轮到时须在五分钟内开始接待，离岗先在轮排上登记。', '无争议，当日登记已全部核对。'];

/** The evening meeting of a day that is over: the manager writes what was said and closes the record (RE-14). */
export function keepEvening(office: Office, day: number): void {
  const { people, siteId, firstDay, timeline } = office;
  const dice = makeDice(day);
  const at = office.at(day, 18 * 60 + 50 + dice.between(0, 25));
  const date = addDays(firstDay, day);
  timeline.add(at, () => office.act(people.manager, at, async (ctx) => {
    const { content: { visits, calls } } = await readEvening(ctx, siteId, date);
    const news = visits.filter((visit) => visit.isNew).length;
    const figures = visits.length === 0 ? `今日无来访，来电 ${calls} 个。` : `今日来访 ${visits.length} 组，其中新客 ${news} 组，来电 ${calls} 个。`;
    await saveEvening(ctx, { site: siteId, day: date, notes: [figures, dice.pick(impressions), dice.pick(matters), dice.pick(tomorrow)].join('\n'), isClosed: true });
  }));
}
