import { type ObjectAction, type Scope, objectActions, scopes } from '#meta/object.ts';
import { type Right, rights } from '#platform/context/actor.ts';

/** What a role may do, as far as a version brings it. */
export interface RoleParts {
  readonly rights: readonly Right[];
  /** Object (or `*`) → action → scope. */
  readonly grants: Readonly<Record<string, Readonly<Partial<Record<ObjectAction, Scope>>>>>;
  /** Object → field → how it is shown and whether it may be changed. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, { readonly view: 'full' | 'masked' | 'hidden'; readonly edit: boolean }>>>>;
}

/** One thing that a role may do: `right:…`, `grant:object:action` with its scope, `field:object.field` with `view/edit`. */
export interface RoleLine {
  readonly line: string;
  readonly value: string;
}

export const sameLine = (a: RoleLine, b: RoleLine): boolean => a.line === b.line && a.value === b.value;

/** A role line by line. */
export function linesOf({ rights: held, grants, fields }: RoleParts): RoleLine[] {
  return [
    ...held.map((right) => ({ line: `right:${right}`, value: '' })),
    ...Object.entries(grants).flatMap(([object, actions]) => Object.entries(actions).map(([action, scope]) => ({ line: `grant:${object}:${action}`, value: scope }))),
    ...Object.entries(fields).flatMap(([object, keys]) => Object.entries(keys).map(([field, { view, edit }]) => ({ line: `field:${object}.${field}`, value: `${view}/${edit ? 'edit' : 'read'}` }))),
  ];
}

const width = (scope: string | undefined): number => scopes.findIndex((known) => known === scope);

/** Whether the role does as much already: a wider scope, every object, or a decision of its own about the field. */
export function covers(role: RoleParts, { line, value }: RoleLine): boolean {
  const [kind, rest = ''] = split(line, ':');
  if (kind === 'right') return role.rights.some((right) => right === rest);
  if (kind === 'field') {
    const [object, field = ''] = split(rest, '.');
    return role.fields[object]?.[field] !== undefined;
  }
  const [object, action = ''] = split(rest, ':');
  const held = Object.entries({ ...role.grants[object] }).find(([name]) => name === action)?.[1];
  const every = Object.entries({ ...role.grants['*'] }).find(([name]) => name === action)?.[1];
  return Math.max(width(held), width(every)) >= width(value);
}

/** The role with the lines, each at least as wide as it says; what cannot be read is left out. */
export function withLines(role: RoleParts, lines: readonly RoleLine[]): RoleParts {
  return lines.filter((line) => !covers(role, line)).reduce<RoleParts>((so, { line, value }) => {
    const [kind, rest = ''] = split(line, ':');
    if (kind === 'right') {
      const right = rights.find((known) => known === rest);
      return right === undefined ? so : { ...so, rights: [...so.rights, right] };
    }
    if (kind === 'grant') {
      const [object, verb = ''] = split(rest, ':');
      const [action, scope] = [objectActions.find((known) => known === verb), scopes.find((known) => known === value)];
      return action === undefined || scope === undefined ? so : { ...so, grants: { ...so.grants, [object]: { ...so.grants[object], [action]: scope } } };
    }
    const [object, field = ''] = split(rest, '.');
    const view = (['full', 'masked', 'hidden'] as const).find((known) => value.startsWith(known));
    return view === undefined ? so : { ...so, fields: { ...so.fields, [object]: { ...so.fields[object], [field]: { view, edit: value.endsWith('/edit') } } } };
  }, role);
}

/** What a change took away or narrowed: lines that held before and do not after. */
export const removedLines = (before: RoleParts, after: RoleParts): RoleLine[] => linesOf(before).filter((line) => !linesOf(after).some((each) => sameLine(each, line)));

function split(text: string, at: string): [string, string?] {
  const place = text.indexOf(at);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}
