const areas = {
  timeliness: '时限', flow: '流程', adaptability: '适应性', anticipation: '预见性', communication: '信息沟通', feedback: '顾客反馈', supervision: '组织和监管',
  appearance: '仪表', attitude: '态度', attention: '关注', tact: '得体', guidance: '指导', selling: '销售技巧', problemSolving: '礼貌解决问题',
};
const kinds = { mystery: '神秘顾客', phone: '电话督查' };
const usage = { active: '使用中', retired: '停用' };

export const zhCN = {
  objects: {
    standard: {
      one: '服务标准', many: '服务标准', groups: { main: '标准', measure: '衡量', scope: '适用范围' },
      fields: {
        code: '编号', area: '领域', item: '标准', method: '怎样观察或测量', measure: '衡量方式', direction: '目标方向', target: '目标值', measureUnit: '单位', weight: '权重',
        edition: '版次', validFrom: '生效日', scopeUnit: '适用部门', site: '适用案场', state: '状态',
      },
      help: {
        item: '清楚、简短、看得见或量得出、做得到。', edition: '标准、方法或目标每改一次，版次加一；进行中的督查不受影响。', scopeUnit: '不填则全公司适用。', weight: '1 到 10，越重要越大。',
      },
      choices: {
        area: areas, measure: { yesNo: '是否', scale: '1 到 5 分', number: '数值' }, direction: { atMost: '不超过', atLeast: '不少于' },
        state: { draft: '草稿', active: '使用中', retired: '停用' },
      },
    },
    auditTemplate: {
      one: '督查模板', many: '督查模板', groups: { main: '资料' }, help: {}, fields: { name: '名称', kind: '方式', number: '版本', itemCount: '项目数', state: '状态' },
      choices: { kind: kinds, state: usage },
    },
    serviceAudit: {
      one: '督查', many: '督查记录', groups: { main: '资料' }, help: { auditedUnit: '确认以后，该部门可以看到结果。' },
      fields: {
        number: '编号', template: '模板', kind: '方式', auditedUnit: '受检部门', site: '案场', plannedOn: '计划日期', state: '状态', doneAt: '完成时间', procedural: '程序面（%）', personal: '个人面（%）',
        type: '服务类型', failedItems: '未达标项', templateNumber: '模板版本', note: '总体说明', returnedFor: '退回原因', confirmedAt: '确认时间', confirmedBy: '确认人',
      },
      choices: {
        kind: kinds, state: { planned: '已计划', running: '进行中', submitted: '待确认', confirmed: '已确认', cancelled: '已取消' },
        type: { cold: '冷淡型', factory: '生产型', friendly: '友好型', quality: '优质型' },
      },
    },
    auditAction: {
      one: '改进措施', many: '督查改进措施', groups: { main: '资料' }, help: { effect: '由同一部门的下一次督查给出。' },
      fields: {
        subject: '措施', plan: '具体做法', audit: '来自督查', standard: '相关标准', auditedUnit: '部门', dueOn: '期限', state: '状态', doneAt: '完成时间', result: '完成情况', effect: '效果', checkedBy: '由哪次督查检验',
      },
      choices: { state: { open: '进行中', done: '已完成' }, effect: { pending: '待检验', improved: '已改进', notYet: '仍未达标' } },
    },
    blueprint: {
      one: '服务圈', many: '服务圈', groups: { main: '资料' }, help: { scopeUnit: '最新督查得分取自这个部门；不填则取全公司最近一次。' },
      fields: { name: '名称', about: '说明', scopeUnit: '部门', state: '状态' }, choices: { state: usage },
    },
  },
};
