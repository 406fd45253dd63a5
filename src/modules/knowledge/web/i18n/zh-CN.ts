export const zh = {
  categories: { howTo: '操作方法', fault: '故障处理', policy: '制度规定', product: '产品知识', script: '服务用语', other: '其他' },
  states: { draft: '草稿', approval: '待批准', published: '已发布', retired: '已停用' },
  visibility: { internal: '内部', public: '公开' },
  locales: { 'zh-CN': '中文', en: '英文' },
  search: { title: '知识库', hint: '先搜一搜：词语、拼音都可以。', label: '搜索知识', all: '全部类别', category: '类别', write: '写文章', empty: '没有找到文章', emptyHint: '换个词再试，或写一篇。', count: '{count} 篇', views: '{count} 次阅读', useful: '{count} 人觉得有用', drafts: '正在写的', stale: '一年没有复核', missing: '读者搜不到的', missingHint: '这些词没有搜到文章，搜的人多的排在前面；文章发布后自动移出。', asked: '{count} 次', isPublic: '客户搜的', writeOne: '写一篇', settle: '不用写', settled: '已移出清单' },
  article: { back: '知识库', edit: '修改', submit: '送批', submitted: '已送批', retire: '停用', retired: '已停用', review: '内容仍然正确', reviewed: '已记下复核', isDraft: '这是草稿，读者还看不到', hasDraft: '有未发布的修改', seeDraft: '看草稿', seePublished: '看已发布的', stale: '一年没有复核，请看看是否仍然正确', useful: '有用', useless: '没用', question: '这篇文章有用吗', counts: '{useful} 人觉得有用，{useless} 人觉得没用，{views} 次阅读', versions: '版本', version: '第 {number} 版', published: '发布于 {time}', removed: '删去', added: '新增', same: '与上一版文字相同' },
  editor: { newTitle: '写文章', editTitle: '修改文章', title: '标题', body: '正文', category: '类别', visibility: '可见范围', locale: '语言', note: '改了什么', save: '保存', saved: '已保存，第 {number} 版', none: '不分类', hint: '保存为草稿；批准后读者才能看到。' },
  suggest: { none: '没有相近的文章', write: '写成知识文章', written: '已写成草稿' },
};
