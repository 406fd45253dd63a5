export const zh = {
  title: '客户服务', switch: 'English', back: '返回', loading: '正在打开……', again: '重试', signOut: '退出', closed: '客户门户还没有开放，请直接联系我们。',
  noMail: '暂时发不出验证码，请直接联系我们。', lost: '网络已断开，请稍后重试。',
  signIn: {
    title: '登录', hint: '填写留给我们的邮箱，我们会发去六位验证码。', email: '邮箱', ask: '获取验证码', sent: '如果 {email} 是留给我们的邮箱，验证码很快会到，10 分钟内有效。',
    code: '六位验证码', enter: '登录', ended: '登录已失效，请重新获取验证码。没有发出的内容还留在这台设备上。', other: '换一个邮箱或重新获取',
  },
  state: { received: '已受理', working: '处理中', waitsForYou: '等您回复', answered: '已答复', done: '已办结', withdrawn: '已撤回', joined: '已并入其他请求' },
  cases: { title: '我的服务请求', none: '还没有服务请求。', add: '提新的请求', due: '承诺在 {at} 前答复', received: '{at} 提交' },
  kept: { title: '还没有发出', waiting: '网络恢复后自动发送', refused: '没有被接受：{problem}', edit: '修改', drop: '不发了', send: '现在发送', message: '补充说明' },
  one: { place: '地点', us: '客服', you: '您', talk: '往来', none: '还没有往来。', file: '下载 {name}', picture: '图片 {name}', joined: '已并入 {number}', reply: '补充说明', send: '发送', ended: '已经办结，如有其他问题请提新的请求。' },
  rate: { title: '对答复满意吗', score: '{score} 分', solved: '问题解决了吗', yes: '解决了', no: '没有解决', words: '想说的话（可不填）', send: '提交评价', reopens: '没有解决的，我们会重新处理。', given: '您的评价：{score} 分，{solved}', choose: '请选择分数和是否解决。' },
  add: { title: '新的请求', type: '类型', party: '为谁提交', subject: '主题', text: '请说明情况', where: '地点（可不填）', send: '提交', fill: '请填写类型、主题和情况。' },
  pictures: { add: '加图片', remove: '去掉第 {at} 张图片', at: '第 {at} 张图片', most: '最多 {max} 张图片。', notOne: '“{name}”不是可用的图片。' },
  mails: '有答复时发邮件告诉我',
  papers: { title: '合同和文件', open: '合同和文件', none: '还没有可查看的合同和文件。', contracts: '合同', documents: '文件', pdf: '下载 PDF', take: '下载', get: '下载 {name}', signed: '{at} 签署', contract: '合同号 {number}', state: { signed: '已签认购', contracted: '已签合同', delivered: '已交付' } },
  visit: { title: '预约上门', open: '预约上门', what: '需要做什么', place: '地址', on: '希望哪一天', part: '什么时候', parts: { morning: '上午', afternoon: '下午', evening: '晚上' }, party: '为谁预约', send: '提交预约', hint: '我们会确认时间，再安排人上门。', fill: '请填写要做什么、地址和日期。', past: '请选今天或以后的日期。' },
  form: {
    title: '给我们留言', name: '姓名', email: '邮箱', phone: '电话', either: '邮箱和电话至少填一个。', send: '发送', sending: '正在发送……', sent: '已收到，编号 {number}。我们会尽快联系您。', another: '再写一条',
    closed: '留言表单没有开放。', fill: '请填写姓名、类型、主题和内容。', website: '请留空',
  },
};
