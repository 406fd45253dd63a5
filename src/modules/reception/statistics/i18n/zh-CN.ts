export const zh = {
  title: '来人来电统计（成交状况分析）表', short: '来人来电统计', hint: '按登记统计；成交率＝成交 ÷ 新访，来电转访率＝来过的来电 ÷ 来电。',
  from: '从', to: '到', by: '按', site: '案场', allSites: '全部案场', xlsx: '导出 Excel', print: '打印', period: '期间', total: '合计', empty: '这段时间没有登记', emptyHint: '换一段日期，或先登记来访来电。', nobody: '未指定', none: '未填',
  grouping: { person: '人员', site: '案场', day: '日', week: '周', month: '月', channel: '渠道' },
  range: { today: '今日', week: '本周', month: '本月' },
  column: { name: '项目', visits: '来访', newVisits: '新访', returning: '复访', calls: '来电', callsCame: '来电转访', cameRate: '转访率', deals: '成交', amount: '成交金额', dealRate: '成交率' },
  channel: { walkIn: '路过', signboard: '户外广告', newspaper: '报纸', internet: '网络', friend: '朋友介绍', exhibition: '展会', call: '来电邀约', other: '其他' },
  plan: {
    title: '工作计划', hint: '每天早上写计划，下班前写总结；下周计划周六交。', day: '日计划', week: '周计划', mine: '我的计划', team: '团队计划', add: '加一项', line: '第 {n} 项', remove: '去掉', done: '完成',
    summary: '总结', summaryDay: '今天做得怎样，明天注意什么', summaryWeek: '这一周做得怎样', save: '保存', submit: '提交计划', submitted: '已提交', notSubmitted: '未提交', summarised: '已总结', saved: '已保存', sent: '计划已提交',
    previous: '前一段', next: '后一段', weekOf: '{day} 起的一周', missing: '{count} 人未提交', emptyTeam: '没有可看的成员', emptyTeamHint: '您负责的案场的成员会列在这里。', placeholder: '要做的事', lateWeek: '周六前提交', progress: '{done}/{count} 项完成', noLines: '还没有计划',
  },
} as const;
