import { compareFeel, equalFeel, type FeelValue } from './feel/feel-value.ts';
import type { HitPolicy, OutputColumn } from './decision-model.ts';

export interface Hit {
  readonly row: string;
  readonly clause: string;
  readonly results: Readonly<Record<string, FeelValue>>;
}

/** What a table says: one set of results, a list, one aggregate, nothing, or a breach of its own hit policy. */
export type TableAnswer =
  | { readonly kind: 'one'; readonly hits: readonly Hit[]; readonly results: Readonly<Record<string, FeelValue>> }
  | { readonly kind: 'many'; readonly hits: readonly Hit[] }
  | { readonly kind: 'aggregate'; readonly hits: readonly Hit[]; readonly value: FeelValue }
  | { readonly kind: 'none' }
  | { readonly kind: 'conflict'; readonly hits: readonly Hit[] };

/** Applies a DMN hit policy to the rows that matched, in table order. */
export function applyHitPolicy(policy: HitPolicy, outputs: readonly OutputColumn[], hits: readonly Hit[]): TableAnswer {
  if (policy === 'C#') return { kind: 'aggregate', hits, value: new Set(hits.map((hit) => JSON.stringify(hit.results))).size };
  const [first] = hits;
  if (!first) return { kind: 'none' };
  if (policy === 'U') return hits.length === 1 ? one([first]) : { kind: 'conflict', hits };
  if (policy === 'A') return hits.every((hit) => sameResults(hit, first)) ? one([first]) : { kind: 'conflict', hits };
  if (policy === 'F') return one([first]);
  if (policy === 'P') return one(byPriority(outputs, hits).slice(0, 1));
  if (policy === 'O') return { kind: 'many', hits: byPriority(outputs, hits) };
  if (policy === 'R' || policy === 'C') return { kind: 'many', hits };
  return { kind: 'aggregate', hits, value: aggregate(policy, hits.map((hit) => hit.results[outputs[0]?.name ?? ''] ?? null)) };
}

function one(hits: readonly Hit[]): TableAnswer {
  return { kind: 'one', hits, results: hits[0]?.results ?? {} };
}

function sameResults(a: Hit, b: Hit): boolean {
  return Object.keys(a.results).every((name) => equalFeel(a.results[name] ?? null, b.results[name] ?? null) === true);
}

/** The order in which an output declares its values is their priority, the first output before the second. */
function byPriority(outputs: readonly OutputColumn[], hits: readonly Hit[]): Hit[] {
  const rank = (output: OutputColumn, hit: Hit) => {
    const index = (output.choices ?? []).findIndex((choice) => choice.value === String(hit.results[output.name]));
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  return hits.toSorted((a, b) => {
    for (const output of outputs) {
      const difference = rank(output, a) - rank(output, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function aggregate(policy: 'C+' | 'C<' | 'C>', values: readonly FeelValue[]): FeelValue {
  if (policy === 'C+') return values.reduce<FeelValue>((sum, value) => (typeof sum === 'number' && typeof value === 'number' ? sum + value : null), 0);
  const wanted = policy === 'C<' ? -1 : 1;
  return values.reduce((best, value) => (compareFeel(value, best) === wanted ? value : best));
}
