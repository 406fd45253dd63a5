import type { Bilingual } from '#kernel/texts.ts';
import type { Choice, Clause, DecisionPoint, DecisionTable, Fact, HitPolicy, OutputColumn, PolicyModel, PolicyTest, Row } from './decision-model.ts';

/** Both languages of a text, for policies that ship as code. */
export const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

export const choice = (value: string, zh: string, en: string): Choice => ({ value, label: both(zh, en) });

export const clause = (key: string, zh: string, en: string): Clause => ({ key, text: both(zh, en) });

/** A reading of ours where the source leaves a case open (RE-21): the company sees it as such and can change it. */
export const interpretation = (key: string, zh: string, en: string): Clause => ({ key, text: both(zh, en), isInterpretation: true });

type Cells = Readonly<Record<string, string>>;

/** One rule: clause, FEEL tests by column, FEEL results by output. What is not named is any, or empty. */
export type RuleDraft = readonly [clause: string, conditions: Cells, results: Cells];

interface TableDraft {
  readonly name: string;
  readonly label: Bilingual;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly string[];
  readonly outputs: readonly OutputColumn[];
  readonly rules: readonly RuleDraft[];
}

/** Lays rules out as a table. Throws for a cell of a column that is not there: shipped policies have no typing slips. */
export function writeTable({ name, label, hitPolicy, inputs, outputs, rules }: TableDraft): DecisionTable {
  const names = outputs.map((output) => output.name);
  const rows = rules.map(([clauseKey, conditions, results], index): Row => {
    const stray = [...Object.keys(conditions).filter((key) => !inputs.includes(key)), ...Object.keys(results).filter((key) => !names.includes(key))];
    if (stray.length > 0) throw new Error(`table ${name}, rule ${clauseKey}: no column ${stray.join(', ')}`);
    return {
      id: `${name}-${index + 1}`, clause: clauseKey,
      conditions: inputs.map((input) => conditions[input] ?? '-'), results: names.map((output) => results[output] ?? ''),
    };
  });
  return { name, label, hitPolicy, inputs: inputs.map((expression) => ({ expression })), outputs, rows };
}

type ModelDraft = Omit<PolicyModel, 'key' | 'point' | 'facts' | 'parameters' | 'derived' | 'sums' | 'tests'> &
  Partial<Pick<PolicyModel, 'parameters' | 'derived' | 'sums' | 'tests'>> & { readonly point: DecisionPoint; readonly uses: readonly string[] };

/** A shipped policy of a decision point, with those of the point's facts that it uses, in the order in which they are asked. */
export function writePolicy({ point, uses, ...draft }: ModelDraft): PolicyModel {
  const facts = uses.map((name): Fact => {
    const fact = point.facts.find((each) => each.name === name);
    if (!fact) throw new Error(`${point.key} offers no fact ${name}`);
    return fact;
  });
  return { key: point.key, point: point.key, parameters: [], derived: [], sums: [], tests: [], ...draft, facts };
}

/** A test case that stands beside the table. */
export const example = (id: string, label: Bilingual, facts: PolicyTest['facts'], clauseKey: string, results: PolicyTest['results']): PolicyTest =>
  ({ id, label, facts, clause: clauseKey, results });

/** A point's result as a column of a table. */
export const plainOutput = (result: DecisionPoint['results'][number]): OutputColumn => {
  const { name, type, label, choices, unit } = result;
  return { name, type, label, ...(choices && { choices }), ...(unit && { unit }) };
};
