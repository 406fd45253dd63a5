export const zh = {
  states: { planned: '待派工', dispatched: '已派工', onTheWay: '在路上', onSite: '在现场', done: '已完成', failed: '未完成', cancelled: '已取消' },
  kinds: { repair: '维修', install: '安装', inspect: '检查', visit: '上门拜访', other: '其他' },
  skills: { electric: '电工', plumbing: '管道', appliance: '家电', renovation: '装修', cleaning: '清洁' },
  cancel: '取消', noWindow: '未约时段', nobody: '未派人', sendNow: '立即提交', remove: '删除',
  mine: {
    title: '我的服务指令', hint: '按预约时间排列；填写的内容先存在手机上，断网也能继续。', todo: '要去的', nothing: '现在没有派给您的指令', nothingHint: '派工以后，会在这里出现。', done: '最近完成的', open: '打开', onDevice: '本机上', waiting: '等待网络',
    refused: '服务器没有接受', goOn: '继续填写', again: '再次提交', drop: '放弃', dropTitle: '放弃这份报告？', dropHint: '“{title}”在本机上的内容会删除，不能恢复。', offline: '没有网络，以下是本机上的指令。',
  },
  order: {
    title: '服务指令', place: '地点', contact: '联系人', customer: '客户', phone: '电话', leave: '出发', arrive: '到达', way: '进度', checklist: '检查单', yes: '做到', no: '没做到', why: '没做到的原因', whyOf: '原因：{item}', photo: '拍照', photoOf: '{item}，第 {at} 张照片',
    photoRemove: '删去第 {at} 张照片', missing: '请选择', needsComment: '请写原因', needsPhoto: '请拍照', needsSignature: '请签字', fillIn: '请填写', range: '正常 {range}', whyRange: '超出范围的原因和处理', optional: '可不填', parts: '用料', partName: '名称', partChoose: '备件', partOther: '其他（填写名称）', partIn: '{name}（车上 {quantity} {measure}）', partShort: '车上只有 {quantity} {measure}，可以提交，请事后补记入库。', partsCost: '备件费用（元）', partQuantity: '数量', partAdd: '加一项用料', partRemove: '删去这项用料',
    result: '处理结果', failedFor: '未能完成的原因', outcome: '结果', isDone: '已完成', isFailed: '未能完成', signature: '客户签字', sign: '请客户在框内签字', again: '重新签字', unsigned: '客户未签字', unsignedFor: '未签字的原因',
    finish: '提交', next: '下一个未完成的', progress: '已完成 {done} / {total} 项', kept: '已存在本机，断网也不会丢', unkept: '本机无法保存，请不要关闭页面', sent: '已提交', queued: '没有网络，已存在本机，联网后自动提交',
    waiting: '已完成，等待网络', waitingHint: '联网后自动提交，不用再做什么。', denied: '这张指令现在不能填写', deniedHint: '已经完成、取消，或改派给了别人。', notHere: '本机上没有这张指令', notHereHint: '请联网后再打开。', stepRefused: '{title}：{problem}',
  },
  itemKinds: { tick: '做到与否', number: '数值', choice: '选择', text: '文字', photo: '照片', signature: '签字' },
  lists: {
    title: '服务检查单', hint: '上门时照着做的清单。修改后成为新版本，已经建立的指令仍用原来的版本。', all: '全部检查单', add: '新建检查单', none: '还没有检查单', noneHint: '新建一份，派工时就可以选用。', count: '{count} 项', revision: '第 {revision} 版', active: '使用中', retired: '停用',
    new: '新检查单', editHint: '右边是现场人员手机上看到的样子，可以直接试填。', about: '检查单', name: '名称', nameEn: '英文名称', state: '状态', versions: '版本', old: '这是以前的版本，只能查看。', items: '项目', item: '第 {at} 项', label: '做什么', labelZh: '第 {at} 项', labelEn: '第 {at} 项英文',
    kindOf: '第 {at} 项的类型', required: '必填', withPhoto: '要照片', unit: '计量', min: '最小', max: '最大', choice: '选项', choiceZh: '第 {at} 项的选项 {place}', choiceEn: '第 {at} 项的选项 {place} 英文', isBad: '不合格', choiceAdd: '加选项', choiceRemove: '删去选项 {place}', grip: '移动：{item}', gripHint: '拖动，或按上下方向键移动。',
    up: '上移：{item}', down: '下移：{item}', remove: '删去：{item}', save: '保存为新版本', saved: '已保存，第 {revision} 版', keeps: '已建立的指令不受影响', unfinished: '请补全标红的内容', tryOut: '试填', empty: '加上项目，就可以在这里试填。', check: '看看还缺什么', restart: '重新试填',
    gap: { words: '请写中文和英文', range: '最小值不能大于最大值', choices: '至少两个选项，都写上中英文' },
  },
  stock: {
    title: '备件库存', hint: '仓库和每辆服务车里有什么。现场用掉的备件会自动从车上扣减。', find: '按名称或编码找', lowOnly: '只看低于最低库存的（{count}）', parts: '备件目录', stores: '仓库和服务车', none: '没有备件', noneHint: '先在备件目录里建立备件，再入库。', part: '备件', price: '单价（元）', total: '合计', low: '偏低',
    receive: '入库', transfer: '调拨', count: '盘点', from: '从', store: '备件库', to: '到', quantity: '数量', counted: '实有数量', there: '账上 {quantity}', lineAdd: '加一行', lineRemove: '删去这一行', note: '说明（可不填）', book: '记账', done: '已记账', noMoves: '还没有出入库记录', kinds: { receive: '入库', transfer: '调拨', use: '现场使用', count: '盘点调整' },
  },
  signal: { waiting: '{count} 项现场记录待提交', refused: '{count} 份现场报告需要处理', sent: '已提交：{title}' },
  board: {
    title: '派工', hint: '把待派的指令拖到人员一行，或按“派工”选择人员和时段。', before: '前一天', after: '后一天', today: '今天', unassigned: '待派工', none: '没有待派的指令', noneHint: '在服务请求页面按“派工”新建。', nobody: '还没有现场服务人员', nobodyHint: '请给员工加上“现场服务人员”角色。',
    load: '{hours} / {of} 小时 · {count} 单', count: '{count} 单', off: '休息', oneDay: '日', week: '周', view: '查看', weekBefore: '上一周', weekAfter: '下一周', weekHint: '每人每天已派的小时数与工作时间。点一天打开当天的看板。', print: '打印当日指令', overlaps: '与另一单时间重叠', tooFar: '离 {after} 的片区太远：路上约 {needed} 分钟，只空出 {free} 分钟', busyWith: '这个时段已有 {orders}', dayOff: '这一天不上班', fits: '合适', free: '空闲', dispatch: '派工', dispatchOf: '派工：{order}', move: '改派', worker: '人员', date: '日期', from: '从', to: '到', done: '已派给 {worker}', accept: '仍要派工', wrongTimes: '结束应晚于开始', cancelOrder: '取消指令', reason: '取消原因', cancelled: '已取消', choose: '请选择',
    order: '服务请求', track: '{worker}的时段', drag: '按空格拿起，用方向键移动，再按空格放下；也可以按“派工”。', dropped: '放到{worker}',
  },
  rounds: {
    one: '巡查', mine: '我的巡查', mineHint: '到点位逐个记录，发现的问题自动成为服务请求。内容先存在手机上，断网也能继续。', today: '现在要走的', later: '明后天', over: '最近完成的', nothing: '现在没有要走的巡查', nothingHint: '到了计划的日子，会在这里出现。', offline: '没有网络，以下是本机上的巡查。',
    states: { planned: '待巡查', done: '已巡查', late: '补巡', missed: '漏巡' }, points: '{count} 个点位', foundCount: '{count} 个问题', doneAt: '{at}完成', dropTitle: '放弃这次巡查的记录？', waitingCount: '{count} 次巡查待提交', refusedCount: '{count} 次巡查需要处理',
    code: '点位编号', codeHint: '点位牌上的编号', find: '定位', orList: '输入或用扫码枪读取编号，也可以直接在下面的清单里记录。', found: '已定位：{point}', codeUnknown: '这条路线上没有编号 {code}，请核对点位牌。', pointList: '点位', byCode: '已到点',
    fine: '正常', finding: '有问题', unreachable: '到不了', reason: '到不了的原因', reasonOf: '{point}到不了的原因', what: '看到了什么、在什么位置', whatAt: '{point}的问题', urgent: '紧急', another: '这个点位还有别的问题', removeFinding: '删去这个问题', note: '整次巡查的说明', case: '服务请求',
    gap: { visit: '还没有记录', reason: '请写原因', finding: '请写清问题', photos: '请拍照' }, notHere: '本机上没有这次巡查',
  },
  inspections: {
    title: '巡查看板', hint: '今天走了哪些、漏了哪些、发现了什么。', today: '今天的巡查', noneToday: '今天没有安排巡查', noneTodayHint: '在巡查路线里设定频次，就会自动安排。', missed: '两周内漏巡的', coming: '接下来一周', findings: '最近发现的问题', noFindings: '还没有发现问题', noFindingsHint: '巡查时记录的问题和对应的服务请求会列在这里。',
    caseOpen: '处理中', caseOver: '已办结', photos: '{count} 张照片', trend: '近六个月', month: '月份', rounds: '巡查', counts: { over: '已巡查', due: '待巡查', missed: '漏巡', found: '问题' },
  },
  routes: {
    title: '巡查路线', hint: '走哪些点位、多久一次、谁来走。到了日子自动排出巡查。', all: '全部路线', add: '新建路线', none: '还没有巡查路线', noneHint: '新建一条，写上点位和频次。', new: '新路线', editHint: '点位按走的顺序排列；保存后可以打印点位牌。', plan: '安排', worker: '巡查人', nobody: '暂不安排', caseType: '问题建成哪类服务请求',
    frequency: '多久一次', daily: '每天', weekly: '每周', monthly: '每月', weeklyOn: '每{day}', monthlyOn: '每月 {day} 日', onWeekday: '星期几', onDate: '几号', dayOfMonth: '{day} 日', shortMonth: '没有这一天的月份，排在最后一天。', next: '接下来：{dates}', and: '、',
    point: '第 {at} 个点位', pointEn: '第 {at} 个点位英文', pointName: '点位名称', addPoint: '加点位', codeLater: '保存后编号', keeps: '保存后，还没开始的巡查按新的安排', save: '保存路线', saved: '路线已保存', signs: '点位牌', print: '打印',
  },
  weekdays: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
  print: { title: '{day}的指令', hint: '每人一页，按建议的路线排列；打印后可以带到现场。', everybody: '所有人', none: '这一天没有已派的指令', noneHint: '在派工页面派给人员以后，就可以打印。' },
  panel: { none: '还没有服务指令', create: '派工', title: '新建服务指令', kind: '类别', subject: '要做的事', checklist: '检查单', place: '地点', area: '片区', noArea: '不分片区', skills: '所需技能', later: '先不派人', worker: '人员', save: '建立', made: '已建立 {number}', all: '派工看板' },
};
