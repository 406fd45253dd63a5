import type { Fact } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

const yesNo = (name: string, zh: string, en: string, questionZh: string, questionEn: string): Fact =>
  ({ name, type: 'boolean', label: both(zh, en), question: both(questionZh, questionEn) });

const day = (name: string, zh: string, en: string, questionZh: string, questionEn: string, isNullable = false): Fact =>
  ({ name, type: 'date', label: both(zh, en), question: both(questionZh, questionEn), ...(isNullable && { isNullable }) });

/** What a visit or a claim is about; the desk finds it from the registration, a manager may choose it. */
const matter: Fact = {
  name: 'matter', type: 'choice', label: both('事由', 'Matter'), question: both('是什么情况？', 'What is it about?'),
  choices: [
    choice('visit', '来访', 'A visit'),
    choice('refusal', '接待中途要求更换', 'Refuses the salesperson midway'),
    choice('midwayDesignation', '接待中途另指定他人', 'Asks midway for somebody else'),
    choice('sameDayOther', '同日由他人再接待', 'Received by another the same day'),
    choice('introduced', '老客户介绍', 'Introduced by an existing customer'),
    choice('companyCustomer', '公司客户', 'Company customer'),
    choice('staffReferral', '员工介绍', 'Staff referral'),
    choice('household', '夫妻或家人分别来访', 'Family came separately'),
    choice('discount', '为优惠另找他人', 'Turns to another for a discount'),
    choice('conflict', '登记冲突', 'Conflicting registrations'),
    choice('afterDeal', '成交后变更', 'Change after the deal'),
    choice('leave', '销售员长假或调离', 'Salesperson on long leave or transferred'),
    choice('eventDay', '展会或开盘日', 'Fair or opening day'),
    choice('dispute', '归属争议', 'Dispute'),
    choice('other', '其他', 'Anything else'),
  ],
};

/** Who a customer asks for, and what is said about the salesperson of an earlier visit. */
const wishes: readonly Fact[] = [
  {
    name: 'designation', type: 'choice', label: both('指定', 'Designation'), question: both('客户是否指定了接待人？', 'Does the customer ask for somebody?'),
    choices: [choice('none', '未指定', 'For nobody'), choice('atEntry', '接待前已指定', 'On entering'), choice('insistsOther', '坚持要他人接待', 'Insists on another')],
  },
  yesNo('remembers', '记得接待人', 'Remembers the receiver', '客户记得上次是谁接待的吗？', 'Does the customer remember who received them?'),
  {
    name: 'wish', type: 'choice', label: both('对原接待人的态度', 'About the earlier salesperson'), question: both('客户怎么说原接待人？', 'What does the customer say of the earlier salesperson?'),
    choices: [
      choice('namesEarlier', '说出原接待人', 'Names them'), choice('refusesEarlier', '不愿找原接待人', 'Does not want them'),
      choice('complains', '投诉原接待人', 'Complains about them'), choice('namesSeveral', '说出多人，不指定', 'Names several, asks for none'),
      choice('forgot', '忘记是谁', 'Forgot who it was'), choice('designatesNow', '多次来访后指定现接待人', 'After several visits asks for the present one'),
    ],
  },
  yesNo('isComplaintUpheld', '投诉属实', 'Complaint upheld', '主管核实投诉属实吗？', 'Did the supervisor uphold the complaint?'),
  yesNo('isEarlierPresent', '原接待人在场', 'Earlier salesperson on site', '原接待人在场吗？', 'Is the earlier salesperson on site?'),
  yesNo('isNamedPresent', '所说的人中有人在场', 'One of those named is on site', '客户说出的人有在场的吗？', 'Is any of those named on site?'),
];

/** Earlier visits, and when somebody was recognised. */
const history: readonly Fact[] = [
  yesNo('cameBefore', '来过', 'Came before', '客户以前来过吗？', 'Has the customer been here before?'),
  day('earlierRegisteredOn', '原登记日', 'Earlier registration', '上次登记是哪天？', 'When was the earlier registration?', true),
  day('arrivedOn', '本次来访日', 'Day of this visit', '本次来访是哪天？', 'What day is this visit?'),
  day('recognisedOn', '认出之日', 'Recognised on', '哪天认出原接待人的？（没有认出可留空）', 'When was the earlier salesperson recognised? (empty: never)', true),
  yesNo('isDealOnSpot', '认出前当场成交', 'Deal on the spot before recognition', '认出之前当场成交了吗？', 'Was there a deal on the spot before recognition?'),
  yesNo('isDealSameDay', '当日成交', 'Deal the same day', '当日成交了吗？', 'Was there a deal the same day?'),
];

/** Faults, and what the manager decided. */
const faults: readonly Fact[] = [
  yesNo('isInsisting', '坚决要求', 'Insists', '客户是否坚决要求更换？', 'Does the customer insist?'),
  {
    name: 'fault', type: 'choice', label: both('过错', 'Fault'), question: both('原接待人有过错吗？', 'Is the salesperson at fault?'),
    choices: [choice('none', '无过错', 'None'), choice('minor', '一般过错', 'Minor'), choice('serious', '严重过错', 'Serious')],
  },
  yesNo('isAssigned', '经理同意指定', 'Manager assigns', '经理同意由被指定人接待吗？', 'Does the manager assign the one asked for?'),
  yesNo('isInstigated', '被指定人怂恿', 'Instigated', '被指定人有怂恿行为吗？', 'Did the one asked for instigate it?'),
  {
    name: 'settlement', type: 'choice', label: both('争议处理', 'Settlement'), question: both('争议如何处理？', 'How was it settled?'),
    choices: [choice('agreed', '双方协商一致', 'The parties agree'), choice('mediated', '部门调解裁定', 'Ruled by the department'), choice('quarrel', '发生争吵或拒绝裁定', 'Quarrel, or the ruling refused')],
  },
];

/** How a customer came to the site: by the company, by staff, by an existing customer. */
const origins: readonly Fact[] = [
  {
    name: 'companyHandling', type: 'choice', label: both('公司客户的办理', 'How the company handles it'), question: both('公司客户怎样办理？', 'How is the company customer handled?'),
    choices: [
      choice('leaderNames', '领导指定接待人', 'A leader names the salesperson'), choice('introduced', '公司介绍，销售员全程跟进', 'Introduced; the salesperson does all the work'),
      choice('arrangedSales', '公司安排成交，销售员做售后', 'Arranged by the company; sales does after-sales'), choice('arrangedStaff', '公司安排成交，其他员工做售后', 'Arranged by the company; other staff do after-sales'),
    ],
  },
  yesNo('isRegisteredBeforeCompany', '先到现场登记', 'Registered on site first', '联系公司之前已在现场登记过吗？', 'Registered on site before contacting the company?'),
  yesNo('isReferralInAdvance', '来访前已登记介绍', 'Referral registered in advance', '介绍人在首次来访前登记了吗？', 'Was the referral registered before the first visit?'),
  yesNo('isReferralDay', '在约定日来访', 'Came on the agreed day', '客户在约定日来访了吗？', 'Did the customer come on the agreed day?'),
  yesNo('isReferralConfirmed', '来访时已确认', 'Confirmed on the visit', '介绍人陪同或来电，并经经理确认了吗？', 'Did the introducer come or call, and the manager confirm?'),
  yesNo('isSiteFirst', '现场已先登记', 'Site registered first', '销售员已先登记该客户了吗？', 'Had the site registered the customer first?'),
  {
    name: 'introduction', type: 'choice', label: both('老客户介绍方式', 'How they were introduced'), question: both('老客户是怎样介绍的？', 'How did the existing customer introduce them?'),
    choices: [
      choice('phoned', '事先电话告知', 'Phoned ahead'), choice('broughtAsking', '带来并找原接待人', 'Brought them, asking for their salesperson'),
      choice('broughtSilent', '带来但未指定', 'Brought them, asking for nobody'), choice('cameAlone', '未告知，自行来访', 'Came alone, unannounced'),
    ],
  },
];

/** Everything that a visit or a claim may turn on, in the order in which it is asked. */
export const visitFacts: readonly Fact[] = [matter, ...history.slice(0, 1), ...wishes, ...origins, ...faults, ...history.slice(1)];
