/** A mail of the demo as it came over the line: headers without those that follow from the story. */
export interface LetterText {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** A picture within the HTML, `cid:lock@demo`. */
  readonly hasPicture?: boolean;
  readonly headers?: readonly string[];
}

/** What happens after a mail, in hours from it. */
export type MailEvent =
  | { readonly after: number; readonly kind: 'letter'; readonly letter: LetterText }
  | { readonly after: number; readonly kind: 'reply'; readonly text: string }
  | { readonly after: number; readonly kind: 'bounce' };

export interface MailStory {
  /** Hours before now. */
  readonly ago: number;
  readonly opening: LetterText;
  readonly events: readonly MailEvent[];
}

const quote = (lines: readonly string[]): string => ['', '-----原始邮件-----', ...lines.map((line) => `> ${line}`)].join('\n');

/** Mails that became cases: with a picture, to and fro, one that came back, one answered by a machine. */
export const mailStories: readonly MailStory[] = [
  {
    ago: 26,
    opening: {
      id: 'lock', subject: '办公室玻璃门锁松动，附照片', hasPicture: true,
      text: '您好：\n\n我司在科创园A座1203的玻璃门锁松动，早上差点打不开，照片在信里。请安排师傅来看。\n\n谢谢',
      html: '<p>您好：</p><p>我司在<b>科创园A座1203</b>的玻璃门锁松动，早上差点打不开：</p><p><img src="cid:lock@demo" alt="门锁" width="240"></p><ul><li>工作日 9:00 至 18:00 都有人</li><li>请带备用锁芯</li></ul><p>谢谢</p>',
    },
    events: [
      { after: 1.2, kind: 'reply', text: '您好，已收到照片，是锁芯偏移。师傅明天上午十点带备件上门，约二十分钟。' },
      { after: 3, kind: 'letter', letter: { id: 'lock2', subject: 'Re: 办公室玻璃门锁松动，附照片', text: `好的，明天上午十点可以，请到前台登记。${quote(['您好，已收到照片，是锁芯偏移。', '师傅明天上午十点带备件上门，约二十分钟。'])}` } },
      { after: 23, kind: 'reply', text: '锁芯已更换，前台试过三次正常，旧锁芯已带走。如有问题请直接回复。' },
    ],
  },
  {
    ago: 49,
    opening: { id: 'fee', subject: '第四季度物业费的发票抬头', text: '您好，我司更名了，第四季度的发票请开新抬头，附件稍后补寄。另外想问去年的发票能否换开？' },
    events: [
      { after: 2, kind: 'reply', text: '您好，第四季度按新抬头开。去年的发票已经报税，不能换开，可以出一份更名说明，您看是否需要？' },
      { after: 2.1, kind: 'letter', letter: { id: 'fee-away', subject: '自动回复：第四季度物业费的发票抬头', text: '我正在出差，周五回到办公室后处理邮件。急事请打前台电话。', headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'] } },
      { after: 30, kind: 'letter', letter: { id: 'fee2', subject: 'Re: 第四季度物业费的发票抬头', text: `需要更名说明，请寄到新地址，谢谢。${quote(['您好，第四季度按新抬头开。', '可以出一份更名说明，您看是否需要？'])}` } },
    ],
  },
  {
    ago: 73,
    opening: { id: 'lift', subject: '货梯周六能否加班开放', text: '我们周六要搬一批样品，大约二十箱，能否把货梯开到晚上八点？费用怎么算？' },
    events: [
      { after: 3, kind: 'reply', text: '您好，周六货梯可以开到二十点，超过十八点按每小时六十元计，请周五前确认。' },
      { after: 3.1, kind: 'bounce' },
    ],
  },
  {
    ago: 6,
    opening: { id: 'ac', subject: '十二楼空调不冷', text: '十二楼东侧从昨天下午起空调不冷，室温二十九度，会议室没法用。请尽快来人。' },
    events: [{ after: 0.6, kind: 'reply', text: '您好，已派空调班，三十分钟内到。先看风机盘管和阀门，结果回复您。' }],
  },
];

/** Mails that stand on a customer's timeline only. */
export const otherLetters: readonly (LetterText & { readonly ago: number })[] = [
  { ago: 120, id: 'plan', subject: '明年的用房计划', text: '您好，附上我司明年的人数预测，想比较一下整层与两个半层的租金，下周方便面谈吗？' },
  { ago: 96, id: 'thanks', subject: '感谢参观接待', text: '感谢上周的接待，领导对朝向和采光满意，请把带车位的报价发我。' },
];
