import { compileExpression, compileTable, type CompiledTable } from './compiled-table.ts';
import type { DerivedFact, PolicyModel } from './decision-model.ts';
import type { Run } from './feel/feel-expression.ts';
import { factsBehind } from './model-names.ts';

export interface CompiledDerived {
  readonly derived: DerivedFact;
  readonly run: Run;
  /** The input facts that it needs. */
  readonly needs: readonly string[];
}

/** A policy ready to decide; compile once for each version and keep it. */
export interface CompiledPolicy {
  readonly model: PolicyModel;
  readonly parameters: Readonly<Record<string, number | boolean | string>>;
  readonly derived: readonly CompiledDerived[];
  readonly tables: readonly CompiledTable[];
}

/** Compiles every cell and expression of a model. Derived facts run in their order, tables in theirs. */
export function compilePolicy(model: PolicyModel): CompiledPolicy {
  return {
    model,
    parameters: Object.fromEntries(model.parameters.map(({ name, value }) => [name, value])),
    derived: model.derived.map((derived) => ({ derived, run: compileExpression(derived.expression), needs: [...factsBehind(model, derived.expression)] })),
    tables: model.tables.map((table) => compileTable(table)),
  };
}
