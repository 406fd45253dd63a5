import { z } from 'zod';
import type { PolicyModel, PolicyPack } from './decision-model.ts';

const label = z.strictObject({ 'zh-CN': z.string().max(4_000), en: z.string().max(4_000) });
const name = z.string().min(1).max(80);
const factType = z.enum(['boolean', 'choice', 'choices', 'text', 'number', 'date', 'dateTime']);
const choices = z.array(z.strictObject({ value: z.string().max(200), label })).max(200);
const value = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null(), z.array(z.string().max(200)).max(200)]);
const cell = z.string().max(2_000);

const fact = z.strictObject({
  name, type: factType, label, question: label.optional(), choices: choices.optional(), min: z.number().optional(), max: z.number().optional(),
  unit: label.optional(), isWhole: z.boolean().optional(), isNullable: z.boolean().optional(),
});
const parameter = z.strictObject({
  name, type: z.enum(['number', 'boolean', 'text']), label, value: z.union([z.number(), z.boolean(), z.string().max(2_000)]), unit: label.optional(), clause: name.optional(),
});
const derived = z.strictObject({ name, type: factType, label, expression: cell, choices: choices.optional(), isNullable: z.boolean().optional(), clause: name.optional() });
const output = z.strictObject({ name, type: factType, label, choices: choices.optional(), unit: label.optional(), fallback: cell.optional() });
const row = z.strictObject({ id: name, clause: name, conditions: z.array(cell).max(60), results: z.array(cell).max(60), note: label.optional() });
const table = z.strictObject({
  name, label, hitPolicy: z.enum(['U', 'A', 'F', 'P', 'R', 'O', 'C', 'C+', 'C#', 'C<', 'C>']),
  inputs: z.array(z.strictObject({ expression: cell, label: label.optional() })).max(60), outputs: z.array(output).min(1).max(60), rows: z.array(row).max(2_000),
});

/** A policy model as it comes over the wire; meaning is checked by `findFaults`, form here. */
export const policyModelSchema: z.ZodType<PolicyModel> = z.strictObject({
  key: name, point: z.string().max(80), label, about: label,
  facts: z.array(fact).max(200), parameters: z.array(parameter).max(100), derived: z.array(derived).max(100), tables: z.array(table).max(20),
  sums: z.array(z.strictObject({ table: name, outputs: z.array(name).max(60), total: z.number() })).max(20),
  clauses: z.array(z.strictObject({ key: name, text: label, isInterpretation: z.boolean().optional() })).max(500),
  tests: z.array(z.strictObject({ id: name, label, facts: z.record(name, value), clause: name, results: z.record(name, value) })).max(500),
}) as unknown as z.ZodType<PolicyModel>;

export const factValuesSchema = z.record(name, value);

export const policyPackSchema: z.ZodType<PolicyPack> = z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/), label, about: label, policies: z.array(policyModelSchema).max(60) });
