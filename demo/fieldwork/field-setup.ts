import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type ChecklistDraft, saveChecklist } from '#modules/fieldwork/server/orders/save-checklist.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { personName } from '../demo-names.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';

export interface FieldPeople {
  /** The service centre; its field team goes below it. */
  readonly unit: Id;
  readonly root: Id;
  readonly supervisor: Id;
  readonly agents: readonly Id[];
  readonly passwordHash: string;
}

const trades = ['水电工', '水电工', '电梯与门禁', '家电维修', '泥瓦木工', '保洁与绿化'] as const;

/** Six field workers of a team of their own; sign-in names field1 to field6. */
export async function makeWorkers(ctx: Context, dice: Dice, { unit, root, supervisor, passwordHash }: FieldPeople, at: Date): Promise<readonly { readonly id: Id; readonly name: string }[]> {
  const team = dice.id(at);
  await insertRecords(ctx, 'orgUnit', [{ id: team, at, author: '', values: { name: '上门服务组', kind: 'team', parent: unit } }], () => ({ path: [root, unit, team], position: 92 }));
  const people = trades.map((title, place) => ({ id: dice.id(at), at, author: '', values: { name: personName(dice), username: `field${place + 1}`, title, unit: team, manager: supervisor, isActive: true } }));
  await insertRecords(ctx, 'user', people, () => ({ password_hash: passwordHash, password_changed_at: ctx.now.toISOString(), locale: 'zh-CN', time_zone: ctx.timeZone }));
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES ${join(people.map(({ id }) => sql`(${id}, 'fieldWorker')`))}`);
  return people.map(({ id, values }) => ({ id, name: values.name }));
}

const areas = [
  ['东城片区', 'East Town', 2.4, 0.6], ['西城片区', 'West Town', -3.2, 0.4], ['滨河片区', 'Riverside', 0.8, 3.1], ['高新片区', 'Tech Park', 6.5, -2.2], ['老城片区', 'Old Town', -0.6, -1.1], ['北湖片区', 'North Lake', -1.8, 7.4],
] as const;

export async function makeAreas(ctx: Context): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (const [name, nameEn, eastKm, northKm] of areas) ids.push(await insertRecord(ctx, 'serviceArea', { values: { name, nameEn, eastKm, northKm, isActive: true } }));
  return ids;
}

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const tick = (key: string, zh: string, en: string, needsPhoto = false) => ({ key, kind: 'tick' as const, label: both(zh, en), isRequired: true, needsPhoto });
const manners = [tick('in-time', '在约定时段内到达', 'Arrived within the appointment'), tick('greeting', '进门报单位姓名，说明来意', 'Said who I am and why I come'), tick('slippers', '换上自带的鞋套', 'Own shoe covers on')];
const measured = [
  { key: 'pressure', kind: 'number' as const, label: both('水压', 'Water pressure'), isRequired: false, needsPhoto: false, unit: 'MPa', min: 0.15, max: 0.6 },
  { key: 'insulation', kind: 'number' as const, label: both('绝缘电阻', 'Insulation resistance'), isRequired: false, needsPhoto: false, unit: 'MΩ', min: 0.5 },
];
const state = {
  key: 'state', kind: 'choice' as const, label: both('修后状态', 'State after the repair'), isRequired: true, needsPhoto: false,
  choices: [{ value: 'good', label: both('正常', 'Works'), isBad: false }, { value: 'watch', label: both('需要观察', 'To be watched'), isBad: false }, { value: 'again', label: both('要再来一次', 'Another visit needed'), isBad: true }],
};
const explained = tick('explained', '向客户讲清做了什么、怎样使用', 'Explained what was done and how to use it');

/** The list as it was, and as it has been since the last days: pictures and a signature came later. */
export async function makeRepairList(ctx: Context, began: Date, changed: Date): Promise<{ readonly id: Id; readonly old: ChecklistDraft['items']; readonly current: ChecklistDraft['items'] }> {
  const old = [...manners, state, explained];
  const current = [
    ...manners, ...measured, { key: 'before', kind: 'photo' as const, label: both('修理前后的照片', 'Photos before and after'), isRequired: true, needsPhoto: false }, state, explained,
    { key: 'left', kind: 'text' as const, label: both('留给客户的提醒', 'What the customer should mind'), isRequired: false, needsPhoto: false },
  ];
  const draft = { name: '水电维修', nameEn: 'Plumbing and electrics', state: 'active' as const };
  const { id } = await saveChecklist({ ...ctx, now: began }, { ...draft, items: old });
  await saveChecklist({ ...ctx, now: changed }, { ...draft, id, items: current });
  return { id, old, current };
}

const parts = [
  ['SN-101', '角阀 DN15', '个', '18.50', 20], ['SN-102', '编织软管 60cm', '根', '12.80', 20], ['SN-103', '单冷龙头', '个', '46.00', 8], ['SN-104', '下水器', '套', '38.50', 6], ['SN-105', '生料带', '卷', '1.60', 30], ['SN-106', 'PPR 管 DN20', '米', '7.35', 40],
  ['DN-201', '空气开关 C16', '个', '24.90', 12], ['DN-202', '铜线 2.5mm²', '米', '3.28', 100], ['DN-203', '五孔插座', '个', '15.20', 20], ['DN-204', 'LED 灯管', '支', '19.90', 24], ['MJ-301', '门禁读头', '个', '186.00', 4], ['MJ-302', '闭门器', '个', '135.00', 4],
  ['TM-401', '防水堵漏剂', '公斤', '28.60', 10], ['TM-402', '瓷砖 300×600', '片', '16.75', 30],
] as const;

export interface FieldParts {
  readonly depot: Id;
  readonly vans: ReadonlyMap<Id, Id>;
  readonly parts: readonly { readonly id: Id; readonly name: string; readonly measure: string; readonly price: string }[];
}

/** A depot with stock, a van for each worker; each van starts from another area. */
export async function makeParts(ctx: Context, workers: readonly { readonly id: Id; readonly name: string }[], starts: readonly Id[]): Promise<FieldParts> {
  const depot = await insertRecord(ctx, 'partStore', { values: { name: '工程仓库', kind: 'depot', worker: null, area: starts[4] ?? null, isActive: true } });
  const vans = new Map<Id, Id>();
  for (const [at, { id }] of workers.entries()) vans.set(id, await insertRecord(ctx, 'partStore', { values: { name: `${at + 1} 号服务车`, kind: 'van', worker: id, area: starts[at % starts.length] ?? null, isActive: true } }));
  const made = [];
  for (const [code, name, measure, price, lowAt] of parts) {
    const id = await insertRecord(ctx, 'part', { values: { code, name, measure, price: { amount: price, currency: 'CNY' }, lowAt, isActive: true } });
    made.push({ id, name, measure, price });
  }
  return { depot, vans, parts: made };
}
