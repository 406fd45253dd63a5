import type { Bilingual } from '#kernel/texts.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';

/** What an administrator changed of a declared field. */
export interface FieldLayout {
  readonly label?: Bilingual;
  readonly help?: Bilingual;
  /** New choices have no value yet: the server makes it. */
  readonly choices?: readonly { readonly value?: string; readonly label?: Bilingual; readonly colour?: string; readonly retired?: boolean }[];
  readonly required?: boolean;
  readonly group?: string;
  readonly inList?: boolean;
  readonly inCreate?: boolean;
  readonly retired?: boolean;
}

/** `GET` and `PUT /admin/objects/{key}/layout`. */
export interface Layout {
  readonly label?: { readonly one: Bilingual; readonly many: Bilingual };
  readonly fields?: Readonly<Record<string, FieldLayout>>;
  readonly order?: readonly string[];
  readonly groups?: readonly { readonly key: string; readonly label?: Bilingual }[];
}

export interface FieldLines {
  readonly key: string;
  readonly label: Bilingual;
  readonly fields: readonly FieldMeta[];
}

const system = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** The fields in use by group, as forms and record pages show them; fields without a known group stand in the first one. */
export function linesOf(object: ObjectMeta): readonly FieldLines[] {
  const [first] = object.groups;
  const known = new Set(object.groups.map((g) => g.key));
  const groupOf = (field: FieldMeta): string | undefined => (field.group !== undefined && known.has(field.group) ? field.group : first?.key);
  const shown = object.fields.filter((f) => !system.has(f.key) && f.retired !== true);
  return object.groups.map((group) => ({ ...group, fields: shown.filter((f) => groupOf(f) === group.key) }));
}

export interface Move {
  readonly key: string;
  readonly group: string;
  /** Among the other fields of that group. */
  readonly index: number;
}

/** The order of all keys after a move; undefined when nothing moves. */
export function orderAfter(lines: readonly FieldLines[], move: Move): readonly string[] | undefined {
  const before = lines.flatMap((line) => line.fields.map((f) => `${line.key}/${f.key}`));
  const after = lines.flatMap((line) => {
    const keys = line.fields.map((f) => f.key).filter((key) => key !== move.key);
    const placed = line.key === move.group ? [...keys.slice(0, move.index), move.key, ...keys.slice(move.index)] : keys;
    return placed.map((key) => `${line.key}/${key}`);
  });
  return before.join() === after.join() ? undefined : after.map((path) => path.slice(path.indexOf('/') + 1));
}

/** Where a step with the arrow keys takes a field: one line up or down, over the edge into the next group. */
export function stepOf(lines: readonly FieldLines[], key: string, step: -1 | 1): Move | undefined {
  const at = lines.findIndex((line) => line.fields.some((f) => f.key === key));
  const line = lines[at];
  if (!line) return undefined;
  const index = line.fields.findIndex((f) => f.key === key) + step;
  if (index >= 0 && index < line.fields.length) return { key, group: line.key, index };
  const next = lines[at + step];
  return next && { key, group: next.key, index: step === 1 ? 0 : next.fields.length };
}

/** The layout with one declared field changed; the rest stays as it is. */
export function withField(layout: Layout, key: string, change: FieldLayout): Layout {
  return { ...layout, fields: { ...layout.fields, [key]: { ...layout.fields?.[key], ...change } } };
}

export const withGroups = (layout: Layout, object: ObjectMeta, change: (groups: readonly { key: string; label: Bilingual }[]) => readonly { key: string; label: Bilingual }[]): Layout => ({
  ...layout, groups: change(object.groups),
});
