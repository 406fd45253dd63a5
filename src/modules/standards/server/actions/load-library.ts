import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Locale } from '#kernel/texts.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { AuditItem } from '../../rules/score-audit.ts';
import { type ShippedBlueprint, shippedBlueprints } from '../../library/shipped-blueprints.ts';
import { shippedStandards } from '../../library/shipped-standards.ts';
import { type ShippedTemplate, shippedTemplates } from '../../library/shipped-templates.ts';
import { insertOne } from '../standards-records.ts';

export interface LoadedLibrary {
  readonly standards: number;
  readonly templates: number;
  readonly blueprints: number;
}

/**
 * Puts the shipped standards, templates and blueprints beside what is there, in the caller's language: what was loaded
 * before, changed or deleted, stays as the company left it (SE-20). Pressed twice at once it loads once.
 */
export async function loadLibrary(ctx: Context): Promise<LoadedLibrary> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413083)`);
  const known = new Set((await ctx.db.rows<{ code: string }>(sql`SELECT code FROM standard`)).map(({ code }) => code));
  const missing = shippedStandards.filter(({ code }) => !known.has(code));
  for (const each of missing) {
    await insertOne(ctx, 'standard', { values: {
      code: each.code, area: each.area, item: each.item[ctx.locale], method: each.method[ctx.locale], measure: each.measure, direction: each.direction ?? null, target: each.target ?? null,
      measureUnit: each.unit?.[ctx.locale] ?? null, weight: each.weight, edition: 1, validFrom: localDate(ctx.now, ctx.timeZone), state: 'active',
    } });
  }
  const ids = await standardIds(ctx);
  const templates = await loadMissing(ctx, 'audit_template', shippedTemplates, (template) => loadTemplate(ctx, template, ids));
  const blueprints = await loadMissing(ctx, 'blueprint', shippedBlueprints, (blueprint) => loadBlueprint(ctx, blueprint, ids));
  return { standards: missing.length, templates, blueprints };
}

const standardIds = async (ctx: Context): Promise<ReadonlyMap<string, Id>> =>
  new Map((await ctx.db.rows<{ id: Id; code: string }>(sql`SELECT id, code FROM standard WHERE deleted_at IS NULL`)).map(({ id, code }) => [code, id]));

async function loadMissing<T extends { readonly origin: string }>(ctx: Context, table: 'audit_template' | 'blueprint', shipped: readonly T[], load: (each: T) => Promise<void>): Promise<number> {
  const rows = await ctx.db.rows<{ origin: string }>(table === 'blueprint' ? sql`SELECT origin FROM blueprint WHERE origin IS NOT NULL` : sql`SELECT origin FROM audit_template WHERE origin IS NOT NULL`);
  const known = new Set(rows.map(({ origin }) => origin));
  const missing = shipped.filter(({ origin }) => !known.has(origin));
  for (const each of missing) await load(each);
  return missing.length;
}

/** The items of a shipped template in one language, linked to the company's standards. */
export const itemsIn = (template: ShippedTemplate, locale: Locale, ids: ReadonlyMap<string, Id>): readonly AuditItem[] =>
  template.items.map((item) => ({ ...item, text: item.text[locale], unit: item.unit?.[locale] ?? null, standard: ids.get(item.standard) ?? null }));

async function loadTemplate(ctx: Context, template: ShippedTemplate, ids: ReadonlyMap<string, Id>): Promise<void> {
  const items = itemsIn(template, ctx.locale, ids);
  const id = await insertOne(ctx, 'auditTemplate', { values: { name: template.name[ctx.locale], kind: template.kind, number: 1, itemCount: items.length, state: 'active' }, columns: { origin: template.origin } });
  await insertTemplateVersion(ctx, id, 1, items);
}

export async function insertTemplateVersion(ctx: Context, template: Id, number: number, items: readonly AuditItem[]): Promise<void> {
  const author = authorOf(ctx);
  await ctx.db.run(sql`
    INSERT INTO audit_template_version (template_id, number, items, created_at, created_by) VALUES (${template}, ${number}, ${JSON.stringify(items)}::jsonb, ${ctx.now.toISOString()}, ${author})`);
}

async function loadBlueprint(ctx: Context, { origin, name, about, steps }: ShippedBlueprint, ids: ReadonlyMap<string, Id>): Promise<void> {
  const id = await insertOne(ctx, 'blueprint', { values: { name: name[ctx.locale], about: about[ctx.locale], state: 'active' }, columns: { origin } });
  const rows = steps.map((step, position) => ({
    id: ctx.newId(), blueprint_id: id, position, name: step.name[ctx.locale], moment: step.moment[ctx.locale], expectation: step.expectation[ctx.locale],
    standard_ids: step.standards.flatMap((code) => ids.get(code) ?? []), wait_target: step.wait,
  }));
  await ctx.db.run(sql`INSERT INTO blueprint_step SELECT * FROM jsonb_populate_recordset(NULL::blueprint_step, ${JSON.stringify(rows)}::jsonb)`);
}
