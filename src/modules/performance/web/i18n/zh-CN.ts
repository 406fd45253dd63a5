export const zh = {
  period: {
    label: '期间', day: '日', week: '周', month: '月', quarter: '季', own: '自选', from: '从', to: '到', earlier: '前一段', later: '后一段', unit: '部门', allUnits: '全部部门',
  },
  print: '打印', csv: '导出 CSV', xlsx: '导出 Excel', close: '关闭', cancel: '取消', save: '保存', more: '再看 {n} 条',
  team: {
    title: '绩效', hint: '每个数字都由服务请求算出，点数字看是哪些。', person: '人员', together: '合计', median: '中位数', empty: '这段时间没有可统计的记录', emptyHint: '换一段期间或部门再看。',
    volume: '工作量', speed: '用时', quality: '质量', sort: '按{name}排序', scroll: '绩效表，可左右滚动', ninety: '90% ≤ {time}',
  },
  own: { title: '我的绩效', hint: '只有您本人和上级能看到。' },
  person: {
    title: '{name}的绩效', hint: '{unit}，与部门中位数对照。', back: '绩效', noUnit: '没有部门', better: '优于中位数', worse: '不及中位数', same: '与中位数相同', median: '部门中位数 {value}', noMedian: '不足三人，不显示中位数', none: '没有', of: '{a} / {b} 件', rated: '{n} 件评分', audits: '{n} 次督查', cases: '{n} 件', clock: '自然时间 {time}', ninety: '90% ≤ {time}',
    trend: '近十二个月', trendLabel: '{name}逐月与部门中位数', figure: '数字', month: '月份', self: '本人', unitMedian: '部门中位数', noTrend: '这十二个月没有记录',
  },
  list: { title: '{figure}：{n} 条', person: '人员', none: '没有记录', withheld: '无权查看内容', onTime: '按时', late: '超时', score: '{n} 分', points: '{n} 分', working: '工作时间 {time}', open: '看 {figure} 的明细，{value}' },
  definitions: '怎么算的',
  how: {
    taken: '期间内受理、由本人首问接待的服务请求。',
    answered: '期间内给出最后一次答复、由本人处理的服务请求。',
    closed: '期间内办结、由本人处理的服务请求。',
    fieldOrders: '期间内由本人上门完成的服务指令。',
    response: '书面来的请求，从受理到首次回应。按工作日历计工作时间，取中位数；电话和当面接待的当场已回应，不计。',
    solve: '从受理到最后一次答复。工作时间按该请求的日历计，扣除等客户的时间；自然时间不扣。',
    onTime: '期间内答复的，最后一个答复时限之内停表的占多少。',
    satisfaction: '期间内答复的，客户在回访或门户里给的分数，1 到 5 分，取平均。',
    reopened: '期间内答复的，客户表示没有解决、重新处理过的占多少。',
    escalated: '期间内时限已过并报到上级的服务请求，每件计一次。',
    audit: '期间内已确认的督查，指名本人的；没有指名的，算到被查部门每个人。程序面与个人面取平均。',
    praise: '期间内收到的客户和同事的表扬，不含撤下的。',
    excluded: '合并、撤销的请求不计。中位数是一半人高于、一半人低于的数，不足三人不显示。',
  },
  units: { count: '{n}', seconds: '{n} 秒', minutes: '{n} 分钟', hours: '{n} 小时', days: '{n} 天', percent: '{n}%', mean: '{n}' },
  times: {
    title: '服务时间', hint: '客户从开口到办好，每一段各等了多久，按自然时间计。', by: '分组', type: '按服务类型', unitBy: '按部门', count: '次数', median: '中位数', p90: '90% 以内', group: '分组', month: '月份', noEvents: '还不能统计', noneYet: '没有记录',
    show: '看是哪些', list: '{name}：{n} 次', listHint: '最长的在前。', unnamed: '未定', trendLabel: '{name}逐月中位数', details: '逐月和分组', source: '依据：{events}', noneWhy: '{empty}{what}', ended: '{at} 结束',
    name: { booking: '预约时间', waiting: '等候时间', response: '响应时间', service: '服务时间', delivery: '交付时间', followUp: '回访时间', delay: '延误时间', correction: '更正时间', warranty: '保修时间' },
    how: {
      booking: '从开出服务指令到约定的上门时段开始。', waiting: '从约定时段开始到人到现场；早到算零。', response: '书面来的请求，从受理到首次回应。', service: '从到达现场到完成。', delivery: '从受理到答复客户。',
      followUp: '从答复客户到回访完成。', delay: '超过答复时限以后又过了多久，只计超时的。', correction: '客户表示没有解决以后，到再次答复。', warranty: '从交付到保修期满，期内再次报修的间隔。',
    },
    from: {
      booking: '服务指令的开单时间、预约时段', waiting: '服务指令的预约时段、到达时间', response: '服务请求的受理时间、首次回应', service: '服务指令的到达时间、完成时间', delivery: '服务请求的受理时间、答复时间',
      followUp: '流程的回访步骤', delay: '时限的截止、停表时间', correction: '重新处理的时限起止', warranty: '没有',
    },
    missing: {
      empty: '这段时间没有这类事件。', booking: '派工时填写上门时段，就有预约时间。', waiting: '现场人员在手机上点“到达”，就有等候时间。', service: '现场人员在手机上点“到达”和交单，就有服务时间。', followUp: '流程里有回访步骤并完成，就有回访时间。', delay: '没有超时，就没有延误时间。', correction: '没有客户要求重新处理，就没有更正时间。', response: '书面来的请求有了回应，就有响应时间。', delivery: '答复客户以后就有交付时间。',
      warranty: '系统里没有交付日和保修期的记录。请管理员在客户或房源上加“交付日”和“保修到期日”两个字段并补录，再报修时就能对照。',
    },
  },
  runs: {
    title: '激励', hint: '按制度逐人计算，批准后入账；入账后不改，更正另记一笔。', new: '计算一个月', month: '月份', unit: '部门', scheme: '方案', people: '人数', points: '积分', amount: '奖金', state: '状态', empty: '还没有激励', emptyHint: '选一个已经结束的月份开始计算。',
    states: { draft: '草稿', submitted: '待批准', posted: '已入账', dropped: '已放弃' }, correction: '更正', by: '{who} 经办', noScheme: '还没有激励方案', noSchemeHint: '先启用一份示例方案，再在制度里改成公司自己的数字。', useScheme: '启用示例方案', schemeUsed: '方案已启用，可以在制度里修改', policy: '查看方案', make: '计算', made: '已算好，请核对', denied: '看不到激励批次',
  },
  run: {
    title: '{unit} {month} 激励', correction: '{month} 激励更正', back: '激励', hint: '点“为什么”看条款、依据的数字和制度版本。', person: '人员', why: '为什么', total: '合计', compute: '重新计算', computed: '已按现在的记录重新计算', submit: '提交批准', submitted: '已提交批准', submitHint: '提交后各人的数字不再变动，由上级批准入账。', submitTitle: '提交 {month} 的激励', drop: '放弃', dropTitle: '放弃这份草稿', dropHint: '放弃后可以重新计算这个月。', dropped: '已放弃', approval: '查看审批', empty: '这个月没有人有可计的记录', at: '{at} 计算', posted: '{at} 入账', reason: '理由：{reason}',
  },
  entries: {
    title: '激励记录', none: '还没有激励', noneHint: '月度激励批准后记在这里，每一笔都可以问为什么。', month: '月份', points: '积分', amount: '奖金', why: '依据', total: '合计', correction: '更正', correct: '更正', correctTitle: '更正 {name} {month} 的激励', correctHint: '原记录不改，批准后另记一笔差额。', pointsBy: '积分增减', amountBy: '奖金增减（元）', reason: '理由', send: '提交批准', sent: '更正已提交批准', signed: '可填负数，例如 -2.5',
  },
  wall: {
    title: '表扬墙', hint: '客户的表扬和同事之间的肯定。', all: '全部', customer: '客户', colleague: '同事', hidden: '已撤下', show: '来自', praise: '表扬同事', empty: '还没有表扬', emptyHint: '谁帮过您，写一句，让大家看到。', by: '{who} 表扬', byCustomer: '客户表扬', withheld: '内容在服务请求里，有权查看的人可以看到。', noWords: '客户没有留下原话。', case: '看服务请求 {number}', points: '赠 {n} 分', person: '表扬谁', words: '为了什么', wordsHint: '写清做了什么、帮到了谁。', pointsLabel: '赠积分', left: '本月还可赠 {left} 分，共 {monthly} 分', noPoints: '本月的积分已赠完，可以只写表扬', send: '贴上墙', sent: '已贴上墙', hide: '撤下', hideTitle: '撤下这条表扬', hideReason: '为什么撤下', hid: '已撤下', putBack: '放回', back: '已放回', hiddenFor: '撤下理由：{reason}', change: '改给别人', changeTitle: '这条表扬说的是谁', changed: '已改到本人名下', react: { applause: '鼓掌', thanks: '感谢', learn: '学习' }, reactions: '回应 {name}', load: '再看一些', homeAll: '全部', own: '表扬您', mine: '我收到的',
  },
} as const;
