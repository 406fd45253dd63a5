import type { Locale } from '#kernel/texts.ts';
import type { FactValue, FactValues, OutputColumn, PolicyModel } from '#meta/decisions/decision-model.ts';
import { valueText } from '#meta/decisions/explain.ts';

/** The result columns of a model: those of its last table. */
export const resultsOf = (model: PolicyModel): readonly OutputColumn[] => model.tables.at(-1)?.outputs ?? [];

/** A case's results in one short line: `40% / 60%`; with the names of numbers and yes or no where a case leaves some results out. */
export function resultLine(model: PolicyModel, results: FactValues, locale: Locale): string {
  const outputs = resultsOf(model);
  const given = outputs.filter((output) => output.name in results);
  const isNamed = given.length < outputs.length;
  return given.map((output) => {
    const text = resultText(output, results[output.name] ?? null, locale);
    return isNamed && (output.type === 'number' || output.type === 'boolean') ? `${output.label[locale]} ${text}` : text;
  }).join(' / ');
}

/** One result as people read it; an empty one is a dash. */
export const resultText = (output: OutputColumn, value: FactValue, locale: Locale, names: Readonly<Record<string, string>> = {}): string => (value === null ? '–' : valueText(output, value, locale, names));

/** The given facts in words, in the model's order. */
export function factsLine(model: PolicyModel, facts: FactValues, locale: Locale): string {
  return model.facts.filter((fact) => facts[fact.name] !== undefined)
    .map((fact) => `${fact.label[locale]}${locale === 'zh-CN' ? '：' : ': '}${valueText(fact, facts[fact.name] ?? null, locale)}`).join(locale === 'zh-CN' ? '，' : ', ');
}
