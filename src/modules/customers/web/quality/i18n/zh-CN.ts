export const zh = {
  duplicate: {
    title: '可能已有的客户', none: '录入名称、电话、邮箱或证照号码时，这里会提示可能重复的客户。', clear: '没有找到相同的客户。', exact: '相同证照', likely: '很可能相同', alike: '相近',
    open: '在新标签页打开 {name}', owner: '负责人 {name}', noOwner: '暂无负责人', outside: '属于{unit}，不在您的数据范围内', anotherUnit: '其他部门', ask: '申请查看', asked: '已向负责人申请，可在“查看申请”中看结果。',
    reasons: { uscc: '统一社会信用代码相同', 'id-number': '身份证号相同', phone: '电话相同', email: '邮箱相同', name: '名称相同或相近', 'contact-phone': '与其联系人电话相同' },
  },
  worklist: {
    title: '重复客户', hint: '系统按电话、邮箱、证照和名称找出可能重复的客户。逐组处理：合并，或标为不是同一家，标过的不再出现。', scan: '重新查找', running: '正在查找，已完成 {done} / {total}', started: '已开始查找，完成后自动显示',
    last: '上次查找：{at}', never: '还没有查找过', empty: '没有待处理的重复客户', emptyHint: '新导入客户后，可再查找一次。', group: '{count} 个客户可能相同', merge: '对比并合并', different: '不是同一家',
    different2: '已标为不是同一家', reopened: '已恢复到待处理', score: '相似度 {score}', created: '建档', complete: '完整度 {score}', back: '数据质量',
  },
  request: {
    title: '查看申请', hint: '同事录入时遇到您负责的客户，会在这里申请查看。', mine: '我的申请', toMe: '等待我答复', empty: '没有查看申请', from: '{name} 申请查看', grant: '允许查看', decline: '不允许', granted: '已允许查看', declined: '已答复不允许',
    states: { open: '等待答复', granted: '已允许', declined: '未允许' }, inUnit: '{unit}的一个客户', someCustomer: '一个客户',
  },
  merge: {
    title: '合并客户', contactTitle: '合并联系人', hint: '逐项选定保留哪一边的内容。合并后，另一条记录的联系人、活动等全部转到保留的客户名下，30 天内可撤销。', action: '合并', pick: '与哪一个客户合并', pickHint: '选择与“{name}”重复的客户，下一步逐项对比。',
    next: '下一步', survivor: '保留', loser: '并入', swap: '对调', field: '项目', both: '合并两边', empty: '未填', differ: '有出入', onlyOne: '仅一边有', same: '两边一致（{count} 项）', differing: '需要看一看（{count} 项）', filled: '自动补齐（{count} 项）',
    whySame: '一致', whyKept: '以保留的为准', whyOnly: '另一边未填', whyVerified: '核实时间较新', whyNewer: '更新时间较新', whyUnited: '两边都保留', moves: '将转入', noMoves: '没有需要转移的内容', reason: '合并原因（选填）', confirm: '合并为一个客户',
    done: '已合并为 {name}', undone: '已撤销合并', undoneKept: '已撤销合并；合并后改过的 {count} 项保持不变', count: '{object} {count} 条', choose: '{field}：{side} {value}', swapHint: '对调保留与并入', files: '文件',
    twoOnly: '请选中两个客户再合并。', log: '合并记录', logHint: '30 天内可撤销。', logEmpty: '还没有合并过', logLine: '{loser} 并入', by: '{name}，{at}', undo: '撤销合并', isUndone: '已撤销', other: '另一条记录',
  },
  board: {
    title: '数据质量', hint: '按负责人或部门查看资料完整度、重复客户和无效电话。', byOwner: '按负责人', byUnit: '按部门', name: '名称', customers: '客户数', score: '平均完整度', poor: '低于 60 分', missing: '最常缺的资料', duplicates: '疑似重复',
    badPhones: '可疑电话', nobody: '无负责人', noUnit: '无部门', empty: '没有可查看的客户', requirements: '资料要求', runs: '正在重新计算完整度', missingOne: '{field} {count}', worklist: '处理重复客户', log: '合并记录', total: '合计', requests: '查看申请',
    badHint: '无法拨打、全为同一数字，或三个以上客户共用的号码',
  },
  requirement: {
    title: '资料要求', company: '企业客户', person: '个人客户', field: '项目', weight: '权重', months: '核实有效期（月）', monthsHint: '不填表示不需要定期核实', add: '添加项目', remove: '去掉{field}', save: '保存要求', saved: '已保存，正在重新计算所有客户的完整度',
    hint: '权重越大，对完整度的影响越大。填了有效期的项目，超过期限未核实只计一半。', choose: '选择项目', none: '没有要求，完整度恒为 100。',
  },
  complete: {
    title: '资料完整度', full: '要求的资料都已填写并核实。', missing: '未填', stale: '待核实', verify: '已核实', verifyAll: '全部已核实', verified: '已记下 {field} 核实无误', verifiedMany: '已记下 {count} 项核实无误', of: '完整度 {score}，满分 100',
  },
  handover: {
    title: '客户移交', people: '谁移给谁', hint: '员工离职或调岗时，把名下客户和待办一次移交给其他同事。', start: '新建移交', empty: '没有与您有关的移交', from: '移出', to: '接收', fromHint: '选择离职或调岗的员工，已停用的也可以。', rule: '分配办法',
    rules: { one: '全部给一人', rotation: '依次轮流', random: '随机抽取' }, ruleHints: { one: '所有客户交给一位同事', rotation: '按客户编号依次分给各位同事', random: '抽签决定，抽签号留存，可随时复核' },
    receivers: '接收人', addReceiver: '添加接收人', removeReceiver: '去掉{name}', note: '移交说明（选填）', acceptance: '需要接收人确认', acceptanceHint: '确认前可撤销；不接收的客户退回给您。', keyAccounts: '重点客户交接说明', keyHint: '写给接收人，会置顶在客户的往来记录中。',
    preview: '将移交 {customers} 个客户、{tasks} 项待办', outside: '另有 {count} 个客户不在您的管理范围内，不会移动', absent: '不在岗，不分配', gets: '{count} 个', owns: '现有 {count} 个', confirm: '移交', done: '已移交 {count} 个客户', undo: '撤销移交', undone: '已撤销，退回 {count} 个客户',
    nothing: '该员工名下没有您可以移交的客户和待办。', choosePerson: '先选择移出的员工。', chooseReceiver: '请选择接收人。', waiting: '待确认 {count}', accepted: '已接收 {count}', declined: '已退回 {count}', undoneCount: '已撤销 {count}', mine: '等待您确认 {count} 个',
    accept: '接收', acceptAll: '全部接收', decline: '不接收', declineAll: '全部不接收', declineReason: '不接收的原因', acceptedNow: '已接收 {count} 个客户', declinedNow: '已退回 {count} 个客户', states: { waiting: '待确认', accepted: '已接收', declined: '已退回', undone: '已撤销' },
    check: '复核抽签', checkSame: '用抽签号 {seed} 重抽，结果与当时一致。', checkOther: '用抽签号 {seed} 重抽，结果与当时不一致，请核查。', line: '{from}的客户', by: '{name}移交，{at}', customer: '客户', receiver: '接收人', state: '状态', words: '说明', back: '客户移交',
    isUndone: '已撤销', noAccess: '您没有移交客户的权限，请联系主管或管理员。',
  },
} as const;
