import sql from 'sql-template-tag';
import type { z } from 'zod';
import { definePart } from '../configuration/configuration-part.ts';
import { type ViewRow, changeView, createView, newView } from './save-view.ts';
import { viewDefinition } from './view-definition.ts';

type SharedView = z.infer<typeof newView>;

const nameOf = ({ object, visibility, role, name }: SharedView): string => [object, visibility === 'role' ? role : visibility, name].join(' / ');

/** Views for everybody and for roles; what people keep for themselves stays with them. */
export const viewsPart = definePart<SharedView>({
  key: 'views', kind: 'view', right: 'views.share', row: newView, nameOf,
  read: async (ctx) => {
    const rows = await ctx.db.rows<ViewRow>(sql`
      SELECT object, name, visibility, role, is_default, definition FROM saved_view WHERE visibility <> 'private' ORDER BY object, visibility, role, name, id`);
    return rows.filter((row) => ctx.registry.object(row.object) !== undefined).map(({ object, name, visibility, role, is_default: isDefault, definition }) =>
      ({ object, name, visibility, role, isDefault, ...viewDefinition.parse(definition) }));
  },
  write: async (_services, ctx, row, before) => {
    const here = before && (await ctx.db.maybe<{ id: string }>(sql`
      SELECT id FROM saved_view WHERE object = ${row.object} AND visibility = ${row.visibility} AND role IS NOT DISTINCT FROM ${row.role} AND name = ${row.name}
      ORDER BY id LIMIT 1`));
    const { object: _object, ...change } = row;
    if (here) await changeView(ctx, here.id, change);
    else await createView(ctx, row);
  },
});
