const now = { isInApp: true, mail: 'now' } as const;

/** What administrators are told about mailboxes (SE-30, PL-44). */
export const mailNotices = {
  failing: {
    key: 'mail.failing', channels: now, withheld: { 'zh-CN': '有一个邮箱收不到信', en: 'A mailbox is not reached' }, label: { 'zh-CN': '邮箱连不上', en: 'A mailbox keeps failing' },
    title: { 'zh-CN': '邮箱 {address} 自 {since} 起收不到信', en: 'Mailbox {address} has not been reached since {since}' }, body: { 'zh-CN': '{why}', en: '{why}' },
  },
  working: {
    key: 'mail.working', channels: now, withheld: { 'zh-CN': '邮箱恢复收信', en: 'A mailbox works again' }, label: { 'zh-CN': '邮箱恢复', en: 'A mailbox works again' },
    title: { 'zh-CN': '邮箱 {address} 已恢复收信', en: 'Mailbox {address} works again' },
  },
} as const;
