import type { DecisionTable, OutputColumn, Row } from '../decision-model.ts';
import type { GraphTable } from './decision-graph.ts';
import { childOf, childrenOf, extensionsOf, textOf, type DmnElement } from './dmn-element.ts';
import { dmnNote, type DmnNote } from './dmn-notes.ts';
import { plainName } from './feel-names.ts';
import { listedValues } from './graph-types.ts';
import { both, choicesFrom, present, typeFrom } from './import-pieces.ts';
import { attributeOf, bilingualOf, ownAmong } from './policy-extension.ts';
import { clauseColumn, feelTypeOf, noteColumn } from './to-dmn.ts';
import { cleanText } from './xml-writer.ts';

type Feel = (element: DmnElement | null) => string;

/** A decision's table as ours, cells still in the file's names when `feel` leaves them so. */
export function tableFrom(element: DmnElement, graph: GraphTable, name: string, feel: Feel, notes: DmnNote[]): DecisionTable {
  const logic = childOf(element, 'decisionLogic');
  const extension = ownAmong(extensionsOf(element), 'table');
  return {
    name,
    label: bilingualOf(extension, 'label') ?? both(graph.table.label['zh-CN']),
    hitPolicy: graph.table.hitPolicy,
    inputs: childrenOf(logic, 'input').map((input) => {
      const label = bilingualOf(ownAmong(extensionsOf(input), 'input'), 'label') ?? (textOf(input, 'label') === null ? undefined : both(textOf(input, 'label') ?? ''));
      return present({ expression: feel(childOf(input, 'inputExpression')), label });
    }),
    outputs: outputsFrom(logic, graph, feel, notes),
    rows: rowsFrom(logic, name, feel, notes),
  };
}

function outputsFrom(logic: DmnElement | null, { table, outputsAllowed }: GraphTable, feel: Feel, notes: DmnNote[]): OutputColumn[] {
  const taken = new Set<string>();
  return childrenOf(logic, 'output').map((output, index) => {
    const extension = ownAmong(extensionsOf(output), 'output');
    const declared = table.outputs[index];
    const own = attributeOf(extension, 'name');
    const path = declared?.name ?? '';
    const isOwn = own !== undefined && (cleanText(own) === textOf(output, 'name') || cleanText(own) === '');
    const name = isOwn ? own : /^\p{L}[\p{L}\p{N}_]*$/u.test(path) ? path : plainName(path, (each) => taken.has(each));
    taken.add(name);
    if (!isOwn && name !== path) notes.push(dmnNote('renamed', `${path} → ${name}`));
    const listed = listedValues(outputsAllowed[index] ?? null);
    const fallback = childOf(output, 'defaultOutputEntry');
    return present({
      name,
      type: typeFrom(extension, feelTypeOf(declared?.type ?? 'text'), listed) ?? 'text',
      label: bilingualOf(extension, 'label') ?? both(textOf(output, 'label') ?? path),
      choices: choicesFrom(extension, listed),
      unit: bilingualOf(extension, 'unit'),
      fallback: fallback ? feel(fallback) : undefined,
    });
  });
}

function rowsFrom(logic: DmnElement | null, table: string, feel: Feel, notes: DmnNote[]): Row[] {
  const columns = childrenOf(logic, 'annotation').map((column) => textOf(column, 'name') ?? '');
  const clauseAt = columns.findIndex((column) => column === clauseColumn || /clause|条款/i.test(column));
  const taken = new Set<string>();
  const rows = childrenOf(logic, 'rule').map((rule, index): Row => {
    const extension = ownAmong(extensionsOf(rule), 'row');
    const annotations = childrenOf(rule, 'annotationEntry').map((entry) => textOf(entry, 'text') ?? '');
    const id = rowId(attributeOf(extension, 'id') ?? textOf(rule, 'id') ?? `row${index + 1}`, taken);
    if (id.isNew) notes.push(dmnNote('row-copied', `${table} ${id.id}`));
    return present({
      id: id.id,
      clause: agreed(attributeOf(extension, 'clause'), annotations[clauseAt]) ?? '',
      conditions: childrenOf(rule, 'inputEntry').map(feel),
      results: childrenOf(rule, 'outputEntry').map(feel),
      note: noteFrom(rule, extension, columns, annotations, clauseAt),
    });
  });
  if (rows.some((row) => row.clause === '')) notes.push(dmnNote('no-clause', table));
  return rows;
}

function rowId(wanted: string, taken: Set<string>): { id: string; isNew: boolean } {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return { id, isNew: id !== wanted };
}

/** Our own text when the file shows it unchanged, else what somebody wrote there. */
function agreed(own: string | undefined, shown: string | undefined): string | undefined {
  if (own === undefined) return shown;
  const written = cleanText(own);
  return shown === undefined || shown === (written.trim() === '' ? '' : written) ? own : shown;
}

function noteFrom(rule: DmnElement, extension: DmnElement | null, columns: readonly string[], annotations: readonly string[], clauseAt: number): Row['note'] {
  const own = bilingualOf(extension, 'note');
  const others = annotations.flatMap((text, index) => (index === clauseAt || text === '' ? [] : [columns[index] === noteColumn || columns.length < 2 ? text : `${columns[index] ?? ''}: ${text}`]));
  const shown = [textOf(rule, 'description') ?? '', ...others].filter((text) => text !== '').join('; ');
  if (own && agreed(own['zh-CN'], shown) === own['zh-CN']) return own;
  return shown === '' ? undefined : both(shown);
}
