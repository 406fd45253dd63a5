const owned = { owner: '人员', unit: '部门' };

export const zhCN = {
  objects: {
    incentiveRun: {
      one: '激励批次', many: '激励批次', groups: { main: '资料' }, help: {},
      fields: { month: '月份', kind: '类型', state: '状态', pack: '方案', reason: '理由', people: '人数', points: '积分', amount: '奖金', postedAt: '入账时间', owner: '经办人', unit: '部门' },
      choices: { kind: { award: '月度激励', correction: '更正' }, state: { draft: '草稿', submitted: '待批准', posted: '已入账', dropped: '已放弃' } },
    },
    incentiveEntry: {
      one: '激励记录', many: '激励记录', groups: { main: '资料' }, help: { points: '能看到谁的激励记录，就能看到谁的绩效表。' },
      fields: { month: '月份', kind: '类型', points: '积分', amount: '奖金', clause: '条款', reason: '理由', run: '批次', corrects: '更正的记录', ...owned },
      choices: { kind: { award: '月度激励', correction: '更正' } },
    },
    recognition: {
      one: '表扬', many: '表扬', groups: { main: '资料' }, help: { words: '客户的原话在服务请求里，有权查看该请求的人才能看到。' },
      fields: { kind: '来自', author: '表扬人', words: '表扬的话', points: '积分', month: '月份', case: '服务请求', hiddenFor: '撤下理由', hiddenBy: '撤下的人', ...owned },
      choices: { kind: { customer: '客户', colleague: '同事' } },
    },
  },
  figure: {
    taken: '受理', answered: '答复', closed: '办结', fieldOrders: '现场服务', response: '首次回应', solve: '处理用时', onTime: '按时答复', satisfaction: '满意度', reopened: '重新打开', escalated: '超时上报', audit: '督查得分', praise: '表扬',
  },
  file: { title: '绩效表', person: '人员', unit: '部门', total: '合计', count: '件数', median: '中位数（工作分钟）', p90: '90% 以内（工作分钟）', clock: '中位数（自然分钟）', clockP90: '90% 以内（自然分钟）', percent: '%', of: '分母', mean: '平均' },
} as const;
