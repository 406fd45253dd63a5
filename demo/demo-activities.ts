import { later } from './demo-contacts.ts';
import type { DemoRecord } from './demo-customers.ts';
import type { Dice } from './seeded-random.ts';

const words: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  call: [
    ['确认下月计划', '与采购确认下月用量，希望提前两天排车。'], ['询问试用情况', '样品已上机，表面光洁度满意，等批量结果。'],
    ['催问合同回传', '对方法务还在走流程，约定周五前回传。'], ['节前问候', '问候并告知假期发货安排。'], ['回访交货情况', '到货准时，外包装有一处破损，已记录。'],
  ],
  visit: [['上门走访', '看了新产线，预计三季度投产，用量会增加三成。'], ['现场技术交流', '与技术负责人讨论牌号替换，留下两种样品。'], ['年度拜访', '总结全年合作，对方希望固定专人对接。']],
  meeting: [['商务洽谈', '讨论账期与运费分担，双方各让一步。'], ['季度对账会', '对账无差异，确认返利口径。']],
  note: [['了解到对方换采购负责人', '新负责人下周到岗，需重新建立联系。'], ['收到询价邮件', '已转报价，三天内答复。'], ['竞争对手报价', '对手低我方约 2%，但交期长一周。']],
  task: [['准备报价单', ''], ['寄送样品', ''], ['预约下次走访', ''], ['核对开票资料', ''], ['回访满意度', '']],
};

interface Options { readonly customers: readonly DemoRecord[]; readonly contacts: readonly DemoRecord[]; readonly now: Date; readonly count: number }

/** Calls, visits, meetings, notes and tasks; active customers have more of them. */
export function makeActivities(dice: Dice, { customers, contacts, now, count }: Options): DemoRecord[] {
  const contactsOf = Map.groupBy(contacts, (c) => String(c.values.customer));
  const crowd = customers.flatMap((c) => Array.from({ length: c.values.stage === 'active' ? 5 : c.values.stage === 'lost' ? 1 : 2 }, () => c));
  return Array.from({ length: count }, () => {
    const customer = dice.pick(crowd);
    const kind = dice.weighted({ call: 46, visit: 16, meeting: 7, note: 17, task: 14 });
    const isOpen = kind === 'task' && dice.chance(0.3);
    const at = isOpen ? new Date(now.getTime() + dice.between(-6, 16) * 86_400_000) : later(dice, customer.at, now);
    const [subject, body] = dice.pick(words[kind] ?? [['记录', '']]);
    const contact = contactsOf.get(customer.id);
    const madeAt = isOpen ? new Date(now.getTime() - dice.between(1, 240) * 3_600_000) : at;
    const hasOutcome = kind === 'call' || kind === 'visit' || kind === 'meeting';
    return {
      id: dice.id(madeAt), at: madeAt, author: String(customer.values.owner),
      values: {
        kind, subject, ...(body && { body }), customer: customer.id, owner: customer.values.owner, unit: customer.values.unit,
        ...(contact && dice.chance(0.7) && { contact: dice.pick(contact).id }),
        ...(hasOutcome && { outcome: dice.chance(kind === 'call' ? 0.72 : 0.93) ? 'reached' : 'attempted' }),
        ...(kind === 'call' && { direction: dice.chance(0.8) ? 'outbound' : 'inbound', durationMinutes: dice.between(1, 25) }),
        status: isOpen ? 'open' : 'done', happenedAt: at.toISOString(), visibility: 'internal', isPinned: dice.chance(0.01),
        ...(isOpen ? { dueAt: at.toISOString() } : { doneAt: at.toISOString() }),
      },
    };
  });
}
