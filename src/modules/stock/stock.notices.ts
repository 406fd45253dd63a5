const now = { isInApp: true, mail: 'now' } as const;

/** What stock control tells people about (PL-44). */
export const stockNotices = {
  expiring: {
    key: 'stock.expiring', channels: now, withheld: { 'zh-CN': '有一份定单快到期，请打开查看', en: 'A hold is about to end: open it to see more' }, label: { 'zh-CN': '定单快到期', en: 'A hold is about to end' },
    title: { 'zh-CN': '{project} {unit} 的定单 {until} 到期', en: 'The hold of {project} {unit} ends at {until}' },
    body: { 'zh-CN': '请提醒客户交款或签约，也可以延长。', en: 'Remind the customer to pay or sign, or extend the hold.' },
  },
  expired: {
    key: 'stock.expired', channels: now, withheld: { 'zh-CN': '有一份定单已到期，请打开查看', en: 'A hold has ended: open it to see more' }, label: { 'zh-CN': '定单已到期', en: 'A hold has ended' },
    title: { 'zh-CN': '{project} {unit} 的定单已到期，房源放回可售', en: 'The hold of {project} {unit} has ended; the unit is for sale again' },
  },
} as const;
