const now = { isInApp: true, mail: 'now' } as const;

/** What audits tell people about (PL-44). */
export const standardsNotices = {
  planned: {
    key: 'standards.planned', channels: now, label: { 'zh-CN': '安排给我的督查', en: 'An audit for me' }, withheld: { 'zh-CN': '有督查安排给您，请打开查看', en: 'There are audits for you: open them to see more' },
    title: { 'zh-CN': '安排给您 {count} 次督查，最早的一次在 {day}', en: '{count} {count|audit|audits} for you, the first on {day}' },
  },
  confirmed: {
    key: 'standards.confirmed', channels: { isInApp: true, mail: 'digest' }, label: { 'zh-CN': '督查结果已确认', en: 'An audit is confirmed' }, withheld: { 'zh-CN': '有一份督查结果已确认，请打开查看', en: 'An audit is confirmed: open it to see more' },
    title: { 'zh-CN': '{unit} 的督查结果已确认，请查看', en: 'The audit of {unit} is confirmed' },
  },
  returned: {
    key: 'standards.returned', channels: now, label: { 'zh-CN': '督查被退回', en: 'An audit came back' }, withheld: { 'zh-CN': '有一份督查被退回，请打开查看', en: 'An audit came back: open it to see more' },
    title: { 'zh-CN': '{number} 被退回：{reason}', en: '{number} came back: {reason}' },
  },
  action: {
    key: 'standards.action', channels: now, label: { 'zh-CN': '安排给我的改进措施', en: 'An improvement for me' }, withheld: { 'zh-CN': '有一项改进措施安排给您，请打开查看', en: 'There is an improvement for you: open it to see more' },
    title: { 'zh-CN': '请在 {day} 前完成改进：{subject}', en: 'To be improved by {day}: {subject}' },
  },
  overdue: {
    key: 'standards.overdue', channels: now, label: { 'zh-CN': '改进措施逾期', en: 'An improvement is overdue' }, withheld: { 'zh-CN': '有一项改进措施逾期，请打开查看', en: 'An improvement is overdue: open it to see more' },
    title: { 'zh-CN': '改进措施已逾期：{subject}（期限 {day}）', en: 'Overdue: {subject} (due {day})' },
  },
} as const;
