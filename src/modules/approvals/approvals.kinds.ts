import type { Bilingual } from '#kernel/texts.ts';

const mail = { isInApp: true, mail: 'now' } as const;
const withheld: Bilingual = { 'zh-CN': '有一项审批与您有关，请打开查看', en: 'An approval concerns you: open it to see more' };

/** What the approvals module tells people about (PL-44). */
export const approvalNotices = {
  waiting: {
    key: 'approvals.waiting', channels: mail, withheld, label: { 'zh-CN': '审批等我处理', en: 'An approval waits for me' },
    title: { 'zh-CN': '{requester} 请您审批“{title}”', en: '{requester} asks for your approval: {title}' }, body: { 'zh-CN': '{note}', en: '{note}' },
  },
  reminded: {
    key: 'approvals.reminded', channels: mail, withheld, label: { 'zh-CN': '审批催办', en: 'Reminder of an approval' },
    title: { 'zh-CN': '{requester} 请您尽快审批“{title}”', en: '{requester} reminds you: {title} waits for your approval' },
  },
  escalated: {
    key: 'approvals.escalated', channels: mail, withheld, label: { 'zh-CN': '审批超时上报', en: 'An approval was escalated' },
    title: { 'zh-CN': '“{title}”超时未审批，已由 {from} 上报给 {to}', en: '{title} was not decided in time: passed from {from} to {to}' },
  },
  decided: {
    key: 'approvals.decided', channels: mail, withheld: { 'zh-CN': '您提交的审批已有结果，请打开查看', en: 'Your request was decided' },
    label: { 'zh-CN': '我的审批有结果', en: 'My request was decided' },
    title: { 'zh-CN': '您提交的“{title}”{outcome}', en: 'Your request “{title}” was {outcome}' }, body: { 'zh-CN': '{opinion}', en: '{opinion}' },
  },
  returned: {
    key: 'approvals.returned', channels: mail, withheld: { 'zh-CN': '您提交的审批被退回，请修改后重新提交', en: 'Your request came back: correct it and submit it again' },
    label: { 'zh-CN': '我的审批被退回', en: 'My request came back' },
    title: { 'zh-CN': '{by} 退回了“{title}”，请修改后重新提交', en: '{by} returned “{title}”: correct it and submit it again' }, body: { 'zh-CN': '{opinion}', en: '{opinion}' },
  },
} as const;
