import type { Locale } from '#kernel/texts.ts';
import type { InputColumn, PolicyModel } from '#meta/decisions/decision-model.ts';

/** What a condition column is called: its own label, that of the fact or the earlier table's result, else its FEEL. */
export function inputLabel(model: PolicyModel, { expression, label }: InputColumn, locale: Locale): string {
  if (label) return label[locale];
  const named = [...model.facts, ...model.derived, ...model.parameters].find((each) => each.name === expression);
  if (named) return named.label[locale];
  const [table, output] = expression.split('.');
  return model.tables.find((each) => each.name === table)?.outputs.find((each) => each.name === output)?.label[locale] ?? expression;
}
