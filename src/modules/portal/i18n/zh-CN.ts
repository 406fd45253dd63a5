export const zhCN = {
  mail: {
    subject: '{code} 是您的登录验证码 · {company}',
    text: '您好，\n\n您正在登录{company}的客户服务，验证码是：\n\n{code}\n\n{minutes} 分钟内有效，只能用一次。请不要告诉别人。\n如果不是您本人操作，不必理会这封邮件。',
  },
};
