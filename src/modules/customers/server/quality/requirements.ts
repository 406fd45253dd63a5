import sql from 'sql-template-tag';
import { z } from 'zod';
import { type Issue, fail } from '#kernel/failure.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { Field } from '#meta/field.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Db } from '#platform/db/database.ts';
import { customerObject } from '../../objects/customer.object.ts';
import type { RequiredField } from '../../rules/completeness.ts';

const required = z.strictObject({
  field: z.string().max(100),
  weight: z.number().min(0.1).max(100).optional(),
  verifiedWithinMonths: z.number().int().min(1).max(120).optional(),
});
const list = z.array(required).max(60);
export const requirementsBody = z.strictObject({ company: list, person: list });

/** What this company requires of a customer's file, by kind (CU-13). `version` counts changes. */
export interface Requirements {
  readonly version: number;
  readonly company: readonly RequiredField[];
  readonly person: readonly RequiredField[];
}

/** Until an administrator says otherwise: what one needs to call, to visit, to invoice. */
export const defaultRequirements: Requirements = {
  version: 1,
  company: [
    { field: 'uscc', weight: 3, verifiedWithinMonths: 24 },
    { field: 'phone', weight: 3, verifiedWithinMonths: 12 },
    { field: 'address', weight: 2 },
    { field: 'industry', weight: 2 },
    { field: 'legalRepresentative', weight: 1 },
    { field: 'size', weight: 1 },
    { field: 'source', weight: 1 },
    { field: 'owner', weight: 1 },
  ],
  person: [
    { field: 'phone', weight: 4, verifiedWithinMonths: 12 },
    { field: 'address', weight: 2 },
    { field: 'gender', weight: 1 },
    { field: 'birthday', weight: 1 },
    { field: 'source', weight: 1 },
    { field: 'owner', weight: 1 },
  ],
};

const KEY = 'quality.requirements';
const stored = requirementsBody.extend({ version: z.number().int() });

export async function readRequirements(db: Db): Promise<Requirements> {
  const row = await db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${KEY}`);
  if (row === undefined) return defaultRequirements;
  return toRequirements(stored.parse(row.value));
}

/** The list for a kind of customer. */
export const requiredOf = (requirements: Requirements, kind: unknown): readonly RequiredField[] =>
  kind === 'person' ? requirements.person : requirements.company;

/** Replaces the requirements; every field must exist and be one that a person fills in. Answers the new state. */
export async function writeRequirements(ctx: Context, wanted: z.infer<typeof requirementsBody>): Promise<Requirements> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const issues = [...faults(def, wanted.company, 'company'), ...faults(def, wanted.person, 'person')];
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${KEY}, 0))`);
  const before = await readRequirements(ctx.db);
  const next = toRequirements({ ...wanted, version: before.version + 1 });
  await ctx.db.run(sql`
    INSERT INTO setting (key, value, updated_at, updated_by) VALUES (${KEY}, ${JSON.stringify(next)}, ${ctx.now.toISOString()}, ${ctx.actor.userId})
    ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by`);
  await writeAudit(ctx, [{ action: 'settings', object: 'setting', detail: { key: KEY }, changes: { [KEY]: [before, next] } }]);
  return next;
}

function faults(def: ObjectDef, fields: readonly { readonly field: string }[], path: string): Issue[] {
  return fields.flatMap(({ field }, index): Issue[] => {
    const found = findField(def, field);
    const isDouble = fields.findIndex((other) => other.field === field) < index;
    if (!found || !isFillable(found)) return [{ path: `${path}.${index}.field`, code: 'unknown' }];
    return isDouble ? [{ path: `${path}.${index}.field`, code: 'not-unique', params: { value: field } }] : [];
  });
}

const isFillable = (field: Field): boolean =>
  field.readOnly !== true && field.retired !== true && field.type !== 'autoNumber' && typeOf(field).family !== 'computed';

/** Drops the `undefined` that an optional key may carry. */
const toRequirements = (value: z.infer<typeof stored>): Requirements => ({
  version: value.version, company: value.company.map(toRequired), person: value.person.map(toRequired),
});

const toRequired = ({ field, weight, verifiedWithinMonths }: z.infer<typeof required>): RequiredField => ({
  field, ...(weight !== undefined && { weight }), ...(verifiedWithinMonths !== undefined && { verifiedWithinMonths }),
});
