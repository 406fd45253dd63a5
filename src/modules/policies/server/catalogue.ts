import type { DecisionPoint, PolicyPack } from '#meta/decisions/decision-model.ts';

/** What the modules of this product bring: where policies are asked, and the packs that a company may start from. */
export interface Catalogue {
  readonly points: ReadonlyMap<string, DecisionPoint>;
  readonly packs: ReadonlyMap<string, PolicyPack>;
}

interface Brings {
  readonly decisionPoints?: readonly DecisionPoint[];
  readonly policyPacks?: readonly PolicyPack[];
}

/** Collects the manifests. Throws when two modules use one key. */
export function collectCatalogue(modules: readonly Brings[]): Catalogue {
  const points = unique(modules.flatMap((each) => each.decisionPoints ?? []));
  const packs = unique(modules.flatMap((each) => each.policyPacks ?? []));
  return { points, packs };
}

function unique<T extends { readonly key: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(list.map((each) => [each.key, each]));
  if (map.size !== list.length) throw new Error(`declared twice: ${list.map((each) => each.key).join(', ')}`);
  return map;
}
