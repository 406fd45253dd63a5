export const zh = {
  none: '还没有人登录过客户门户。', last: '上次登录 {at}', own: '客户自己的邮箱', papers: '可以看合同和文件', sessions: '{n} 处登录中', noSession: '现在没有登录', seen: '最近使用 {at}', end: '结束登录', endAll: '结束全部登录',
  ended: '已结束，对方要重新登录。', files: '在门户里给客户看', filesHint: '已签的认购书自动可看；其他文件逐个选。', of: { customer: '客户', subscription: '认购', deal: '成交' },
};
