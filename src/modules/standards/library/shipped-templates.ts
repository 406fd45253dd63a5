import type { AuditItem, Demand } from '../rules/score-audit.ts';
import type { ShippedStandard } from './shipped-form.ts';
import { shippedStandards } from './shipped-standards.ts';

type Words = { readonly 'zh-CN': string; readonly en: string };

/** An item as shipped: of a standard, in its words unless it has its own. */
export interface ShippedItem extends Omit<AuditItem, 'text' | 'unit' | 'standard'> {
  readonly text: Words;
  readonly unit: Words | null;
  readonly standard: string;
}

export interface ShippedTemplate {
  readonly origin: string;
  readonly kind: 'mystery' | 'phone';
  readonly name: Words;
  readonly items: readonly ShippedItem[];
}

/** What can be seen in a picture must be shown in one when it failed. */
const visible: ReadonlySet<string> = new Set(['AP-1', 'AP-3', 'AN-2', 'FB-2', 'SV-2', 'FL-3', 'CM-3']);
const photoOf = (code: string): Demand => (visible.has(code) ? 'failed' : 'never');

function itemOf(standard: ShippedStandard): ShippedItem {
  const { code, area, measure, target, direction, unit, weight, item } = standard;
  return {
    key: code, area, standard: code, text: item, answer: measure, unit: unit ?? null, target: target ?? null, direction: direction ?? null, weight, comment: 'failed', photo: photoOf(code),
  };
}

const standardOf = (code: string): ShippedStandard => {
  const found = shippedStandards.find((each) => each.code === code);
  if (!found) throw new Error(`no standard ${code}`);
  return found;
};

// What only a call, a message or another day can show is left to the phone audit.
const notOnSite: ReadonlySet<string> = new Set(['TM-3', 'TM-4', 'CM-1', 'FB-3', 'PS-3', 'AE-1']);

const mystery: ShippedTemplate = {
  origin: 'mystery', kind: 'mystery', name: { 'zh-CN': '神秘顾客现场督查', en: 'Mystery shopper on site' },
  items: shippedStandards.filter(({ code }) => !notOnSite.has(code)).map(itemOf),
};

const call = (key: string, code: string, text: Words, change: Partial<ShippedItem> = {}): ShippedItem => ({ ...itemOf(standardOf(code)), key, text, photo: 'never', ...change });
const yesNo = { answer: 'yesNo', target: null, direction: null, unit: null } as const;
const seconds = { 'zh-CN': '秒', en: 'seconds' };

/** The nine checks of a phone audit (SE-21), in the order of a call. */
const phone: ShippedTemplate = {
  origin: 'phone', kind: 'phone', name: { 'zh-CN': '电话督查（九项）', en: 'Phone audit (nine checks)' },
  items: [
    call('greeting', 'TC-1', { 'zh-CN': '接线员礼貌问好', en: 'The operator greets politely' }),
    call('rings', 'TM-3', { 'zh-CN': '三声铃响之内接听', en: 'Answered within three rings' }),
    call('need', 'GD-2', { 'zh-CN': '来电的需要得到满足', en: 'What the caller needed was met' }, yesNo),
    call('apology', 'PS-3', { 'zh-CN': '转接不成功时道歉', en: 'An apology when the transfer fails' }),
    call('extension', 'CM-1', { 'zh-CN': '转接前告知姓名或分机号', en: 'Name or extension told before the transfer' }),
    call('transfer', 'FL-1', { 'zh-CN': '转接用时不超过 30 秒', en: 'The transfer takes no more than 30 seconds' }, { answer: 'number', unit: seconds, target: 30, direction: 'atMost' }),
    call('message', 'TM-4', { 'zh-CN': '留言在第二个工作日结束前有回音', en: 'A message is answered by the end of the second working day' }),
    call('callBack', 'PS-2', { 'zh-CN': '回电时需要得到满足', en: 'On call back the need is met' }),
    call('agreedTime', 'AN-1', { 'zh-CN': '在约定的时间回电', en: 'Called back at the agreed time' }),
  ],
};

export const shippedTemplates: readonly ShippedTemplate[] = [mystery, phone];
