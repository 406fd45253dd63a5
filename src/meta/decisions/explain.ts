import type { Bilingual, Locale } from '#kernel/texts.ts';
import type { TraceStep } from './decide.ts';
import type { Choice, DecisionTable, Fact, FactType, FactValue, FactValues, PolicyModel } from './decision-model.ts';
import { namesIn } from './model-names.ts';

export interface ExplainedValue {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** The deciding row looked at it. */
  readonly isDeciding: boolean;
}

/** A decision in words (PL-41): the clause that decided, the facts that it looked at and the others, the results. */
export interface Explanation {
  readonly clause: { readonly key: string; readonly text: string; readonly isInterpretation: boolean } | null;
  readonly facts: readonly ExplainedValue[];
  readonly results: readonly ExplainedValue[];
  readonly steps: readonly { readonly table: string; readonly clauses: readonly { readonly key: string; readonly text: string }[] }[];
}

export interface Explainable {
  readonly facts: FactValues;
  readonly derived: FactValues;
  readonly results: FactValues | null;
  readonly clause: string | null;
  readonly row: string | null;
  readonly trace: readonly TraceStep[];
  readonly names: Readonly<Record<string, string>>;
}

interface Labelled {
  readonly name: string;
  readonly type: FactType;
  readonly label: Bilingual;
  readonly choices?: readonly Choice[];
  readonly unit?: Bilingual;
}

const yesNo: Readonly<Record<Locale, readonly [string, string]>> = { 'zh-CN': ['是', '否'], en: ['Yes', 'No'] };
const unknown: Bilingual = { 'zh-CN': '不清楚', en: 'Not known' };

/** Puts a recorded decision into words of one language, by the very model that decided it. */
export function explainDecision(model: PolicyModel, decision: Explainable, locale: Locale): Explanation {
  const last = model.tables.at(-1);
  const deciding = decidingNames(model, decision);
  const given: Labelled[] = [...model.facts.filter((fact) => decision.facts[fact.name] !== undefined), ...model.derived.filter((each) => decision.derived[each.name] !== undefined)];
  const values = { ...decision.facts, ...decision.derived };
  const word = (item: Labelled, value: FactValue): ExplainedValue => ({
    name: item.name, label: item.label[locale], text: valueText(item, value, locale, decision.names), isDeciding: deciding.has(item.name),
  });
  return {
    clause: decision.clause === null ? null : clauseText(model, decision.clause, locale),
    facts: given.map((item) => word(item, values[item.name] ?? null)).toSorted((a, b) => Number(b.isDeciding) - Number(a.isDeciding)),
    results: (last?.outputs ?? []).filter((output) => (decision.results?.[output.name] ?? null) !== null).map((output) => ({ ...word(output, decision.results?.[output.name] ?? null), isDeciding: true })),
    steps: decision.trace.map((step) => ({
      table: model.tables.find((table) => table.name === step.table)?.label[locale] ?? step.table,
      clauses: step.rows.map((row) => clauseText(model, row.clause, locale)).map(({ key, text }) => ({ key, text })),
    })),
  };
}

/** A clause of the model in the company's own words; its number alone when the wording was taken out. */
export function clauseText(model: PolicyModel, key: string, locale: Locale): NonNullable<Explanation['clause']> {
  const clause = model.clauses.find((each) => each.key === key);
  return { key, text: clause?.text[locale] ?? '', isInterpretation: clause?.isInterpretation === true };
}

/** The facts that the rows which decided put a condition on, through earlier tables. */
function decidingNames(model: PolicyModel, { trace, row }: Explainable): Set<string> {
  const rows = new Set([...trace.flatMap((step) => step.rows.map((each) => each.id)), ...(row === null ? [] : [row])]);
  return new Set(model.tables.flatMap((table) => conditionNames(model, table, rows)));
}

function conditionNames(model: PolicyModel, table: DecisionTable, rows: ReadonlySet<string>): string[] {
  return table.rows.filter((row) => rows.has(row.id)).flatMap((row) => row.conditions.flatMap((cell, index) =>
    (cell.trim() === '-' || cell.trim() === '' ? [] : [...namesIn(model, table.inputs[index]?.expression ?? ''), ...namesIn(model, cell)])));
}

/** One value as people read it. `names` turns ids into names. */
export function valueText(item: Pick<Fact, 'type' | 'choices' | 'unit'>, value: FactValue, locale: Locale, names: Readonly<Record<string, string>> = {}): string {
  if (value === null) return unknown[locale];
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1];
  const one = (each: string | number) => item.choices?.find((choice) => choice.value === String(each))?.label[locale] ?? names[String(each)] ?? String(each);
  if (Array.isArray(value)) return value.map((each: string) => one(each)).join(locale === 'zh-CN' ? '、' : ', ');
  const text = one(value as string | number);
  return item.unit ? `${text}${item.unit[locale].startsWith('%') ? '' : ' '}${item.unit[locale]}` : text;
}
