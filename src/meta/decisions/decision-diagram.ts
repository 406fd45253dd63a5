import type { ValueClass } from './cell-classes.ts';

/** One thing that a table looks at: a column, or one opaque cell as a yes-or-no of its own. */
export interface Variable {
  readonly name: string;
  readonly classes: readonly ValueClass[];
}

/** A way through the table: which class each variable has, and the rows that are left at the end. */
export interface Ending {
  readonly rows: bigint;
  readonly path: readonly number[];
}

export interface Diagram {
  /** Every distinct set of rows that can be left, each with one way to it. */
  readonly endings: readonly Ending[];
  /** The variables that the answer truly depends on. */
  readonly essential: ReadonlySet<string>;
}

/** Beyond this many steps a table is not checked rather than checked for minutes. */
const stepLimit = 300_000;

export class DiagramTooLarge extends Error {}

/**
 * All ways through a table at once: a reduced decision diagram over the classes of its columns. Sets of rows that stay
 * the same are walked once, so real tables take microseconds to milliseconds. `outcome` names the answer of a set of
 * rows; a variable is essential when two of its classes lead to different answers. Throws DiagramTooLarge.
 */
export function drawDiagram(variables: readonly Variable[], rowCount: number, outcome: (rows: bigint) => string): Diagram {
  const walk = { variables, outcome, known: new Map<string, number>(), nodes: new Map<string, number>(), endings: new Map<bigint, Ending>(), uses: new Map<number, { variable: number; children: readonly number[] }>(), path: [] as number[] };
  const root = visit(walk, 0, (1n << BigInt(rowCount)) - 1n);
  return { endings: [...walk.endings.values()], essential: essentialFrom(walk, root) };
}

interface Walk {
  readonly variables: readonly Variable[];
  readonly outcome: (rows: bigint) => string;
  readonly known: Map<string, number>;
  readonly nodes: Map<string, number>;
  readonly endings: Map<bigint, Ending>;
  readonly uses: Map<number, { variable: number; children: readonly number[] }>;
  readonly path: number[];
}

function visit(walk: Walk, level: number, rows: bigint): number {
  const variable = walk.variables[level];
  if (!variable) {
    if (!walk.endings.has(rows)) walk.endings.set(rows, { rows, path: [...walk.path] });
    return nodeNumber(walk, `=${walk.outcome(rows)}`);
  }
  const place = `${level}:${rows.toString(36)}`;
  const seen = walk.known.get(place);
  if (seen !== undefined) return seen;
  if (walk.known.size > stepLimit) throw new DiagramTooLarge();
  const children = variable.classes.map((each, index) => {
    walk.path.push(index);
    const child = visit(walk, level + 1, rows & each.rows);
    walk.path.pop();
    return child;
  });
  const [first] = children;
  const isIrrelevant = first !== undefined && children.every((child) => child === first);
  const node = isIrrelevant ? first : nodeNumber(walk, `${level}?${children.join()}`);
  if (!isIrrelevant) walk.uses.set(node, { variable: level, children });
  walk.known.set(place, node);
  return node;
}

function nodeNumber(walk: Walk, key: string): number {
  const known = walk.nodes.get(key);
  if (known !== undefined) return known;
  walk.nodes.set(key, walk.nodes.size);
  return walk.nodes.size - 1;
}

function essentialFrom(walk: Walk, root: number): Set<string> {
  const essential = new Set<string>();
  const waiting = [root];
  const seen = new Set<number>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const use = walk.uses.get(node);
    if (!use || seen.has(node)) continue;
    seen.add(node);
    essential.add(walk.variables[use.variable]?.name ?? '');
    waiting.push(...use.children);
  }
  return essential;
}
