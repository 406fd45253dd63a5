const daily = { isInApp: true, mail: 'digest' } as const;

/** What the commission module tells people about (PL-44). Amounts are never in the words: they are read on the page. */
export const commissionNotices = {
  statement: {
    key: 'commission.statement', channels: daily, label: { 'zh-CN': '我的佣金结算单', en: 'My commission statement' },
    withheld: { 'zh-CN': '您的佣金结算单已出', en: 'Your commission statement is ready' },
    title: { 'zh-CN': '{site} {month} 的佣金结算单已出', en: 'Your commission statement for {month}, {site}, is ready' },
  },
  penalty: {
    key: 'commission.penalty', channels: daily, label: { 'zh-CN': '对我的处罚', en: 'A penalty against me' },
    withheld: { 'zh-CN': '有一项处罚与您有关，请打开查看', en: 'A penalty concerns you: open it to see more' },
    title: { 'zh-CN': '据 {clause} 对您的处罚已获批准', en: 'A penalty against you under {clause} was approved' },
  },
  frozen: {
    key: 'commission.frozen', channels: daily, label: { 'zh-CN': '佣金冻结与解冻', en: 'Commission frozen or released' },
    withheld: { 'zh-CN': '有一笔佣金被冻结或解冻，请打开查看', en: 'A commission was frozen or released: open it to see more' },
    title: { 'zh-CN': '{deal} 的佣金已{what}', en: 'The commission of {deal} was {what}' },
  },
} as const;
