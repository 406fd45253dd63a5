const now = { isInApp: true, mail: 'now' } as const;
const withheld = { 'zh-CN': '有一个会议需要看一看，请打开查看', en: 'A meeting needs a look: open it to see more' };

/** What meetings tell people about (PL-44). */
export const meetingsNotices = {
  invited: {
    key: 'meetings.invited', channels: now, withheld, label: { 'zh-CN': '邀请我开会', en: 'I am invited to a meeting' },
    title: { 'zh-CN': '请您参加 {when} 的会议：{subject}', en: 'You are invited on {when}: {subject}' }, body: { 'zh-CN': '请打开会议，答复是否参加。', en: 'Open the meeting and say whether you come.' },
  },
  changed: {
    key: 'meetings.changed', channels: now, withheld, label: { 'zh-CN': '会议改期或改地点', en: 'A meeting was changed' }, title: { 'zh-CN': '会议有变动：{subject}', en: 'Changed: {subject}' }, body: { 'zh-CN': '{what}。', en: '{what}.' },
  },
  cancelled: {
    key: 'meetings.cancelled', channels: now, withheld, label: { 'zh-CN': '会议取消', en: 'A meeting was cancelled' }, title: { 'zh-CN': '会议取消：{subject}', en: 'Cancelled: {subject}' },
    body: { 'zh-CN': '原因：{why}', en: 'Reason: {why}' },
  },
  minutes: {
    key: 'meetings.minutes', channels: now, withheld, label: { 'zh-CN': '会议纪要', en: 'Minutes of a meeting' }, title: { 'zh-CN': '会议纪要：{subject}', en: 'Minutes: {subject}' },
  },
  half: {
    key: 'meetings.half', channels: now, withheld, label: { 'zh-CN': '纪要时限过半', en: 'Half of the time for minutes is used' }, title: { 'zh-CN': '请在 {due} 前发出纪要：{subject}', en: 'Send the minutes by {due}: {subject}' },
  },
  near: {
    key: 'meetings.near', channels: now, withheld, label: { 'zh-CN': '纪要时限将到', en: 'Minutes are nearly due' }, title: { 'zh-CN': '纪要时限已用 80%，{due} 到期：{subject}', en: '80% of the time for minutes is used; due {due}: {subject}' },
  },
  breached: {
    key: 'meetings.breached', channels: now, withheld, label: { 'zh-CN': '纪要超时', en: 'Minutes are overdue' }, title: { 'zh-CN': '纪要已超时（应于 {due} 前发出）：{subject}', en: 'Minutes are overdue (due {due}): {subject}' },
  },
  action: {
    key: 'meetings.action', channels: now, withheld, label: { 'zh-CN': '会议交给我的行动', en: 'An action for me' }, title: { 'zh-CN': '请在 {day} 前完成：{subject}', en: 'To be done by {day}: {subject}' },
  },
  overdue: {
    key: 'meetings.overdue', channels: now, withheld, label: { 'zh-CN': '会议行动逾期', en: 'An action is overdue' }, title: { 'zh-CN': '会议行动已逾期：{subject}（期限 {day}）', en: 'Overdue: {subject} (due {day})' },
  },
  symposium: {
    key: 'meetings.symposium', channels: now, withheld: { 'zh-CN': '有部门满一年没有开客户座谈会', en: 'A unit has been a year without a symposium' }, label: { 'zh-CN': '满一年没有客户座谈会', en: 'A year without a symposium' },
    title: { 'zh-CN': '{unit} 满一年没有开客户座谈会，请安排', en: '{unit} has been a year without a customer symposium: please plan one' },
  },
} as const;
