export const zh = {
  change: '中途换人', title: '{visitor}：中途换人', now: '现由 {name} 接待', what: '客户的要求', refusal: '不要现在的接待人', midwayDesignation: '指定另一位', who: '指定谁', reason: '经过（写入登记）',
  result: '条款怎么说', apply: '按条款办理', noCase: '这次来访还没有归属记录，不能中途换人。', moved: '改由 {name} 接待（据 {clause}）', stayed: '仍由 {name} 接待（据 {clause}）', waiting: '已按条款办理，暂时没有可接待的人',
} as const;
