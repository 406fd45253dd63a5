const daily = { isInApp: true, mail: 'digest' } as const;

/** What the follow-up and pool rooms tell people about (PL-44, UX-11). */
export const followUpNotices = {
  due: {
    key: 'reception.followUpDue', channels: daily, label: { 'zh-CN': '今天要跟进的客户', en: 'Follow-ups due today' },
    title: { 'zh-CN': '您有 {count} 位客户今天应跟进或已超期', en: '{count} of your customers are due today or overdue' },
    withheld: { 'zh-CN': '您有客户应跟进，请打开追踪表', en: 'Follow-ups are due: open the sheet' },
  },
  overdue: {
    key: 'reception.followUpOverdue', channels: daily, label: { 'zh-CN': '团队超期未跟进', en: 'Overdue follow-ups of the team' },
    title: { 'zh-CN': '团队有 {count} 位客户超期未跟进', en: '{count} customers of the team are overdue' },
    withheld: { 'zh-CN': '团队有客户超期未跟进，请打开追踪表', en: 'Follow-ups of the team are overdue: open the sheet' },
  },
  warning: {
    key: 'reception.poolWarning', channels: daily, label: { 'zh-CN': '客户即将转入公海', en: 'Customers about to go to the pool' },
    title: { 'zh-CN': '您有 {count} 位客户将在 {day} 前后转入公海，联系上客户即可保留', en: '{count} of your customers go to the pool around {day}; reach them to keep them' },
    withheld: { 'zh-CN': '您有客户即将转入公海，请打开追踪表', en: 'Customers of yours are about to go to the pool' },
  },
  released: {
    key: 'reception.poolReleased', channels: daily, label: { 'zh-CN': '客户已转入公海', en: 'A customer went to the pool' },
    title: { 'zh-CN': '客户“{name}”按 {clause} 条转入公海', en: '{name} went to the pool by clause {clause}' },
    withheld: { 'zh-CN': '您的一位客户已转入公海', en: 'A customer of yours went to the pool' },
  },
} as const;
