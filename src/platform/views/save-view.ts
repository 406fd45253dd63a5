import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant } from '../access/allowed-ids.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context/context.ts';
import { viewsPerPerson } from '../settings/platform-settings.ts';
import { readSetting } from '../settings/read-setting.ts';
import { type ViewDefinition, readableView, viewDefinition, viewIssues } from './view-definition.ts';

const about = {
  name: z.string().trim().min(1).max(60),
  visibility: z.enum(['private', 'shared', 'role']),
  /** Whose view it is, with visibility `role`. */
  role: z.string().max(60).nullable(),
  /** Opens first: for the person, or for everybody of the role. */
  isDefault: z.boolean(),
};

export const newView = z.strictObject({
  object: z.string().max(60), name: about.name, visibility: about.visibility.default('private'),
  role: about.role.default(null), isDefault: about.isDefault.default(false), ...viewDefinition.shape,
});
// Defaults must not fill in what a change leaves out.
const changes = Object.fromEntries(Object.entries(viewDefinition.shape).map(([key, schema]) => [key, schema.unwrap().optional()]));
export const viewChange = z.strictObject({ ...z.object(about).partial().shape, ...changes });

export interface ViewRow {
  readonly id: Id;
  readonly object: string;
  readonly name: string;
  readonly visibility: 'private' | 'shared' | 'role';
  readonly role: string | null;
  readonly owner_id: Id;
  readonly definition: unknown;
  readonly is_default: boolean;
  readonly version: number;
}

const COLUMNS = sql`id, object, name, visibility, role, owner_id, definition, is_default, version`;
const mayShare = (ctx: Context): boolean => ctx.actor.rights.has('views.share');
const mayWrite = (ctx: Context, row: Pick<ViewRow, 'visibility' | 'owner_id'>): boolean =>
  row.visibility === 'private' ? row.owner_id === ctx.actor.userId : mayShare(ctx);

/** The views of an object that the person sees: their own, shared ones, those of their roles; defaults first. */
export async function listViews(ctx: Context, def: ObjectDef) {
  const rows = await ctx.db.rows<ViewRow>(sql`
    SELECT ${COLUMNS} FROM saved_view WHERE object = ${def.key} AND (
      (visibility = 'private' AND owner_id = ${ctx.actor.userId}) OR visibility = 'shared'
      OR (visibility = 'role' AND (role = ANY(${[...ctx.actor.roles]}::text[]) OR ${mayShare(ctx)})))
    ORDER BY is_default DESC, visibility, name, id`);
  return rows.map((row) => shownView(ctx, def, row));
}

export async function readView(ctx: Context, id: Id, isLocked = false): Promise<ViewRow> {
  const row = await ctx.db.maybe<ViewRow>(isLocked ? sql`SELECT ${COLUMNS} FROM saved_view WHERE id = ${id} FOR UPDATE` : sql`SELECT ${COLUMNS} FROM saved_view WHERE id = ${id}`);
  const isMine = row !== undefined && (row.visibility === 'private' ? row.owner_id === ctx.actor.userId : row.visibility === 'shared' || mayShare(ctx) || ctx.actor.roles.includes(row.role ?? ''));
  if (!isMine || !ctx.actor.grants.get(row.object)?.has('read')) throw fail('record.not-found');
  return row;
}

export function shownView(ctx: Context, def: ObjectDef, row: ViewRow) {
  const { view, notes } = readableView(ctx, def, viewDefinition.parse(row.definition));
  return {
    id: row.id, version: row.version, object: row.object, name: row.name, visibility: row.visibility, role: row.role, isDefault: row.is_default, ...view,
    capabilities: mayWrite(ctx, row) ? ['update', 'delete'] : [], ...(notes.length > 0 && { notes }),
  };
}

export function viewObject(ctx: Context, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('request.invalid', {}, [{ path: 'object', code: 'not-found', params: { value: key } }]);
  requireGrant(ctx, def, 'read');
  return def;
}

type About = Pick<ViewRow, 'object' | 'visibility' | 'role' | 'is_default'>;

async function requireSound(ctx: Context, def: ObjectDef, row: About, definition: ViewDefinition): Promise<void> {
  if (row.visibility !== 'private' && !mayShare(ctx)) throw fail('auth.forbidden', { right: 'views.share' });
  const issues = viewIssues(ctx, def, definition);
  if (row.visibility === 'role') {
    const role = row.role === null ? undefined : await ctx.db.maybe(sql`SELECT 1 FROM role WHERE key = ${row.role}`);
    if (role === undefined) issues.push({ path: 'role', code: row.role === null ? 'required' : 'not-found', params: { value: row.role ?? '' } });
  } else if (row.role !== null) issues.push({ path: 'role', code: 'not-allowed' });
  if (row.visibility === 'shared' && row.is_default) issues.push({ path: 'isDefault', code: 'not-allowed' });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

export async function createView(ctx: Context, input: z.infer<typeof newView>): Promise<ViewRow> {
  const { object, name, visibility, role, isDefault, ...definition } = input;
  const def = viewObject(ctx, object);
  await requireSound(ctx, def, { object, visibility, role, is_default: isDefault }, definition);
  const max = await readSetting(ctx, viewsPerPerson);
  const { n } = await ctx.db.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM saved_view WHERE owner_id = ${ctx.actor.userId}`);
  if (n >= max) throw fail('record.too-many', { max });
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  if (isDefault) await clearDefault(ctx, object, visibility, role);
  await ctx.db.run(sql`
    INSERT INTO saved_view (id, object, name, visibility, role, owner_id, definition, is_default, created_at, updated_at)
    VALUES (${id}, ${object}, ${name}, ${visibility}, ${role}, ${ctx.actor.userId}, ${JSON.stringify(definition)}, ${isDefault}, ${now}, ${now})`);
  await writeAudit(ctx, [{ action: 'create', object: 'savedView', recordId: id, detail: { object, name, visibility, role, definition } }]);
  return readView(ctx, id);
}

export async function changeView(ctx: Context, id: Id, input: z.infer<typeof viewChange>): Promise<ViewRow> {
  const before = await readView(ctx, id, true);
  if (!mayWrite(ctx, before)) throw fail('auth.forbidden', { right: 'views.share' });
  const { name = before.name, visibility = before.visibility, role, isDefault, ...changed } = input;
  const def = viewObject(ctx, before.object);
  // What vanished for this person leaves the view when they save it.
  const definition = viewDefinition.parse({ ...readableView(ctx, def, viewDefinition.parse(before.definition)).view, ...changed });
  const after = {
    object: before.object, visibility, role: visibility === 'role' ? (role ?? before.role) : (role ?? null),
    is_default: isDefault ?? (visibility === before.visibility && before.is_default),
  };
  await requireSound(ctx, def, after, definition);
  if (after.is_default) await clearDefault(ctx, before.object, visibility, after.role);
  await ctx.db.run(sql`
    UPDATE saved_view SET name = ${name}, visibility = ${visibility}, role = ${after.role}, is_default = ${after.is_default},
      definition = ${JSON.stringify(definition)}, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
  const facts = (row: { name: string; visibility: string; role: string | null }, shown: unknown) => ({ name: row.name, visibility: row.visibility, role: row.role, definition: shown });
  await writeAudit(ctx, [{
    action: 'update', object: 'savedView', recordId: id, version: before.version + 1,
    changes: { view: [facts(before, before.definition), facts({ ...after, name }, definition)] },
  }]);
  return readView(ctx, id);
}

export async function removeView(ctx: Context, id: Id): Promise<void> {
  const before = await readView(ctx, id, true);
  if (!mayWrite(ctx, before)) throw fail('auth.forbidden', { right: 'views.share' });
  await ctx.db.run(sql`DELETE FROM saved_view WHERE id = ${id}`);
  const { object, name, visibility, role, definition } = before;
  await writeAudit(ctx, [{ action: 'delete', object: 'savedView', recordId: id, detail: { object, name, visibility, role, definition } }]);
}

/** One view at most opens first: of a person, and of a role. */
async function clearDefault(ctx: Context, object: string, visibility: ViewRow['visibility'], role: string | null): Promise<void> {
  await ctx.db.run(sql`
    UPDATE saved_view SET is_default = false WHERE object = ${object} AND visibility = ${visibility} AND is_default
      AND CASE WHEN visibility = 'role' THEN role = ${role} ELSE owner_id = ${ctx.actor.userId} END`);
}
