import { z } from 'zod';
import type { Issue } from '#kernel/failure.ts';
import type { Choice, Field } from '#meta/field.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { bilingual, choiceInput, fieldKey } from './field-input.ts';
import type { ObjectOverride } from './load-registry.ts';
import { mergeChoices } from './field-rules.ts';
import { choicesFrom } from './save-field.ts';

const fieldLayout = z.strictObject({
  label: bilingual(60).optional(),
  help: bilingual(300).optional(),
  choices: z.array(choiceInput.partial({ label: true })).max(300).optional(),
  required: z.boolean().optional(),
  group: z.string().max(60).optional(),
  inList: z.boolean().optional(),
  inCreate: z.boolean().optional(),
  retired: z.boolean().optional(),
});

/** The whole layout of an object as the administrator wants it; what is left out is as declared (PL-12). */
export const layoutInput = z.strictObject({
  label: z.strictObject({ one: bilingual(60), many: bilingual(60) }).optional(),
  fields: z.record(z.string().max(60), fieldLayout).default({}),
  order: z.array(z.string().max(60)).max(600).default([]),
  groups: z.array(z.strictObject({ key: fieldKey, label: bilingual(60).optional() })).max(40).optional(),
});
export type LayoutInput = z.infer<typeof layoutInput>;

type FieldLayout = z.infer<typeof fieldLayout>;

/** Checks a layout against the declaration and turns it into what is stored. */
export function readLayout(declared: ObjectDef, input: LayoutInput): { readonly override: ObjectOverride; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const groups = input.groups?.map((group) => group.key) ?? declared.groups;
  const fields = Object.entries(input.fields).map(([key, given]) => {
    const field = findField(declared, key);
    if (!field || field.custom === true) {
      issues.push({ path: `fields.${key}`, code: 'unknown' });
      return [key, {}] as const;
    }
    issues.push(...fieldLayoutIssues(declared, field, given, groups).map((i) => ({ ...i, path: `fields.${key}.${i.path}` })));
    const { choices, ...rest } = given;
    return [key, { ...plain(rest), ...(choices && { choices: overriddenChoices(field, choices) }) }] as const;
  });
  const lost = new Set(declared.fields.map((f) => input.fields[f.key]?.group ?? f.group ?? 'main').filter((group) => !groups.includes(group)));
  if (lost.size > 0 && input.groups !== undefined) issues.push({ path: 'groups', code: 'not-found', params: { value: [...lost].join(', ') } });
  const override: ObjectOverride = {
    fields: Object.fromEntries(fields),
    ...(input.order.length > 0 && { order: input.order }),
    ...(input.label && { label: input.label }),
    ...(input.groups && { groups: input.groups.map(({ key, label }) => ({ key, ...(label && { label }) })) }),
  };
  return { override, issues };
}

const plain = (given: Omit<FieldLayout, 'choices'>) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Built-in choices keep their own label unless a new one is given. */
function overriddenChoices(field: Field, given: NonNullable<FieldLayout['choices']>): Choice[] {
  const known = field.choices ?? [];
  const labelled = given.map((choice) => {
    const before = known.find((k) => k.value === choice.value);
    const colour = choice.colour ?? before?.colour;
    if (choice.label) return choicesFrom([{ ...choice, label: choice.label }], known)[0] ?? { value: '' };
    return { value: choice.value ?? '', ...(colour !== undefined && { colour }), ...(choice.retired === true && { retired: true }) };
  });
  return mergeChoices(known, labelled);
}

function fieldLayoutIssues(def: ObjectDef, field: Field, given: FieldLayout, groups: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  const isFixed = field.key === def.title || field.identity === true || field.readOnly === true || ['owner', 'unit'].includes(field.key);
  if (given.required === false && field.required === true) issues.push({ path: 'required', code: 'not-allowed' });
  if (given.required === true && (field.readOnly === true || field.type === 'rollUp' || field.type === 'formula')) issues.push({ path: 'required', code: 'not-allowed' });
  if (given.retired === true && (field.required === true || isFixed)) issues.push({ path: 'retired', code: 'not-allowed' });
  if (given.group !== undefined && !groups.includes(given.group)) issues.push({ path: 'group', code: 'not-found', params: { value: given.group } });
  if (given.choices) issues.push(...choiceIssues(field, given.choices));
  return issues;
}

function choiceIssues(field: Field, given: NonNullable<FieldLayout['choices']>): Issue[] {
  const known = field.choices;
  if (known === undefined) return [{ path: 'choices', code: 'not-allowed' }];
  const added = given.filter((choice) => !known.some((k) => k.value === choice.value));
  const unnamed = added.find((choice) => choice.label === undefined);
  if (unnamed) return [{ path: 'choices', code: 'not-found', params: { value: unnamed.value ?? '' } }];
  if (added.length > 0 && field.fixedChoices === true) return [{ path: 'choices', code: 'not-allowed' }];
  const isDefaultGone = given.some((choice) => choice.value === field.default && choice.retired === true);
  return isDefaultGone ? [{ path: 'choices', code: 'not-a-choice', params: { value: String(field.default) } }] : [];
}
