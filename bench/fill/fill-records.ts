import { areaList } from '@vant/area-data';
import type { ObjectDef } from '#meta/object.ts';
import { nameKeyOf } from '#modules/customers/server/duplicates/name-key.ts';
import { assess, columnsOf as scoreColumns } from '#modules/customers/server/quality/completeness-columns.ts';
import { defaultRequirements } from '#modules/customers/server/quality/requirements.ts';
import type { Actor } from '#platform/context/actor.ts';
import { type Columns } from '#platform/records/to-columns.ts';
import { insertColumns } from '#platform/records/write-record.ts';
import type { Names } from './company-names.ts';
import type { Person } from './fill-people.ts';
import { pick, pickWeighted } from './random.ts';

/** What the rows are made from. `now`: the newest record's time, ms. */
export interface Source {
  readonly random: () => number;
  readonly names: Names;
  readonly people: readonly Person[];
  readonly system: Actor;
  readonly now: number;
  readonly rows: number;
}

const DAY = 86_400_000;
const SPAN = 3 * 365 * DAY;
const REGIONS = Object.keys(areaList.county_list);
export const INDUSTRIES = [
  '制造业', '批发业', '零售业', '建筑业', '软件业', '运输业', '餐饮业', '住宿业', '金融业', '房地产业', '农业', '采矿业', '电力', '教育', '卫生',
  '文化', '体育', '环保', '化工', '医药', '食品', '纺织', '造纸', '橡胶', '钢铁', '有色', '机械', '汽车', '船舶', '电子', '仪器', '通信', '广告',
  '租赁', '咨询', '旅游', '家政', '物业', '印刷', '家具',
];
const STAGES = [['potential', 0.5], ['target', 0.2], ['active', 0.15], ['dormant', 0.1], ['lost', 0.05]] as const;
const GRADES = [[null, 0.5], ['regular', 0.3], ['star1', 0.1], ['star2', 0.06], ['star3', 0.04]] as const;
const SOURCES = ['referral', 'website', 'exhibition', 'advertising', 'visit', 'call', 'import'];
const TAGS = ['重点', '展会', '老客户', '招标', '试用', '续约', '高潜', '区域样板', '价格敏感', '需回访'];
const KINDS = ['call', 'visit', 'meeting', 'note', 'task'] as const;

/** Values of the custom field that the figures filter by: a thousandth of the rows each. */
export const SCORES = 1_000;

/** UUIDv7 with the time of the row and its number, so that ids rise with time as they do in life. */
export function idAt(ms: number, table: number, row: number): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${table.toString(16).padStart(3, '0')}-8000-${row.toString(16).padStart(12, '0')}`;
}

export const customerTime = (source: Source, row: number): number => source.now - SPAN + Math.floor((row / source.rows) * SPAN);
export const customerId = (source: Source, row: number): string => idAt(customerTime(source, row), 1, row);

const mobile = (random: () => number): string => `+861${pick(random, ['3', '5', '7', '8', '9'])}${String(Math.floor(random() * 1e9)).padStart(9, '0')}`;

/** The engine's own columns of a record with these values, as after a create at that time. */
function columnsOf(source: Source, def: ObjectDef, id: string, ms: number, values: Record<string, unknown>, extra: Columns): Columns {
  return insertColumns({ now: new Date(ms), actor: source.system }, def, { id, values, extra });
}

function customerColumns(source: Source, def: ObjectDef, row: number): Columns {
  const { random, names } = source;
  const isPerson = random() < 0.08;
  const name = isPerson ? names.person() : names.company();
  const owner = random() < 0.95 ? pick(random, source.people) : undefined;
  const ms = customerTime(source, row);
  const touched = ms + random() * (source.now - ms);
  const values = {
    kind: isPerson ? 'person' : 'company', name, code: `C-${new Date(ms).getFullYear()}-${String(row + 1).padStart(6, '0')}`,
    stage: pickWeighted(random, STAGES), grade: pickWeighted(random, GRADES), source: pick(random, SOURCES), industry: pick(random, INDUSTRIES),
    tags: random() < 0.4 ? [pick(random, TAGS)] : [], phone: random() < 0.9 ? mobile(random) : null, altPhone: random() < 0.1 ? mobile(random) : null,
    email: random() < 0.5 ? `info${row}@example.cn` : null, address: { region: pick(random, REGIONS), street: `中山路${row % 900}号` },
    uscc: !isPerson && random() < 0.7 ? `9137${String(row).padStart(14, '0')}` : null,
    registeredCapital: isPerson ? null : { amount: `${Math.floor(random() * 5_000)}0000.00`, currency: 'CNY' },
    birthday: null, interests: [], owner: owner?.id ?? null, unit: owner?.unit ?? pick(random, source.people).unit,
    lastContactAt: new Date(touched).toISOString(), nextContactAt: random() < 0.2 ? new Date(source.now + random() * 30 * DAY).toISOString() : null,
    notes: random() < 0.2 ? '老客户介绍，先电话联系，再安排上门拜访。' : null, createdBy: owner?.id ?? null,
  };
  return columnsOf(source, def, customerId(source, row), ms, values, {
    updated_at: new Date(touched).toISOString(), name_key: nameKeyOf(values.kind, name),
    // As the module's own hooks leave it: else the server would begin by assessing all of them.
    ...scoreColumns(defaultRequirements, assess(defaultRequirements, values, {}, '2026-11-01')),
    custom: `{"benchScore":${Math.floor(random() * SCORES)}}`,
  });
}

function contactColumns(source: Source, def: ObjectDef, row: number): Columns {
  const { random } = source;
  const customer = Math.floor((row * 2) / 3);
  const ms = customerTime(source, customer) + DAY;
  const values = {
    name: source.names.person(), customer: customerId(source, customer), jobTitle: pick(random, ['采购经理', '总经理', '财务主管', '工程师', '店长', null]),
    isPrimary: row % 3 !== 2, phone: mobile(random), gender: pick(random, ['male', 'female']), decisionRoles: random() < 0.3 ? ['decider'] : [],
    tags: [], isLunarBirthday: false,
  };
  return columnsOf(source, def, idAt(ms, 2, row), ms, values, {});
}

function activityColumns(source: Source, def: ObjectDef, row: number): Columns {
  const { random } = source;
  const customer = Math.floor(row / 2);
  const begun = customerTime(source, customer);
  const ms = begun + random() * (source.now - begun);
  const person = pick(random, source.people);
  const kind = pick(random, KINDS);
  const isOpen = kind === 'task' && random() < 0.3;
  const at = new Date(ms).toISOString();
  const values = {
    kind, subject: pick(random, ['电话回访', '上门拜访', '方案交流', '合同确认', '样品寄送', '开票信息核对']), customer: customerId(source, customer),
    outcome: kind === 'call' || kind === 'visit' ? pick(random, ['reached', 'attempted']) : null, status: isOpen ? 'open' : 'done', happenedAt: at,
    dueAt: isOpen ? new Date(ms + 7 * DAY).toISOString() : null, body: random() < 0.5 ? '客户关心交期和价格，约定下周再谈。' : null,
    isPinned: false, visibility: 'internal', mentions: [], owner: person.id, unit: person.unit,
  };
  return columnsOf(source, def, idAt(ms, 3, row), ms, values, {});
}

/** Rows per customer of each table. */
export const SHARES = { customer: 1, contact: 1.5, activity: 2 } as const;
export type Filled = keyof typeof SHARES;

const makers = { customer: customerColumns, contact: contactColumns, activity: activityColumns } as const;

/** The columns of a table and its rows, made while they are read. */
export function recordsOf(source: Source, table: Filled, def: ObjectDef): { columns: string[]; rows: Iterable<unknown[]> } {
  const make = makers[table];
  const columns = Object.keys(make({ ...source, random: () => 0.5 }, def, 0));
  const count = Math.floor(source.rows * SHARES[table]);
  const rows = function* rows(): Generator<unknown[]> {
    for (let row = 0; row < count; row += 1) {
      const made = make(source, def, row);
      yield columns.map((column) => made[column]);
    }
  };
  return { columns, rows: rows() };
}
