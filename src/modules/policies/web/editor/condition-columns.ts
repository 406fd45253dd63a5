import type { Locale } from '#kernel/texts.ts';
import { domainOf } from '#meta/decisions/model-names.ts';
import type { DecisionTable, Fact, PolicyModel } from '#meta/decisions/decision-model.ts';
import { inputLabel } from '../../rules/column-label.ts';
import type { CellColumn } from '../cells/condition-editor.tsx';

/** The condition columns of a table with their declared values. */
export function columnsOf(model: PolicyModel, table: DecisionTable, locale: Locale): CellColumn[] {
  return table.inputs.map((input) => {
    const domain = domainOf(model, input.expression);
    const unit = model.facts.find((each) => each.name === input.expression)?.unit;
    return {
      label: inputLabel(model, input, locale), expression: input.expression, type: domain?.type ?? null,
      ...(domain?.choices ? { choices: domain.choices } : {}), ...(domain?.isNullable === true ? { isNullable: true } : {}), ...(unit ? { unit } : {}),
    };
  });
}

/** One thing that a new column may ask. */
export interface ColumnOffer {
  readonly expression: string;
  readonly label: string;
  readonly source: 'fact' | 'offered' | 'derived' | 'table';
  readonly fact?: Fact;
}

/** What may become a column of a table: facts, facts that the decision point offers, derived facts, results of earlier tables. */
export function columnOffers(model: PolicyModel, table: DecisionTable, offered: readonly Fact[], locale: Locale): ColumnOffer[] {
  const used = new Set(table.inputs.map((each) => each.expression));
  const earlier = model.tables.slice(0, model.tables.findIndex((each) => each.name === table.name));
  const all: ColumnOffer[] = [
    ...model.facts.map((each): ColumnOffer => ({ expression: each.name, label: each.label[locale], source: 'fact' })),
    ...offered.filter((each) => !model.facts.some((fact) => fact.name === each.name)).map((each): ColumnOffer => ({ expression: each.name, label: each.label[locale], source: 'offered', fact: each })),
    ...model.derived.map((each): ColumnOffer => ({ expression: each.name, label: each.label[locale], source: 'derived' })),
    ...earlier.flatMap((each) => each.outputs.map((output): ColumnOffer => ({ expression: `${each.name}.${output.name}`, label: `${each.label[locale]} · ${output.label[locale]}`, source: 'table' }))),
  ];
  return all.filter((each) => !used.has(each.expression));
}
