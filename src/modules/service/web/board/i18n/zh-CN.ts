export const zhCN = {
  title: '服务看板', hint: '投诉和报修有没有漏，客户满不满意，问题出在哪里。', period: '期间', range: { month: '本月', quarter: '近三个月', year: '近十二个月' }, from: '从', to: '到', unit: '部门', allUnits: '全部部门', print: '打印',
  leaks: '四个不漏', leaksNote: '{n} 件投诉和报修', leak: {
    recorded: { name: '不漏记录', text: '没有记下是谁反映的，以后无法答复和回访。' },
    handled: { name: '不漏处理', text: '答复时限已过，还没有答复客户。' },
    rechecked: { name: '不漏复审', text: '已答复，但回访时限已过或已办结，没有问过客户满不满意。' },
    fedBack: { name: '不漏反馈', text: '已办结且有人能防止再犯，但没有告诉设计、生产或经营部门。' },
  },
  leakNone: '一件不漏', leakSome: '{n} 件漏了', show: '看是哪几件', offenders: '{name}：{n} 件', offendersHint: '最早受理的在前。', received: '{at} 受理', nobody: '无人处理', close: '关闭',
  rates: '三个控制率', rate: {
    complaintRate: { name: '投诉率', text: '投诉件数 ÷ 期末客户数', of: '{a} 件 ÷ {b} 位客户' },
    omissionRate: { name: '遗漏率', text: '四项中漏了任一项的 ÷ 全部投诉和报修', of: '{a} 件 ÷ {b} 件' },
    dissatisfactionRate: { name: '不满意率', text: '回访得 1 到 2 分的 ÷ 有回访得分的', of: '{a} 件 ÷ {b} 件' },
  },
  noRate: '还不能算', trend: '{name}逐月', month: '月份', noMonths: '一个月以上才有走势',
  causes: '原因', causesNote: '件数从多到少，线为累计占比', causesLabel: '各原因的件数和累计占比', cause: '原因', cases: '件数', share: '累计', cost: '补救费用', actions: '未完成的措施', unnamed: '未定原因', costTotal: '补救费用合计 {amount}', causesNone: '这段时间没有投诉和报修', causesNoneHint: '换一段期间或部门再看。', vital: '前 {n} 个原因占 {share}',
  value: '投诉的价值', valueNote: '投诉满十二个月后，客户有没有再买', valueHint: '培训资料的说法：当场解决的 95% 会再来，解决了的 70% 会再来。下面是公司自己的数字。', outcome: { onSpot: '当场解决', solved: '解决了', unsolved: '没有解决' }, own: '本公司', benchmark: '培训资料', returned: '{a} / {b} 位再买', valueNone: '还没有满十二个月的投诉', noBenchmark: '无', better: '高于 {n} 个百分点', worse: '低于 {n} 个百分点',
  late: '逾期的纠正措施', lateNone: '没有逾期的纠正措施', due: '应在 {day} 完成', all: '全部纠正措施',
};
