export const zh = {
  app: { name: '知客', colon: '：', comma: '、', skip: '跳到正文', loading: '正在载入', notFound: '没有这个页面', notFoundHint: '地址可能已变，或您没有查看它的权限。', goHome: '回到首页' },
  network: { lost: '网络已断开，正在重连。已填的内容不会丢失。', garbled: '服务器的回应无法识别（{status}），请稍后重试。', back: '网络已恢复' },
  action: {
    save: '保存', cancel: '取消', close: '关闭', edit: '编辑', delete: '删除', undo: '撤销', retry: '重试', create: '新建', more: '更多',
    apply: '应用', clear: '清空', reset: '还原', search: '搜索', open: '打开', back: '返回', next: '下一条', previous: '上一条', confirm: '确认',
    add: '添加', remove: '移除', copy: '复制', show: '查看', hide: '隐藏', upload: '上传', done: '完成', restore: '恢复', up: '上移', down: '下移',
  },
  error: {
    title: '没有完成', page: '这一页没有载入', pageHint: '您的数据没有变化。请重试；如仍失败，请把下面的文字告知管理员。',
    list: '列表没有载入', denied: '您没有查看此内容的权限，请联系管理员。',
  },
  signIn: {
    title: '登录', username: '用户名', password: '密码', submit: '登录', code: '六位验证码', codeHint: '打开您的验证器，输入当前显示的六位数字。',
    showPassword: '显示密码', hidePassword: '隐藏密码', demo: '演示公司的人员', demoHint: '点选后填入用户名；密码在首次启动时显示过一次。', slogan: '按章待客，有据可查',
    required: '请填写用户名和密码。', lockedHint: '为保护账号，连续输错会暂停登录一段时间。', other: '换一个账号', demoPassword: '演示账号无需密码',
  },
  setup: {
    title: '开始使用', intro: '先建立公司与第一位管理员，约一分钟。', company: '公司名称', name: '您的姓名', username: '登录用户名',
    password: '登录密码', passwordHint: '至少 12 个字符，越长越好，可以是一句话。', language: '界面语言', secret: '安装口令', secretHint: '写在启动服务的窗口里；从本机打开时可不填。',
    demo: '载入演示公司', demoHint: '一家虚构公司，带有分公司、人员、客户与往来记录，便于先看看。', submit: '建立并进入', demoTag: '演示',
  },
  confirm: { title: '请再次输入密码', hint: '此操作较为敏感，确认是您本人。' },
  nav: {
    label: '主导航', menu: '菜单', search: '搜索客户、电话尾号、拼音首字母…', account: '账号', language: '语言', theme: '外观', density: '密度',
    light: '浅色', dark: '深色', system: '跟随系统', comfortable: '宽松', compact: '紧凑', signOut: '退出登录', profile: '个人资料', keys: '键盘快捷键',
    skipSearch: '搜索', other: '其他', notifications: '通知',
  },
  list: {
    count: '共 {count} 条', countMany: '{count} 条以上', counting: '正在统计', selected: '已选 {count} 条', selectAll: '选择全部 {count} 条', selectPage: '选择已载入的行', selectRow: '选择 {name}',
    clearSelection: '取消选择', columns: '列', columnsHint: '拖动列头可换位；列头上按 Alt+方向键换位，Shift+方向键调宽。', filter: '筛选', sort: '排序', group: '分组', noGroup: '不分组', mode: '显示方式',
    table: '表格', kanban: '看板', calendar: '日历', map: '地图', byWeek: '（按周）', byMonth: '（按月）', search: '在列表中查找', clearAll: '清除全部条件', empty: '还没有{object}', emptyHint: '可以新建一条，或从 Excel、CSV 文件导入。',
    none: '没有符合条件的{object}', noneHint: '放宽或清除条件再看。', end: '已到末尾', loadingMore: '正在载入更多', peek: '在侧栏查看', openRecord: '打开', moveLeft: '左移', moveRight: '右移',
    sortAscending: '升序', sortDescending: '降序', sortThen: '再按此列排序', hideColumn: '隐藏此列', editCell: '按 Enter 编辑', saved: '{field}已改为 {value}', cleared: '{field}已清空',
    notEditable: '此项不能在这里修改', openGroup: '查看此组全部 {count} 条', emptyValue: '未填', sum: '合计', resize: '调整列宽', sortedBy: '按{field}{direction}',
  },
  bulk: {
    edit: '批量修改', assign: '分配', delete: '删除', export: '导出', field: '修改哪一项', value: '改为', apply: '修改 {count} 条', deleted: '已删除 {count} 条', changed: '已修改 {count} 条',
    partly: '成功 {done} 条，未成功 {failed} 条', restored: '已恢复 {count} 条', assigned: '已分配 {count} 条', assignTo: '分配给', restore: '恢复', firstReason: '原因：{reason}',
    tags: '批量加减标签', tagsAdd: '添加这些', tagsRemove: '移除这些', tagged: '已调整 {count} 条的标签', noTagChange: '所选记录的标签已是如此，没有改动',
    manyHint: '将作用于符合当前条件的全部 {count} 条。',
  },
  filter: {
    add: '添加条件', addGroup: '添加条件组', and: '并且', or: '或者', all: '满足全部', any: '满足任一', field: '字段', operator: '关系', value: '值', remove: '移除此条件', title: '筛选条件', not: '非',
    active: '{count} 个条件', incomplete: '有条件没有填值，不会生效。', quick: '快捷筛选', from: '从', to: '到', complex: '高级条件',
    op: {
      eq: '等于', ne: '不等于', lt: '小于', lte: '不大于', gt: '大于', gte: '不小于', in: '属于', nin: '不属于', contains: '包含', startsWith: '开头是', isNull: '是否为空', between: '介于', within: '在',
      before: '早于', after: '晚于', onOrBefore: '不晚于', onOrAfter: '不早于',
    },
    isEmpty: '为空', isFilled: '不为空', me: '我',
    within: {
      today: '今天', yesterday: '昨天', thisWeek: '本周', lastWeek: '上周', thisMonth: '本月', lastMonth: '上月', thisYear: '今年', last7: '最近 7 天', last30: '最近 30 天', last90: '最近 90 天',
      next7: '未来 7 天', next30: '未来 30 天', next90: '未来 90 天',
    },
  },
  view: {
    all: '全部{object}', save: '保存更改', saveAs: '另存为视图', discard: '放弃更改', changed: '视图已改动', name: '视图名称', visibility: '谁能用', private: '仅自己', shared: '所有人', role: '某个角色', whichRole: '选择角色', isDefault: '打开列表时先用它',
    rename: '改名', delete: '删除视图', deleted: '已删除视图“{name}”', saved: '已保存视图“{name}”', menu: '视图选项', list: '视图',
  },
  field: {
    yes: '是', no: '否', none: '未填', hidden: '已加密，需说明理由', reveal: '查看', revealTitle: '查看{field}', reason: '查看理由', reasonHint: '会记入审计，30 秒后自动隐藏。', reasonRequired: '请写明理由。',
    revealed: '{seconds} 秒后隐藏', pick: '请选择', pickMany: '可选多项', typeToSearch: '输入名称、拼音或编号查找', noMatch: '没有找到', region: '省 / 市 / 区', street: '详细地址', amount: '金额', currency: '币种',
    addTag: '输入后按 Enter 添加', required: '请填写{field}。', badNumber: '请填写数字。', badInteger: '请填写整数。', badJson: '不是有效的 JSON。', latitude: '纬度', longitude: '经度', here: '用当前位置', date: '日期',
    storedFile: '已存的文件', filePart: '{name}（{size}）', picture: '查看大图：{name}', pictureOf: '第 {at} / {count} 张', previous: '上一张', next: '下一张', original: '打开原图', takePicture: '拍照或选图', locating: '正在定位', accuracy: '误差约 {metres} 米',
    uploading: '正在上传', file: '选择文件', bold: '加粗', italic: '斜体', bullets: '列表', call: '拨打 {phone}', mail: '写邮件给 {email}', openLink: '在新窗口打开', edit: '修改{field}', retired: '已停用', max: '最多 {max} 个字',
    locationOff: '没有取得位置，请在浏览器里允许定位，或手工填写。',
  },
  form: {
    createTitle: '新建{object}', editTitle: '修改{object}', moreFields: '更多信息', fewerFields: '收起', saved: '已保存', created: '已新建{name}', another: '保存并再建一条',
    draftFound: '已恢复上次没有保存的内容。', dropDraft: '不要了，重新填', unsaved: '有没保存的内容', unsavedHint: '离开后，内容会留在这台电脑的草稿里，回来时可继续。', stay: '继续填写', leave: '离开',
    fix: '有 {count} 处需要修改', saveKeys: 'Ctrl+Enter 保存', nothing: '没有改动', reason: '原因', acceptDuplicate: '确认不是同一个，仍要保存', other: '其他',
    conflict: '他人刚改过这条记录', conflictHint: '逐项选择保留哪一个，再保存。没有冲突的改动已自动合并。', mine: '我的', theirs: '对方的', keepMine: '保留我的', takeTheirs: '采用对方的', saveMerged: '按选择保存',
  },
  record: {
    properties: '资料', history: '变更记录', timeline: '往来记录', related: '相关', position: '第 {at} 条', changed: '改动', created: '创建', deletedNote: '这条记录已删除。', restored: '已恢复', deleted: '已删除“{name}”', from: '由', to: '改为',
    historyEmpty: '还没有变更。', system: '系统', toList: '返回列表', count: '共 {count} 条', noRelated: '还没有{object}', restoreEntry: '恢复到此前', sections: '页签', copyLink: '复制链接', linkCopied: '链接已复制', showEmpty: '显示未填的 {count} 项', hideEmpty: '收起未填的项',
  },
  kanban: {
    by: '按哪一项分列', noValue: '未设置', moved: '已移到“{column}”', more: '再显示 {count} 条', none: '没有可分列的选项字段，请换用表格。', grip: '移动{name}', drag: '按空格拿起，方向键移动，再按空格放下', stale: '{days} 天没有更新', reasonTitle: '移到“{column}”', add: '在此列新建', empty: '没有卡片',
  },
  calendar: {
    by: '按哪个日期', previous: '上个月', next: '下个月', today: '回到今天', more: '另有 {count} 条', add: '在这天新建', none: '这个月没有安排。',
    keys: '方向键换日期，翻页键换月份，Enter 新建；在记录上按 Alt 加方向键可改到另一天。',
  },
  map: { by: '按哪个地址', blank: '{count} 条没有地址', all: '显示全部省份' },
  palette: {
    title: '搜索与命令', placeholder: '搜索，或输入要做的事', go: '前往', create: '新建', actions: '操作', recent: '最近看过', results: '搜索结果', none: '没有找到“{q}”', hint: '试试公司简称、拼音首字母（如 hbsh）或电话尾号。', keys: '↑↓ 选择　Enter 打开　Esc 关闭',
    newOf: '新建{object}', goTo: '前往{page}', searching: '正在查找',
  },
  keys: {
    title: '键盘快捷键', palette: '搜索与命令', search: '在列表中查找', create: '新建', save: '保存', close: '关闭', next: '下一条', previous: '上一条', help: '本说明', goTo: '前往{page}', grid: '表格内', move: '移动', edit: '编辑单元格', select: '选择行', peek: '侧栏查看', general: '通用', go: '前往',
  },
  chart: { asTable: '以表格显示', asChart: '以图显示', empty: '这段时间没有数据。', item: '项目', value: '数值', map: '各省分布' },
} as const;
