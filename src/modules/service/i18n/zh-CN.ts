const kinds = { enquiry: '咨询', service: '服务', complaint: '投诉', suggestion: '建议', praise: '表扬', repair: '报修' };
const channels = { phone: '电话', mail: '邮件', web: '网页', portal: '客户门户', inPerson: '亲临', entrusted: '委托他人', letter: '信函／意见箱', chat: '在线聊天', message: '短消息', api: '接口' };
const main = { groups: { main: '资料' } };

export const zhCN = {
  objects: {
    case: {
      one: '服务请求', many: '服务请求', groups: { main: '内容', reporter: '反映人', handling: '处理', result: '结果' },
      fields: {
        number: '编号', kind: '类别', caseType: '服务类型', channel: '渠道', subject: '主题', description: '内容', customer: '客户', contact: '联系人',
        reporterName: '反映人', reporterPhone: '反映人电话', reporterEmail: '反映人邮箱', place: '地点', isLocal: '本市', state: '状态', priority: '优先级',
        validity: '判定', severity: '程度', cause: '原因', step: '当前步骤', queue: '队列', firstReceiver: '首问责任人', responsible: '处理责任人',
        receivedAt: '受理时间', dueAt: '最近时限', urgency: '时限状况', firstResponseAt: '首次回应', answeredAt: '答复时间', closedAt: '办结时间',
        reopenCount: '重开次数', solution: '处理方案', summary: '总结评价', satisfaction: '满意度', isSolved: '已解决', isOnSpot: '当场解决',
        mergedInto: '并入', splitFrom: '拆自', tags: '标签',
      },
      choices: {
        kind: kinds, channel: channels,
        state: { open: '处理中', waiting: '等客户', answered: '已答复', closed: '已办结', merged: '已合并', withdrawn: '已撤回' },
        priority: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
        validity: { unjudged: '未判定', valid: '有效', invalid: '无效' },
        severity: { ordinary: '一般', major: '较大' },
        urgency: { calm: '正常', half: '过半', near: '将到期', breached: '已超时' },
        tags: { review: '待核查' },
      },
      help: { dueAt: '还在走的时限中最近的一个；点开可看怎样算出。', isLocal: '按小时计的时限分本市与外地。', satisfaction: '回访得分，1 到 5 分。' },
    },
    caseMessage: {
      one: '往来', many: '往来', ...main, help: {},
      fields: { case: '服务请求', customer: '客户', kind: '类别', channel: '渠道', body: '内容', author: '撰写人', authorName: '来信人' },
      choices: { kind: { incoming: '客户来信', reply: '答复客户', note: '内部备注' }, channel: channels },
    },
    caseRemedy: {
      one: '补救', many: '补救记录', ...main, help: { amount: '批准当天计入费用，按原因统计。' },
      fields: { case: '服务请求', customer: '客户', kind: '方式', note: '说明', amount: '费用', state: '状态', cause: '原因', bookedOn: '入账日' },
      choices: {
        kind: { explanation: '解释', apology: '致歉', repair: '修理', exchange: '更换', refund: '退款', compensation: '赔偿', gift: '赠礼', points: '积分' },
        state: { approving: '待批', granted: '已给予', refused: '未批准' },
      },
    },
    correctiveAction: {
      one: '纠正措施', many: '纠正措施', ...main, help: { checkOn: '到这天看同类问题是否还在发生。' },
      fields: { subject: '措施', case: '服务请求', cause: '原因', measure: '做法', state: '状态', dueOn: '完成期限', doneOn: '完成日', checkOn: '效果检查日', effect: '效果' },
      choices: { state: { open: '进行中', done: '已完成', effective: '有效', ineffective: '无效' } },
    },
    serviceQueue: {
      one: '队列', many: '服务队列', ...main, help: { unit: '时限按这个部门的工作日历计算。', assignment: '按负荷：派给在岗、技能相符、手上最少的人。' },
      fields: { name: '名称', unit: '部门', skills: '所需技能', assignment: '分派', isActive: '启用' }, choices: { assignment: { manual: '自取', load: '按负荷' } },
    },
    caseType: {
      one: '服务类型', many: '服务类型', ...main, help: { process: '流程模板的代号。', pack: '时限与权限所依的制度包。', isPublic: '客户在门户里可以选。' },
      fields: { name: '名称', kind: '类别', process: '流程', pack: '制度', queue: '队列', skills: '所需技能', isPublic: '对客户开放', position: '顺序', isActive: '启用' },
      choices: { kind: kinds },
    },
    complaintCause: {
      one: '原因', many: '原因', ...main, help: { feedsBackTo: '处理结果要告诉谁，以免再犯。' },
      fields: { name: '名称', parent: '上级', feedsBackTo: '反馈给', position: '顺序', isActive: '启用' },
      choices: { feedsBackTo: { design: '设计', production: '生产', operations: '经营', service: '服务', none: '不需反馈' } },
    },
    cannedReply: {
      one: '常用回复', many: '常用回复', ...main, help: { body: '可用 {customer}、{number}、{agent} 等合并字段。' },
      fields: { name: '名称', locale: '语言', body: '内容' }, choices: { locale: { 'zh-CN': '中文', en: '英文' } },
    },
    caseMacro: { one: '快捷操作', many: '快捷操作', ...main, help: {}, fields: { name: '名称', steps: '动作', isActive: '启用', position: '顺序' }, choices: {} },
  },
};
