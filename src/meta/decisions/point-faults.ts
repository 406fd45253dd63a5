import type { DecisionPoint, FactType, PolicyModel } from './decision-model.ts';

/** How a model fails the decision point that it answers. */
export interface PointFault {
  readonly code: 'fact-not-offered' | 'fact-type' | 'result-missing' | 'result-type' | 'result-unknown';
  readonly name: string;
}

interface Named {
  readonly name: string;
  readonly type: FactType;
}

/** A model may use fewer facts than its point offers, but no others; its last table gives the point's results and no others. */
export function findPointFaults(model: PolicyModel, point: DecisionPoint): PointFault[] {
  const outputs = model.tables.at(-1)?.outputs ?? [];
  const find = (list: readonly Named[], name: string) => list.find((each) => each.name === name);
  return [
    ...model.facts.flatMap((fact): PointFault[] => {
      const offered = find(point.facts, fact.name);
      if (!offered) return [{ code: 'fact-not-offered', name: fact.name }];
      return offered.type === fact.type ? [] : [{ code: 'fact-type', name: fact.name }];
    }),
    ...point.results.flatMap((result): PointFault[] => {
      const output = find(outputs, result.name);
      if (!output) return result.isOptional === true ? [] : [{ code: 'result-missing', name: result.name }];
      return output.type === result.type ? [] : [{ code: 'result-type', name: result.name }];
    }),
    ...outputs.filter((output) => !find(point.results, output.name)).map(({ name }): PointFault => ({ code: 'result-unknown', name })),
  ];
}
