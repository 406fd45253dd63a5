export const zh = {
  mail: {
    digest: '{count} 条通知汇总',
    open: '在知客中打开',
    why: '您收到这封邮件，是因为{company}的知客系统有通知给您。在“通知设置”中可以更改邮件的种类和时间。',
    whyAt: '您收到这封邮件，是因为{company}的知客系统有通知给您。更改邮件的种类和时间：{url}',
    test: '测试邮件',
    testBody: '收到这封邮件，说明邮件服务器已设置正确。',
  },
} as const;
