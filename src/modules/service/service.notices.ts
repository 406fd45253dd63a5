const now = { isInApp: true, mail: 'now' } as const;
const withheld = { 'zh-CN': '有一件服务请求需要看一看，请打开查看', en: 'A case needs a look: open it to see more' };

/** What the service desk tells people about (PL-44). */
export const serviceNotices = {
  given: {
    key: 'service.given', channels: now, withheld, label: { 'zh-CN': '有服务请求交给我', en: 'A case was given to me' },
    title: { 'zh-CN': '{number} 交给您处理：{subject}', en: '{number} is yours: {subject}' },
  },
  incoming: {
    key: 'service.incoming', channels: now, withheld, label: { 'zh-CN': '客户来信', en: 'The customer wrote' },
    title: { 'zh-CN': '客户就 {number} 来信：{subject}', en: 'The customer wrote about {number}: {subject}' },
  },
  step: {
    key: 'service.step', channels: now, withheld, label: { 'zh-CN': '轮到我的步骤', en: 'A step waits for me' },
    title: { 'zh-CN': '{number} 有一步等您：{subject}', en: 'A step of {number} waits for you: {subject}' },
  },
  stepLate: {
    key: 'service.stepLate', channels: now, withheld, label: { 'zh-CN': '我的步骤超时', en: 'A step of mine is late' },
    title: { 'zh-CN': '{number} 的“{step}”已过时限：{subject}', en: '“{step}” of {number} is late: {subject}' },
  },
  watching: {
    key: 'service.watching', channels: now, withheld, label: { 'zh-CN': '请我关注的服务请求', en: 'A case that I am asked to watch' },
    title: { 'zh-CN': '请您关注 {number}：{subject}', en: 'You are asked to watch {number}: {subject}' },
  },
  answered: {
    key: 'service.answered', channels: now, withheld, label: { 'zh-CN': '已答复客户', en: 'The customer was answered' },
    title: { 'zh-CN': '{number} 已答复客户：{subject}', en: '{number} was answered: {subject}' },
  },
  half: {
    key: 'service.half', channels: now, withheld, label: { 'zh-CN': '时限过半', en: 'Half of the time is used' },
    title: { 'zh-CN': '{number} 时限过半，{due} 到期：{subject}', en: 'Half of the time of {number} is used; due {due}: {subject}' },
  },
  near: {
    key: 'service.near', channels: now, withheld, label: { 'zh-CN': '时限将到', en: 'A deadline is near' },
    title: { 'zh-CN': '{number} 时限已用 80%，{due} 到期：{subject}', en: '80% of the time of {number} is used; due {due}: {subject}' },
  },
  breached: {
    key: 'service.breached', channels: now, withheld, label: { 'zh-CN': '已超时，逐级上报', en: 'A deadline was missed' },
    title: { 'zh-CN': '{number} 已超时（应于 {due} 前答复）：{subject}', en: '{number} is overdue (due {due}): {subject}' },
    body: { 'zh-CN': '请催办，或按权限批准延期。', en: 'Have it handled, or approve an extension.' },
  },
} as const;
