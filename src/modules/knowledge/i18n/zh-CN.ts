export const zhCN = {
  objects: {
    article: {
      one: '知识文章', many: '知识文章', groups: { main: '文章' },
      fields: {
        title: '标题', body: '正文', locale: '语言', visibility: '可见范围', category: '类别', state: '状态', number: '版本', publishedNumber: '已发布版本', publishedAt: '发布时间', reviewedAt: '最近复核',
        usefulCount: '有用', uselessCount: '没用', viewCount: '阅读',
      },
      choices: {
        locale: { 'zh-CN': '中文', en: '英文' }, visibility: { internal: '内部', public: '公开' },
        category: { howTo: '操作方法', fault: '故障处理', policy: '制度规定', product: '产品知识', script: '服务用语', other: '其他' },
        state: { draft: '草稿', approval: '待批准', published: '已发布', retired: '已停用' },
      },
      help: { visibility: '公开的文章，客户不登录也能看到。' },
    },
  },
};
