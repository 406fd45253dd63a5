const channels = { phone: '电话', mail: '邮件', web: '网页', portal: '客户门户', inPerson: '亲临', entrusted: '委托他人', letter: '信函／意见箱', chat: '在线聊天', message: '短消息', api: '接口' };

export const zhCN = {
  yes: '是', no: '否', cancel: '取消', choose: '请选择', optional: '（可不填）',
  head: { received: '{at} 受理', owner: '处理人', nobody: '还没有处理人', firstReceiver: '首问责任人', mergedInto: '已并入', splitFrom: '拆自' },
  step: {
    process: '流程：{name}', send: '完成“{step}”', rounds: '{count} 次', round: '第 {number} 次', bySystem: '系统', score: '{score} 分',
    states: { done: '已完成', open: '现在这一步', approving: '待批准', toCome: '未到', skipped: '未做' },
    approving: '方案待批准，批准后进入下一步。', waitsFor: '这一步等{who}来做。', recheck: '处理责任人以外的同事', manager: '主管', nobody: '接手的人',
    sent: { next: '“{step}”已完成', approving: '“{step}”已提交，待批准', closed: '“{step}”已完成，已办结' },
    scores: { lowest: '{score} 不满意', plain: '{score}', highest: '{score} 满意' },
  },
  message: {
    title: '往来', today: '今天', empty: '还没有往来，在下面写第一条。', told: '{who} 反映 · {at}', customer: '客户', system: '系统',
    kinds: { incoming: '来自客户', reply: '答复客户', note: '内部备注' }, channels,
    quoted: '以前的往来与签名', mailOf: '{who} 的邮件', asText: '看文字', asHtml: '看原来的格式', showPictures: '显示 {n} 张外部图片', picturesHint: '显示后，对方可能知道您看过',
  },
  write: {
    title: '写往来', kind: '写什么', kinds: { reply: '答复客户', note: '内部备注', incoming: '客户说' },
    labels: { reply: '给客户的答复', note: '给同事的备注', incoming: '客户说的话' },
    places: { reply: '写给客户的话', note: '只有同事看得到，用 @ 叫同事', incoming: '客户在电话里说的话' },
    send: { reply: '发送答复', note: '写入备注', incoming: '记下' }, sent: { reply: '已答复客户', note: '备注已写入', incoming: '已记下' },
    noteHint: '备注只有同事看得到。被 @ 的同事会收到通知，也能看到这件服务请求。', nobody: '没有这位同事', keys: 'Ctrl+Enter 发送', needsWords: '请先写内容。',
    canned: '常用回复', noReplies: '还没有常用回复，由主管添加。', attach: '附件', uploading: '正在上传', detach: '去掉 {name}', refused: '{name} 没有收下：{why}',
    isWriting: '{names} 正在回复', isReading: '{names} 也在看',
    warnWriting: '{names} 正在回复这位客户。', warnNewer: '您动笔之后，{who} 写了：{text}', lookFirst: '先看看', sendAnyway: '仍要发送',
  },
  clock: {
    none: '没有时限。', kinds: { firstResponse: '首次回应', whole: '答复客户', callback: '回访' }, again: '{name}（第 {round} 次）',
    urgency: { calm: '从容', half: '已过半', near: '快到期', breached: '已超时' }, paused: '停表中', inTime: '按时完成', late: '超时完成', moment: '不到 1 分',
    left: { working: '还有 {time}工作时间', plain: '还有 {time}' }, over: { working: '已超 {time}工作时间', plain: '已超 {time}' },
    spare: { working: '提前 {time}工作时间', plain: '提前 {time}' }, tooLate: { working: '晚了 {time}工作时间', plain: '晚了 {time}' },
    due: '{at} 到期', pausedFor: '等客户：{reason}', how: '怎样算出', howOf: '{name}怎样算出', storyOf: '{name}的时限怎样算出',
    limits: { workingDays: '{count} 个工作日', workingHours: '{count} 个工作小时', hours: '{count} 小时' }, limit1: { workingDays: '1 个工作日', workingHours: '1 个工作小时', hours: '1 小时' }, extended: '＋延期 {days} 个工作日',
    start: '起点', limit: '期限', plain: '算到', extension: '延期', pause: '停表', pauseOf: '{from} 至 {to}，顺延 {time}', dueAt: '到期', moves: '变动记录',
    moved: '{from} → {to}', reasons: { started: '开始计时', paused: '等客户，停表', resumed: '继续计时', extended: '批准延期', calendar: '工作日历更正', rejudged: '程度改判', retyped: '改了类型，重新定时限', stopped: '停止' },
  },
  act: {
    take: '接手', handOn: '转交', wait: '等客户', goOn: '继续处理', more: '更多', extend: '申请延期', remedy: '给予补救', merge: '合并', split: '拆分', withdraw: '客户撤回', reopen: '重新处理', correct: '更正资料', retype: '改类型',
    to: '转给', noteFor: '交代给对方的话',
    about: { wait: '等客户期间，时限停表；客户一有回音就继续。', withdraw: '客户不再要求处理，时限和步骤都停止。', reopen: '从第二步重新处理，重新计时。' },
    reasons: { wait: '等什么', withdraw: '客户怎么说', reopen: '为什么重新处理' },
    done: { take: '已接手', handOn: '已转交给{name}', wait: '已停表，等客户', goOn: '已继续处理', extend: '已提交，待批准', withdraw: '已撤回', reopen: '已重新处理' },
  },
  extend: { left: '还可延长 {left} 个工作日，合计最长 {most} 个工作日。逐级批准后生效。', days: '延长工作日', reason: '原因', ask: '提交申请' },
  remedy: {
    kind: '方式', amount: '费用（元）', note: '说明', give: '给予', none: '还没有给过补救。', hint: '在权限内的当场给予，超出权限的先送批准。',
    done: { granted: '已给予', approving: '超出权限，已送批准' },
    kinds: { explanation: '解释', apology: '致歉', repair: '修理', exchange: '更换', refund: '退款', compensation: '赔偿', gift: '赠礼', points: '积分' },
  },
  merge: { about: '{number} 的往来会移到选中的服务请求里，{number} 不再单独处理。', find: '按编号或主题找', choose: '并入哪一件', nothing: '这位客户没有别的未办结的服务请求。', done: '已并入 {number}' },
  correct: { save: '保存', done: '已更正', stale: '您打开以后，有同事改过这件服务请求。下面标出了对方的内容；您写的都还在，再按一次“保存”就以您的为准。', theirs: '现在是', now: '（现在是 {value}，不改则不填）' },
  retype: { about: '流程从头走，时限按新类型的制度、从原来的起点重新定。原因会记入往来和变更记录。', now: '现在是：{type}', to: '改为', reason: '为什么改', change: '改类型', done: '类型已改，流程和时限已重新定' },
  macro: {
    title: '快捷操作', run: '执行', preview: '将会做这些', none: '还没有快捷操作。', make: '去设置', ask: '由主管添加。', done: '“{name}”已执行', broken: '这个快捷操作写得不完整，请主管改好再用。', gone: '（这位同事已不在）',
    acts: { reply: '答复客户', note: '内部备注', priority: '优先级', tag: '标签', handOn: '转交', wait: '等客户' }, levels: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
  },
  waits: {
    about: { solution: '处理方案：{state}', extension: '延期：{state}', remedy: '补救：{state}' }, by: '等{names}批准', nobody: '待批准，还没有合适的批准人', returned: '已退回，请改后再提交', since: '自 {at}', level: '第 {step} 级，共 {count} 级', open: '看这个审批',
    meeting: '等会议决议', meetingOf: '等 {name} 主持的会议决议', meets: '会议时间 {at}', openMeeting: '看这个会议',
  },
  left: { doneBy: '“{step}”刚由{who}完成。您写的内容还在：', changed: '“{step}”现在不在等您做。您写的内容还在：', copy: '复制', copied: '已复制', drop: '不要了' },
  circle: {
    noRelated: '没有相关的服务请求。', noWatchers: '还没有人关注。', watchers: '关注的人：{names}', watch: '关注', unwatch: '不再关注', watched: '已关注，客户来信时通知您', unwatched: '已不再关注',
    addWatcher: '请同事关注', called: '已请 {name} 关注', addRelated: '添加相关', linked: '已关联 {number}', unlink: '取消与 {number} 的关联', unlinked: '已取消与 {number} 的关联',
    how: { linked: '相关', splitFrom: '本件拆自此件', splitInto: '由本件拆出', mergedFrom: '已并入本件' },
  },
  split: { subject: '主题', type: '服务类型', messages: '移过去的往来', done: '已拆成 {number}' },
  customer: {
    unknown: '还不知道是谁反映的。', name: '补上客户', others: '这位客户的其他未办结请求', noOthers: '这位客户没有别的未办结请求', newCase: '新建服务请求', newFor: '{name}的服务请求', take: '受理', taken: '已受理，编号 {number}',
    channel: '渠道', words: '内容', empty: '这位客户还没有服务请求', emptyHint: '客户来电或到访时，在这里受理。', more: '更早的', denied: '您看不到服务请求，需要时请联系管理员。',
    events: { opened: '已受理', answered: '已答复', closed: '已办结' },
  },
};
