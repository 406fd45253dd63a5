/** What the module tells people about (PL-44). Points and amounts are read on the page. */
export const performanceNotices = {
  posted: {
    key: 'performance.posted', channels: { isInApp: true, mail: 'digest' }, label: { 'zh-CN': '我的激励', en: 'My incentive' },
    withheld: { 'zh-CN': '您的激励已入账，请打开查看', en: 'Your incentive was posted: open it to see more' },
    title: { 'zh-CN': '{month} 的激励已入账', en: 'Your incentive for {month} was posted' },
  },
  corrected: {
    key: 'performance.corrected', channels: { isInApp: true, mail: 'digest' }, label: { 'zh-CN': '我的激励有更正', en: 'A correction of my incentive' },
    withheld: { 'zh-CN': '您的激励有一笔更正，请打开查看', en: 'Your incentive was corrected: open it to see more' },
    title: { 'zh-CN': '{month} 的激励有一笔更正', en: 'Your incentive for {month} was corrected' },
  },
  praised: {
    key: 'performance.praised', channels: { isInApp: true, mail: 'digest' }, label: { 'zh-CN': '收到表扬', en: 'Praise for me' },
    withheld: { 'zh-CN': '您收到一次表扬', en: 'You were praised' },
    title: { 'zh-CN': '{who} 表扬了您', en: '{who} praised you' },
  },
} as const;
