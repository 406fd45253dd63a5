import type { Bilingual } from '#kernel/texts.ts';
import type { ObjectAction, Scope } from '#meta/object.ts';
import { objectActions } from '#meta/object.ts';
import { type Right, rights } from '#platform/context/actor.ts';
import { EVERY_OBJECT } from './load-actor.ts';

type Actions = Partial<Record<ObjectAction, Scope>>;

export interface ReadyRole {
  readonly key: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  readonly rights: readonly Right[];
  /** Object → action → scope; `*` stands for every object, those made later included. */
  readonly grants: Readonly<Record<string, Actions>>;
  /** `object.field` → how it is shown and whether it may be changed, where it differs from the default. */
  readonly fields?: Readonly<Record<string, { readonly view: 'full' | 'masked' | 'hidden'; readonly edit: boolean }>>;
}

const to = (scope: Scope, ...actions: ObjectAction[]): Actions => Object.fromEntries(actions.map((action) => [action, scope]));

/** The same actions on several objects. */
const on = (objects: readonly string[], actions: Actions): Record<string, Actions> =>
  Object.fromEntries(objects.map((object) => [object, actions]));

const customerParts = ['contact', 'activity', 'need', 'customerRelation'] as const;
/** What is for sale is a board for everybody who sells (RE-40); sales are their own, and only finance books payments (RE-41). */
const stockBoard = on(['project', 'building', 'saleUnit', 'priceList'], to('all', 'read'));
const sales = ['unitHold', 'subscription', 'deal', 'afterSaleChange'] as const;
const colleagues = on(['user', 'orgUnit', 'workingCalendar'], to('all', 'read'));
/** What the service desk works with, and what it is set up by. */
const caseParts = ['caseMessage', 'caseRemedy'] as const;
const serviceSetup = ['serviceQueue', 'caseType', 'complaintCause', 'cannedReply', 'caseMacro'] as const;

/** Where field workers go, and the parts that they use (SE-11). */
const fieldSetup = ['serviceArea', 'part', 'partStore'] as const;

/** A meeting is the chair's; those who take part are let in one by one (SE-5, SF-21). */
const meetings = ['meeting', 'meetingAction'] as const;

/** The standards are everybody's in service; audits belong to who makes them, and once confirmed to the unit (SE-20, 21). */
const standardsLibrary = on(['standard', 'auditTemplate', 'blueprint'], to('all', 'read'));

/** What the team works by is everybody's; skills, shifts, results and induction belong to the person (SE-40). */
const teamLists = on(['skill', 'shiftTemplate', 'course', 'trainingSession', 'exam', 'inductionPlan'], to('all', 'read'));
const teamOwn = {
  ...teamLists, ...on(['staffSkill', 'trainingPlace', 'induction', 'inductionStep'], to('own', 'read')), ...on(['shiftSwap', 'examAttempt'], to('own', 'create', 'read', 'update')),
  shift: to('unit', 'read'), absence: to('own', 'create', 'read', 'update', 'delete'),
};
const teamPlanned = {
  ...on(['skill', 'course'], to('all', 'create', 'read', 'update', 'delete', 'export')), ...on(['shiftTemplate', 'trainingSession', 'exam', 'inductionPlan'], to('all', 'create', 'read', 'update', 'export')),
  ...on(['staffSkill', 'absence'], to('unitBelow', 'create', 'read', 'update', 'delete', 'export')), ...on(['shiftUnit', 'shiftPlan', 'trainingPlace', 'induction'], to('unitBelow', 'create', 'read', 'update', 'export')),
  shift: to('unitBelow', 'read', 'export'), shiftSwap: { ...to('unitBelow', 'read', 'export', 'assign'), ...to('own', 'create', 'update') },
  examAttempt: { ...to('unitBelow', 'read', 'update', 'export'), ...to('own', 'create') }, inductionStep: to('unitBelow', 'read', 'update', 'export'),
};

/** Everybody in service sees the own sheet and entries, and the wall of praise (SE-40). */
const ownIncentive = { incentiveEntry: to('own', 'read'), recognition: to('all', 'create', 'read') } as const;

/**
 * Phones and emails stay masked for everybody; whoever works with them may reveal one, with a reason (CU-50, SEC-27).
 * The roles of a new company, to be changed or deleted as it likes. Scopes: own, unit, unitBelow, all.
 */
export const readyRoles: readonly ReadyRole[] = [
  {
    key: 'administrator',
    label: { 'zh-CN': '系统管理员', en: 'Administrator' },
    description: { 'zh-CN': '管理用户、组织、字段和设置，可处理全部数据', en: 'Manages people, units, fields and settings, and all data' },
    rights,
    grants: { [EVERY_OBJECT]: to('all', ...objectActions) },
  },
  {
    key: 'securityAdministrator',
    label: { 'zh-CN': '安全管理员', en: 'Security administrator' },
    description: {
      'zh-CN': '管理用户、角色和登录规则，不接触业务数据；与系统管理员、审计员分设，满足三权分立',
      en: 'Manages people, roles and sign-in rules without business data; kept apart from administrator and auditor',
    },
    rights: ['admin.users', 'admin.roles', 'admin.settings'],
    grants: colleagues,
  },
  {
    key: 'auditor',
    label: { 'zh-CN': '审计员', en: 'Auditor' },
    description: { 'zh-CN': '查看审计日志和全部数据，不能修改', en: 'Reads the audit trail and all data, changes nothing' },
    rights: ['admin.audit', 'policies.read'],
    grants: { [EVERY_OBJECT]: to('all', 'read') },
  },
  {
    key: 'executive',
    label: { 'zh-CN': '公司领导', en: 'Executive' },
    description: { 'zh-CN': '查看和导出全部数据', en: 'Reads and exports all data' },
    rights: ['views.share', 'policies.read', 'policies.approve', 'quality.board', 'export.approve', 'commission.approve'],
    grants: { [EVERY_OBJECT]: to('all', 'read', 'export') },
  },
  {
    key: 'salesManager',
    label: { 'zh-CN': '销售经理', en: 'Sales manager' },
    description: { 'zh-CN': '管理本部门及下级部门的客户，分配与移交', en: 'Manages the customers of the unit and the units below, assigns and hands over' },
    rights: ['views.share', 'policies.read', 'policies.edit', 'quality.board', 'handover.manage', 'pools.claim', 'pools.manage', 'commission.manage'],
    grants: {
      customer: to('unitBelow', ...objectActions),
      ...on(['project', 'building', 'saleUnit', 'priceList'], { ...to('all', 'read', 'export'), ...to('unitBelow', 'create', 'update') }),
      ...on(sales, to('unitBelow', 'create', 'read', 'update', 'export')),
      receipt: to('unitBelow', 'read', 'export'),
      commissionEntry: to('unitBelow', 'read', 'export'),
      mailMessage: to('unitBelow', 'read'),
      ...on(customerParts, to('unitBelow', 'create', 'read', 'update', 'delete', 'export', 'import', 'share', 'merge', 'reveal')),
      site: to('unitBelow', 'create', 'read', 'update', 'delete', 'export', 'assign'),
      visitRegistration: to('unitBelow', 'create', 'read', 'update', 'export', 'reveal'),
      callRegistration: to('unitBelow', 'create', 'read', 'update', 'delete', 'export', 'reveal'),
      staffReferral: to('unitBelow', 'create', 'read', 'update', 'export'),
      dispute: to('unitBelow', 'create', 'read', 'update', 'export'),
      ...standardsLibrary,
      serviceAudit: to('unitBelow', 'read', 'export'),
      auditAction: { ...to('unitBelow', 'read', 'export'), ...to('own', 'update') },
      ...on(meetings, { ...to('unitBelow', 'read', 'export'), ...to('own', 'create', 'update') }),
      article: to('own', 'read'),
      ...colleagues,
    },
  },
  {
    key: 'salesperson',
    label: { 'zh-CN': '客户经理', en: 'Salesperson' },
    description: { 'zh-CN': '管理自己负责的客户', en: 'Looks after the customers they own' },
    rights: ['pools.claim'],
    grants: {
      customer: to('own', 'create', 'read', 'update', 'share', 'reveal'),
      ...stockBoard,
      ...on(sales, to('own', 'create', 'read', 'update', 'reveal')),
      receipt: to('own', 'read'),
      commissionEntry: to('own', 'read'),
      mailMessage: to('own', 'read'),
      ...on(customerParts, to('own', 'create', 'read', 'update', 'delete', 'reveal')),
      site: to('own', 'read'),
      visitRegistration: to('own', 'read', 'reveal'),
      callRegistration: to('own', 'create', 'read', 'update', 'reveal'),
      staffReferral: to('own', 'create', 'read'),
      dispute: to('own', 'create', 'read'),
      ...on(meetings, to('own', 'create', 'read', 'update')),
      article: to('own', 'read'),
      ...colleagues,
    },
  },
  {
    key: 'serviceSupervisor',
    label: { 'zh-CN': '客服主管', en: 'Service supervisor' },
    description: { 'zh-CN': '查看全部客户，管理服务记录，核查数据质量', en: 'Sees all customers, manages service records, watches data quality' },
    rights: ['views.share', 'quality.board', 'service.manage', 'policies.read'],
    grants: {
      customer: to('all', 'create', 'read', 'update', 'merge', 'reveal'),
      mailMessage: to('all', 'read'),
      ...on(customerParts, to('all', 'create', 'read', 'update', 'delete', 'reveal')),
      staffReferral: to('unitBelow', 'create', 'read'),
      case: to('all', 'create', 'read', 'update', 'export', 'assign', 'share', 'reveal'),
      ...on(caseParts, to('all', 'create', 'read', 'update', 'export')),
      correctiveAction: to('all', 'create', 'read', 'update', 'delete', 'export', 'assign'),
      ...on(serviceSetup, to('all', 'create', 'read', 'update', 'delete', 'export', 'import')),
      serviceOrder: to('all', 'create', 'read', 'update', 'export', 'assign', 'reveal'),
      orderChecklist: to('all', 'create', 'read', 'update', 'export'),
      ...on(fieldSetup, to('all', 'create', 'read', 'update', 'delete', 'export')),
      inspectionRoute: to('all', 'create', 'read', 'update', 'export'),
      inspectionRound: to('all', 'create', 'read', 'update', 'export', 'assign'),
      ...on(['standard', 'blueprint'], to('all', 'create', 'read', 'update', 'delete', 'export')),
      auditTemplate: to('all', 'create', 'read', 'update', 'export'),
      serviceAudit: { ...to('all', 'create', 'read', 'export', 'assign'), ...to('own', 'update') },
      auditAction: to('all', 'create', 'read', 'update', 'export'),
      ...on(meetings, to('all', 'create', 'read', 'update', 'export')),
      article: to('all', 'create', 'read', 'update', 'export'),
      ...teamPlanned,
      incentiveRun: to('unitBelow', 'create', 'read', 'update', 'export'),
      incentiveEntry: to('unitBelow', 'read', 'export'),
      recognition: { ...to('all', 'create', 'read'), ...to('unitBelow', 'update') },
      ...colleagues,
    },
  },
  {
    key: 'serviceAgent',
    label: { 'zh-CN': '客服专员', en: 'Service agent' },
    description: { 'zh-CN': '查看全部客户，登记联系人、需求和服务记录', en: 'Sees all customers, records contacts, needs and service' },
    rights: [],
    grants: {
      customer: to('all', 'create', 'read', 'reveal'),
      mailMessage: to('all', 'read'),
      ...on(customerParts, to('all', 'create', 'read', 'update', 'reveal')),
      staffReferral: to('own', 'create', 'read'),
      case: to('unitBelow', 'create', 'read', 'update', 'reveal'),
      ...on(caseParts, to('unitBelow', 'create', 'read', 'update')),
      correctiveAction: { ...to('own', 'update'), ...to('unitBelow', 'create', 'read') },
      ...on(serviceSetup, to('all', 'read')),
      serviceOrder: to('unitBelow', 'create', 'read', 'reveal'),
      ...on(['orderChecklist', ...fieldSetup, 'inspectionRoute'], to('all', 'read')),
      inspectionRound: to('unitBelow', 'read'),
      ...standardsLibrary,
      serviceAudit: to('unit', 'read'),
      auditAction: to('own', 'read', 'update'),
      ...on(meetings, to('own', 'create', 'read', 'update')),
      article: { ...to('all', 'read'), ...to('own', 'create', 'update') },
      ...teamOwn,
      ...ownIncentive,
      ...colleagues,
    },
  },
  {
    key: 'serviceAuditor',
    label: { 'zh-CN': '服务督查', en: 'Service auditor' },
    description: { 'zh-CN': '按计划做神秘顾客和电话督查，只看自己的督查', en: 'Carries out planned audits as mystery shopper and by phone, sees only their own' },
    rights: [],
    grants: { ...standardsLibrary, serviceAudit: to('own', 'read', 'update'), ...teamOwn, ...colleagues },
  },
  {
    key: 'fieldWorker',
    label: { 'zh-CN': '现场服务人员', en: 'Field worker' },
    description: { 'zh-CN': '上门服务，只看派给自己的服务指令', en: 'Goes to the customer, sees only their own service orders' },
    rights: [],
    grants: { serviceOrder: to('own', 'read', 'update', 'reveal'), ...on(['orderChecklist', 'inspectionRoute', ...fieldSetup], to('all', 'read')), inspectionRound: to('own', 'read', 'update'), ...teamOwn, ...ownIncentive, ...colleagues },
  },
  {
    key: 'finance',
    label: { 'zh-CN': '财务', en: 'Finance' },
    description: { 'zh-CN': '查看全部客户和开票信息，可查看完整账号', en: 'Sees all customers and invoicing data, may reveal account numbers' },
    rights: ['commission.approve'],
    grants: { customer: to('all', 'read', 'reveal'), ...stockBoard, ...on(sales, to('all', 'read', 'export')), receipt: to('all', 'create', 'read', 'export'), commissionEntry: to('all', 'read', 'export'), ...on(['contact', 'customerRelation'], to('all', 'read')), ...colleagues },
  },
  {
    key: 'marketing',
    label: { 'zh-CN': '市场', en: 'Marketing' },
    description: { 'zh-CN': '查看全部客户以策划活动，联系方式脱敏', en: 'Sees all customers for campaigns, with phone and email masked' },
    rights: ['views.share'],
    grants: {
      customer: to('all', 'read'),
      ...on(['contact', 'need', 'customerRelation'], to('all', 'read')),
      activity: { ...to('all', 'read'), ...to('own', 'create', 'update') },
      ...colleagues,
    },
  },
  {
    key: 'reception',
    label: { 'zh-CN': '接待', en: 'Reception' },
    description: { 'zh-CN': '登记来访来电，查看本部门客户', en: 'Registers visits and calls, sees the customers of the unit' },
    rights: [],
    grants: {
      customer: to('unit', 'create', 'read', 'reveal'),
      ...on(customerParts, to('unit', 'create', 'read', 'reveal')),
      site: to('unit', 'read', 'assign'),
      visitRegistration: to('unit', 'create', 'read'),
      callRegistration: to('unit', 'create', 'read', 'update'),
      staffReferral: to('unit', 'create', 'read'),
      ...colleagues,
    },
  },
];

export const administratorRole = 'administrator';
