export const zhCN = {
  title: '服务台设置', hint: '队列和人、服务类型、原因、常用回复、快捷操作与流程。',
  open: {
    title: '设立服务台', hint: '一次建好制度、流程、队列、服务类型、原因和常用回复，之后都可以改。', pack: '时限按哪一套制度', unit: '服务台属于哪个部门', unitHint: '时限按这个部门的工作日历计算；不选则用公司的。', members: '谁来接待', membersHint: '新来的派给其中手上最少的人；不选则由大家自取。', add: '加人', remove: '去掉 {name}', go: '设立',
    days: '一般投诉 1 个工作日答复，较大投诉 3 个工作日；可逐级延期，合计最长 7 个工作日。节假日和非工作时间不计。适合有工作日历的物业和客服部门。',
    hours: '本市 12 小时答复，外地 24 小时答复，按钟点连续计时，不扣节假日。适合承诺“几小时内答复”的公司。',
    done: '服务台已设立',
  },
  queues: { title: '队列', note: '谁处理什么；时限按队列所属部门的日历', none: '还没有队列', unit: '部门', company: '全公司', load: '按负荷派', manual: '自取', off: '已停用', people: '{n} 人：{names}', and: '、', edit: '改人员', editTitle: '{name} 的人员', max: '最多同时', maxHint: '不限', open: '手上 {n} 件', nobody: '还没有人。没有人的队列只能自取。', add: '加人', remove: '去掉 {name}', save: '保存', saved: '人员已保存', cancel: '取消' },
  lists: {
    title: '内容', types: '服务类型', typesHint: '客户能提什么，各走哪个流程、依哪套制度、进哪个队列', causes: '原因', causesHint: '投诉和报修归到哪里、要告诉谁', replies: '常用回复', repliesHint: '可用 {customer}、{number}、{agent}、{due}', policies: '制度', policiesHint: '时限、方案谁批、补救的权限', calendars: '工作日历', calendarsHint: '上班时间、节假日、调休', count: '{n} 项', none: '还没有',
  },
  macros: {
    title: '快捷操作', note: '一按做完几件事', none: '还没有快捷操作', noneHint: '例如“请客户补照片”：回复一段话，加标签，再转为等客户。', create: '新建快捷操作', edit: '修改', off2: '已停用', name: '名称', isActive: '启用', steps: '依次做', addStep: '加一步', remove: '去掉第 {n} 步', up: '第 {n} 步上移', save: '保存', saved: '快捷操作已保存', cancel: '取消', undo: '撤销', removed: '快捷操作已删除', delete: '删除', merge: '文字里可用 {customer}、{number}、{agent}、{due}。',
    act: { reply: '回复客户', note: '写内部备注', priority: '改优先级', tag: '加标签', handOn: '转交', wait: '等客户' }, text: '内容', to: '改为', tag: '标签', person: '转给', reason: '等什么', needName: '请写名称。', needStep: '请把每一步填完，至少一步。',
  },
  processes: { title: '流程', revision: '第 {n} 版', running: '{n} 件在走' },
};
