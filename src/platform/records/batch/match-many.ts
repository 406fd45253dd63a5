import type { Id } from '#kernel/ids.ts';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { recordPredicate } from '../../access/record-predicate.ts';
import type { Context } from '../../context/context.ts';
import { StatementBuilder } from '../statement.ts';
import { baseColumn, tableCondition, valueExpr } from '../storage.ts';

/** Living records whose field has one of the texts, within what the actor may treat so: text → ids. */
export async function matchMany(
  ctx: Context, def: ObjectDef, field: Field, texts: readonly string[], action: ObjectAction,
): Promise<Map<string, Id[]>> {
  const found = new Map<string, Id[]>();
  if (texts.length === 0) return found;
  const b = new StatementBuilder();
  const wanted = b.param([...new Set(texts)]);
  const value = valueExpr(ctx.registry, def, field, 't');
  const may = recordPredicate(ctx, def, action, 't', b);
  const narrowed = narrowing(def, field, texts, b);
  const rows = await ctx.db.prepared<{ id: Id; v: string }>(b.named(`
    SELECT t.id, ${value} AS v FROM ${def.table} t
    WHERE ${tableCondition(def, 't')}t.deleted_at IS NULL AND ${narrowed}${value} = ANY(${wanted}::text[]) AND ${may}`));
  for (const { id, v } of rows) found.set(v, [...(found.get(v) ?? []), id]);
  return found;
}

/** Names have an index by their pinyin only. */
function narrowing(def: ObjectDef, field: Field, texts: readonly string[], b: StatementBuilder): string {
  if (field.pinyinSort !== true || field.custom === true) return '';
  const surname = def.key === 'contact' || def.key === 'user';
  const keys = b.param([...new Set(texts.map((text) => pinyinKeys(text, { surname }).sort))]);
  return `t.${baseColumn(field)}_sort = ANY(${keys}::text[]) AND `;
}
