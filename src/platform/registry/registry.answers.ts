import { z } from 'zod';
import { fieldTypeKeys } from '#meta/field.ts';
import { objectActions, scopes } from '#meta/object.ts';
import { bilingual, isoMoment, rowsOf } from '../http/answer.ts';

const labels = z.strictObject({ one: bilingual, many: bilingual });
const choice = z.strictObject({ value: z.string(), colour: z.string().optional(), label: bilingual.optional(), retired: z.boolean().optional() });
const rollUp = z.strictObject({ object: z.string(), via: z.string(), measure: z.enum(['count', 'sum', 'min', 'max']), field: z.string().optional() });
const groupLayout = z.strictObject({ key: z.string(), label: bilingual.optional() });

/** What a declaration says of a field, built-in or not (src/meta/field.ts). */
const fieldParts = {
  type: z.enum(fieldTypeKeys), required: z.boolean().optional(), max: z.number().optional(), min: z.number().optional(), fixedChoices: z.boolean().optional(),
  target: z.string().optional(), default: z.unknown().optional(), readOnly: z.boolean().optional(), importable: z.boolean().optional(),
  search: z.enum(['name', 'code', 'phone', 'email']).optional(), searchable: z.boolean().optional(), pinyinSort: z.boolean().optional(), mask: z.enum(['phone', 'email', 'tail', 'all']).optional(),
  sensitive: z.boolean().optional(), identity: z.boolean().optional(), check: z.string().optional(), pattern: z.string().optional(), formula: z.string().optional(),
  rollUp: rollUp.optional(), inList: z.boolean().optional(), inCreate: z.boolean().optional(), group: z.string().optional(),
  when: z.record(z.string(), z.array(z.string())).optional(), synonyms: z.array(z.string()).optional(), custom: z.boolean().optional(),
  indexed: z.boolean().optional(), retired: z.boolean().optional(), help: bilingual.optional(),
};

const fieldMeta = z.strictObject({
  ...fieldParts, key: z.string(), label: bilingual, choices: z.array(choice.extend({ label: bilingual })).optional(),
  access: z.strictObject({ view: z.enum(['full', 'masked', 'hidden']), edit: z.boolean() }),
  operators: z.array(z.string()), isSortable: z.boolean(), isGroupable: z.boolean(),
});

const objectMeta = z.strictObject({
  key: z.string(), plural: z.string(), label: labels, title: z.string(), groups: z.array(groupLayout.extend({ label: bilingual })), fields: z.array(fieldMeta),
  defaultSort: z.string(), isCustom: z.boolean(), isOwned: z.boolean(), isMergeable: z.boolean(), writes: z.enum(['records', 'actions']),
  icon: z.string().optional(), grants: z.partialRecord(z.enum(objectActions), z.enum(scopes)),
});

export const metaAnswer = z.strictObject({ epoch: z.string(), objects: z.array(objectMeta) });

export const customObjectAnswer = z.strictObject({
  key: z.string(), plural: z.string(), label: labels, access: z.enum(['owned', 'customer', 'everyone']), groups: z.array(z.union([z.string(), groupLayout])), icon: z.string().nullable(),
  createdAt: isoMoment, retiredAt: isoMoment.nullable(),
});
export const objectsAnswer = z.strictObject({ data: z.array(objectMeta), custom: z.array(customObjectAnswer) });

const fieldOverride = z.strictObject({
  label: bilingual.optional(), help: bilingual.optional(), choices: z.array(choice).optional(), required: z.boolean().optional(), inList: z.boolean().optional(),
  inCreate: z.boolean().optional(), group: z.string().optional(), retired: z.boolean().optional(),
});
export const layoutAnswer = z.strictObject({
  label: labels.optional(), fields: z.record(z.string(), fieldOverride).optional(), order: z.array(z.string()).optional(), groups: z.array(groupLayout).optional(),
});

const definition = { ...fieldParts, label: bilingual, choices: z.array(choice).optional() };

export const customFieldAnswer = z.strictObject({
  ...definition, id: z.uuid(), object: z.string(), key: z.string(), position: z.int(), isIndexed: z.boolean(), indexState: z.enum(['none', 'building', 'ready', 'failed']),
  indexError: z.string().nullable(), operators: z.array(z.string()), createdAt: isoMoment, updatedAt: isoMoment, retiredAt: isoMoment.nullable(),
});
export const customFieldsAnswer = rowsOf(customFieldAnswer);
