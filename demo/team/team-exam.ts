/** The question bank of the demo's exam. */
const option = (key: string, text: string) => ({ key, text });
export const deskQuestions = [
  { key: 'first-receiver', kind: 'single', text: '客户打来电话，事情不归本部门，首问责任人应当', options: [option('a', '登记、转给经办并跟到答复为止'), option('b', '告知客户改打另一个号码'), option('c', '请客户等通知')], correct: ['a'], points: 10, guide: '谁先接到，谁跟到客户得到答复。' },
  { key: 'no-leaks', kind: 'multiple', text: '四个不漏包括', options: [option('a', '记录'), option('b', '处理'), option('c', '复查'), option('d', '反馈'), option('e', '争论')], correct: ['a', 'b', 'c', 'd'], points: 20, guide: '每一件都有记录、有处理、有复查、有反馈。' },
  { key: 'ask-first', kind: 'boolean', text: '客户情绪激动时，应先听完再说明', options: [], correct: ['yes'], points: 10, guide: '' },
  { key: 'promise', kind: 'single', text: '答复时限不确定时应当', options: [option('a', '先说一个最快的时间'), option('b', '说明原因，给出留有余地的时间'), option('c', '不给时间')], correct: ['b'], points: 10, guide: '' },
] as const;
