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
    photoRemove: '删去第 {at} 张照片', missing: '请选择', needsComment: '请写原因', needsPhoto: '请拍照', optional: '可不填', parts: '用料', partName: '名称', partQuantity: '数量', partAdd: '加一项用料', partRemove: '删去这项用料',
    result: '处理结果', failedFor: '未能完成的原因', outcome: '结果', isDone: '已完成', isFailed: '未能完成', signature: '客户签字', sign: '请客户在框内签字', again: '重新签字', unsigned: '客户未签字', unsignedFor: '未签字的原因',
    finish: '提交', next: '下一个未完成的', progress: '已完成 {done} / {total} 项', kept: '已存在本机，断网也不会丢', unkept: '本机无法保存，请不要关闭页面', sent: '已提交', queued: '没有网络，已存在本机，联网后自动提交',
    waiting: '已完成，等待网络', waitingHint: '联网后自动提交，不用再做什么。', denied: '这张指令现在不能填写', deniedHint: '已经完成、取消，或改派给了别人。', notHere: '本机上没有这张指令', notHereHint: '请联网后再打开。', stepRefused: '{title}：{problem}',
  },
  signal: { waiting: '{count} 项现场记录待提交', refused: '{count} 份现场报告需要处理', sent: '已提交：{title}' },
  board: {
    title: '派工', hint: '把待派的指令拖到人员一行，或按“派工”选择人员和时段。', day: '日期', before: '前一天', after: '后一天', today: '今天', unassigned: '待派工', none: '没有待派的指令', noneHint: '在服务请求页面按“派工”新建。', nobody: '还没有现场服务人员', nobodyHint: '请给员工加上“现场服务人员”角色。',
    load: '{hours} 小时 · {count} 单', free: '空闲', dispatch: '派工', dispatchOf: '派工：{order}', move: '改派', worker: '人员', date: '日期', from: '从', to: '到', done: '已派给 {worker}', accept: '重叠也要派工', wrongTimes: '结束应晚于开始', cancelOrder: '取消指令', reason: '取消原因', cancelled: '已取消', choose: '请选择',
    order: '服务请求', track: '{worker}的时段', drag: '按空格拿起，用方向键移动，再按空格放下；也可以按“派工”。', dropped: '放到{worker}',
  },
  panel: { none: '还没有服务指令', create: '派工', title: '新建服务指令', kind: '类别', subject: '要做的事', checklist: '检查单', place: '地点', area: '片区', skills: '所需技能', later: '先不派人', worker: '人员', save: '建立', made: '已建立 {number}', all: '派工看板' },
};
