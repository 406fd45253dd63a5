export const zh = {
  done: '完成', denied: '您没有此项权限', discard: '放弃改动',
  audit: {
    title: '审计日志', hint: '谁、何时、从哪里、做了什么、由什么改为什么。条目只增不改，前后相扣，可随时核验。', deniedHint: '查看审计日志需要“查看审计日志”权限，请联系系统管理员。',
    when: '时间', who: '人员', what: '操作', where: 'IP 地址', object: '对象', record: '记录编号', request: '请求编号', period: '起止日期', changes: '改动', became: '改为', nothing: '空', open: '打开', refused: '已拒绝',
    anyone: '全部人员', anyAction: '全部操作', anyObject: '全部对象', onlyRefused: '只看被拒绝的', clear: '清除条件', bySystem: '系统', byKey: '通过个人密钥', byPerson: '本人操作',
    none: '没有符合条件的条目', noneHint: '放宽条件再看。', older: '更早的条目', end: '已到最早的条目', export: '导出', exportHint: '导出审计日志较为敏感，请输入密码确认；导出本身也会留痕。',
    verify: '核验日志', verifying: '正在核验', intact: '日志完整，没有任何条目被改动或删除。', broken: '有 {count} 处与封存时不符。', verified: '已逐条重算 {entries} 条记录、{blocks} 个封块。', sealedUntil: '封存至 {at}。', pending: '另有 {count} 条刚写入、尚未封存。',
    brokenNext: '请保留现场，不要修改数据库，联系负责信息安全的同事，并与最近的备份比对。', number: '第 {seq} 条',
    fault: { 'entry-altered': '条目被改动', 'entry-removed': '条目被删除', 'entry-inserted': '条目被插入', 'block-altered': '封块被改动', 'block-removed': '封块被删除', 'end-removed': '末尾被截去，或恢复了更早的备份' },
    action: {
      create: '新建', read: '查看', update: '修改', delete: '删除', restore: '恢复', retire: '停用', 'restore-values': '恢复旧值', assign: '分配', share: '共享', merge: '合并', unmerge: '撤销合并', reveal: '查看敏感信息', export: '导出', import: '导入', 'import-undo': '撤销导入',
      'sign-in': '登录', 'sign-out': '退出登录', 'change-password': '修改密码', 'reset-password': '重设密码', 'confirm-password': '再次输入密码', 'two-factor-on': '开启两步验证', 'two-factor-off': '关闭两步验证', 'recovery-codes': '更换恢复码', 'end-sessions': '退出所有设备', 'view-as-start': '开始以他人身份查看', 'view-as-end': '结束以他人身份查看',
      'set-roles': '调整角色', enable: '启用', disable: '停用账号', revoke: '吊销', 'hand-over': '移交', 'accept-hand-over': '接收移交', 'request-access': '申请查看', 'not-a-duplicate': '标为不重复', 'audit-verify': '核验日志', 'job-retry': '重试任务', 'job-cancel': '取消任务', backup: '备份',
      'approval-request': '提交审批', 'approval-approve': '同意', 'approval-reject': '不同意', 'approval-return': '退回修改', 'approval-resubmit': '重新提交审批', 'approval-withdraw': '撤回申请', 'approval-delegate': '转交审批', 'approval-addBefore': '加签（之前）', 'approval-addAfter': '加签（之后）', 'approval-remind': '催办审批', 'approval-escalate': '审批超时上报', 'approval-assign': '指定审批人', 'approval-approveElsewhere': '在业务页面同意', 'approval-rejectElsewhere': '在业务页面拒绝', 'test-mail': '发送测试邮件',
    },
    thing: {
      approval: '审批', approvalFlow: '审批流程', mailServer: '邮件服务器', notificationPreference: '通知设置',
      session: '登录', role: '角色', apiKey: '个人密钥', delegation: '代管', customField: '字段', customObject: '对象定义', objectLayout: '布局', setting: '设置', savedView: '视图', file: '文件',
    },
  },
  fields: {
    objects: '对象与字段', hint: '点字段修改；拖动左侧手柄，或选中手柄后按 Alt + 上下键换位。每次移动立即保存，对所有人生效。', openList: '查看{object}列表', deniedHint: '管理字段与对象需要“管理字段与对象”权限，请联系系统管理员。', missing: '没有这个对象', missingHint: '它可能已停用。',
    builtIn: '内置', customObject: '自建', custom: '自建', title: '名称', tagCreate: '新建时填', tagList: '列表', new: '添加字段', addHere: '添加', add: '添加字段', save: '保存', saved: '字段“{name}”已保存', added: '已添加字段“{name}”', edit: '修改字段“{name}”', newOf: '新字段：{type}', otherType: '换一种类型',
    pickType: '要记录什么', zh: '中文名称', en: '英文名称', enPlaceholder: '不填则与中文相同', helpZh: '填写说明', helpEn: '填写说明（英文）', helpHint: '显示在输入框下方。', group: '所在分组',
    required: '必填', requiredHint: '空着不能保存。', inCreate: '新建时就填', inCreateHint: '出现在简短的新建表单里。', inList: '列表默认显示', inListHint: '各人仍可自行调整列。', isIndexed: '常用于筛选和排序', isIndexedHint: '为它建立索引，百万条记录也很快。', searchable: '可在搜索框中找到', searchableHint: '只有能看到此字段的人才搜得到；已有记录在后台建立索引。', sensitive: '加密存放', sensitiveHint: '如证件号、账号；完整查看须说明理由。之后不能更改。', mask: '脱敏显示', maskHint: '仅特定角色可看完整内容。',
    target: '关联到', targetHint: '之后不能更改。', min: '最小值', max: '最大值', default: '默认值', pattern: '编号格式', patternHint: '{0000} 为流水号，{yyyy} 为年份，如 HT-{yyyy}-{0000}。', formula: '算式', formulaHint: '可用 + - * / 和括号。可用字段：{fields}',
    rollObject: '统计哪些记录', rollMeasure: '统计什么', rollVia: '通过哪个关联', rollField: '统计哪个字段', measure: { count: '条数', sum: '合计', min: '最小', max: '最大' },
    index: { ready: '已索引', building: '正在建索引', failed: '索引失败' }, buildAgain: '重新建索引', moveOf: '移动字段“{name}”', moveKeys: '拖动，或按 Alt + 上下键', renameGroup: '分组名称', newGroup: '新建分组', emptyGroup: '还没有字段。把字段拖到这里，或点“添加”。',
    retire: '停用', retired: '字段“{name}”已停用', restore: '恢复使用', restored: '字段“{name}”已恢复', retiredTitle: '已停用的字段', retiredNote: '数据保留，恢复后仍在',
    preview: '表单预览', previewAll: '看完整表单', previewShort: '看新建表单', previewEmpty: '新建时没有要填的字段。',
    typeGroup: { words: '文字与联系方式', numbers: '数字', time: '日期', choices: '选项', links: '关联与附件', computed: '自动得出' },
    type: {
      text: '单行文字', longText: '多行文字', richText: '富文本', number: '小数', integer: '整数', money: '金额', percent: '百分比', date: '日期', dateTime: '日期和时间', boolean: '是 / 否', choice: '单选', multiChoice: '多选', phone: '电话', email: '邮箱', url: '网址', address: '地址',
      reference: '关联一条记录', multiReference: '关联多条记录', file: '文件', image: '图片', json: '结构数据', autoNumber: '自动编号', formula: '公式', rollUp: '汇总', geo: '位置',
    },
    typeHint: {
      text: '名称、型号、简短备注', longText: '说明、要求，可换行', number: '吨数、单价等带小数的数', integer: '人数、件数', money: '带币种，精确到分', percent: '占比、折扣', date: '签约日、到期日', dateTime: '约定的时刻', boolean: '只有两种答案', choice: '从列表选一个，可上色', multiChoice: '从列表选几个',
      phone: '自动识别，可拨打、可脱敏', email: '可点开写信', url: '在新窗口打开', address: '省市区与详细地址', reference: '如：所属合同', multiReference: '如：参与人员', file: '合同、证照扫描件', image: '照片，可直接预览', autoNumber: '按格式依次编号', formula: '由其他数字字段计算', rollUp: '统计下级记录的条数或合计', geo: '地图上的一点',
    },
  },
  choices: {
    title: '选项', zh: '第 {at} 项', en: '第 {at} 项的英文', zhPlaceholder: '选项名称', enPlaceholder: '英文（可不填）', colourOf: '“{name}”的颜色', plain: '无色', colour: { ink: '灰', qing: '青', green: '竹绿', hu: '琥珀', zhu: '朱', ju: '紫' },
    up: '上移“{name}”', down: '下移“{name}”', retire: '停用“{name}”', restore: '恢复“{name}”', add: '添加选项', hint: '记录已用到的选项只能停用，不会丢失。', fixed: '系统规则用到这些选项：可改名、上色、停用，不能新增。',
  },
  objects: {
    hint: '内置对象可以改名称、加字段、调布局；也可以建立公司自己的对象，如合同、车辆、样品单。', new: '新建对象', newHint: '新对象立即拥有列表、表单、搜索、权限、导入导出和审计。先有一个“名称”字段，其余随后添加。', zhPlaceholder: '如：样品单', enPlaceholder: '如：Sample order', made: '已新建对象“{name}”',
    who: '谁能看到它的记录', access: { owned: '按负责人和部门', customer: '随客户', everyone: '有权限的所有人' }, accessHint: { owned: '每条记录有负责人，按角色的数据范围可见。', customer: '挂在一个客户下，能看到客户就能看到它。', everyone: '如产品、网点等公共资料。' },
    count: '{all} 个字段', own: '自建 {own}', retired: '对象“{name}”已停用', away: '已停用的对象', awayNote: '记录保留，恢复后仍在',
  },
  settings: {
    title: '系统设置', hint: '对全公司生效。每次更改都会留痕。', tab: { general: '常规与登录', views: '视图', configuration: '配置' }, group: { personalData: '个人信息保护', lists: '列表', files: '文件', backup: '自动备份', portal: '客户门户', chat: '在线客服' }, usual: '默认值', back: '恢复默认（{value}）', none: '没有可更改的设置', noneHint: '更改设置需要“管理系统设置”权限。',
    changed: '{count} 项改动尚未保存', save: '保存设置', saved: '设置已保存，立即生效',
  },
  signIn: {
    title: '登录与密码', profile: '密码规则', nist: '长度优先（推荐）', nistHint: '至少 12 个字符，拦截常见与泄露过的密码，不强制定期更换。', dengbao: '等保要求', dengbaoHint: '另须包含三类字符，并按期更换。', rotationDays: '密码有效期', rotationDaysHint: '到期后登录时须修改。', idleHours: '闲置退出', idleHoursHint: '多久没有操作即退出登录。', absoluteDays: '最长登录时长',
    absoluteDaysHint: '即使一直在用，到时也须重新登录。', days: '天', hours: '小时',
  },
  views: {
    hint: '列表的列、筛选、排序、分组存成的视图。共享的视图所有人可用，角色视图只给该角色。', name: '视图', list: '所属列表', who: '谁能用', first: '默认', actions: '操作', kind: { private: '仅自己', shared: '所有人', role: '角色' }, role: '角色', default: '打开列表时首先显示', isDefault: '首先显示', edit: '修改视图“{name}”', saved: '视图“{name}”已保存', deleted: '已删除视图“{name}”',
    none: '还没有保存的视图', noneHint: '在任一列表里调好列和筛选，点“另存为视图”。',
  },
  configuration: {
    title: '配置文件', hint: '自建对象、字段、布局、设置、角色权限和共享视图可存为一个文件，用于备份或带到另一套系统。不含业务数据、人员和密码。', export: '导出配置', import: '导入配置', importTitle: '导入 {name}', planHint: '导入将作以下改动，要么全部成功，要么全不改。文件里没有的内容保持不变。', nothing: '与现有配置一致，没有要改的内容。', apply: '导入 {count} 项', done: '配置已导入', cannot: '这个文件不能导入', notAFile: '这不是有效的配置文件，请选择从本系统导出的 .json 文件。',
    change: { added: '新增', changed: '修改' }, empty: '无', kind: { object: '对象', field: '字段', layout: '布局', setting: '设置', role: '角色', view: '共享视图' }, history: '配置变更记录', noHistory: '还没有变更。',
  },
  jobs: {
    title: '后台任务', hint: '导入、统计等较长的工作在后台进行，关闭页面不受影响。', deniedHint: '查看后台任务需要“查看后台任务”权限，请联系系统管理员。', all: '全部', state: { waiting: '等待', running: '进行中', done: '完成', failed: '失败', cancelled: '已取消' }, system: '系统', attempts: '第 {count} 次尝试', progress: '进度', of: '{done} / {total}（{share}%）', doneCount: '已处理 {done}',
    cancel: '取消', cancelled: '任务已取消', retry: '重试', retried: '任务已重新排队', none: '没有任务', noneHint: '导入数据、计算得分等工作开始后，会出现在这里。', more: '显示更多',
    dueAt: '{at} 起', name: { transfer: { tidy: '清理过期的导入导出文件' }, jobs: { tidy: '清理旧任务' }, backup: { run: '备份' }, identity: { tidy: '清理登录记录', 'move-records': '随人转移记录' }, upkeep: { tidy: '清理过期的临时记录' }, import: { check: '检查导入文件', run: '导入', undo: '撤销导入' }, customers: { 'renew-scores': '重算完整度', 'renew-scores-hourly': '每小时重算完整度', 'duplicate-scan': '查找重复客户' } },
  },
  backups: {
    title: '备份', hint: '数据库和文件的加密备份。每份写完都会整份读回核对。', deniedHint: '查看备份需要“管理系统设置”权限，请联系系统管理员。', now: '立即备份', state: '备份状况', newest: '最近一份', never: '还没有备份', next: '下一次', off: '自动备份已关闭', folder: '存放在', free: '剩余空间', unknown: '不明',
    running: '正在备份', again: '稍后自动重试', failed: '最近一次备份没有成功', late: '已超过一天没有新备份。请确认服务器在备份时间开着，或点“立即备份”。',
    lockedBySecret: '备份由系统主密钥加密：请把数据文件夹中的 secret 文件另存一份到别处，没有它无法恢复。', lockedByPassphrase: '备份由口令文件中的口令加密，并含系统主密钥：请妥善保管口令，没有它无法恢复。', restoreHint: '恢复方法见运维手册“恢复”一节。',
    list: '已有备份', none: '还没有备份。点“立即备份”做第一份；自动备份从有账号后的第一个备份时间开始。', kind: { scheduled: '自动', manual: '手动', upgrade: '升级前', command: '命令行', unknown: '外来' }, holds: '{rows} 行，{files} 个文件', verified: '已核对', unverified: '未核对',
    download: '下载', downloadOf: '下载 {when} 的备份', downloadHint: '备份含全部数据，仍是加密的。请输入密码确认；下载会留痕。',
  },
  inspect: {
    title: '权限查询', hint: '为什么某人能看到、或看不到某条记录。结论与系统实际判断同源。', deniedHint: '权限查询需要管理用户、管理角色或查看审计日志的权限。', person: '谁', object: '哪类记录', record: '哪一条（不选则看总体权限）', start: '先选一个人', startHint: '再选一条记录，即可看到结论和依据的规则。',
    can: '{person} 能看到“{record}”', cannot: '{person} 看不到“{record}”', canAll: '{person} 有查看{object}的权限', cannotAll: '{person} 没有查看{object}的权限', actions: '逐项操作', action: '操作', verdict: '结论', why: '依据', yes: '允许', no: '不允许', fields: '字段', fieldsNote: '只列特殊的', allFull: '全部字段完整显示。',
    view: { full: '完整', masked: '脱敏', hidden: '隐藏' }, editable: '可修改', readOnly: '只读',
  },
} as const;
