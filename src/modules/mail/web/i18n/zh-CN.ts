export const zh = {
  title: '邮箱', hint: '从这些邮箱收信和发信。客户的来信会进入其时间线，并按“用途”转给相应模块。原邮箱中的邮件不会被改动。',
  add: '添加邮箱', edit: '修改邮箱', none: '还没有邮箱', noneHint: '添加客服邮箱后，客户的来信会自动收进来。',
  address: '邮箱地址', name: '显示名称', nameHint: '客户看到的发件人，如 客服中心', imap: '收信（IMAP）', smtp: '发信（SMTP）', host: '服务器', port: '端口', security: '加密方式',
  tls: 'TLS', starttls: 'STARTTLS', plain: '不加密（仅限本机）', username: '用户名', password: '密码或授权码', kept: '已保存，不改则留空', folder: '文件夹', ownSmtp: '用这个邮箱自己的服务器发信', companySmtp: '不选则由公司的邮件服务器发信',
  unit: '所属部门', feeds: '用途', feedsNone: '只进入客户时间线', feedsOf: { service: '开立服务个案' }, signatureZh: '中文签名', signatureEn: '英文签名', active: '启用', history: '收取邮箱里已有的邮件', historyHint: '不选则只收从现在起新到的邮件',
  save: '保存', saved: '邮箱已保存', remove: '移除', removeTitle: '移除这个邮箱？', removeText: '{address} 不再收信和发信，保存的密码会删除。已收发的邮件仍然保留。', removed: '邮箱已移除',
  test: '测试连接', testOk: '收信和发信都正常', testNoSmtp: '收信正常；公司还没有设置邮件服务器，暂不能发信', testImap: '收信：', testSmtp: '发信：',
  off: '已停用', fine: '正常', failing: '自 {since} 起连不上', looked: '上次收信 {at}', never: '还没有收过信', received: '24 小时收到', unread: '待人工处理', waiting: '等待发出', failed: '7 天未送达',
  keptTitle: '需要人处理的邮件', keptHint: '机器没能识别或处理的来信，以及没有送达的去信。邮件原文都已保存。', keptNone: '没有需要处理的邮件。', noSubject: '（无主题）',
  states: { unread: '无法识别', waiting: '稍后重试', failed: '未送达', unsure: '结果不明' }, raw: '下载原文', retry: '再处理一次', retried: '已收进系统', stillKept: '仍然无法处理，原文已保留', tooLarge: '邮件超过 50 MB，只保存了邮件头，请到原邮箱查看',
  content: '邮件正文', from: '发件人', to: '收件人', cc: '抄送', quoted: '以前的往来与签名', asText: '看文字', asHtml: '看原来的格式', attachments: '附件', withheld: '未收下：文件类型不允许或不安全', thread: '往来邮件', emptyText: '（没有正文）',
} as const;
