import { defineObject } from '#meta/object.ts';
import { customersTexts } from '../customers.texts.ts';
import { customerStages, lostReasons } from '../rules/stage-change.ts';

const stageColours = { potential: 'ink', target: 'hu', active: 'green', dormant: 'ink', lost: 'zhu', disqualified: 'zhu' } as const;
const company = { kind: ['company'] };
const person = { kind: ['person'] };
const values = (...list: string[]) => list.map((value) => ({ value }));

/** A company or a person that buys or may buy (CU-1). */
export const customerObject = defineObject({
  key: 'customer',
  plural: 'customers',
  table: 'customer',
  access: { kind: 'owned' },
  title: 'name',
  partOf: 'id',
  isMergeable: true,
  icon: 'building-2',
  texts: customersTexts,
  groups: ['main', 'reach', 'company', 'person', 'invoice', 'ownership', 'more'],
  fields: [
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'company', choices: values('company', 'person'), inCreate: true, group: 'main', synonyms: ['类型', '客户性质', 'type'] },
    { key: 'name', type: 'text', required: true, max: 200, identity: true, search: 'name', pinyinSort: true, inList: true, inCreate: true, group: 'main', synonyms: ['名称', '公司名称', '企业名称', '单位名称', '姓名', '客户', 'company', 'company name', 'account name'] },
    { key: 'shortName', type: 'text', max: 60, identity: true, search: 'name', group: 'main', synonyms: ['简称', '股票简称', 'short name'] },
    { key: 'code', type: 'autoNumber', pattern: 'C-{yyyy}-{000000}', identity: true, readOnly: true, importable: true, search: 'code', inList: true, group: 'main' },
    { key: 'externalCode', type: 'text', max: 60, identity: true, search: 'code', group: 'main', synonyms: ['编号', '代码', '股票代码', '证券代码', '客户代码', '外部编号', 'code', 'id', 'external id', 'stock code'] },
    { key: 'stage', type: 'choice', fixedChoices: true, required: true, default: 'potential', choices: customerStages.map((value) => ({ value, colour: stageColours[value] })), inList: true, inCreate: true, group: 'main', synonyms: ['客户阶段', '状态', 'status'] },
    { key: 'lostReason', type: 'choice', choices: values(...lostReasons), when: { stage: ['lost'] }, group: 'main' },
    { key: 'grade', type: 'choice', choices: values('regular', 'auction', 'star1', 'star2', 'star3'), inList: true, group: 'main', synonyms: ['等级', '客户级别', '星级', 'level'] },
    { key: 'source', type: 'choice', choices: values('referral', 'website', 'exhibition', 'advertising', 'visit', 'call', 'import', 'other'), inCreate: true, group: 'main', synonyms: ['渠道', '客户来源', '来源', 'channel'] },
    { key: 'industry', type: 'text', max: 80, inList: true, inCreate: true, group: 'main', synonyms: ['行业分类', '所属行业', 'sector'] },
    { key: 'tags', type: 'multiChoice', max: 30, inList: true, group: 'main', synonyms: ['标签', 'labels'] },
    { key: 'phone', type: 'phone', mask: 'phone', search: 'phone', inList: true, inCreate: true, group: 'reach', synonyms: ['电话', '手机', '手机号', '联系电话', '办公电话', 'mobile', 'tel', 'telephone'] },
    { key: 'altPhone', type: 'phone', mask: 'phone', search: 'phone', group: 'reach', synonyms: ['电话2', '备用电话', '其他电话', 'other phone'] },
    { key: 'email', type: 'email', mask: 'email', group: 'reach', synonyms: ['邮箱', '电子邮箱', '电子邮件', 'mail', 'e-mail'] },
    { key: 'website', type: 'url', group: 'reach', synonyms: ['网址', '官网', 'web', 'url'] },
    { key: 'address', type: 'address', inList: true, inCreate: true, group: 'reach', synonyms: ['地区', '省份', '所在地', '所在地区', '区域', '省市', '地址', '通讯地址', 'region', 'province', 'city', 'location'] },
    { key: 'place', type: 'geo', group: 'reach', synonyms: ['坐标', '经纬度', '位置', 'coordinates', 'geo'] },
    { key: 'uscc', type: 'text', check: 'uscc', max: 18, when: company, inCreate: true, group: 'company', synonyms: ['信用代码', '统一社会信用代码', '税号', '纳税人识别号', 'uscc', 'tax id'] },
    { key: 'legalRepresentative', type: 'text', max: 60, when: company, group: 'company', synonyms: ['法人', '法定代表人', '法人代表'] },
    { key: 'size', type: 'choice', choices: values('micro', 'small', 'medium', 'large'), when: company, group: 'company', synonyms: ['规模', '企业规模'] },
    { key: 'registeredCapital', type: 'money', when: company, group: 'company', synonyms: ['注册资本', '注册资金'] },
    { key: 'birthday', type: 'date', group: 'main', synonyms: ['生日', '出生日期', '成立日期', '成立日', 'founded', 'birth date'] },
    { key: 'parent', type: 'reference', target: 'customer', when: company, group: 'company', synonyms: ['母公司', '上级公司', '集团', 'parent company'] },
    { key: 'gender', type: 'choice', choices: values('male', 'female'), when: person, group: 'person', synonyms: ['性别', 'sex'] },
    { key: 'idNumber', type: 'text', check: 'chineseId', sensitive: true, when: person, group: 'person', synonyms: ['身份证', '身份证号', '证件号', 'id number'] },
    { key: 'incomeBand', type: 'choice', choices: values('low', 'middle', 'upperMiddle', 'high'), when: person, group: 'person' },
    { key: 'education', type: 'choice', choices: values('secondary', 'college', 'bachelor', 'master', 'doctor'), when: person, group: 'person', synonyms: ['学历'] },
    { key: 'interests', type: 'multiChoice', max: 20, when: person, group: 'person', synonyms: ['爱好', '兴趣爱好'] },
    { key: 'bankName', type: 'text', max: 120, group: 'invoice', synonyms: ['开户银行', '开户行'] },
    { key: 'bankAccount', type: 'text', max: 40, sensitive: true, group: 'invoice', synonyms: ['银行账号', '账号', '银行帐号', 'account number'] },
    { key: 'invoiceAddress', type: 'text', max: 200, group: 'invoice', synonyms: ['开票地址'] },
    { key: 'invoicePhone', type: 'text', max: 40, mask: 'phone', group: 'invoice', synonyms: ['开票电话'] },
    { key: 'referrer', type: 'reference', target: 'customer', group: 'more', synonyms: ['介绍人', '推荐人'] },
    { key: 'nextContactAt', type: 'dateTime', group: 'more', synonyms: ['下次联系', '下次跟进时间'] },
    { key: 'lastContactAt', type: 'dateTime', readOnly: true, importable: true, inList: true, group: 'more', synonyms: ['最后联系', '上次跟进时间'] },
    { key: 'stageChangedAt', type: 'dateTime', readOnly: true, group: 'more' },
    { key: 'completeness', type: 'integer', readOnly: true, group: 'more' },
    { key: 'contactCount', type: 'rollUp', rollUp: { object: 'contact', via: 'customer', measure: 'count' }, group: 'more' },
    { key: 'notes', type: 'longText', group: 'more', synonyms: ['备注', '说明', 'remark', 'comment'] },
  ],
});
