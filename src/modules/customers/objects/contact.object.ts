import { defineObject } from '#meta/object.ts';
import { customersTexts } from '../customers.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));
const styleColours = { driver: 'zhu', expressive: 'hu', amiable: 'green', analytical: 'qing' } as const;

/** A person at a customer, with their part in the buying decision (CU-2) and their interpersonal style (CU-4). */
export const contactObject = defineObject({
  key: 'contact',
  plural: 'contacts',
  table: 'contact',
  access: { kind: 'via', field: 'customer' },
  title: 'name',
  partOf: 'customer',
  isMergeable: true,
  icon: 'contact',
  texts: customersTexts,
  groups: ['main', 'reach', 'style', 'more'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, identity: true, search: 'name', pinyinSort: true, inList: true, inCreate: true, group: 'main', synonyms: ['姓名', '联系人', '联系人姓名', 'contact', 'contact name'] },
    { key: 'customer', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true, group: 'main', synonyms: ['公司', '客户名称', '单位', 'company', 'account'] },
    { key: 'jobTitle', type: 'text', max: 60, inList: true, inCreate: true, group: 'main', synonyms: ['职务', '职位', '岗位', 'title', 'position'] },
    { key: 'department', type: 'text', max: 60, group: 'main', synonyms: ['部门'] },
    { key: 'decisionRoles', type: 'multiChoice', choices: values('decider', 'influencer', 'user', 'gatekeeper', 'payer'), inList: true, inCreate: true, group: 'main', synonyms: ['决策角色', '角色'] },
    { key: 'isPrimary', type: 'boolean', default: false, group: 'main', synonyms: ['主要联系人', '首要联系人'] },
    { key: 'phone', type: 'phone', mask: 'phone', search: 'phone', inList: true, inCreate: true, group: 'reach', synonyms: ['电话', '手机', '手机号', '联系电话', 'mobile', 'tel'] },
    { key: 'altPhone', type: 'phone', mask: 'phone', search: 'phone', group: 'reach', synonyms: ['备用电话', '座机'] },
    { key: 'email', type: 'email', mask: 'email', inCreate: true, group: 'reach', synonyms: ['邮箱', '电子邮件', 'mail'] },
    { key: 'wechat', type: 'text', max: 60, mask: 'tail', group: 'reach', synonyms: ['微信', '微信号'] },
    { key: 'preferredChannel', type: 'choice', choices: values('phone', 'wechat', 'email', 'sms', 'visit'), group: 'reach', synonyms: ['首选渠道', '偏好渠道'] },
    { key: 'gender', type: 'choice', choices: values('male', 'female'), group: 'more', synonyms: ['性别'] },
    { key: 'birthday', type: 'date', group: 'more', synonyms: ['生日', '出生日期'] },
    { key: 'isLunarBirthday', type: 'boolean', default: false, group: 'more', synonyms: ['农历生日'] },
    { key: 'assertiveness', type: 'integer', min: -10, max: 10, group: 'style' },
    { key: 'responsiveness', type: 'integer', min: -10, max: 10, group: 'style' },
    { key: 'style', type: 'choice', readOnly: true, choices: (['driver', 'expressive', 'amiable', 'analytical'] as const).map((value) => ({ value, colour: styleColours[value] })), inList: true, group: 'style' },
    { key: 'tags', type: 'multiChoice', max: 30, group: 'more', synonyms: ['标签'] },
    { key: 'notes', type: 'longText', group: 'more', synonyms: ['备注'] },
  ],
});
