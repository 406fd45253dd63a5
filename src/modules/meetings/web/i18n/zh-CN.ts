export const zh = {
  topics: { market: '市场', quality: '质量', process: '流程', service: '服务', productMix: '产品结构', satisfaction: '满意度', needs: '需求', other: '其他' },
  kinds: { solution: '专题会议', symposium: '客户座谈会', keyAccount: '大客户会议', other: '其他' },
  preparation: { topics: '拟定议题', guests: '拟定邀请名单', invitations: '发出邀请并收齐答复', venue: '场地与设备', lastTime: '上次意见的落实情况', recorder: '记录人与分工' },
  answers: { none: '未答复', accepted: '参加', declined: '不参加' },
  resolutions: { agreed: '同意', notAgreed: '不同意' },
  cancel: '取消', save: '保存', add: '加入',
  create: {
    title: '安排会议', hint: '客户座谈会自带七个议题和筹备清单。', back: '会议', kind: '类别', subject: '主题', goal: '目的', place: '地点', at: '开始', until: '结束', customer: '客户', users: '同事', contacts: '联系人', names: '其他人（每行一个）', agenda: '议题（每行一个）', done: '已安排，同事已收到邀请', make: '安排会议',
  },
  room: {
    agenda: '议程与纪要', none: '没有议程', minutes: '纪要：{item}', summary: '总述', saved: '纪要已保存', due: '纪要应于 {time} 前发出', half: '时限过半', near: '时限已用 80%', breached: '已超时', sent: '纪要已于 {time} 发出', about: '看相关的服务请求', preparation: '筹备', goal: '目的',
    resolution: '决议', resolved: '决议：{outcome}', actions: '行动', noActions: '没有行动', due2: '期限 {day}', overdue: '已逾期', done: '已完成', opinion: '客户意见', addAction: '加一项行动', subject: '做什么', owner: '负责人', dueOn: '期限', addLine: '议题', editAgenda: '修改议程', addTopic: '加一个议题', subjectOf: '第 {place} 项', remove: '删去 {item}',
    how: '怎样算出', reckoned: '会议结束 {end} ＋ {hours} 小时（自然时间）＝ {due}', stages: { half: '过半提醒主持人：{time}', near: '用到 80% 再提醒：{time}', breached: '到期未发，报主持人的上级：{time}' },
    toPrint: '打印纪要', openCase: '转为服务请求', caseKind: '类别', caseSubject: '主题', opened: '已开立 {number}，办结后本行动自动完成', result: '完成情况：{words}', ownPreparation: '加一项筹备',
  },
  guests: { title: '参加人', add: '邀请', user: '同事', contact: '联系人', name: '其他人', invited: '已邀请', notInvited: '未邀请', got: '已收到纪要', byHand: '已当面交给', hand: '已交给本人', remove: '从名单删去 {name}', answerOf: '{name} 的答复', come: '我参加', stay: '我不参加', answered: '已答复' },
  step: {
    hold: '已召开', held: '已记为召开', send: '发出纪要', sendHint: '同事在站内和邮箱收到；其他人请勾选已当面交给的。', sentDone: '已发给 {sent} 人，还有 {left} 人没有拿到', resolve: '记录决议', resolveHint: '决议只能记录一次；专题会议的决议就是投诉的处理方案。', outcome: '结论', text: '决议内容', resolvedDone: '决议已记录', close: '办结', closed: '已办结', cancel: '取消会议', reason: '取消原因', cancelled: '已取消', plan: '修改安排', planHint: '参加人会收到变动通知；改了时间，要请他们重新答复。', planned: '安排已修改，参加人已收到通知', calendar: '加到日历',
  },
  list: { title: '会议行动', hint: '会议上定下的事，逾期的排在前面。', empty: '没有会议行动', emptyHint: '在会议中加入行动后，会出现在这里。', finish: '已完成', result: '完成情况', finished: '已记下', onlyOverdue: '只看逾期', count: '进行中 {open} 项，其中逾期 {overdue} 项' },
  caseKinds: { complaint: '投诉', suggestion: '建议', repair: '报修', service: '服务', enquiry: '咨询', praise: '表扬' },
  print: { title: '会议纪要', print: '打印', time: '时间', place: '地点', chair: '参加人', absent: '未参加', none: '本项没有记录', draft: '草稿，尚未发出', back: '会议', actionOwner: '负责人' },
  agendaCount: '{count} 个议题',
};
