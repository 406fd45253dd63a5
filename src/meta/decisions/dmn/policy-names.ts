import type { DecisionTable, PolicyModel } from '../decision-model.ts';
import { renameIn, type Renaming } from './feel-names.ts';
import { cleanText } from './xml-writer.ts';

/** A table whose one output is, in DMN, the value of the decision itself: `registration.state` there reads `registration`. */
export function isPlainValue(table: DecisionTable): boolean {
  return table.outputs.length === 1 && !['C+', 'C#', 'C<', 'C>'].includes(table.hitPolicy);
}

const pathOf = (table: DecisionTable) => `${table.name}.${table.outputs[0]?.name ?? ''}`;

/** Our names as the file has them. */
export function namesForFile(model: Pick<PolicyModel, 'tables'>): Renaming[] {
  return model.tables.filter(isPlainValue).map((table) => ({ from: pathOf(table), to: table.name }));
}

/** The file's names as ours. */
export function namesFromFile(model: Pick<PolicyModel, 'tables'>): Renaming[] {
  return model.tables.filter(isPlainValue).map((table) => ({ from: table.name, to: pathOf(table), isWhole: true }));
}

/** A FEEL text as the file has it: other names, and nothing that XML cannot hold. */
export function feelForFile(text: string, renamings: readonly Renaming[]): string {
  const written = cleanText(renameIn(text, renamings));
  return written.trim() === '' ? '' : written;
}
