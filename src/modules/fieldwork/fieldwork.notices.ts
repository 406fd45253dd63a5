const now = { isInApp: true, mail: 'now' } as const;
const withheld = { 'zh-CN': '有一张服务指令需要看一看，请打开查看', en: 'A service order needs a look: open it to see more' };

/** What service orders tell people about (PL-44). */
export const fieldworkNotices = {
  given: {
    key: 'fieldwork.given', channels: now, withheld, label: { 'zh-CN': '派给我的服务指令', en: 'A service order for me' },
    title: { 'zh-CN': '{number} 派给您：{subject}，{from} 起', en: '{number} is yours: {subject}, from {from}' },
  },
  taken: {
    key: 'fieldwork.taken', channels: now, withheld, label: { 'zh-CN': '服务指令改派或取消', en: 'A service order was taken back' },
    title: { 'zh-CN': '{number} 不用去了：{subject}', en: 'No need to go for {number}: {subject}' },
  },
  done: {
    key: 'fieldwork.done', channels: now, withheld, label: { 'zh-CN': '现场服务已完成', en: 'A service order is done' },
    title: { 'zh-CN': '{number} 现场服务已完成：{subject}', en: '{number} is done on site: {subject}' },
  },
  failed: {
    key: 'fieldwork.failed', channels: now, withheld, label: { 'zh-CN': '现场服务未完成', en: 'A service order was not done' },
    title: { 'zh-CN': '{number} 现场服务未完成，请另作安排：{subject}', en: '{number} was not done on site, please rearrange: {subject}' },
  },
  missed: {
    key: 'fieldwork.missed', channels: now, withheld: { 'zh-CN': '有一次巡查没有按时完成', en: 'An inspection round was missed' }, label: { 'zh-CN': '巡查未按时完成', en: 'A round was missed' },
    title: { 'zh-CN': '{number} 没有按时巡查：{route}', en: '{number} was not walked in time: {route}' },
  },
} as const;
