import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';
import { roundDates } from '#modules/fieldwork/rules/inspection.ts';
import { planRounds } from '#modules/fieldwork/server/rounds/plan-rounds.ts';
import { type RouteDraft, pointsOf, saveRoute } from '#modules/fieldwork/server/rounds/save-route.ts';
import { type FileHost, storeBytes } from '#modules/mail/server/taking/store-parts.ts';
import { openCase } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import { insertRows } from '../service/write-past-cases.ts';
import { workPicture } from './field-pictures.ts';

interface Rounds {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly host: FileHost;
  readonly workers: readonly { readonly id: Id; readonly name: string }[];
}

type RouteFacts = Omit<RouteDraft, 'caseType' | 'worker' | 'points'> & { readonly worker: number; readonly points: readonly (readonly [string, string])[] };

const routes: readonly RouteFacts[] = [
  {
    name: '东城片区设备巡查', nameEn: 'East Town plant round', worker: 0, frequency: 'daily', onDay: null, fromMinute: 540, toMinute: 1_200, state: 'active',
    points: [['一号水泵房', 'Pump room 1'], ['高低压配电间', 'Switch room'], ['消防控制室', 'Fire control room'], ['地下车库坡道', 'Garage ramp'], ['楼顶水箱间', 'Roof tank room']],
  },
  {
    name: '滨河片区公共区域巡查', nameEn: 'Riverside common areas round', worker: 5, frequency: 'weekly', onDay: 1, fromMinute: 510, toMinute: 720, state: 'active',
    points: [['河边步道', 'Riverside walk'], ['儿童游乐场', 'Playground'], ['垃圾分类点', 'Waste sorting point'], ['非机动车棚', 'Bicycle shed']],
  },
];

/** So many days ago the rounds began. */
const BEGAN = 58;

/** What was found: on which route and point, how many rounds ago. */
const found = [
  { route: 0, point: 3, ago: 2, text: '坡道排水沟篦子松动，车辆经过有异响', isUrgent: true },
  { route: 1, point: 1, ago: 1, text: '秋千吊环磨损，已围挡停用', isUrgent: false },
] as const;

/** Two areas with their routes: rounds of two months, most of them walked, two findings with their cases, and what is due (SE-11). */
export async function makeRounds({ ctx, dice, host, workers }: Rounds): Promise<void> {
  const today = localDate(ctx.now, ctx.timeZone);
  const type = await ctx.db.one<{ id: Id }>(sql`SELECT id FROM case_type WHERE kind IN ('repair', 'service', 'complaint') AND is_active AND deleted_at IS NULL ORDER BY kind = 'repair' DESC, position, id LIMIT 1`);
  const began: Context = { ...ctx, now: new Date(ctx.now.getTime() - BEGAN * 86_400_000), locale: 'zh-CN' };
  let count = 0;
  for (const [at, { worker, points, ...draft }] of routes.entries()) {
    const person = workers[worker % workers.length];
    if (!person) continue;
    const { id: route } = await saveRoute(began, { ...draft, caseType: type.id, worker: person.id, points: points.map(([name, nameEn]) => ({ name, nameEn })) });
    const dates = roundDates(draft, addDays(today, 1 - BEGAN), BEGAN - 1);
    count += await walkedRounds({ ctx, dice, host, route, at, person, dates, draft, count, type: type.id });
  }
  await ctx.db.rows(sql`SELECT setval('zk_number_inspection_round_number', ${count})`);
  await planRounds(ctx);
}

interface Walked extends Omit<Rounds, 'workers'> {
  readonly route: Id;
  readonly at: number;
  readonly person: { readonly id: Id; readonly name: string };
  readonly dates: readonly string[];
  readonly draft: Pick<RouteDraft, 'name' | 'fromMinute' | 'toMinute'>;
  /** Numbers that are taken. */
  readonly count: number;
  readonly type: Id;
}

async function walkedRounds({ ctx, dice, host, route, at, person, dates, draft, count, type }: Walked): Promise<number> {
  const points = await pointsOf(ctx, route);
  const unit = (await ctx.db.one<{ unit: Id | null }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${person.id}`)).unit;
  const instant = (date: string, minute: number): Date => instantOfWall(ctx.timeZone, { date, seconds: minute * 60 });
  const rounds = dates.map((date, place) => {
    const finding = found.find((each) => each.route === at && each.ago === dates.length - place);
    const state = finding ? 'done' : dice.weighted({ done: 90, late: 5, missed: 5 });
    const doneAt = state === 'missed' ? null : instant(date, state === 'late' ? draft.toMinute + dice.between(10, 40) : draft.fromMinute + dice.between(40, 110));
    return { id: dice.id(instant(date, 0)), date, state, doneAt, finding };
  });
  const byId = new Map(rounds.map((round, place) => [round.id, { ...round, number: `XC-${round.date.slice(0, 4)}-${String(count + place + 1).padStart(6, '0')}` }]));
  await insertRecords(ctx, 'inspectionRound', rounds.map(({ id, date, state, doneAt, finding }) => ({
    id, at: instant(date, 0), author: '', values: {
      route, onDate: date, windowFrom: instant(date, draft.fromMinute).toISOString(), windowTo: instant(date, draft.toMinute).toISOString(), state, doneAt: doneAt?.toISOString() ?? null, findingCount: finding ? 1 : 0, owner: person.id, unit,
    },
  })), ({ id }) => {
    const round = byId.get(id);
    const visits = round?.doneAt == null ? [] : points.map((point, place) => ({ point: point.id, way: dice.chance(0.8) ? 'code' : 'list', outcome: place === round.finding?.point ? 'finding' : 'fine', reason: '' }));
    return { number: round?.number, points, visits };
  });
  for (const { id, doneAt, finding } of byId.values()) {
    const point = finding && points[finding.point];
    if (!finding || !doneAt || !point) continue;
    const key = dice.id(doneAt);
    const stored = await storeBytes(host, workPicture(dice), 'finding-1.png', 'image/png');
    await insertRows(ctx, 'file_object', [{ id: stored.id, object: 'inspectionRound', record_id: id, customer_id: null, field: null, name: stored.name, mime: stored.mime, size: stored.size, sha256: stored.sha256, store_key: stored.storeKey, created_at: doneAt.toISOString(), created_by: person.id }]);
    const opened = await openCase({ ...ctx, now: doneAt, locale: 'zh-CN' }, {
      caseType: type, channel: 'inPerson', subject: `${point.name}：${finding.text}`, description: finding.text, place: `${draft.name} ${point.name}`, priority: finding.isUrgent ? 'urgent' : 'normal', sourceKey: `finding:${key}`,
    });
    await insertRows(ctx, 'inspection_finding', [{ key, round_id: id, point_id: point.id, text: finding.text, is_urgent: finding.isUrgent, photos: [stored.id], case_id: opened.id }]);
  }
  return rounds.length;
}
