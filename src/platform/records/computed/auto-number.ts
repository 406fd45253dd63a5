import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { columnOf } from '../storage.ts';

/** The sequence behind an auto-number field; sequences do not make creates wait for one another, and may leave gaps. */
export const sequenceOf = (def: Pick<ObjectDef, 'key'>, field: Pick<Field, 'key'>): string => `zk_number_${columnOf(def.key)}_${columnOf(field.key)}`;

/** `C-{yyyy}-{000000}` as a SQL expression that takes the next number. `now` is the context's instant, `zone` the company's. */
export function autoNumberExpr(def: ObjectDef, field: Field, day: string, param: (value: unknown) => string): string {
  const pattern = field.pattern ?? '{000000}';
  const parts = pattern.split(/(\{yyyy\}|\{mm\}|\{0+\})/).filter(Boolean);
  const pieces = parts.map((part) => {
    if (part === '{yyyy}') return `${param(day.slice(0, 4))}::text`;
    if (part === '{mm}') return `${param(day.slice(5, 7))}::text`;
    if (/^\{0+\}$/.test(part)) return `zk_pad(nextval('${sequenceOf(def, field)}'), ${part.length - 2})`;
    return `${param(part)}::text`;
  });
  return pieces.join(' || ');
}
