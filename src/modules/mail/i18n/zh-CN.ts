export const zhCN = {
  objects: {
    mailMessage: {
      one: '邮件', many: '邮件',
      fields: {
        subject: '主题', direction: '方向', nature: '性质', customer: '客户', contact: '联系人', fromAddress: '发件地址', body: '正文', state: '状态', happenedAt: '时间',
      },
      choices: {
        direction: { in: '收到', out: '发出' },
        nature: { normal: '普通邮件', bounce: '退信', autoReply: '自动回复', loop: '循环邮件', list: '群发邮件' },
        state: { taken: '已收', unread: '无法识别', waiting: '等待处理', sending: '发送中', sent: '已发出', failed: '未送达', unsure: '结果不明' },
      },
      groups: { main: '邮件' },
    },
  },
} as const;
