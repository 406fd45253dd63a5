export const zh = {
  panel: { all: '查看全部', denied: '您没有查看这些内容的权限，可请客户经理把您加为协作人。' },
  stage: {
    bar: '客户阶段', title: '改为“{stage}”', confirm: '改为{stage}', fromTo: '{name}：由{from}改为{to}。', oneWay: '改为{to}后，不能直接退回{from}。', lostReason: '流失原因', pickReason: '请选择流失原因。',
    words: '说明', wordsHint: '选填，会记入往来记录。', wordsNeeded: '请写明原因，会记入往来记录。', changed: '阶段已改为{stage}', undone: '撤销刚才的改动', since: '自 {date}', notFrom: '不能由{from}直接改为{to}',
  },
  contact: { add: '添加联系人', primary: '主要', prefers: '偏好', empty: '还没有联系人。记下谁拍板、谁使用、谁付款，下次打电话就知道找谁。' },
  style: {
    talk: '怎样沟通', avoid: '避免', wants: '想要', fears: '担心', talkWith: '与{style}的人沟通', badge: '{name}是{style}，查看怎样沟通', isOf: '{name}是{style}', unknown: '还不知道是哪种风格',
    unknownHint: '在方格中点一下：越靠右越果断直接，越靠上越重人情。放好后，这里会写出怎样与对方沟通。', onBorder: '正好落在分界线上，再多观察几次，往更像的一边挪一格。',
    gridHint: '点方格，或按方向键移动。', gridRead: '您没有修改此联系人的权限。', saved: '已记下风格', people: '重人情', facts: '重事实', asks: '委婉', tells: '果断', assertiveness: '果断程度', responsiveness: '情感表露',
    less: '{score}减一', more: '{score}加一', gridAt: '人际风格方格：果断程度 {assertiveness}，情感表露 {responsiveness}', gridNone: '人际风格方格：尚未评分',
  },
  need: { add: '添加需求', empty: '还没有记下需求。听到客户说“要是能……就好了”，就记在这里。', toggle: '已满足：{need}', wasMet: '已满足：{need}', reopened: '重新列为未满足：{need}', metOf: '已满足 {met} / {all}' },
  relation: {
    add: '添加关系', household: '家庭', companies: '集团', referrals: '介绍', others: '其他', open: '{name}：{kind}，查看关系',
    empty: '还没有关系。母公司、子公司、介绍人都可以记在这里。', emptyPerson: '还没有关系。夫妻、家人、介绍人都可以记在这里。',
  },
  task: { add: '添加待办', empty: '没有待办。定一个下次联系的日子，到时会出现在“今日”。', finish: '完成：{task}', finished: '已完成：{task}' },
  composer: {
    title: '写一条往来记录', kind: '写什么', outcome: '结果', direction: '方向', contact: '与谁', when: '什么时候', now: '时间：现在', due: '什么时候到期', today: '今天', tomorrow: '明天', nextMonday: '下周一',
    searching: '正在查找', nobody: '没有找到', outward: '客户可见', inward: '仅内部可见', keys: 'Ctrl+Enter 保存', needsWords: '请先写几个字。',
    words: {
      note: '记下了解到的情况，输入 @ 可提到同事', call: '电话里说了什么（可不填）', visit: '走访见到谁、谈了什么（可不填）', meeting: '会上商定了什么（可不填）', task: '接下来要做什么',
    },
    save: { note: '记下', call: '登记电话', visit: '登记走访', meeting: '登记会议', task: '建立任务' },
    saved: { note: '已记下', call: '已登记电话', visit: '已登记走访', meeting: '已登记会议', task: '已建立任务' },
  },
  timeline: {
    label: '往来记录',
    kinds: '按种类查看', all: '全部', more: '载入更早的记录', start: '已到最早的记录', none: '没有这一类记录', noneHint: '换一类，或点“全部”。', empty: '还没有往来', emptyHint: '在上面写下第一条：打过的电话、走访、听到的消息。',
    becomes: '改为', emptied: '清空', moreChanges: '另有 {count} 项', pin: '置顶：{entry}', unpin: '取消置顶：{entry}', edit: '修改：{entry}', delete: '删除：{entry}', pinned: '已置顶', unpinned: '已取消置顶',
    deleted: '已删除“{entry}”', edited: '已修改', words: '内容', isPinned: '置顶', isDone: '已完成', with: '与', minutes: '{count} 分钟', group: { changes: '变更', people: '联系人与需求', files: '文件' },
  },
  entry: {
    stageFirst: '阶段定为{to}', stage: '阶段由{from}改为{to}', lost: '{words}，原因：{reason}', contact: '新增联系人 {name}', need: '提出需求：{name}', needMet: '需求已满足：{name}', relation: '记下关系：{kind} {name}', someone: '您看不到的客户',
    file: '上传文件 {name}', created: '建立客户', owner: '更换负责人', merge: '合并客户', sharing: '调整协作人', changedOwn: '修改资料', changed: '修改{object} {name}', added: '新增{object} {name}', removed: '删除{object} {name}', restored: '恢复{object} {name}',
  },
  figures: {
    lastContact: '上次联系', nextContact: '下次应联系', tasks: '待办', contacts: '联系人', needs: '未满足的需求', completeness: '完整度', never: '还没有联系上', unset: '未定', days: '{count} 天前', todayWord: '今天', overdue: '其中逾期 {count}', noneOverdue: '没有逾期',
    complete: '资料齐全', toFill: '还有资料要补',
  },
  file: {
    drop: '把文件拖到这里，或', choose: '选择文件', hint: '合同、名片照片、往来函件都可以放在客户名下。', empty: '还没有文件', uploading: '正在上传 {name}，{percent}%', failed: '{name} 没有传上：{reason}', again: '重试', dismiss: '不传了',
    download: '下载 {name}', remove: '删除 {name}', removed: '已删除 {name}', by: '{name} 上传', dropHere: '松手即上传', cancel: '取消上传 {name}', removeTitle: '删除文件', removeHint: '“{name}”将从这位客户名下移除，此操作不能撤销。', confirmRemove: '删除文件',
  },
  sharing: {
    open: '协作人', count: '协作人 {count}', title: '谁能看到 {name}', hint: '协作人能看到这位客户名下的一切（联系人、往来、文件），但看不到别的客户。', add: '添加协作人', person: '同事', unit: '部门', read: '可查看', write: '可修改', until: '到期日', forever: '一直有效',
    remove: '移除 {name}', none: '目前只有负责人和上级能看到。', saved: '已更新协作人', denied: '只有负责人或有共享权限的人能调整。', level: '{name} 的权限', pick: '输入姓名或部门查找', kind: '添加谁', untilOf: '{name} 的到期日',
  },
  log: { open: '写跟进', key: 'N' },
  calendar: {
    title: '日历', back: '往前翻', forth: '往后翻', today: '今天', whose: '看谁的', mine: '我的', everyone: '全部', mode: '显示方式', month: '月', week: '周', asList: '列表', more: '还有 {count} 条', openDay: '打开 {date} 所在的周',
    day: '{date}，{count} 条',
  },
  home: {
    title: '今日', greeting: '{name}，{date}，{weekday}', newCustomer: '新建客户', denied: '这里还没有给您的内容', deniedHint: '您的角色看不到客户档案，请联系管理员调整角色。',
    tasks: '我的待办', noTasks: '没有待办。在客户页上写一条任务、定个日期，它就会出现在这里。', overdue: '已逾期', today: '今天', week: '七天之内', later: '以后',
    contactToday: '今天该联系', nobodyDue: '今天没有到期的客户。在客户资料里填“下次联系”，到日子会列在这里。', lastContact: '上次 {when}', neverContacted: '从未联系上', recent: '最近看过', noRecent: '看过的客户和联系人会列在这里。',
    myCustomers: '我的客户', teamCustomers: '客户', scopeOwn: '由我负责', scopeUnit: '本部门范围', scopeAll: '全公司', activeCustomers: '现实客户', newThisWeek: '本周新增', lastWeek: '上周 {count}', reached30: '30 天内联系上', share: '占 {share}%',
    overdueTasks: '逾期待办', overdueNote: '截至昨天', completeness: '平均完整度', completenessNote: '从最不完整的看起',
    regions: '客户分布', regionsLabel: '各省客户数', funnel: '客户阶段', weekly: '每周新增客户', weeklyLabel: '近十八个月每周新增客户数', weekColumn: '周（周一）', newCustomers: '新增客户',
    teamOverdue: '团队逾期待办', teamCount: '{count} 条', quality: '资料质量', board: '质量看板', band: '{from}–{to}%', lowestOwners: '完整度最低的负责人', customersOf: '{count} 个客户',
  },
  start: {
    demoTitle: '载入演示公司', demoHint: '三千家客户、几十名同事，适合先试用。演示数据不能自动清除，请不要在正式系统里载入。', demoLoad: '载入演示公司', demoReady: '演示公司已载入', demoPassword: '可用 boss1、manager1、sales1 等用户名登录，密码均为 {password}。密码只显示这一次。', demoSeen: '知道了', title: '从这里开始', hint: '先把客户放进来，其余的事就有了着落。', waiting: '还没有分给您的客户。分到之后，待办和统计会出现在这里。', import: '导入现有名单', importHint: '从 Excel 或 CSV 导入，表头会自动对应，导入前先试跑，重复的会指出来。',
    create: '新建第一个客户', createHint: '只填名称也行，其他的以后再补。',
  },
} as const;
