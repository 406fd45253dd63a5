import { compileExpression, compileTable, inputValues, matchingRows, rowResults, type CompiledTable } from '../compiled-table.ts';
import type { Run } from '../feel/feel-expression.ts';
import type { FeelValue, Scope } from '../feel/feel-value.ts';
import { applyHitPolicy, type TableAnswer } from '../hit-policy.ts';
import { fromReference, referenceValue, toReference } from '../feel/reference-engine.ts';
import type { DecisionGraph, GraphDecision, GraphFunction, GraphLogic, GraphTable } from './decision-graph.ts';
import { conform, isAllowed, type ValueFault } from './graph-types.ts';

/** Why a value of a graph is null although something was asked for. */
export interface GraphIssue {
  readonly node: string;
  readonly code: ValueFault | 'conflict' | 'failed' | 'cycle' | 'no-logic';
  readonly detail: string;
}

export interface GraphAnswer {
  /** The value of every decision by its name. */
  readonly values: ReadonlyMap<string, FeelValue>;
  readonly issues: readonly GraphIssue[];
}

/** A graph ready to run; compile once. */
export interface CompiledGraph {
  /** Inputs by name; what is not given is null. Never throws: what fails is null and an issue, as DMN has it. */
  readonly evaluate: (inputs: Scope) => GraphAnswer;
}

type RunLogic = (scope: Scope, report: (code: GraphIssue['code'], detail: string) => void) => FeelValue;

/** Compiles a decision graph: tables and expressions by our compiler, names that it would misread by the reference engine. */
export function compileGraph(graph: DecisionGraph): CompiledGraph {
  const names = [...graph.inputs, ...graph.decisions, ...graph.functions, ...graph.functions.flatMap((each) => each.parameters)].map((each) => each.name);
  const compile = expressionCompiler(names);
  const decisions = new Map(graph.decisions.map((each) => [each.id, { ...each, run: compileLogic(each.logic, compile) }]));
  const functions = new Map(graph.functions.map((each) => [each.id, { ...each, run: compileLogic(each.logic, compile) }]));
  return { evaluate: (inputs) => new GraphRun(graph, decisions, functions, inputs).answer() };
}

/** A name such as `Approved/Declined` or `date` would be read as FEEL's own; such texts go to the reference engine, which knows the names. */
function expressionCompiler(names: readonly string[]): (text: string) => Run {
  const awkward = names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || ['not', 'date', 'duration', 'string', 'true', 'false', 'null'].includes(name));
  return (text) => (awkward.some((name) => text.includes(name)) ? (scope) => referenceValue(text, scope) : compileExpression(text));
}

function compileLogic(logic: GraphLogic | null, compile: (text: string) => Run): RunLogic {
  if (logic === null) {
    return (_scope, report) => {
      report('no-logic', '');
      return null;
    };
  }
  if (logic.kind === 'expression') return compile(logic.text);
  const compiled = compileTable(logic.table, compile);
  return (scope, report) => runTable(logic, compiled, scope, report);
}

function runTable(logic: GraphTable, compiled: CompiledTable, scope: Scope, report: (code: GraphIssue['code'], detail: string) => void): FeelValue {
  const { table } = logic;
  const values = inputValues(compiled, scope);
  const strange = values.findIndex((value, index) => !passes(logic.inputsAllowed[index], value));
  if (strange !== -1) {
    report('not-allowed', `${table.inputs[strange]?.expression ?? ''} = ${String(values[strange])}`);
    return null;
  }
  const hits = matchingRows(compiled, values, scope).map((row) => ({ row: row.row.id, clause: '', results: rowResults(table, row, scope) }));
  const wrong = hits.find((hit) => table.outputs.some((output, index) => !passes(logic.outputsAllowed[index], hit.results[output.name] ?? null)));
  if (wrong) {
    report('not-allowed', wrong.row);
    return null;
  }
  const answer = applyHitPolicy(table.hitPolicy, table.outputs, hits);
  if (answer.kind === 'conflict') report('conflict', answer.hits.map((hit) => hit.row).join(', '));
  return shaped(logic, compiled, answer, scope);
}

const passes = (allowed: string | null | undefined, value: FeelValue) => allowed == null || value === null || isAllowed(allowed, value);

function shaped(logic: GraphTable, compiled: CompiledTable, answer: TableAnswer, scope: Scope): FeelValue {
  const { outputs } = logic.table;
  const shape = (results: Readonly<Record<string, FeelValue>>): FeelValue => (logic.isSingle ? (results[outputs[0]?.name ?? ''] ?? null) : results);
  if (answer.kind === 'one') return shape(answer.results);
  if (answer.kind === 'many') return answer.hits.map((hit) => shape(hit.results));
  if (answer.kind === 'aggregate') return answer.value;
  if (answer.kind === 'conflict' || !compiled.fallbacks) return null;
  return shape(Object.fromEntries(outputs.map((output, index) => [output.name, compiled.fallbacks?.[index]?.(scope) ?? null])));
}

type Ready<T> = T & { readonly run: RunLogic };

/** One evaluation: every decision once, those that it needs before it. */
class GraphRun {
  readonly #graph: DecisionGraph;
  readonly #decisions: ReadonlyMap<string, Ready<GraphDecision>>;
  readonly #functions: ReadonlyMap<string, Ready<GraphFunction>>;
  readonly #inputs = new Map<string, { readonly name: string; readonly value: FeelValue }>();
  readonly #values = new Map<string, FeelValue>();
  readonly #open = new Set<string>();
  readonly #issues: GraphIssue[] = [];

  constructor(graph: DecisionGraph, decisions: ReadonlyMap<string, Ready<GraphDecision>>, functions: ReadonlyMap<string, Ready<GraphFunction>>, inputs: Scope) {
    this.#graph = graph;
    this.#decisions = decisions;
    this.#functions = functions;
    for (const { id, name, type } of graph.inputs) {
      const given = Object.hasOwn(inputs, name) ? (inputs[name] ?? null) : null;
      this.#inputs.set(id, { name, value: this.#conformed(name, type, given) });
    }
  }

  answer(): GraphAnswer {
    const values = new Map([...this.#decisions.values()].map((decision) => [decision.name, this.#valueOf(decision)]));
    return { values, issues: this.#issues };
  }

  #conformed(node: string, type: string | null, given: FeelValue): FeelValue {
    const { value, fault } = conform(this.#graph.types, type, given);
    if (fault) this.#issues.push({ node, code: fault, detail: type ?? '' });
    return value;
  }

  #valueOf(decision: Ready<GraphDecision>): FeelValue {
    if (this.#values.has(decision.id)) return this.#values.get(decision.id);
    if (this.#open.has(decision.id)) {
      this.#issues.push({ node: decision.name, code: 'cycle', detail: '' });
      return null;
    }
    this.#open.add(decision.id);
    const value = this.#conformed(decision.name, decision.type, this.#attempt(decision.name, decision.run, this.#scopeOf(decision)));
    this.#open.delete(decision.id);
    this.#values.set(decision.id, value);
    return value;
  }

  #scopeOf(decision: Ready<GraphDecision>): Scope {
    const needs = decision.needs.flatMap((id): [string, FeelValue][] => {
      const input = this.#inputs.get(id);
      if (input) return [[input.name, input.value]];
      const other = this.#decisions.get(id);
      return other ? [[other.name, this.#valueOf(other)]] : [];
    });
    return Object.fromEntries([...needs, ...this.#callable(decision.calls, 0)]);
  }

  /** FEEL functions for the reference engine, with the functions that they call in turn. */
  #callable(ids: readonly string[], depth: number): [string, FeelValue][] {
    // A function that calls itself is not among those of level 2; it ends here.
    if (depth > 20) return [];
    return ids.flatMap((id): [string, FeelValue][] => {
      const called = this.#functions.get(id);
      if (!called) return [];
      const call = (...given: unknown[]) => {
        const own = called.parameters.map(({ name, type }, index): [string, FeelValue] => [name, this.#conformed(called.name, type, fromReference(given[index]))]);
        const scope: Scope = Object.fromEntries([...this.#callable(called.calls, depth + 1), ...own]);
        return toReference(this.#conformed(called.name, called.type, this.#attempt(called.name, called.run, scope)));
      };
      return [[called.name, Object.assign(call, { $args: called.parameters.map((each) => each.name) })]];
    });
  }

  #attempt(node: string, run: RunLogic, scope: Scope): FeelValue {
    try {
      return run(scope, (code, detail) => this.#issues.push({ node, code, detail }));
    } catch (error) {
      this.#issues.push({ node, code: 'failed', detail: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }
}
