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

/** Collects the manifests; several modules may add policies to one pack. Throws when two points or policies have one key. */
export function collectCatalogue(modules: readonly Brings[]): Catalogue {
  const points = unique(modules.flatMap((each) => each.decisionPoints ?? []));
  const packs = mergePacks(modules.flatMap((each) => each.policyPacks ?? []));
  return { points, packs };
}

function unique<T extends { readonly key: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(list.map((each) => [each.key, each]));
  if (map.size !== list.length) throw new Error(`declared twice: ${list.map((each) => each.key).join(', ')}`);
  return map;
}

/** Packs of one key are one pack: the lowest module names it, each module adds the policies of its own points. */
export function mergePacks(packs: readonly PolicyPack[]): ReadonlyMap<string, PolicyPack> {
  const merged = new Map<string, PolicyPack>();
  for (const pack of packs) {
    const former = merged.get(pack.key);
    const policies = [...(former?.policies ?? []), ...pack.policies];
    if (new Set(policies.map((policy) => policy.key)).size !== policies.length) throw new Error(`declared twice in ${pack.key}: ${policies.map((policy) => policy.key).join(', ')}`);
    merged.set(pack.key, { ...(former ?? pack), policies });
  }
  return merged;
}
