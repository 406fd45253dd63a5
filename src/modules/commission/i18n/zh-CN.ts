export const zhCN = {
  objects: {
    commissionEntry: {
      one: '佣金分录',
      many: '佣金分录',
      groups: { main: '分录' },
      fields: { subject: '事项', kind: '类型', account: '账户', state: '状态', amount: '金额', month: '月份', percent: '比例', clause: '条款', customer: '客户', owner: '人员', unit: '部门' },
      help: {},
      choices: {
        kind: { accrue: '计提', split: '分成', freeze: '冻结', release: '解冻', settle: '结算', clawBack: '冲回', penalty: '处罚', adjust: '调整' },
        account: { person: '个人', publicFund: '公佣', departmentFund: '部门奖金', company: '公司' },
        state: { accrued: '已计提', frozen: '冻结', settled: '已结算' },
      },
    },
  },
  payroll: { site: '案场', month: '月份', account: '账户', username: '用户名', name: '姓名', subject: '事项', kind: '类型', clause: '条款', amount: '金额', currency: '币种' },
  page: {
    mine: '我的佣金', mineHint: '每一笔都可以问为什么：点金额旁的标记。', account: '{name} 的佣金', team: '团队佣金', teamHint: '案场每个人本月应结、冻结和累计已结。', funds: '公佣与部门奖金', fundsHint: '与个人一样，逐笔入账、按月结算。', deal: '成交分录', plans: '佣金方案', plansHint: '成交当天生效的版本决定佣金，此后的修改不影响已成交的房源。',
    settlement: '佣金结算', settlementHint: '按月结算：经理确认、财务批准后关账，之后的变动计入下一个月。', penalties: '处罚', penaltiesHint: '据制度条款提出，批准后从佣金中扣除，本人可见。', month: '月份', site: '案场', allSites: '全部案场', print: '打印', previous: '上个月', next: '下个月',
  },
  figure: { month: '本月应结', paid: '本月已结', accrued: '待结算', frozen: '冻结中', settled: '累计已结', penalties: '本月扣罚', sum: '由 {count} 笔分录相加', none: '没有分录，所以是零。', more: '另有 {count} 笔，共 {amount}', why: '{figure} 为什么是这个数' },
  line: {
    subject: '事项', kind: '类型', percent: '比例', amount: '金额', why: '依据', state: '状态', month: '月份', account: '账户', when: '时间', total: '合计', none: '这个月没有佣金', noneHint: '成交签约后，佣金会自动记在这里。', frozen: '冻结中的佣金', frozenReason: '原因', hidden: '另有 {count} 行属于他人，不在您的查看范围内。', noDeal: '还没有分录', statement: '结算单', person: '人员', deals: '成交套数', fund: '账户', penaltyOf: '{day} 的处罚', reasonFrozen: '冻结：{reason}', dispute: '归属争议未了结',
  },
  reason: { deposit: '收取定金', contract: '签约', payment: '收款', change: '售后变更', refund: '退房', fact: '归属变更', target: '团队达标', plan: '方案生效', freeze: '冻结', release: '解冻', penalty: '处罚', settle: '结算' },
  why: {
    title: '为什么', calculation: '怎样算出', price: '成交价', received: '已收款', full: '整笔佣金', earned: '目前应计', step: '{base} × {percent}%', extra: '团队达标 {base} × {percent}%', mine: '本账户 {percent}%', thisLine: '本行差额', plan: '{name} 第 {number} 版，自 {day} 生效', contract: '签约时全额计提', byReceived: '按收款比例计提', version: '{policy} 第 {number} 版', decided: '判定于 {at}', noDecision: '这一行不经制度判定。', moved: '从计提移入本状态，金额沿用原来的计算。', event: '{reason}，{at}', share: '分成', ruling: '书面裁定',
  },
  settle: {
    seen: '本人 {at} 确认无误', unseen: '本人未确认', own: '{month} 结算单已关账，应发 {amount}。请核对每一行。', ownSeen: '您已于 {at} 确认 {month} 结算单无误。', see: '确认无误', saw: '已确认 {month} 结算单', question: '有疑问请点每行的依据，或联系项目经理。', run: '结算单', state: { draft: '未确认', confirmed: '待财务批准', closed: '已关账' }, confirm: '确认本月', confirmTitle: '确认 {site} {month}', confirmHint: '确认后提交财务批准，此后发生的变动计入下一个月。财务退回时本月重新打开。', confirmed: '{month} 已提交财务批准', by: '{who} 于 {at} 确认', closedBy: '{who} 于 {at} 关账', approval: '查看审批', xlsx: '导出工资表（.xlsx）', csv: '.csv', notOpen: '请先结清 {month}', none: '这个月还没有分录', noneHint: '成交签约后会出现在这里。', frozen: '冻结，不在本月结算', sites: '还没有案场有佣金', sitesHint: '第一笔成交登记后，案场会出现在这里。', lines: '{count} 行', negative: '负数由工资扣回', total: '合计',
  },
  plan: {
    all: '全部产品', of: '{rate}%', tierTo: '{from} 至 {to}', tierAbove: '{from} 以上', steps: '各档分别计算', reach: '整笔按所达档计算', withTarget: '团队当月签约达到 {monthly}，全月另加 {extra}%', noTarget: '没有团队目标', new: '新建方案', name: '名称', forSite: '适用案场', company: '全部案场（没有专用方案时）', accrual: '计提方式', rates: '佣金比例', product: '产品类型', others: '其他产品', rate: '计算方式', kind: { percent: '固定比例', marginal: '分档，逐档计算', whole: '分档，按所达档全额' }, percent: '比例（%）', tierFrom: '成交价从', addTier: '加一档', addProduct: '加一类产品', remove: '删除', target: '团队月目标', useTarget: '达标后全月加提', monthly: '当月签约额达到', extra: '加提（%）', save: '保存草稿', saved: '草稿已保存', submit: '提交', submitTitle: '提交第 {number} 版', activeFrom: '从哪天起生效', note: '为什么修改', submitted: '已提交，等待批准', approve: '批准', approveHint: '自 {day} 起成交的按此版计算，批准后不能再改。', approved: '第 {number} 版已批准', return: '退回', reason: '需要怎样修改', returned: '已退回', draft: '起草新版', drop: '放弃草稿', dropHint: '草稿不再保留。', version: '第 {number} 版', status: { draft: '草稿', submitted: '待批准', approved: '已批准', withdrawn: '已放弃' }, since: '{day} 起', deals: '{count} 笔成交', simulate: '按过去三个月试算', simulated: '{deals} 笔成交中 {changed} 笔的佣金会变。', before: '现在', after: '改后', difference: '差额', none: '还没有方案', noneHint: '没有方案时，成交不计提佣金。先建一个适用全部案场的方案。', create: '创建', created: '方案已创建', denied: '您不能查看佣金方案', deniedHint: '需要“团队佣金”或“批准佣金”权限。', same: '每个人的佣金都不变。',
  },
  penalty: {
    deal: '涉及的成交', noDeal: '不涉及某笔成交', about: '成交 {deal}', propose: '提出处罚', person: '人员', day: '日期', offence: '行为', description: '经过', dayPay: '当日基本工资', monthPay: '当月基本工资', monthBonus: '当月奖金', dealBonus: '该笔成交奖金', byManager: '扣款金额', amount: '扣款', dismissal: '提议辞退', state: { proposed: '待批准', approved: '已批准', rejected: '未批准' }, none: '没有处罚', noneHint: '批准后的处罚会列在这里，并附条款。', sent: '已提交批准', submit: '提交批准', clause: '据 {clause}', part: '{base} {of} × {percent}%', by: '{who} 提出', stillNeeded: '还需填写：{what}', choosePerson: '先选择案场和人员', dealId: '成交', pick: '请选择',
  },
  money: '{amount}',
} as const;
