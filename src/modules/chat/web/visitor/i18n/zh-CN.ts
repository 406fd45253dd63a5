export const zh = {
  title: '在线客服', switch: 'English', close: '收起', loading: '正在打开……', closed: '在线客服没有开放，请用其他方式联系我们。', lost: '网络已断开，恢复后自动继续。', again: '重试',
  mode: { live: '在线', away: '现在没有人值守', closed: '现在是休息时间' },
  opens: '{at} 开始服务',
  hello: { away: '现在没有客服在线。请留言并留下联系方式，我们会尽快答复。', closed: '现在是休息时间，{at} 开始服务。请留言并留下联系方式，我们上班后答复。' },
  talk: '对话', you: '您', us: '客服', typing: '{name}正在输入', seen: '已读', sent: '已送达', waits: '等待网络', waitsContact: '填好联系方式后发出', sending: '正在发送', refused: '没有发出：{problem}', retry: '再试一次', drop: '不发了',
  state: {
    next: '下一位就是您，请稍候。', ahead: '前面还有 {n} 位，请稍候。', live: '{name} 为您服务', left: '已收到，编号 {number}。我们会按您留下的方式联系您，也可以回到这里看答复。',
    leftOpen: '已收到，编号 {number}。答复会出现在这里。', ended: '对话已结束，编号 {number}。再写一条就可以继续。', blocked: '暂时不能在这里发消息，请用电话或邮件联系我们。',
  },
  contact: { title: '怎么联系您', name: '称呼', email: '邮箱', phone: '电话', either: '邮箱和电话至少填一个。', needName: '请填写称呼。', tired: '不等了，留下联系方式', save: '留下联系方式', saved: '已记下，可以关掉页面，我们会联系您。', back: '继续等', thanks: '谢谢，请在下面写下留言。' },
  write: { label: '输入消息', hint: '输入消息，回车发送', send: '发送', count: '最多 2000 字', end: '结束对话' },
};
