export const zh = {
  title: '审批', hint: '等您处理的、您提交的、您办过的。J、K 上下移动，回车打开。', waitingFor: '待我审批', badge: '待我审批，{count} 项', badgeNone: '待我审批，没有',
  box: { waiting: '待我审批', mine: '我提交的', done: '我办过的', all: '全部' }, boxes: '显示哪些',
  empty: { waiting: '没有等您审批的', mine: '您还没有提交过审批', done: '您还没有办过审批', all: '还没有审批' }, emptyHint: '有审批到您这里时，页面上方会显示数字，并通知您。',
  state: { open: '审批中', returned: '已退回', approved: '已通过', rejected: '未通过', withdrawn: '已撤回' },
  by: '{name} 提交于 {at}', at: '第 {step} / {count} 步', waits: '等 {names}', comma: '、', due: '{at} 前', overdue: '已超时', nobody: '无人可审', more: '显示更多', select: '选择 {title}', selected: '已选 {count} 项', approveSelected: '批量同意', batchTitle: '同意 {count} 项审批', batchHint: '每一项单独生效；内容有改动的会跳过。', batchDone: '已同意 {count} 项', batchSome: '已同意 {count} 项，{left} 项未办：{why}',
  detail: {
    back: '返回审批', what: '申请内容', from: '原来', to: '改为', none: '（空）', field: '项目', withheld: '您无权查看', note: '说明', amount: '金额', unit: '部门', clause: '依据', open: '打开相关页面', flow: '流程', defaultFlow: '默认流程', steps: '审批步骤', opinions: '审批意见', round: '第 {round} 次提交',
    changed: '内容在提交之后又有改动，须由申请人重新提交后才能同意。', changedOwn: '内容在提交之后又有改动，请核对后重新提交。', gone: '申请所涉及的内容已不存在，可以撤回或不同意。', stuck: '这一步目前没有人可以审批。有合适的人时会自动送达；管理审批的人也可以指定一位。', print: '打印', printed: '打印于 {at}', number: '编号', requester: '申请人', result: '结果', mine: '您',
    next: '还有 {count} 项等您审批', stood: '{name} 代 {for}', signed: '{name} 代办',
  },
  origin: { fallback: '无合适人选，转上级或管理员', added: '加签', delegated: '转交', escalated: '超时上报', assigned: '管理员指定' },
  task: { waiting: '等待中', later: '随后', approved: '同意', rejected: '不同意', returned: '退回', passed: '已转出', skipped: '无须处理' },
  action: { approve: '同意', reject: '不同意', return: '退回修改', delegate: '转交', addSigner: '加签', resubmit: '重新提交', withdraw: '撤回', remind: '催办', assign: '指定审批人', more: '更多' },
  dialog: {
    opinion: '意见', needed: '意见（必填）', person: '交给谁', signer: '请谁加签', place: '顺序', before: '在我之前', after: '在我之后', approve: '同意这项申请', reject: '不同意这项申请', return: '退回给申请人修改', delegate: '转交他人审批', addSigner: '加一位审批人', resubmit: '重新提交审批', withdraw: '撤回申请', assign: '指定审批人', placeholder: '给申请人的话',
    withdrawHint: '撤回后这项申请就结束了，需要时可以重新申请。', resubmitHint: '将按现在的内容，从第一步重新审批。',
  },
  said: { approve: '已同意', reject: '已记为不同意', return: '已退回给申请人', delegate: '已转交', addSigner: '已加签', resubmit: '已重新提交', withdraw: '已撤回', remind: '已催办', assign: '已指定' },
  entry: {
    request: '提交申请', approve: '同意', reject: '不同意', return: '退回修改', resubmit: '重新提交', withdraw: '撤回申请', delegate: '转交给 {to}', addBefore: '请 {to} 先审', addAfter: '请 {to} 后审', remind: '催办', escalate: '{for} 超时未审，上报给 {to}', assign: '指定 {to} 审批', approveElsewhere: '在业务页面同意', rejectElsewhere: '在业务页面拒绝', system: '系统',
  },
  panel: { title: '审批', none: '没有审批' },
  flows: {
    title: '审批流程', hint: '每一类申请按顺序取第一个条件相符的流程。改动只影响以后提交的申请。', add: '新建流程', edit: '修改', remove: '删除', removed: '流程已删除', saved: '流程已保存', off: '停用', none: '未设流程', defaultSubject: '默认：一步，由负责人审批，24 小时未办上报其上级；没有负责人时由上级或管理员审批。', defaultManager: '默认：一步，由申请人的直接上级审批；没有上级时由管理审批的人审批。', otherwise: '以上都不相符时，用默认流程。',
    name: '名称', active: '启用', allowsOwn: '允许申请人审批自己的申请', allowsOwnHint: '一般不要勾选', conditions: '条件（全部满足）', noConditions: '不限', addCondition: '加条件', amountAbove: '金额超过', unit: '申请人所在部门（含下级）', fact: '{fact} 等于', value: '值', whenAmount: '金额超过 {amount}', whenUnit: '部门：{unit}', whenFact: '{fact} 为 {value}',
    steps: '步骤', step: '第 {n} 步', addStep: '加一步', who: '谁审批', how: '怎样算通过', role: '角色', manager: '逐级上级', people: '指定人员', subject: '负责人', levels: '几级', levelsValue: '{n} 级', timeout: '超时上报（小时，空为不上报）', any: '任一人', all: '全部同意', vote: '表决', quorum: '至少几人参加', majority: '多数', simple: '过半数', twoThirds: '三分之二', everyone: '全票', person: '加人', up: '上移', down: '下移', removeStep: '删去这一步', removeItem: '删去', position: '顺序', newTitle: '新建“{kind}”流程', editTitle: '修改流程',
    managerSteps: '{n} 级上级', timeoutAfter: '{hours} 小时未办上报',
  },
} as const;
