import { CellFailure, inputValues, matchingRows, rowResults, runAt, type CompiledRow, type CompiledTable, type ModelPlace } from './compiled-table.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import type { FactValues } from './decision-model.ts';
import { checkFacts, fromFeel, toFeel, type FactIssue } from './fact-values.ts';
import type { Run } from './feel/feel-expression.ts';
import type { FeelValue, Scope } from './feel/feel-value.ts';
import { applyHitPolicy, type TableAnswer } from './hit-policy.ts';
import { settle } from './missing-facts.ts';

/** One table's part in a decision. */
export interface TraceStep {
  readonly table: string;
  readonly rows: readonly { readonly id: string; readonly clause: string }[];
}

/**
 * What a policy answers (PL-40, RE-20): a result with its clause, no row for these facts, facts that are still needed
 * (only those that would change the answer, RE-21), or a fault of the model with its place.
 */
export type Decision =
  | { readonly status: 'decided'; readonly clause: string; readonly row: string; readonly results: FactValues; readonly derived: FactValues; readonly trace: readonly TraceStep[] }
  | { readonly status: 'undecided'; readonly table: string; readonly derived: FactValues; readonly trace: readonly TraceStep[] }
  | { readonly status: 'needs-facts'; readonly missing: readonly string[]; readonly derived: FactValues; readonly trace: readonly TraceStep[] }
  | { readonly status: 'refused'; readonly issues: readonly FactIssue[] }
  | { readonly status: 'faulty'; readonly place: ModelPlace; readonly rows: readonly string[]; readonly message: string };

interface Progress {
  readonly scope: Record<string, FeelValue>;
  readonly known: Set<string>;
  readonly derived: Record<string, FeelValue>;
  readonly neededByTable: Map<string, readonly string[]>;
  readonly trace: TraceStep[];
}

/** Decides. Pure: the same policy and facts always give the same answer, in the server and in the browser. */
export function decide(policy: CompiledPolicy, facts: FactValues): Decision {
  const issues = checkFacts(policy.model, facts);
  if (issues.length > 0) return { status: 'refused', issues };
  try {
    return decideOn(policy, start(policy, facts));
  } catch (error) {
    if (error instanceof CellFailure) return { status: 'faulty', place: error.place, rows: [], message: error.message };
    throw error;
  }
}

class UnknownFact extends Error {}

function start(policy: CompiledPolicy, facts: FactValues): Progress {
  const scope: Record<string, FeelValue> = { ...policy.parameters };
  const known = new Set<string>();
  for (const fact of policy.model.facts) {
    const value = facts[fact.name];
    if (value === undefined) continue;
    scope[fact.name] = toFeel(fact.type, value);
    known.add(fact.name);
  }
  const derived: Record<string, FeelValue> = {};
  for (const { derived: fact, run, needs } of policy.derived) {
    const value = runAt({ derived: fact.name }, () => runWithKnown(run, scope, needs.filter((name) => !known.has(name))));
    if (value === undefined) continue;
    scope[fact.name] = value;
    derived[fact.name] = value;
    known.add(fact.name);
  }
  return { scope, known, derived, neededByTable: new Map(), trace: [] };
}

/** A derived fact may follow before everything behind it is known: who never came has no valid registration. Undefined when it does not. */
function runWithKnown(run: Run, scope: Scope, unknown: readonly string[]): FeelValue {
  if (unknown.length === 0) return run(scope);
  const guarded: Record<string, FeelValue> = { ...scope };
  for (const name of unknown) {
    Object.defineProperty(guarded, name, { enumerable: true, get: () => { throw new UnknownFact(name); } });
  }
  try {
    return run(guarded);
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}

function decideOn(policy: CompiledPolicy, progress: Progress): Decision {
  const last = policy.tables.at(-1);
  for (const compiled of policy.tables) {
    const { name } = compiled.table;
    const settlement = settle(policy.model, compiled, progress);
    if (settlement.kind === 'open') {
      // An earlier table that the result does not need must not ask: only the last table's questions count.
      if (compiled === last) return { status: 'needs-facts', missing: settlement.missing, ...story(progress) };
      progress.neededByTable.set(name, settlement.missing);
      continue;
    }
    const rows = settlement.kind === 'complete'
      ? matchingRows(compiled, inputValues(compiled, progress.scope), progress.scope)
      : compiled.rows.filter((row) => settlement.rows.includes(row.row));
    const answer = answerOf(compiled, rows, progress);
    if (answer.kind === 'conflict') return { status: 'faulty', place: { table: name }, rows: answer.hits.map((hit) => hit.row), message: 'conflict' };
    if (compiled === last) return conclude(compiled, answer, progress);
    remember(compiled, answer, progress);
  }
  return { status: 'undecided', table: '', ...story(progress) };
}

const story = ({ derived, trace }: Progress) => ({
  derived: Object.fromEntries(Object.entries(derived).map(([name, value]) => [name, fromFeel(value)])),
  trace,
});

function answerOf(compiled: CompiledTable, rows: readonly CompiledRow[], { scope, trace }: Progress): TableAnswer {
  const hits = rows.map((row) => ({ row: row.row.id, clause: row.row.clause, results: rowResults(compiled.table, row, scope) }));
  const answer = applyHitPolicy(compiled.table.hitPolicy, compiled.table.outputs, hits);
  const used = answer.kind === 'none' ? [] : answer.hits;
  trace.push({ table: compiled.table.name, rows: used.map(({ row, clause }) => ({ id: row, clause })) });
  return answer;
}

function fallbackResults({ table, fallbacks }: CompiledTable, { scope }: Progress): Record<string, FeelValue> | null {
  if (!fallbacks) return null;
  return Object.fromEntries(table.outputs.map((output, index) => [output.name, fallbacks[index]?.(scope) ?? null]));
}

function remember(compiled: CompiledTable, answer: TableAnswer, progress: Progress): void {
  const { name } = compiled.table;
  if (answer.kind === 'one') progress.scope[name] = answer.results;
  else if (answer.kind === 'many') progress.scope[name] = answer.hits.map((hit) => hit.results);
  else if (answer.kind === 'aggregate') progress.scope[name] = answer.value;
  else progress.scope[name] = fallbackResults(compiled, progress);
  progress.known.add(name);
}

function conclude(compiled: CompiledTable, answer: TableAnswer, progress: Progress): Decision {
  const fallback = answer.kind === 'none' ? fallbackResults(compiled, progress) : null;
  const results = answer.kind === 'one' ? answer.results : fallback;
  if (!results) return { status: 'undecided', table: compiled.table.name, ...story(progress) };
  const hit = answer.kind === 'one' ? answer.hits[0] : undefined;
  return {
    status: 'decided',
    clause: hit?.clause ?? '',
    row: hit?.row ?? '',
    results: Object.fromEntries(Object.entries(results).map(([name, value]) => [name, fromFeel(value)])),
    ...story(progress),
  };
}
