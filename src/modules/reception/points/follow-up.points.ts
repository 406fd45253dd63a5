import type { DecisionPoint, Fact } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

const days = both('天', 'days');
const whole = (name: string, zh: string, en: string, isNullable = false): Fact =>
  ({ name, type: 'number', min: 0, max: 100_000, isWhole: true, label: both(zh, en), question: both(`${zh}是多少？`, `${en}: how many?`), ...(isNullable && { isNullable }) });

const classes = ['A', 'B', 'C', 'D'].map((each) => choice(each, `${each} 类`, `Class ${each}`));

/** How soon a customer is contacted again, by class, and who hears when it is late (RE-23, UX-11). */
export const followUpPoint: DecisionPoint = {
  key: 'followUp', label: both('客户追踪', 'Follow-up'), about: both('多久跟进一次，超期报告给谁。', 'How often a prospect is contacted, and who hears when it is late.'),
  facts: [
    { name: 'prospectClass', type: 'choice', label: both('意向类别', 'Class'), question: both('客户是哪一类？', 'Which class is the customer?'), choices: classes },
    { ...whole('daysSinceReached', '距上次联系上的天数', 'Days since last reached'), unit: days },
  ],
  results: [
    { name: 'contactWithinDays', type: 'number', label: both('应在几天内联系', 'Contact within'), unit: days },
    { name: 'warnAfterDays', type: 'number', label: both('几天后提醒', 'Remind after'), unit: days },
    {
      name: 'escalateTo', type: 'choice', label: both('报告给', 'Reported to'),
      choices: [choice('nobody', '不报告', 'Nobody'), choice('manager', '直接上级', 'The manager'), choice('director', '上级和公司领导', 'The manager and the director')],
    },
  ],
};

/** When a customer goes back to a public pool (UX-18). */
export const poolReleasePoint: DecisionPoint = {
  key: 'poolRelease', label: both('转入公海', 'Release to the pool'), about: both('何时转入公海，提前几天提醒，原负责人多久不能领回。', 'When a customer goes to the pool, with what warning, and how long the former owner waits.'),
  facts: [
    { name: 'isGivenUp', type: 'boolean', label: both('主动放弃', 'Given up'), question: both('负责人或经理主动放弃吗？', 'Does the owner or the manager give the customer up?') },
    { name: 'prospectClass', type: 'choice', label: both('意向类别', 'Class'), question: both('客户是哪一类？', 'Which class is the customer?'), choices: [...classes, choice('none', '未分类', 'Not classed')] },
    { ...whole('daysWithoutReached', '未联系上的天数', 'Days without reaching them'), unit: days },
    { name: 'hasDeal', type: 'boolean', label: both('已成交', 'Has a deal'), question: both('客户成交过吗？', 'Was there a deal?') },
    { ...whole('daysWithoutDeal', '未成交的天数', 'Days without a deal'), unit: days },
    { ...whole('contractEndedDays', '合同到期天数', 'Days since the contract ended', true), unit: days },
  ],
  results: [
    { name: 'release', type: 'boolean', label: both('转入公海', 'Release') },
    { name: 'pool', type: 'choice', label: both('哪个公海', 'Which pool'), choices: [choice('matching', '对应公海', 'The one that fits'), choice('company', '公司公海', 'The company’s')] },
    { name: 'warnDays', type: 'number', label: both('提前提醒', 'Warning before'), unit: days },
    { name: 'lockOutDays', type: 'number', label: both('原负责人锁定', 'Former owner waits'), unit: days },
  ],
};

/** Who may take a customer out of a pool (UX-18). */
export const poolClaimPoint: DecisionPoint = {
  key: 'poolClaim', label: both('领取公海客户', 'Claim from the pool'), about: both('每日领取数、库容和原负责人的锁定期。', 'Claims a day, capacity, and the former owner’s waiting time.'),
  facts: [
    whole('claimsToday', '今日已领取', 'Claims today'), whole('holdings', '名下客户', 'Customers held'),
    { name: 'isFormerOwner', type: 'boolean', label: both('原负责人', 'Former owner'), question: both('领取人是原负责人吗？', 'Is it the former owner?') },
    { ...whole('daysSinceRelease', '转入公海天数', 'Days in the pool'), unit: days }, { ...whole('lockOutDays', '锁定天数', 'Waiting time'), unit: days },
  ],
  results: [
    { name: 'allowed', type: 'boolean', label: both('可领取', 'Allowed') },
    {
      name: 'reason', type: 'choice', label: both('原因', 'Reason'),
      choices: [choice('free', '可以领取', 'Free to claim'), choice('lockedOut', '原负责人锁定期内', 'Former owner must wait'), choice('quota', '今日已领满', 'Today’s quota is used'), choice('capacity', '名下客户已满', 'Capacity is full')],
    },
  ],
};
