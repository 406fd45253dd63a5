export const zh = {
  title: '通知', hint: '与您有关的事。用 J、K 上下移动，回车打开，E 标为已读。', bell: '通知，{count} 条未读', bellNone: '通知，没有未读', badge: '{count} 条未读',
  unread: '未读', everything: '全部', allKinds: '各类通知', kind: '通知种类', show: '显示哪些', urgent: '紧急', isUnread: '未读：',
  readAll: '全部标为已读', markRead: '标为已读', markUnread: '标为未读', marked: '已标为已读', more: '显示更多', seeAll: '查看全部', settings: '通知设置',
  empty: '没有未读通知', emptyHint: '有人请您审批、提醒您或答复您时，会在这里告诉您。', none: '还没有通知',
  gone: '这条通知所说的内容已经看不到了', goneHint: '它可能已被删除，或不再在您的权限范围内。', back: '返回通知',
  preferences: {
    title: '通知设置', hint: '选择哪些事在系统内提示，哪些发邮件。只影响您自己。', kinds: '通知方式', inApp: '系统内', mail: '邮件', off: '不发', now: '立即', digest: '每日汇总',
    mailOf: '{kind}：邮件', inAppOf: '{kind}：系统内提示', reset: '恢复默认', saved: '通知设置已保存',
    hours: '邮件时间', digestHour: '每日汇总时间', quiet: '免打扰', quietOn: '夜间不发邮件', from: '从', until: '到', hour: '{hour}:00', zone: '按您的时区 {zone}。紧急通知不受此限。',
    address: '邮件发往 {email}', noAddress: '您的资料里没有邮箱地址，因此收不到邮件。请联系管理员补充。', mailOff: '系统还没有设置邮件服务器，目前只有系统内通知。',
  },
  mail: {
    title: '邮件服务器', hint: '通知邮件从这里发出。密码加密保存，不会再显示。', card: '服务器', host: '服务器', hostHint: '如 smtp.example.com', port: '端口', security: '加密方式', tls: 'TLS（465）', starttls: 'STARTTLS（587）', plain: '不加密（仅限内网）',
    username: '用户名', password: '密码或授权码', kept: '已保存，不改则留空', from: '发件人', fromHint: '如 知客 <crm@example.com>', siteUrl: '系统网址', siteUrlHint: '邮件中的链接以此开头，如 https://crm.example.com；不填则邮件不带链接',
    save: '保存', saved: '邮件服务器已保存', remove: '停用邮件', removed: '邮件服务器已移除', test: '发送测试邮件', tested: '测试邮件已发往您的邮箱', testHint: '发到您自己资料中的邮箱，用已保存的设置。',
    fromEnvironment: '现在使用启动参数 ZHIKE_SMTP_URL 中的设置；在此保存后以这里为准。', off: '还没有设置，邮件暂不发送。', state: '发送情况', waiting: '等待发送', failed: '近 7 天未送达', unsure: '近 7 天结果不明', problems: '最近的问题', noProblems: '近 7 天没有问题。',
    unsureHint: '结果不明：对方服务器收下了全文但没有答复，为避免重复不再发送。', states: { failed: '未送达', unsure: '结果不明', waiting: '稍后重试' }, failedTest: '测试邮件没有发出', setAside: '密码须重新填写，因为服务器或用户名改了',
  },
} as const;
