import type { Bilingual } from '#kernel/texts.ts';
import type { Clause, DecisionTable, PolicyModel, PolicyPack, Row } from '#meta/decisions/decision-model.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'same';

/** One row of two tables side by side; `cells` says which columns differ, by the newer table's columns. */
export interface RowDiff {
  readonly kind: ChangeKind;
  readonly before: Row | null;
  readonly after: Row | null;
  readonly isClauseChanged: boolean;
  /** Indices into the columns of the diff's table. */
  readonly conditions: ReadonlySet<number>;
  readonly results: ReadonlySet<number>;
}

export interface TableDiff {
  readonly name: string;
  readonly before: DecisionTable | null;
  readonly after: DecisionTable | null;
  readonly rows: readonly RowDiff[];
  readonly isHitPolicyChanged: boolean;
  /** Expressions and names of columns that only one of the two has. */
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

export interface NamedDiff<T> {
  readonly kind: Exclude<ChangeKind, 'same'>;
  readonly key: string;
  readonly before: T | null;
  readonly after: T | null;
}

export interface ModelDiff {
  readonly tables: readonly TableDiff[];
  readonly clauses: readonly NamedDiff<Clause>[];
  readonly parameters: readonly NamedDiff<PolicyModel['parameters'][number]>[];
  readonly derived: readonly NamedDiff<PolicyModel['derived'][number]>[];
  readonly isSame: boolean;
}

/**
 * What differs between two models, row by row (PL-40). Versions of one policy pair rows by their id, after that by clause;
 * models of different origin by id only where the clause is the same too.
 */
export function diffModels(before: PolicyModel, after: PolicyModel, origin: 'same' | 'other' = 'same'): ModelDiff {
  const names = [...after.tables.map((each) => each.name), ...before.tables.map((each) => each.name).filter((name) => !after.tables.some((each) => each.name === name))];
  const tables = names.map((name) => diffTables(before.tables.find((each) => each.name === name) ?? null, after.tables.find((each) => each.name === name) ?? null, origin));
  const clauses = diffNamed(before.clauses, after.clauses, (each) => each.key);
  const parameters = diffNamed(before.parameters, after.parameters, (each) => each.name);
  const derived = diffNamed(before.derived, after.derived, (each) => each.name);
  const isSame = tables.every(isSameTable) && [clauses, parameters, derived].every((list) => list.length === 0);
  return { tables, clauses, parameters, derived, isSame };
}

const isSameTable = (table: TableDiff): boolean => table.before !== null && table.after !== null && !table.isHitPolicyChanged
  && table.columnsAdded.length + table.columnsRemoved.length === 0 && table.rows.every((row) => row.kind === 'same');

const columnsOf = (table: DecisionTable | null): string[] => [...(table?.inputs.map((each) => each.expression) ?? []), ...(table?.outputs.map((each) => each.name) ?? [])];

function diffTables(before: DecisionTable | null, after: DecisionTable | null, origin: 'same' | 'other'): TableDiff {
  const [old, now] = [columnsOf(before), columnsOf(after)];
  return {
    name: after?.name ?? before?.name ?? '', before, after,
    rows: pairRows(before?.rows ?? [], after?.rows ?? [], origin).map(([was, is]) => diffRow(before, after, was, is)),
    isHitPolicyChanged: before !== null && after !== null && before.hitPolicy !== after.hitPolicy,
    columnsAdded: before && after ? now.filter((name) => !old.includes(name)) : [],
    columnsRemoved: before && after ? old.filter((name) => !now.includes(name)) : [],
  };
}

/** Pairs in the order of the newer rows; rows that went away follow the row that stood before them. */
function pairRows(before: readonly Row[], after: readonly Row[], origin: 'same' | 'other'): [Row | null, Row | null][] {
  const left = new Set(before);
  const take = (isFitting: (row: Row) => boolean): Row | null => {
    const found = [...left].find(isFitting) ?? null;
    if (found) left.delete(found);
    return found;
  };
  const byId = after.map((row) => take((each) => each.id === row.id && (origin === 'same' || each.clause === row.clause)));
  const pairs = after.map((row, index): [Row | null, Row | null] => [byId[index] ?? take((each) => each.clause === row.clause && (origin === 'other' || !after.some((other) => other.id === each.id))), row]);
  for (const gone of left) {
    const above = before[before.indexOf(gone) - 1];
    const at = pairs.findIndex(([was]) => was !== null && was === above);
    pairs.splice(above === undefined ? 0 : at < 0 ? pairs.length : at + 1, 0, [gone, null]);
  }
  return pairs;
}

function diffRow(before: DecisionTable | null, after: DecisionTable | null, was: Row | null, is: Row | null): RowDiff {
  if (!was || !is || !before || !after) return { kind: is ? 'added' : 'removed', before: was, after: is, isClauseChanged: false, conditions: new Set(), results: new Set() };
  const conditions = differing(after.inputs.map((each) => each.expression), before.inputs.map((each) => each.expression), is.conditions, was.conditions, '-');
  const results = differing(after.outputs.map((each) => each.name), before.outputs.map((each) => each.name), is.results, was.results, '');
  const isClauseChanged = was.clause !== is.clause;
  const kind = isClauseChanged || conditions.size + results.size > 0 ? 'changed' : 'same';
  return { kind, before: was, after: is, isClauseChanged, conditions, results };
}

function differing(now: readonly string[], old: readonly string[], is: readonly string[], was: readonly string[], blank: string): Set<number> {
  const plain = (text: string | undefined) => (text === undefined || text.trim() === '' ? blank : text.trim());
  return new Set(now.flatMap((name, index) => (plain(is[index]) === plain(was[old.indexOf(name)]) ? [] : [index])));
}

function diffNamed<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): NamedDiff<T>[] {
  const keys = [...new Set([...before, ...after].map(keyOf))];
  return keys.flatMap((key): NamedDiff<T>[] => {
    const was = before.find((each) => keyOf(each) === key) ?? null;
    const is = after.find((each) => keyOf(each) === key) ?? null;
    if (was && is) return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ kind: 'changed', key, before: was, after: is }];
    return [{ kind: is ? 'added' : 'removed', key, before: was, after: is }];
  });
}

export interface PackDiff {
  readonly policies: readonly { readonly key: string; readonly label: Bilingual; readonly before: PolicyModel | null; readonly after: PolicyModel | null }[];
}

/** Two packs: their policies paired by the decision point that they answer, else by name. */
export function pairPacks(before: PolicyPack, after: PolicyPack): PackDiff {
  const nameOf = (model: PolicyModel) => (model.point === '' ? (model.key.split('.').at(-1) ?? model.key) : model.point);
  const names = [...new Set([...after.policies, ...before.policies].map(nameOf))];
  return {
    policies: names.flatMap((key) => {
      const was = before.policies.find((each) => nameOf(each) === key) ?? null;
      const is = after.policies.find((each) => nameOf(each) === key) ?? null;
      const label = is?.label ?? was?.label;
      return label ? [{ key, label, before: was, after: is }] : [];
    }),
  };
}
