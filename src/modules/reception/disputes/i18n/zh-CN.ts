export const zh = {
  objects: {
    dispute: {
      one: '归属争议', many: '归属争议', groups: { main: '争议', ownership: '归属' },
      fields: { subject: '客户', status: '状态', respondent: '被申请人', site: '案场', customer: '客户档案', dueAt: '处理期限', clause: '条款', outcome: '处理方式', claim: '申请理由', record: '处理记录', settledAt: '结案时间', owner: '申请人' },
      choices: { status: { open: '处理中', proposed: '待批准', settled: '已结案', withdrawn: '已撤回' }, outcome: { agreed: '双方协商', mediated: '部门调解', ruled: '书面裁定' } },
    },
  },
  title: '归属争议', hint: '处理期间相关佣金冻结，结案后按裁定分配。', open: '提出争议', empty: '没有归属争议', emptyHint: '认为客户应归自己时，从这里提出；系统自动附上登记、晚会记录和通话。',
  due: '期限 {day}', overdue: '已过期限 {day}', settledOn: '{day} 结案', against: '{claimant} 与 {respondent}', back: '全部争议',
  claimant: '申请人', respondent: '被申请人', noReply: '还没有陈述', reply: '写陈述', replied: '陈述已保存', statement: '陈述',
  facts: '各方登记', noFacts: '没有登记记录', visits: '{count} 次来访登记', calls: '{count} 次通话', first: '最早登记 {at}', ownerNow: '现归属',
  rule: '条款怎么说', ruleHint: '按来访当日的制度和双方认可的事实', askFacts: '还需要这些事实才能判定', evaluate: '判定', unknown: '不清楚', yes: '是', no: '否', evaluated: '已按这些事实判定', noClause: '没有条款能决定，请书面裁定。',
  timeline: '证据', timelineEmpty: '没有找到登记、通话或晚会记录', frozen: '结案时已固定', visit: '来访登记', call: '通话', callRegistration: '来电登记', evening: '晚会记录', confirmed: '已确认', unconfirmed: '未确认', closed: '已关闭', reached: '联系上', attempted: '未接通', receivedBy: '接待：{name}',
  ruling: '处理结果', propose: '写处理意见', outcomeLabel: '处理方式', recordLabel: '处理记录（过错、贡献、双方意见）', shares: '分成（合计 100%）', sum: '合计 {sum}%', owner: '客户归', submit: '报销售总监批准', submitted: '已报批', publicFund: '公佣', departmentFund: '部门奖金', addShare: '加一行', remove: '去掉', percent: '比例',
  waitsApproval: '等待销售总监批准', approval: '查看审批', withdraw: '撤回争议', withdrawn: '争议已撤回', reason: '理由', cancel: '取消', save: '保存', print: '打印', frozenNote: '相关佣金已冻结',
  newTitle: '提出归属争议', whichCustomer: '哪位客户', find: '输入客户名称', whyYours: '为什么应归您', other: '与谁有争议', send: '提出', opened: '争议已提出，双方和项目经理已收到通知', candidate: '{site} · 现归 {owners}', nobody: '无人', behalf: '申请人（代为提出时填写）',
  sign: { manager: '项目经理', day: '日期' },
  never: '没有', basis: '所依据的事实（双方认可的事实不同时，改后重新判定）', reevaluate: '重新判定',
  whichDeal: '哪一笔成交', allDeals: '该客户的全部成交（{count} 笔）',
  deal: {
    title: '有关成交', on: '{day} 成交', onSpot: '当场成交', later: '不是当场成交', unsigned: '还没有签合同', comma: '、', frozen: '已冻结 {amount}',
    settled: '其中 {amount} 已在 {months} 结算，不在冻结之列。裁定若改变分成，差额记入未关账的月份：多得的扣回，少得的补发。',
    settledUnseen: '{months} 已结算的部分不在冻结之列。裁定若改变分成，差额记入未关账的月份：多得的扣回，少得的补发。',
    confirmed: '{months} 的结算单经理已确认、财务尚未批准：冻结后该月不含这笔佣金，须由经理重新确认。',
  },
  approvalTitle: '归属争议：{customer}（{claimant} 与 {respondent}）',
} as const;
