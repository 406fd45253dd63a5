import { factsBehind } from '#meta/decisions/model-names.ts';
import type { Fact, PolicyModel } from '#meta/decisions/decision-model.ts';

/** The facts that still matter, in the order in which the tables ask for them: tables first to last, columns left to right. */
export function askingOrder(model: PolicyModel, missing: readonly string[]): Fact[] {
  const order: string[] = [];
  for (const table of model.tables) {
    for (const text of [...table.inputs.map((input) => input.expression), ...table.rows.flatMap((row) => [...row.conditions, ...row.results])]) {
      for (const fact of factsBehind(model, text)) if (!order.includes(fact)) order.push(fact);
    }
  }
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return model.facts.filter((fact) => missing.includes(fact.name)).toSorted((a, b) => place(a.name) - place(b.name));
}
