export const zhCN = {
  mail: {
    subject: '{code} 是您的登录验证码 · {company}',
    text: '您好，\n\n您正在登录{company}的客户服务，验证码是：\n\n{code}\n\n{minutes} 分钟内有效，只能用一次。请不要告诉别人。\n如果不是您本人操作，不必理会这封邮件。',
  },
  visit: { subject: '预约上门：{words}', wish: '希望时间：{window}', parts: { morning: '{day} 上午', afternoon: '{day} 下午', evening: '{day} 晚上' } },
  notice: {
    reply: { subject: '{number} 有了新的答复 · {company}', text: '您好，\n\n您的服务请求 {number} 有了新的答复，请在客户门户查看：\n{link}\n\n不想再收到这类邮件，可在客户门户里关闭。\n{company}' },
    closed: { subject: '{number} 已办结 · {company}', text: '您好，\n\n您的服务请求 {number} 已经办结，请在客户门户查看结果并评价：\n{link}\n\n不想再收到这类邮件，可在客户门户里关闭。\n{company}' },
    chat: { subject: '您的留言有了答复（{number}） · {company}', text: '您好，\n\n您在网站上的留言（{number}）有了答复：\n\n{body}\n\n如需继续，请打开当时的网页，或者：\n{link}\n{company}' },
  },
};
