export const zhCN = {
  objects: {
    serviceOrder: {
      one: '服务指令', many: '服务指令', groups: { main: '内容', place: '地点与联系人', visit: '上门', result: '结果' },
      fields: {
        number: '编号', case: '服务请求', customer: '客户', kind: '类别', subject: '要做的事', checklist: '检查单', place: '地点', area: '片区', contactName: '现场联系人', contactPhone: '联系电话',
        skills: '所需技能', state: '状态', windowFrom: '预约开始', windowTo: '预约结束', leftAt: '出发时间', arrivedAt: '到达时间', doneAt: '完成时间', result: '处理结果', failedFor: '未完成原因', cancelledFor: '取消原因', partsCost: '备件费用',
      },
      choices: {
        kind: { repair: '维修', install: '安装', inspect: '检查', visit: '上门拜访', other: '其他' },
        state: { planned: '待派工', dispatched: '已派工', onTheWay: '在路上', onSite: '在现场', done: '已完成', failed: '未完成', cancelled: '已取消' },
        skills: { electric: '电工', plumbing: '管道', appliance: '家电', renovation: '装修', cleaning: '清洁' },
      },
      help: { checklist: '指令建立时的检查单；之后修改检查单不影响这张指令。' },
    },
    inspectionRoute: {
      one: '巡查路线', many: '巡查路线', groups: { main: '资料' }, help: { caseType: '发现的问题按这个类型建立服务请求。', onDay: '每周填 1（周一）到 7；每月填几号。' },
      fields: { name: '名称', nameEn: '英文名称', caseType: '问题的服务类型', worker: '巡查人', unit: '部门', frequency: '频次', onDay: '哪一天', fromMinute: '开始（零点起分钟）', toMinute: '结束（零点起分钟）', state: '状态', pointCount: '点位数' },
      choices: { frequency: { daily: '每天', weekly: '每周', monthly: '每月' }, state: { active: '使用中', retired: '停用' } },
    },
    inspectionRound: {
      one: '巡查', many: '巡查', groups: { main: '资料' }, help: {},
      fields: { number: '编号', route: '路线', onDate: '日期', windowFrom: '开始', windowTo: '结束', state: '状态', doneAt: '完成时间', findingCount: '发现问题', note: '说明' },
      choices: { state: { planned: '待巡查', done: '已巡查', late: '补巡', missed: '漏巡' } },
    },
    serviceArea: {
      one: '服务片区', many: '服务片区', groups: { main: '资料' }, choices: {}, fields: { name: '名称', nameEn: '英文名称', eastKm: '向东（公里）', northKm: '向北（公里）', isActive: '使用中' },
      help: { eastKm: '从仓库算起，向西填负数；用来估算路程和排当天的路线。', northKm: '从仓库算起，向南填负数。' },
    },
    part: {
      one: '备件', many: '备件', groups: { main: '资料' }, choices: {}, fields: { code: '编码', name: '名称', measure: '单位', price: '单价', lowAt: '最低库存', isActive: '使用中' },
      help: { lowAt: '全部库存低于它时标出。' },
    },
    partStore: {
      one: '备件库', many: '备件库', groups: { main: '资料' }, fields: { name: '名称', kind: '类别', worker: '使用人', area: '出发片区', isActive: '使用中' }, choices: { kind: { depot: '仓库', van: '服务车' } },
      help: { worker: '服务车归谁使用；他用的备件从这辆车扣减。', area: '一天从这里出发。' },
    },
    orderChecklist: {
      one: '服务检查单', many: '服务检查单', groups: { main: '资料' }, help: {}, fields: { name: '名称', nameEn: '英文名称', itemCount: '项目数', revision: '版本', state: '状态' },
      choices: { state: { active: '使用中', retired: '停用' } },
    },
  },
  note: {
    finding: '巡查 {round} 发现（{worker}，{place}），照片 {photos} 张',
    done: '现场服务 {number} 已完成（{worker}）：{result}', failed: '现场服务 {number} 未完成（{worker}）：{result}', parts: '用料：{parts}', missed: '未做到：{items}', unsigned: '客户未签字：{reason}',
  },
};
