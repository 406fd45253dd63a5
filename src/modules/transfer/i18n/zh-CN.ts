export const zhCN = {
  title: '导入',
  history: '导入与导出',
  historyHint: '文件导入的进度与结果；整次导入随时可以撤销。',
  none: '还没有导入过',
  noneHint: '选择要导入的对象，上传 CSV 或 Excel（.xlsx）文件。',
  newImport: '导入{object}',
  template: '下载模板',
  upload: { drop: '把文件拖到这里，或点此选择', hint: 'CSV 或 Excel（.xlsx），编码自动识别，行数不限', busy: '正在上传 {name}…', object: '导入到' },
  steps: { upload: '上传', map: '对应列', check: '检查', run: '导入', report: '结果' },
  map: {
    column: '文件中的列', sample: '示例', field: '导入到', ignore: '不导入', sure: '已识别', likely: '请核对', sheet: '工作表',
    mode: '导入方式', create: '只新建', update: '只更新', both: '有则更新，无则新建', matchBy: '按什么找到已有记录',
    duplicates: '遇到重复的记录', skip: '跳过', makeAnyway: '仍然新建', updateIt: '更新已有记录',
    owner: '负责人', me: '我', pool: '暂不分配（公海）', fromColumn: '按文件中的负责人列', check: '检查全部行', start: '直接导入', next: '保存并检查',
    newField: '新建字段', rows: '约 {n} 行', encoding: '编码 {encoding}', reason: '变更原因（改动客户阶段时需要）',
  },
  check: {
    ready: '{n} 行可以导入', errors: '{n} 行有错误', duplicates: '{n} 行重复', updates: '{n} 行更新', same: '{n} 行没有变化', row: '第 {n} 行',
    all: '全部', onlyErrors: '错误', onlyDuplicates: '重复', clean: '全部行都可以导入', cleanHint: '没有发现错误和重复，可以开始导入。',
    fix: '保存这一行', fixed: '第 {n} 行已更正', stillBad: '第 {n} 行仍有问题', back: '返回修改对应关系', start: '开始导入', more: '显示更多', likeness: '相似度 {score}', existing: '与之重复的记录',
    skipHint: '有错误的行不会导入，导入后可下载修改再导入。',
  },
  run: {
    checking: '正在检查', running: '正在导入', paused: '已暂停', undoing: '正在撤销', of: '{done} / {total} 行', done: '{done} 行',
    pause: '暂停', resume: '继续', cancel: '停止', leave: '可以离开此页，导入在后台继续；服务器重启后也会自动接着做。',
  },
  report: {
    done: '导入完成', failed: '导入中断', cancelled: '导入已停止', undone: '导入已撤销', created: '新建', updated: '更新', unchanged: '没有变化',
    duplicates: '重复', errors: '错误', kept: '撤销时保留', open: '查看{object}', failedCsv: '下载未导入的行（CSV）', failedXlsx: '下载未导入的行（Excel）',
    undo: '撤销整次导入', undoHint: '新建的记录会移除，更新过的记录恢复原样；导入后被人改过的记录会保留并列出。', again: '再导入一个文件', resume: '继续导入', keptRows: '保留的记录',
    problem: '原因：{problem}',
  },
  state: {
    draft: '待设置', checking: '检查中', checked: '已检查', running: '导入中', paused: '已暂停', done: '已完成', failed: '已中断', cancelled: '已停止', undoing: '撤销中', undone: '已撤销',
  },
  export: {
    title: '导出{object}', hint: '将导出当前列表中的 {n} 条记录，内容与您看到的一致，敏感信息保持脱敏。', format: '文件格式', start: '导出', excel: 'Excel（.xlsx）', csv: 'CSV',
    working: '正在生成文件：{done} / {total}', ready: '文件已生成', download: '下载 {name}', failed: '导出没有完成，请重试。', history: '导出记录', keep: '文件保留 7 天', columns: '导出的列', none: '还没有导出过',
    state: { running: '生成中', done: '可下载', failed: '未完成', cancelled: '已取消', expired: '已过期' }, rows: '{n} 行',
  },
} as const;
