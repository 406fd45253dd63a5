const usage = { active: '使用中', retired: '停用' };
const main = { main: '资料' };

export const zhCN = {
  objects: {
    skill: {
      one: '技能', many: '技能', groups: main, choices: { state: usage },
      fields: { code: '代码', name: '名称', about: '说明', needsCertificate: '须有证书', validMonths: '有效期（月）', state: '状态' },
      help: { code: '服务类型、队列和服务指令按代码或名称要求技能。', validMonths: '不填则长期有效。考试合格授予时，从当天起算。' },
    },
    staffSkill: {
      one: '员工技能', many: '员工技能', groups: main, choices: { source: { entered: '登记', exam: '考试' } },
      fields: { subject: '名称', skill: '技能', level: '等级', certificateNumber: '证书编号', validFrom: '生效日', validUntil: '有效至', source: '来源', exam: '考试', note: '备注' },
      help: { level: '1 到 5，越高越熟练。', validUntil: '过了这一天，技能不再计入。' },
    },
    shiftTemplate: {
      one: '班次', many: '班次', groups: main, choices: { state: usage, colour: { qing: '青', hu: '琥珀', ju: '紫', green: '绿', zhu: '朱' } }, help: { ends: '不晚于开始时间的，算作次日。' },
      fields: { name: '名称', shortName: '简称', starts: '开始', ends: '结束', breakMinutes: '休息（分钟）', colour: '颜色', position: '次序', state: '状态' },
    },
    shiftUnit: {
      one: '排班部门', many: '排班部门', groups: main, choices: {}, help: { isPlanned: '排班的部门只把请求派给当班的人。' }, fields: { subject: '部门', isPlanned: '按班次派工', cover: '每班人数' },
    },
    shiftPlan: {
      one: '排班表', many: '排班表', groups: main, choices: { state: { draft: '草稿', published: '已发布' } }, help: {}, fields: { subject: '名称', weekStart: '周一日期', state: '状态', publishedAt: '发布时间' },
    },
    shift: {
      one: '个人班次', many: '个人班次', groups: main, choices: { state: { on: '有效', cancelled: '已取消' } }, help: {},
      fields: { subject: '名称', plan: '排班表', template: '班次', onDay: '日期', startsAt: '开始', endsAt: '结束', breakMinutes: '休息（分钟）', state: '状态' },
    },
    shiftSwap: {
      one: '换班申请', many: '换班申请', groups: main, help: { partnerShift: '不填则由同事顶班。' },
      choices: { state: { asked: '待同事答复', agreed: '待批准', approved: '已批准', declined: '同事未同意', refused: '未批准', withdrawn: '已撤回' } },
      fields: { subject: '名称', shift: '我的班次', partner: '同事', partnerShift: '换来的班次', reason: '原因', state: '状态', answer: '答复', decidedAt: '处理时间', decidedBy: '处理人' },
    },
    absence: {
      one: '请假', many: '请假', groups: main, choices: { kind: { annual: '年假', sick: '病假', training: '外出培训', other: '其他' } }, help: {}, fields: { kind: '类别', fromDay: '从', toDay: '到', note: '备注' },
    },
    course: {
      one: '课程', many: '课程', groups: main, choices: { kind: { classroom: '课堂', onTheJob: '岗位实操', selfStudy: '自学' }, state: usage }, help: {}, fields: { name: '名称', kind: '方式', about: '内容', hours: '课时', state: '状态' },
    },
    trainingSession: {
      one: '培训场次', many: '培训场次', groups: main, choices: { state: { planned: '待开课', held: '已上课', cancelled: '已取消' } }, help: {},
      fields: { subject: '名称', course: '课程', startsAt: '开始', endsAt: '结束', place: '地点', trainer: '讲师', seats: '名额', state: '状态' },
    },
    trainingPlace: {
      one: '参训', many: '参训记录', groups: main, choices: { attendance: { invited: '待上课', attended: '到课', excused: '请假', absent: '缺席' } }, help: {},
      fields: { subject: '课程', session: '场次', attendance: '出勤', note: '备注' },
    },
    exam: {
      one: '考试', many: '考试', groups: main, choices: { state: { draft: '草稿', active: '开放', retired: '停用' } },
      help: { drawCount: '不填则用全部题目。', passMark: '得分占总分的百分比。' },
      fields: {
        name: '名称', about: '说明', course: '课程', minutes: '时限（分钟）', passMark: '合格线（%）', maxAttempts: '可考次数', drawCount: '抽题数', skill: '合格授予', skillLevel: '授予等级', questionCount: '题数', edition: '版次', state: '状态',
      },
    },
    examAttempt: {
      one: '考试记录', many: '考试记录', groups: main, choices: { state: { running: '答题中', marking: '待阅卷', passed: '合格', failed: '不合格' } }, help: {},
      fields: { subject: '名称', exam: '考试', number: '第几次', edition: '版次', startedAt: '开始时间', endsAt: '截止时间', submittedAt: '交卷时间', state: '结果', score: '得分（%）', markedAt: '阅卷时间', markedBy: '阅卷人' },
    },
    inductionPlan: {
      one: '带教计划', many: '带教计划', groups: main, choices: { state: usage }, help: {}, fields: { name: '名称', about: '说明', steps: '步骤', stepCount: '步骤数', state: '状态' },
    },
    induction: {
      one: '入职带教', many: '入职带教', groups: main, choices: { state: { running: '进行中', done: '已完成', cancelled: '已取消' } }, help: {},
      fields: { subject: '名称', plan: '计划', mentor: '带教人', startedOn: '开始日', dueOn: '应完成日', state: '状态', finishedAt: '完成时间', stepCount: '步骤数', doneCount: '已完成步骤' },
    },
    inductionStep: {
      one: '带教步骤', many: '带教步骤', groups: main, choices: { phase: { class: '课堂', practice: '实操', test: '考核' }, state: { open: '待完成', done: '已签认' } }, help: {},
      fields: { title: '步骤', induction: '带教', position: '次序', about: '要点', phase: '阶段', dueOn: '期限', state: '状态', exam: '考试', signedAt: '签认时间', signedBy: '签认人', note: '评语' },
    },
  },
};
