const now = { isInApp: true, mail: 'now' } as const;
const withheld = { 'zh-CN': '一项归属争议与您有关，请打开查看', en: 'A dispute concerns you: open it to see more' };

/** What disputes tell people about (PL-44). */
export const disputeNotices = {
  opened: { key: 'reception.disputeOpened', channels: now, withheld, label: { 'zh-CN': '归属争议', en: 'A dispute was opened' }, title: { 'zh-CN': '{claimant} 对客户“{customer}”提出归属争议，期限 {day}', en: '{claimant} opened a dispute about {customer}, due {day}' } },
  reminded: { key: 'reception.disputeDue', channels: now, withheld, label: { 'zh-CN': '归属争议快到期限', en: 'A dispute is nearly due' }, title: { 'zh-CN': '客户“{customer}”的归属争议将于 {day} 到期', en: 'The dispute about {customer} is due {day}' } },
  escalated: { key: 'reception.disputeOverdue', channels: now, withheld, label: { 'zh-CN': '归属争议逾期未结', en: 'A dispute is overdue' }, title: { 'zh-CN': '客户“{customer}”的归属争议逾期未结（期限 {day}）', en: 'The dispute about {customer} is overdue (due {day})' } },
  settled: { key: 'reception.disputeSettled', channels: now, withheld, label: { 'zh-CN': '归属争议结案', en: 'A dispute was settled' }, title: { 'zh-CN': '客户“{customer}”的归属争议已结案', en: 'The dispute about {customer} is settled' } },
} as const;
