export interface Unit {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly position: number;
}

export interface TreeLine {
  readonly unit: Unit;
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** Children of a unit in their order: position, then name. */
export const childrenOf = (units: readonly Unit[], parent: string | null): readonly Unit[] =>
  units.filter((u) => u.parent === parent).toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'zh-Hans-CN'));

/** The lines that are seen: everything whose ancestors are all open. */
export function visibleLines(units: readonly Unit[], closed: ReadonlySet<string>): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const visit = (parent: string | null, depth: number): void => {
    for (const unit of childrenOf(units, parent)) {
      const hasChildren = units.some((u) => u.parent === unit.id);
      lines.push({ unit, depth, hasChildren });
      if (hasChildren && !closed.has(unit.id)) visit(unit.id, depth + 1);
    }
  };
  visit(null, 0);
  return lines;
}

/** The unit itself and everything below it. */
export function belowOf(units: readonly Unit[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  const visit = (parent: string): void => {
    for (const unit of units) {
      if (unit.parent !== parent || found.has(unit.id)) continue;
      found.add(unit.id);
      visit(unit.id);
    }
  };
  visit(id);
  return found;
}

/** Names from the company down to the unit. */
export function pathOf(units: readonly Unit[], id: string): readonly Unit[] {
  const path: Unit[] = [];
  for (let unit = units.find((u) => u.id === id); unit && !path.includes(unit); unit = units.find((u) => u.id === path[0]?.parent)) path.unshift(unit);
  return path;
}

export interface UnitChange {
  readonly id: string;
  readonly version: number;
  readonly values: { readonly parent?: string; readonly position?: number };
  /** What puts it back. */
  readonly before: { readonly parent?: string; readonly position?: number };
}

const STEP = 10;

/**
 * The writes that put a unit at `index` among the children of `parent`; siblings are numbered anew only where their
 * number changes. Empty when nothing changes or when the place lies below the unit itself.
 */
export function moveUnit(units: readonly Unit[], id: string, parent: string, index: number): readonly UnitChange[] {
  const unit = units.find((u) => u.id === id);
  if (!unit || unit.parent === null || belowOf(units, id).has(parent)) return [];
  const others = childrenOf(units, parent).filter((u) => u.id !== id);
  const ordered = [...others.slice(0, index), unit, ...others.slice(index)];
  if (unit.parent === parent && ordered.every((u, at) => childrenOf(units, parent)[at]?.id === u.id)) return [];
  return ordered.flatMap((u, at) => {
    const position = (at + 1) * STEP;
    const isMoved = u.id === id && unit.parent !== parent;
    if (u.position === position && !isMoved) return [];
    const from = isMoved && unit.parent !== null ? { parent: unit.parent } : {};
    return [{ id: u.id, version: u.version, values: { ...(isMoved ? { parent } : {}), position }, before: { ...from, position: u.position } }];
  });
}

/** Where Alt with an arrow key takes a unit: among its siblings, out to its grandparent, in under the sibling before it. */
export function keyboardPlace(units: readonly Unit[], id: string, key: string): { readonly parent: string; readonly index: number } | undefined {
  const unit = units.find((u) => u.id === id);
  if (!unit || unit.parent === null) return undefined;
  const siblings = childrenOf(units, unit.parent);
  const at = siblings.findIndex((u) => u.id === id);
  if (key === 'ArrowUp' && at > 0) return { parent: unit.parent, index: at - 1 };
  if (key === 'ArrowDown' && at < siblings.length - 1) return { parent: unit.parent, index: at + 1 };
  const before = siblings[at - 1];
  if (key === 'ArrowRight' && before) return { parent: before.id, index: childrenOf(units, before.id).length };
  const parent = units.find((u) => u.id === unit.parent);
  if (key !== 'ArrowLeft' || parent?.parent === undefined || parent.parent === null) return undefined;
  return { parent: parent.parent, index: childrenOf(units, parent.parent).findIndex((u) => u.id === parent.id) + 1 };
}
