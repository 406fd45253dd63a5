import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { type AnswerValue, type AuditItem, type ServiceType, scoreAudit, serviceTypeOf } from '../rules/score-audit.ts';
import { faceOf } from '../rules/service-areas.ts';
import { loadLibrary } from './actions/load-library.ts';
import { readTargets } from './read-targets.ts';

export interface AuditYears {
  readonly places: readonly { readonly unit: Id; readonly site?: Id; readonly becomes: ServiceType }[];
  readonly auditors: readonly Id[];
  readonly confirmedBy: Id;
  /** Who answers for improvements at a place; the first auditor's supervisor when absent. */
  readonly improvedBy?: (unit: Id) => Id;
  readonly months: number;
  /** 0 ≤ x < 1, reproducible. */
  readonly chance: () => number;
}

/** How likely an item is met at the end, by type of service: procedural, personal. */
const likelihood: Readonly<Record<ServiceType, readonly [number, number]>> = { cold: [0.52, 0.5], factory: [0.9, 0.52], friendly: [0.55, 0.9], quality: [0.93, 0.92] };
/** Where every place began. */
const BEGAN = 0.6;

interface MadeAudit {
  readonly row: Readonly<Record<string, unknown>>;
  readonly answers: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Monthly confirmed audits of the places, by mystery shopper and phone in turn, from the shipped templates, moving
 * from the same beginning towards what each place becomes; improvements for the worst item of the poor ones. Set-based.
 */
export async function makeAuditYears(ctx: Context, years: AuditYears): Promise<{ readonly audits: number; readonly improvements: number }> {
  await loadLibrary(ctx);
  const templates = await ctx.db.rows<{ id: Id; kind: string; number: number; items: AuditItem[] }>(sql`
    SELECT t.id, t.kind, t.number, v.items FROM audit_template t JOIN audit_template_version v ON v.template_id = t.id AND v.number = t.number WHERE t.origin IN ('mystery', 'phone') ORDER BY t.origin`);
  const targets = await readTargets(ctx);
  const own = await ownUnits(ctx, years.auditors);
  const made: MadeAudit[] = [];
  for (let back = years.months; back >= 1; back -= 1) {
    const day = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth() - back, 5 + (back % 20), 2));
    for (const [at, place] of years.places.entries()) {
      const template = templates[(back + at) % templates.length];
      const may = years.auditors.filter((auditor) => !(own.get(auditor) ?? []).includes(place.unit));
      const owner = may[(back + at) % Math.max(1, may.length)];
      if (!template || owner === undefined) continue;
      made.push(auditOf(ctx, { years, place, template, owner, day, progress: (years.months - back + 1) / years.months, targets }));
    }
  }
  await insertMade(ctx, made);
  return { audits: made.length, improvements: await makeImprovements(ctx, years) };
}

const ownUnits = async (ctx: Context, auditors: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> =>
  new Map((await ctx.db.rows<{ id: Id; path: Id[] }>(sql`SELECT u.id, o.path FROM app_user u JOIN org_unit o ON o.id = u.unit_id WHERE u.id = ANY(${[...auditors]}::uuid[])`)).map(({ id, path }) => [id, path]));

interface Wanted {
  readonly years: AuditYears;
  readonly place: AuditYears['places'][number];
  readonly template: { readonly id: Id; readonly kind: string; readonly number: number; readonly items: readonly AuditItem[] };
  readonly owner: Id;
  readonly day: Date;
  readonly progress: number;
  readonly targets: { readonly procedural: number; readonly personal: number };
}

function auditOf(ctx: Context, { years, place, template, owner, day, progress, targets }: Wanted): MadeAudit {
  const id = ctx.newId();
  const [procedural, personal] = likelihood[place.becomes];
  const values = new Map(template.items.map((item) => {
    const goal = faceOf(item.area) === 'procedural' ? procedural : personal;
    return [item.key, valueOf(item, BEGAN + (goal - BEGAN) * Math.min(1, progress * 1.4), years.chance)];
  }));
  const score = scoreAudit(template.items, values);
  const faces = { procedural: score.faces.procedural.score, personal: score.faces.personal.score };
  const doneAt = day.toISOString();
  const row = {
    id, template_id: template.id, template_number: template.number, kind: template.kind, audited_unit_id: place.unit, site_id: place.site ?? null, planned_on: localDate(day, ctx.timeZone), state: 'confirmed',
    done_at: doneAt, ...faces, type: serviceTypeOf(faces.procedural, faces.personal, targets), failed_items: score.lines.filter(({ isFailed }) => isFailed).length, confirmed_at: doneAt,
    confirmed_by_id: years.confirmedBy, submission: id, owner_id: owner, unit_id: place.unit, custom: {}, version: 1, created_at: doneAt, created_by: years.confirmedBy, updated_at: doneAt, updated_by: years.confirmedBy,
  };
  const answers = score.lines.map((line) => ({
    audit_id: id, item_key: line.key, area: line.area, standard_id: template.items.find(({ key }) => key === line.key)?.standard ?? null, value: line.value, share: line.share, weight: line.weight,
    is_failed: line.isFailed, comment: line.isFailed ? '现场未做到' : '', photos: [],
  }));
  return { row, answers };
}

function valueOf(item: AuditItem, likely: number, chance: () => number): AnswerValue {
  if (chance() < 0.04) return null;
  const isMet = chance() < likely;
  if (item.answer === 'yesNo') return isMet ? 1 : 0;
  if (item.answer === 'scale') return isMet ? 4 + Math.round(chance()) : 1 + Math.round(chance());
  const target = item.target ?? 1;
  const factor = item.direction === 'atLeast' ? (isMet ? 1 : 0.5) : isMet ? 0.5 + chance() / 2 : 1.3 + chance() / 2;
  return item.direction === 'atMost' && isMet ? Math.floor(target * factor) : Math.ceil(target * factor);
}

async function insertMade(ctx: Context, made: readonly MadeAudit[]): Promise<void> {
  const { first } = await ctx.db.one<{ first: number }>(sql`SELECT nextval('zk_number_service_audit_number')::int AS first`);
  await ctx.db.rows(sql`SELECT setval('zk_number_service_audit_number', ${first + made.length})`);
  const rows = made.map(({ row }, at) => ({ ...row, number: `DC-${String(row['planned_on']).slice(0, 4)}-${String(first + at).padStart(6, '0')}` }));
  await ctx.db.run(sql`INSERT INTO service_audit SELECT * FROM jsonb_populate_recordset(NULL::service_audit, ${JSON.stringify(rows)}::jsonb)`);
  await ctx.db.run(sql`INSERT INTO audit_answer SELECT * FROM jsonb_populate_recordset(NULL::audit_answer, ${JSON.stringify(made.flatMap(({ answers }) => answers))}::jsonb)`);
  const entries = made.map(({ row }) => ({
    id: ctx.newId(), at: row['done_at'], actor_kind: 'system', actor_name: 'Zhike', request_id: ctx.requestId, action: 'create', object: 'serviceAudit', record_id: row['id'], version: 1, detail: { source: 'demo' }, ok: true,
    changes: { state: [null, 'confirmed'], procedural: [null, row['procedural']], personal: [null, row['personal']] },
  }));
  await ctx.db.run(sql`
    INSERT INTO audit_entry (id, at, actor_kind, actor_name, request_id, action, object, record_id, version, changes, detail, ok)
    SELECT id, at, actor_kind, actor_name, request_id, action, object, record_id, version, changes, detail, ok FROM jsonb_populate_recordset(NULL::audit_entry, ${JSON.stringify(entries)}::jsonb)`);
}

/** For the heaviest missed item of every audit below target; done a fortnight later, but for the newest. */
async function makeImprovements(ctx: Context, { improvedBy, confirmedBy, places }: AuditYears): Promise<number> {
  const owners = places.map(({ unit }) => ({ unit, owner: improvedBy?.(unit) ?? confirmedBy }));
  return ctx.db.run(sql`
    INSERT INTO audit_action (id, subject, audit_id, item_key, standard_id, audited_unit_id, due_on, state, done_at, result, effect, checked_by_id, owner_id, unit_id, created_at, created_by, updated_at, updated_by)
    SELECT gen_random_uuid(), '改进：' || s.item, a.id, n.item_key, n.standard_id, a.audited_unit_id, (a.done_at + interval '21 days')::date,
      CASE WHEN later.id IS NULL THEN 'open' ELSE 'done' END, CASE WHEN later.id IS NULL THEN NULL ELSE a.done_at + interval '14 days' END, CASE WHEN later.id IS NULL THEN NULL ELSE '已培训并现场复查' END,
      CASE WHEN later.id IS NULL THEN 'pending' WHEN later.is_failed THEN 'notYet' ELSE 'improved' END, later.id, o.owner, w.unit_id, a.done_at, a.confirmed_by_id, a.done_at, a.confirmed_by_id
    FROM service_audit a JOIN jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) AS o(unit uuid, owner uuid) ON o.unit = a.audited_unit_id LEFT JOIN app_user w ON w.id = o.owner
    JOIN LATERAL (SELECT item_key, standard_id FROM audit_answer WHERE audit_id = a.id AND is_failed AND standard_id IS NOT NULL ORDER BY weight DESC, item_key LIMIT 1) n ON true JOIN standard s ON s.id = n.standard_id
    LEFT JOIN LATERAL (SELECT b.id, m.is_failed FROM service_audit b JOIN audit_answer m ON m.audit_id = b.id AND m.standard_id = n.standard_id AND m.value IS NOT NULL
      WHERE b.audited_unit_id = a.audited_unit_id AND b.state = 'confirmed' AND b.done_at > a.done_at ORDER BY b.done_at LIMIT 1) later ON true
    WHERE a.state = 'confirmed' AND a.type <> 'quality' AND NOT EXISTS (SELECT 1 FROM audit_action x WHERE x.audit_id = a.id)`);
}
