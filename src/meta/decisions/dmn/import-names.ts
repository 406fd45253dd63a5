import type { DecisionGraph, GraphInput, GraphType } from './decision-graph.ts';
import { dmnNote, type DmnNote } from './dmn-notes.ts';
import { plainName, type Renaming } from './feel-names.ts';

/** A value that a file asks for: an input, or one part of a structure. */
export interface ImportedInput {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly type: string | null;
  /** The declared type, own or of the part. */
  readonly declared: GraphType | null;
}

/** The names that a model gives to the things of a file. */
export interface ImportNames {
  readonly inputs: readonly ImportedInput[];
  /** Decision id to name. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly renamings: readonly Renaming[];
}

const isPlain = (name: string) => /^\p{L}[\p{L}\p{N}_]*$/u.test(name);
const maxDepth = 5;

/** Names for everything in a graph. Ours come back as they were (`ours` by id); names with blanks and parts of structures are rewritten. */
export function importNames(graph: DecisionGraph, ours: ReadonlyMap<string, string>, notes: DmnNote[]): ImportNames {
  const taken = new Set(ours.values());
  const nameFor = (id: string, path: string): string => {
    const own = ours.get(id);
    if (own !== undefined) return own;
    const name = isPlain(path) && !taken.has(path) ? path : plainName(path, (each) => taken.has(each));
    taken.add(name);
    if (name !== path) notes.push(dmnNote('renamed', `${path} → ${name}`));
    return name;
  };
  const inputs = graph.inputs.flatMap((input) => leavesOf(graph.types, input, input.name, 0).map((leaf) => ({ ...leaf, name: nameFor(leaf.id, leaf.path) })));
  const decisions = new Map(graph.decisions.filter((each) => each.logic !== null).map((each) => [each.id, nameFor(each.id, each.name)]));
  const renamings = [
    ...inputs.map(({ path, name }) => ({ from: path, to: name })),
    ...graph.decisions.map(({ id, name }) => ({ from: name, to: decisions.get(id) ?? name })),
  ].filter(({ from, to }) => from !== to && from !== '');
  return { inputs, decisions, renamings };
}

type Leaf = Omit<ImportedInput, 'name'>;

function leavesOf(types: readonly GraphType[], { id, type }: Pick<GraphInput, 'id' | 'type'>, path: string, depth: number): Leaf[] {
  const declared = types.find((each) => each.name === type) ?? null;
  if (!declared || declared.parts.length === 0 || declared.isCollection || depth > maxDepth) return [{ id, path, type, declared }];
  return declared.parts.flatMap((part) => {
    const inner = leavesOf(types, { id: `${id}/${part.name}`, type: part.base }, `${path}.${part.name}`, depth + 1);
    return inner.map((leaf) => (leaf.declared === null && leaf.path === `${path}.${part.name}` ? { ...leaf, declared: part } : leaf));
  });
}
