export const zhCN = {
  objects: {
    meeting: {
      one: '会议', many: '会议', groups: { main: '会议', result: '结果' },
      fields: {
        subject: '主题', kind: '类别', state: '状态', startsAt: '开始', endsAt: '结束', place: '地点', customer: '客户', goal: '目的', agenda: '议程', preparation: '筹备',
        summary: '纪要总述', resolution: '决议', resolutionText: '决议内容', resolvedAt: '决议时间', resolvedBy: '记录人', minutesDueAt: '纪要时限', minutesSentAt: '纪要发出', cancelledFor: '取消原因',
      },
      choices: {
        kind: { solution: '专题会议', symposium: '客户座谈会', keyAccount: '大客户会议', other: '其他' },
        state: { planned: '已安排', held: '已召开', minuted: '纪要已发', closed: '已办结', cancelled: '已取消' },
        resolution: { none: '未决', agreed: '同意', notAgreed: '不同意' },
      },
      help: { minutesDueAt: '会议结束后 48 小时内发出纪要。' },
    },
    meetingAction: {
      one: '会议行动', many: '会议行动', groups: { main: '行动' }, help: {},
      fields: { subject: '做什么', opinion: '客户意见', meeting: '会议', dueOn: '期限', state: '状态', doneAt: '完成时间', result: '完成情况' },
      choices: { state: { open: '进行中', done: '已完成' } },
    },
  },
};
