export const zh = {
  areas: {
    timeliness: '时限', flow: '流程', adaptability: '适应性', anticipation: '预见性', communication: '信息沟通', feedback: '顾客反馈', supervision: '组织和监管',
    appearance: '仪表', attitude: '态度', attention: '关注', tact: '得体', guidance: '指导', selling: '销售技巧', problemSolving: '礼貌解决问题',
  },
  faces: { procedural: '程序面', personal: '个人面' },
  types: { cold: '冷淡型', factory: '生产型', friendly: '友好型', quality: '优质型', none: '未分型' },
  states: { planned: '已计划', running: '进行中', submitted: '待确认', confirmed: '已确认', cancelled: '已取消' },
  kinds: { mystery: '神秘顾客', phone: '电话督查' },
  answers: { yesNo: '是否', scale: '1 到 5 分', number: '数值' },
  demands: { never: '不要求', failed: '未达标时', always: '必须' },
  directions: { atMost: '不超过', atLeast: '不少于' },
  cancel: '取消', save: '保存', print: '打印', unit: '部门',
  fill: {
    title: '填写督查', yes: '是', no: '否', none: '不适用', atMost: '目标：不超过 {target} {unit}', atLeast: '目标：不少于 {target} {unit}', missing: '请作答', needsComment: '请写说明', needsPhoto: '请拍照', and: '，',
    more: '加说明或照片', comment: '说明', commentOn: '说明：{item}', photo: '照片', photoOf: '{item}，第 {at} 张照片', photoRemove: '删去第 {at} 张照片', note: '总体说明', progress: '已完成 {done} / {total} 项', submit: '提交', next: '下一个未完成的',
    sent: '已提交，等主管确认', queued: '没有网络，已存在本机，联网后自动提交', kept: '已存在本机，断网也不会丢', unkept: '本机无法保存，请不要关闭页面', returned: '被退回：{reason}', denied: '这份督查不能填写', deniedHint: '只有督查人本人能填写，提交以后不能再改。',
    notHere: '本机上没有这份督查', notHereHint: '请联网后再打开。', waiting: '已完成，等待网络', waitingHint: '联网后自动提交，不用再做什么。',
  },
  signal: { waiting: '{count} 份督查待提交', refused: '{count} 份督查需要处理', sent: '已提交：{title}' },
  desk: {
    title: '督查', hint: '要做的督查按日期排列；填写的内容先存在手机上，断网也能继续。', plan: '安排督查', results: '督查结果', records: '全部记录', todo: '要做的', nothing: '现在没有要做的督查', nothingHint: '主管安排以后，会在这里出现。', begin: '开始', goOn: '继续',
    done: '已交的', recent: '最近确认的', report: '查看', confirm: '等您确认', look: '查看并确认', late: '已过计划日期', onDevice: '本机上', waiting: '等待网络', refused: '服务器没有接受', again: '再次提交', drop: '从本机删除', dropTitle: '从本机删除', dropHint: '{title} 在本机上的答案和照片会删除，不能恢复。', by: '督查人 {name}', draft: '填了一半', sendNow: '立即提交',
  },
  plan: {
    title: '安排督查', template: '模板', places: '看哪里', auditors: '谁来看', days: '从哪天起', months: '连续几个月', hint: '按已有次数从少到多轮流，不看自己的部门，也不连续两次由同一人看。', preview: '看看怎么分', done: '已安排 {count} 次督查', noTemplate: '还没有督查模板，请先到服务标准中载入标准库。', nobody: '没有人可看：点名的人都在这个部门',
    makes: '安排 {count} 次', site: '案场',
  },
  report: {
    title: '督查报告', back: '督查', print: '打印', fill: '填写', confirm: '确认', confirmHint: '确认以后，{unit} 可以看到这份结果，不能再改。', confirmed: '已确认', return: '退回', returnReason: '退回原因', returned: '已退回', cancel: '取消督查', cancelHint: '取消以后不用再做。', cancelled: '已取消', improve: '安排改进', done: '完成时间', planned: '计划日期', auditor: '督查人', confirmedBy: '确认人', template: '模板', version: '第 {number} 版',
    score: '{points} / {weight} 分，共 {items} 项', leftOut: '，{count} 项不适用，不计', line: '达标线 {target}%', below: '低于达标线 {target}%', met: '达标', area: '领域', scoreHead: '得分', made: '怎样得出', item: '项目', answer: '答案', weight: '权重', share: '得分率', missed: '未达标', notApplicable: '不适用', yes: '是', no: '否', points: '{value} 分（5 分制）', against: '{measured}（目标{direction} {target}）', note: '总体说明', improvements: '改进措施',
    noImprovement: '低于达标线，还没有安排改进。', empty: '还没有填写', photos: '照片', legend: '每项得到的比例乘以权重，加起来除以权重之和；不适用的项目不计。',
  },
  improve: {
    title: '改进措施', hint: '督查未达标后的改进；效果由同一部门的下一次督查给出。', subject: '改什么', plan: '怎样改', item: '针对', owner: '负责人', dueOn: '期限', save: '安排', done: '已安排，并通知负责人', general: '整体', overdue: '已逾期', due: '期限 {day}', finish: '登记完成', finishTitle: '完成改进', result: '完成情况', finished: '已记下', empty: '没有改进措施', emptyHint: '在督查报告中安排后，会出现在这里。',
    effects: { pending: '待下次督查', improved: '已改进', notYet: '仍未达标' }, open: '进行中', closed: '已完成', from: '来自 {audit}', onlyOverdue: '只看逾期', counts: '进行中 {open} 项，其中逾期 {overdue} 项',
  },
  results: {
    title: '督查结果', hint: '已确认的督查：服务属于哪一型，趋势怎样，哪些项目最常达不到。', map: '四种服务类型', mapLabel: '各部门的程序面和个人面得分', trend: '趋势', trendLabel: '每月得分', bothFaces: '程序面和个人面', missed: '最常未达标的项目', empty: '这段时间没有已确认的督查', emptyHint: '换一段时间，或等督查确认。', month: '月份', audits: '次数', place: '部门', type: '类型', range: '时间', ranges: { quarter: '近 3 个月', half: '近半年', year: '近一年', two: '近两年' },
    kind: '方式', allKinds: '全部方式', allUnits: '全部部门', rate: '{failed} / {asked} 次未达标', axisX: '程序面（%）→', axisY: '个人面（%）→', open: '最近一次', rows: '按领域看', count: '{count} 次',
  },
  library: {
    title: '服务标准', hint: '程序面七个领域、个人面七个领域；每条都看得见或量得出。', load: '载入标准库', loaded: '新增 {standards} 条标准、{templates} 个模板、{blueprints} 个服务圈', loadHint: '已有的不变，只补上没有的。', add: '新建标准', empty: '还没有服务标准', emptyHint: '一键载入随产品提供的标准、督查模板和服务圈，再按本公司情况修改。', templates: '督查模板', circles: '服务圈', count: '{count} 条', target: '目标 {direction} {target} {unit}', weight: '权重 {weight}', retired: '停用', draft: '草稿',
  },
  templates: {
    title: '督查模板', hint: '改动项目后成为新版本；进行中的督查按原来的版本做完。', add: '新建模板', empty: '还没有模板', items: '{count} 项，第 {number} 版', name: '名称', kind: '方式', state: '状态', inUse: '使用中', retired: '停用', save: '保存', saved: '已保存，第 {number} 版', addStandard: '加入标准', choose: '选择标准', text: '项目', weight: '权重', comment: '说明', photo: '照片', remove: '删去 {item}', up: '上移 {item}', down: '下移 {item}', back: '督查模板', none: '请先加入至少一条标准', newName: '新模板',
  },
  circle: {
    title: '服务圈', hint: '客户走过的每一步、真实一刻、期望、标准、等候和督查得分。', add: '新建服务圈', empty: '还没有服务圈', emptyHint: '可在服务标准中载入，也可自己建。', edit: '修改步骤', view: '看服务圈', moment: '真实一刻', expectation: '客户期望', standards: '服务标准', wait: '等候', waitTarget: '目标 {time}', measured: '实测 {time}（{count} 次）', slow: '超过目标', quick: '在目标内', latest: '最近督查 {score}%', noScore: '还没有督查', measure: '记一次等候', seconds: '等候（秒）', measuredOn: '日期', measuredDone: '已记下', name: '步骤', target: '等候目标（秒）', addStep: '加一步', remove: '删去 {name}', up: '上移 {name}', down: '下移 {name}', drag: '拖动排序，或用 Alt 加上下键', save: '保存步骤', saved: '已保存', steps: '{count} 步', noSteps: '还没有步骤', back: '服务圈', moved: '{name} 移到第 {at} 步', s: '{n} 秒', min: '{n} 分钟', h: '{n} 小时', record: '资料', newStep: '新的一步', actual: '实际等候取自', byHand: '人工记录和督查', taken: '近 90 天中位数 {time}（{count} 次）', noneTaken: '近 90 天没有记录',
  },
};
