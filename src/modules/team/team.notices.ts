const now = { isInApp: true, mail: 'now' } as const;
const later = { isInApp: true, mail: 'digest' } as const;

/** What the team's work tells people about (PL-44). */
export const teamNotices = {
  skillEnds: {
    key: 'team.skill-ends', channels: now, label: { 'zh-CN': '技能或证书快到期', en: 'A skill ends soon' }, withheld: { 'zh-CN': '有一项技能快到期，请打开查看', en: 'A skill ends soon: open it to see more' },
    title: { 'zh-CN': '{person}的“{skill}”有效至 {day}，请安排续期', en: '“{skill}” of {person} is valid until {day}: have it renewed' },
  },
  skillOver: {
    key: 'team.skill-over', channels: now, label: { 'zh-CN': '技能或证书已到期', en: 'A skill is over' }, withheld: { 'zh-CN': '有一项技能已到期，请打开查看', en: 'A skill is over: open it to see more' },
    title: { 'zh-CN': '{person}的“{skill}”已于 {day} 到期，不再按它派工', en: '“{skill}” of {person} ended on {day} and no longer counts' },
  },
  nobody: {
    key: 'team.nobody', channels: now, label: { 'zh-CN': '没有人能接的请求', en: 'A case that nobody can take' }, withheld: { 'zh-CN': '有一件请求没有合适的人，请打开查看', en: 'A case has nobody to take it: open it to see more' },
    title: { 'zh-CN': '{number} 还没有人能接：{reasons}', en: 'Nobody can take {number} now: {reasonsEn}' },
  },
  plan: {
    key: 'team.plan', channels: now, label: { 'zh-CN': '我的班次', en: 'My shifts' }, withheld: { 'zh-CN': '您的班次有变化，请打开查看', en: 'Your shifts changed: open them to see more' },
    title: { 'zh-CN': '{day} 起一周的班次已发布：您有 {count} 班', en: 'Shifts of the week of {day}: {count} {count|shift|shifts} for you' },
  },
  swapAsked: {
    key: 'team.swap-asked', channels: now, label: { 'zh-CN': '同事请我换班', en: 'A colleague asks to swap' }, withheld: { 'zh-CN': '有同事请您换班，请打开查看', en: 'A colleague asks you to swap: open it to see more' },
    title: { 'zh-CN': '{person}请您接 {shift}', en: '{person} asks you to take {shift}' },
  },
  swapAgreed: {
    key: 'team.swap-agreed', channels: now, label: { 'zh-CN': '换班待批准', en: 'A swap to approve' }, withheld: { 'zh-CN': '有换班等您批准，请打开查看', en: 'A swap waits for you: open it to see more' },
    title: { 'zh-CN': '{person}和{partner}已商定换班：{shift}，请批准', en: '{person} and {partner} agreed to swap {shift}: please decide' },
  },
  swapSettled: {
    key: 'team.swap-settled', channels: now, label: { 'zh-CN': '换班的结果', en: 'What became of a swap' }, withheld: { 'zh-CN': '您的换班有结果，请打开查看', en: 'Your swap was settled: open it to see more' },
    title: { 'zh-CN': '换班 {shift}：{result}', en: 'Swap of {shift}: {resultEn}' },
  },
  invited: {
    key: 'team.invited', channels: now, label: { 'zh-CN': '安排给我的培训', en: 'A training for me' }, withheld: { 'zh-CN': '有一次培训安排给您，请打开查看', en: 'There is a training for you: open it to see more' },
    title: { 'zh-CN': '{when} 培训：{course}', en: 'Training on {when}: {course}' },
  },
  result: {
    key: 'team.result', channels: later, label: { 'zh-CN': '考试成绩', en: 'An exam result' }, withheld: { 'zh-CN': '您的考试有了成绩，请打开查看', en: 'Your exam was marked: open it to see more' },
    title: { 'zh-CN': '{exam}：{score}%，{result}', en: '{exam}: {score}%, {resultEn}' },
  },
  toMark: {
    key: 'team.to-mark', channels: later, label: { 'zh-CN': '待阅的试卷', en: 'A paper to mark' }, withheld: { 'zh-CN': '有试卷待阅，请打开查看', en: 'A paper waits to be marked: open it to see more' },
    title: { 'zh-CN': '{person}的{exam}有简答题待阅', en: '{exam} of {person} has texts to mark' },
  },
  induction: {
    key: 'team.induction', channels: now, label: { 'zh-CN': '入职带教开始', en: 'An induction begins' }, withheld: { 'zh-CN': '有一项带教与您有关，请打开查看', en: 'There is an induction for you: open it to see more' },
    title: { 'zh-CN': '{person}的带教从 {day} 开始，带教人{mentor}', en: 'Induction of {person} begins on {day}, mentor {mentor}' },
  },
  stepLate: {
    key: 'team.step-late', channels: now, label: { 'zh-CN': '带教步骤逾期', en: 'An induction step is overdue' }, withheld: { 'zh-CN': '有带教步骤逾期，请打开查看', en: 'An induction step is overdue: open it to see more' },
    title: { 'zh-CN': '{person}的带教步骤“{step}”应在 {day} 完成', en: 'Induction of {person}: “{step}” was due on {day}' },
  },
} as const;
