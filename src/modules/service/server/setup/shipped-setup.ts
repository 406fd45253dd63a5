import type { Bilingual, Locale } from '#kernel/texts.ts';
import type { CaseKind } from '../../objects/case.object.ts';

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });
const type = (kind: CaseKind, process: string, zh: string, en: string, isPublic = true) => ({ kind, process, name: both(zh, en), isPublic });

/** What customers come with; the company renames, adds and retires. */
export const shippedTypes = [
  type('complaint', 'complaint', '投诉', 'Complaint'),
  type('repair', 'repair', '报修', 'Repair'),
  type('enquiry', 'request', '咨询', 'Enquiry'),
  type('service', 'request', '服务请求', 'Service request'),
  type('service', 'renovation', '装修手续', 'Renovation permit'),
  type('suggestion', 'request', '建议', 'Suggestion'),
  type('praise', 'request', '表扬', 'Praise'),
  type('service', 'finding', '巡查发现', 'Inspection finding', false),
] as const;

/** The causes that the training names, in groups (SE-8). */
export const shippedCauses = [
  { name: both('产品质量', 'Product quality'), feedsBackTo: 'production', parts: [both('性能不符', 'Does not perform'), both('早期损坏', 'Early failure'), both('外观缺陷', 'Flaws on the surface')] },
  { name: both('价格与收费', 'Price and fees'), feedsBackTo: 'operations', parts: [both('收费有误', 'Wrong fee'), both('收费不清', 'Fee not explained')] },
  { name: both('服务态度', 'Service attitude'), feedsBackTo: 'service', parts: [both('冷淡', 'Indifferent'), both('粗鲁', 'Rude'), both('推诿', 'Passed from one to another')] },
  { name: both('延误', 'Delay'), feedsBackTo: 'operations', parts: [both('交付延误', 'Late delivery'), both('维修延误', 'Late repair'), both('答复延误', 'Late answer')] },
  { name: both('沟通', 'Communication'), feedsBackTo: 'service', parts: [both('信息有误', 'Wrong information'), both('承诺未兑现', 'Promise not kept')] },
  { name: both('设计缺陷', 'Design'), feedsBackTo: 'design', parts: [both('使用不便', 'Hard to use'), both('布局不合理', 'Poor layout')] },
  { name: both('环境与秩序', 'Surroundings'), feedsBackTo: 'operations', parts: [both('噪声', 'Noise'), both('保洁', 'Cleaning'), both('停车', 'Parking'), both('安全', 'Safety')] },
  { name: both('客户原因', 'The customer’s own mistake'), feedsBackTo: 'none', parts: [both('使用不当', 'Wrong use'), both('误解', 'Misunderstanding')] },
] as const;

const reply = (locale: Locale, name: string, body: string) => ({ locale, name, body });

export const shippedReplies = [
  reply('zh-CN', '已受理', '{customer}您好，您反映的问题我们已受理，编号 {number}。我们会在 {due} 前答复您。\n{agent}'),
  reply('zh-CN', '请补充资料', '{customer}您好，为尽快处理 {number}，请您补充以下资料：\n\n收到后我们马上继续。\n{agent}'),
  reply('zh-CN', '预约上门', '{customer}您好，我们安排在 ____ 上门处理 {number}，到时请留人在场。如需改期，请回复本消息。\n{agent}'),
  reply('en', 'Received', 'Dear {customer},\n\nwe have taken up your message under number {number} and will answer by {due}.\n{agent}'),
  reply('en', 'More details needed', 'Dear {customer},\n\nto go on with {number} we need:\n\nWe continue as soon as we have it.\n{agent}'),
] as const;
