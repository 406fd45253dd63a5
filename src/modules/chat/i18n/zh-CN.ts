export const zhCN = {
  case: { subject: '在线咨询：{words}', visitor: '网页访客' },
  greeting: '您好，请问有什么可以帮您？',
};
