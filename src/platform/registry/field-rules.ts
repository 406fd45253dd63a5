import type { Issue } from '#kernel/failure.ts';
import type { TextParams } from '#kernel/texts.ts';
import type { Choice, Field, FieldTypeKey } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { sequenceOf } from '../records/computed/auto-number.ts';
import { compileFormula } from '../records/computed/formula.ts';

/** Words that an answer uses beside the fields. */
export const reservedKeys = new Set(['id', 'version', 'capabilities', 'custom', 'owner', 'unit', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt']);

// Characters: a text with an index must fit into one entry of it (2 704 bytes, 4 bytes a character at most).
const MAX_TEXT = 500;
const LIMITS: Partial<Record<FieldTypeKey, number>> = { text: MAX_TEXT, longText: 50_000, richText: 50_000, multiChoice: 200, multiReference: 200 };

/** Types that hold every value of the former one in the same form. */
const widenings: Partial<Record<FieldTypeKey, readonly FieldTypeKey[]>> = {
  integer: ['number', 'percent'], number: ['percent'], percent: ['number'], text: ['longText'],
  email: ['text', 'longText'], phone: ['text', 'longText'], url: ['longText'], longText: ['richText'],
};

export const isWidening = (from: FieldTypeKey, to: FieldTypeKey): boolean => from === to || (widenings[from]?.includes(to) ?? false);

const issue = (path: string, code: string, params?: TextParams): Issue => ({ path, code, ...(params && { params }) });

/** What is wrong with a custom field as it would be after the change; nothing when it is sound (PL-11, PL-12). */
export function fieldIssues(registry: Registry, def: ObjectDef, field: Field): Issue[] {
  return [...choiceIssues(field), ...linkIssues(registry, field), ...computedIssues(registry, def, field), ...limitIssues(field), ...defaultIssues(field)];
}

function choiceIssues(field: Field): Issue[] {
  if (field.type !== 'choice' && field.type !== 'multiChoice') return field.choices ? [issue('choices', 'not-allowed')] : [];
  if (field.type === 'choice' && (field.choices ?? []).every((choice) => choice.retired === true)) return [issue('choices', 'required')];
  const values = (field.choices ?? []).map((choice) => choice.value);
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  return twice === undefined ? [] : [issue('choices', 'not-unique', { value: twice })];
}

function linkIssues(registry: Registry, field: Field): Issue[] {
  const isLink = field.type === 'reference' || field.type === 'multiReference';
  if (!isLink) return field.target === undefined ? [] : [issue('target', 'not-allowed')];
  if (field.target === undefined) return [issue('target', 'required')];
  return registry.object(field.target) ? [] : [issue('target', 'not-found', { value: field.target })];
}

function computedIssues(registry: Registry, def: ObjectDef, field: Field): Issue[] {
  if (field.type === 'formula') return formulaIssues(def, field);
  if (field.type === 'rollUp') return rollUpIssues(registry, def, field);
  if (field.type !== 'autoNumber') return [];
  if (!/\{0{1,12}\}/.test(field.pattern ?? '')) return [issue('pattern', 'invalid')];
  return sequenceOf(def, field).length > 63 ? [issue('key', 'too-long', { max: 20 })] : [];
}

function formulaIssues(def: ObjectDef, field: Field): Issue[] {
  if (field.formula === undefined) return [issue('formula', 'required')];
  try {
    compileFormula(field.formula, (key) => {
      const used = findField(def, key);
      const family = used && used.key !== field.key && used.retired !== true ? typeOf(used).family : undefined;
      return family === 'number' || family === 'money' ? key : undefined;
    });
    return [];
  } catch {
    return [issue('formula', 'invalid')];
  }
}

function rollUpIssues(registry: Registry, def: ObjectDef, field: Field): Issue[] {
  const { rollUp } = field;
  if (!rollUp) return [issue('rollUp', 'required')];
  const child = registry.object(rollUp.object);
  if (!child) return [issue('rollUp.object', 'not-found', { value: rollUp.object })];
  const via = findField(child, rollUp.via);
  if (via?.type !== 'reference' || via.target !== def.key) return [issue('rollUp.via', 'not-found', { value: rollUp.via })];
  if (rollUp.measure === 'count') return [];
  const measured = rollUp.field === undefined ? undefined : findField(child, rollUp.field);
  const isNumber = measured !== undefined && ['number', 'money'].includes(typeOf(measured).family);
  return isNumber ? [] : [issue('rollUp.field', 'not-a-number')];
}

/** What a search box can find: short texts and numbers of things, not what is encrypted. */
const isSearchableType = (field: Field): boolean => field.sensitive !== true && ['text', 'phone', 'email', 'autoNumber'].includes(field.type);

function limitIssues(field: Field): Issue[] {
  const most = LIMITS[field.type];
  const isText = typeOf(field).family === 'text';
  const issues: Issue[] = [];
  if (field.max !== undefined && most !== undefined && (field.max > most || field.max < 1)) issues.push(issue('max', 'too-big', { max: most }));
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) issues.push(issue('min', 'too-big', { max: field.max }));
  if (field.sensitive === true && field.type !== 'text') issues.push(issue('sensitive', 'not-allowed'));
  if (field.check !== undefined && field.type !== 'text') issues.push(issue('check', 'not-allowed'));
  if (field.searchable === true && !isSearchableType(field)) issues.push(issue('searchable', 'not-allowed'));
  if (field.mask !== undefined && !isText) issues.push(issue('mask', 'not-allowed'));
  const isComputed = typeOf(field).family === 'computed' || field.type === 'autoNumber';
  if (field.required === true && isComputed) issues.push(issue('required', 'not-allowed'));
  return issues;
}

function defaultIssues(field: Field): Issue[] {
  if (field.default === undefined || field.default === null) return [];
  if (field.sensitive === true || field.type === 'reference' || field.type === 'multiReference') return [issue('default', 'not-allowed')];
  const parsed = typeOf(field).parse(field.default, field);
  if (!parsed.ok) return [issue('default', parsed.code, parsed.params)];
  const isRetired = field.choices?.some((choice) => choice.value === field.default && choice.retired === true) ?? false;
  return isRetired ? [issue('default', 'not-a-choice', { value: JSON.stringify(field.default) })] : [];
}

/**
 * Choices as they will be: those that records may hold already are never lost, only retired, in whatever order the
 * administrator gives.
 */
export function mergeChoices(before: readonly Choice[], given: readonly Choice[]): Choice[] {
  const kept = before.filter((choice) => !given.some((g) => g.value === choice.value)).map((choice) => ({ ...choice, retired: true }));
  return [...given, ...kept];
}
