import type { Bilingual, Locale } from '#kernel/texts.ts';
import { domainOf } from '#meta/decisions/model-names.ts';
import type { DecisionTable, PolicyModel, Row } from '#meta/decisions/decision-model.ts';
import type { ApprovalChange } from '#platform/modules/approval-kind.ts';
import { cellWords, resultWords } from '../rules/cell-words.ts';
import { inputLabel } from '../rules/column-label.ts';

const LIMIT = 60;
const both = (say: (locale: Locale) => string): Bilingual => ({ 'zh-CN': say('zh-CN'), en: say('en') });

interface Placed { readonly model: PolicyModel; readonly table: DecisionTable; readonly row: Row }

/** A cell of a row in words, by the name of its column. */
function cellsOf({ model, table, row }: Placed): Map<string, { label: Bilingual; words: Bilingual }> {
  const conditions = table.inputs.map((input, at): [string, { label: Bilingual; words: Bilingual }] => {
    const domain = domainOf(model, input.expression);
    const unit = model.facts.find((fact) => fact.name === input.expression)?.unit;
    const column = domain === null ? null : { type: domain.type, ...(domain.choices && { choices: domain.choices }), ...(unit && { unit }) };
    return [`if ${input.expression}`, { label: both((locale) => inputLabel(model, input, locale)), words: both((locale) => cellWords(row.conditions[at] ?? '-', column, locale)) }];
  });
  const results = table.outputs.map((output, at): [string, { label: Bilingual; words: Bilingual }] =>
    [`then ${output.name}`, { label: output.label, words: both((locale) => resultWords(row.results[at] ?? '', output, locale) || '–') }]);
  return new Map([...conditions, ...results]);
}

/** A whole row: `来过 是 → 原接待 100%`. */
function sentence(placed: Placed, locale: Locale): string {
  const cells = [...cellsOf(placed)].filter(([, { words }]) => words[locale] !== '–');
  const say = (part: 'if' | 'then') => cells.filter(([key]) => key.startsWith(`${part} `)).map(([, { label, words }]) => `${label[locale]} ${words[locale]}`).join(locale === 'zh-CN' ? '，' : ', ');
  return `${say('if') || '–'} → ${say('then') || '–'}`;
}

const rowsOf = (model: PolicyModel | null): Map<string, Placed> => new Map(
  model === null ? [] : model.tables.flatMap((table) => table.rows.map((row): [string, Placed] => [`${table.name} ${row.id}`, { model, table, row }])),
);

/** What a version says anew, for whoever approves it: changed rows cell by cell, added and removed ones whole, numbers and clauses (UX-12). */
export function changedCells(base: PolicyModel | null, model: PolicyModel): ApprovalChange[] {
  const before = rowsOf(base);
  const after = rowsOf(model);
  const rows = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): ApprovalChange[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const clause = now?.row.clause ?? old?.row.clause ?? '';
    const named = (label?: Bilingual): Bilingual => both((locale) => [`${locale === 'zh-CN' ? '条款' : 'Clause'} ${clause}`, ...(label ? [label[locale]] : [])].join(' · '));
    if (!old || !now) return [{ label: named(), from: old ? both((locale) => sentence(old, locale)) : null, to: now ? both((locale) => sentence(now, locale)) : null }];
    const [was, is] = [cellsOf(old), cellsOf(now)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((cell): ApprovalChange[] => {
      const [from, to] = [was.get(cell), is.get(cell)];
      return from?.words.en === to?.words.en && from?.words['zh-CN'] === to?.words['zh-CN'] ? [] : [{ label: named(to?.label ?? from?.label), from: from?.words ?? null, to: to?.words ?? null }];
    });
  });
  return [...numbers(base, model), ...rows, ...clauses(base, model)].slice(0, LIMIT);
}

const numbers = (base: PolicyModel | null, model: PolicyModel): ApprovalChange[] => model.parameters.flatMap((parameter) => {
  const was = base?.parameters.find((each) => each.name === parameter.name)?.value ?? null;
  const say = (value: PolicyModel['parameters'][number]['value'] | null) => (value === null ? null : `${value}`);
  return was === parameter.value ? [] : [{ label: parameter.label, from: say(was), to: say(parameter.value) }];
});

const clauses = (base: PolicyModel | null, model: PolicyModel): ApprovalChange[] => (base === null ? [] : model.clauses.flatMap(({ key, text }): ApprovalChange[] => {
  const was = base.clauses.find((each) => each.key === key)?.text ?? null;
  if (was !== null && was['zh-CN'] === text['zh-CN'] && was.en === text.en) return [];
  return [{ label: both((locale) => (locale === 'zh-CN' ? `条款 ${key} 的原文` : `Wording of clause ${key}`)), from: was, to: text }];
}));
