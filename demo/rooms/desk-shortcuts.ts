import { insertRecord } from '#platform/records/action-records.ts';
import type { MacroStep } from '#modules/service/rules/macro.ts';
import { type Rooms, hoursAgo } from './rooms.ts';

const replies: readonly (readonly ['zh-CN' | 'en', string, string])[] = [
  ['zh-CN', '已派人上门', '{customer}您好，{number} 已派维修人员，预计 30 分钟内到场，到前会先打电话。\n{agent}'],
  ['zh-CN', '配件在途', '{customer}您好，{number} 所需配件已订货，预计两天到货，到货后当天上门。期间有变化会先告诉您。\n{agent}'],
  ['zh-CN', '处理完毕请确认', '{customer}您好，{number} 已处理完毕，请您试用后告诉我们是否解决。如有遗留，直接回复即可，不用重新报。\n{agent}'],
  ['zh-CN', '致歉', '{customer}您好，{number} 没有在约定的时间办好，给您添麻烦了，向您致歉。现由我负责到底，{due} 前给您答复。\n{agent}'],
  ['zh-CN', '不属本公司负责', '{customer}您好，您反映的 {number} 经核实由市政单位负责，我们已代为报修，并会跟进到修好。\n{agent}'],
  ['en', 'On the way', 'Dear {customer},\n\nour engineer for {number} is on the way and will be with you within 30 minutes.\n{agent}'],
  ['en', 'Done, please confirm', 'Dear {customer},\n\n{number} is done. Please try it and tell us whether it works; just reply to this message.\n{agent}'],
];

const macros: readonly { readonly name: string; readonly steps: readonly MacroStep[] }[] = [
  { name: '漏水加急', steps: [{ do: 'priority', to: 'urgent' }, { do: 'tag', tag: '漏水' }, { do: 'reply', text: '{customer}您好，{number} 已按加急处理，请先关掉总水阀，维修人员马上联系您。' }] },
  { name: '等客户发照片', steps: [{ do: 'reply', text: '{customer}您好，请您回复本消息并附一张照片，便于我们带齐配件。编号 {number}。' }, { do: 'wait', reason: '等客户发照片' }] },
  { name: '等客户约时间', steps: [{ do: 'reply', text: '{customer}您好，请告诉我们哪天方便上门。编号 {number}。' }, { do: 'wait', reason: '等客户约时间' }] },
  { name: '已电话联系', steps: [{ do: 'note', text: '{agent} 已电话联系客户，情况一致，按约定时间办。' }] },
  { name: '可能成批', steps: [{ do: 'tag', tag: '成批' }, { do: 'priority', to: 'high' }, { do: 'note', text: '同楼栋可能还有同类情况，请巡查时一并看。' }] },
];

/** Replies and presses that the desk made for itself (SE-10). */
export async function makeShortcuts(rooms: Rooms): Promise<void> {
  const at = hoursAgo(rooms, 300 * 24);
  await rooms.act(rooms.supervisor, at, async (ctx) => {
    for (const [locale, name, body] of replies) await insertRecord(ctx, 'cannedReply', { values: { name, locale, body } });
    for (const [position, { name, steps }] of macros.entries()) await insertRecord(ctx, 'caseMacro', { values: { name, steps, isActive: true, position } });
  });
}
