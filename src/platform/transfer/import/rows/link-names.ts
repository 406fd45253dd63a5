import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../../context/context.ts';
import { matchMany } from '../../../records/batch/match-many.ts';
import type { ReadRow } from './read-cells.ts';

/** Text → id, or null where it fits more than one record; remembered for the length of an import. */
export type LinkMemory = Map<string, Map<string, string | null>>;

const MAX_REMEMBERED = 50_000;
const split = (field: Field, text: string): string[] =>
  field.type === 'multiReference' ? text.split(/[,，;；、|\n]/).map((part) => part.trim()).filter(Boolean) : [text];

/** Finds the records that cells name (owner by name or username, a contact's customer by name or code), set by set. */
export async function linkNames(ctx: Context, rows: readonly ReadRow[], memory: LinkMemory): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  for (const { field, text } of rows.flatMap((row) => row.links)) {
    const target = field.target ?? '';
    const texts = wanted.get(target) ?? new Set();
    for (const part of split(field, text)) texts.add(part);
    wanted.set(target, texts);
  }
  for (const [target, texts] of wanted) await findTarget(ctx, target, texts, memory);
  for (const row of rows) for (const link of row.links) fill(row, link.field, link.text, memory);
}

function fill(row: ReadRow, field: Field, text: string, memory: LinkMemory): void {
  const known = memory.get(field.target ?? '');
  const ids: string[] = [];
  for (const part of split(field, text)) {
    const id = known?.get(part);
    if (typeof id !== 'string') row.issues.push({ path: field.key, code: id === null ? 'ambiguous' : 'not-found', params: { value: part } });
    else ids.push(id);
  }
  if (field.type === 'multiReference') row.values[field.key] = [...new Set(ids)];
  else if (ids[0] !== undefined) row.values[field.key] = ids[0];
}

async function findTarget(ctx: Context, target: string, texts: ReadonlySet<string>, memory: LinkMemory): Promise<void> {
  const def = ctx.registry.object(target);
  if (!def || !ctx.actor.grants.get(target)?.has('read')) return;
  let known = memory.get(target);
  if (!known || known.size > MAX_REMEMBERED) memory.set(target, (known = new Map<string, string | null>()));
  let open = [...texts].filter((text) => !known.has(text));
  for (const field of namingFields(def)) {
    open = open.filter((text) => !known.has(text));
    if (open.length === 0) return;
    for (const [text, ids] of await matchMany(ctx, def, field, open, 'read')) {
      known.set(text, ids.length === 1 ? (ids[0] ?? null) : null);
    }
  }
}

/** Codes before names: a code is unique. */
function namingFields(def: ObjectDef): Field[] {
  const rank = (field: Field): number => (field.type === 'autoNumber' || field.key === 'username' ? 0 : field.search === 'code' ? 1 : field.key === def.title ? 2 : 3);
  return def.fields
    .filter((f) => f.sensitive !== true && f.custom !== true && (f.type === 'text' || f.type === 'autoNumber'))
    .filter((f) => f.identity === true || f.key === def.title || f.key === 'username')
    .toSorted((a, b) => rank(a) - rank(b));
}
