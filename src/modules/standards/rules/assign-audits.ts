/** Somebody who may audit, with the units that are theirs: where they work and everything above. */
export interface Assignee {
  readonly id: string;
  readonly ownUnits: readonly string[];
  /** Audits of theirs that count already: who had fewer goes first (UX-17). */
  readonly count: number;
}

export interface AuditTarget {
  /** Unit, or unit and site. */
  readonly key: string;
  readonly unit: string;
  /** Who looked at it last; somebody else does next time when there is one. */
  readonly lastAuditor: string | null;
}

export interface Assignment {
  readonly target: string;
  readonly on: string;
  /** null: everybody who was named works there. */
  readonly auditor: string | null;
}

/**
 * Who audits what (SE-21): in turn, the one with the fewest audits first, never one's own unit nor one above it, and
 * not the same person twice running where there is another. Equal counts go by the order in which people were named.
 */
export function assignAudits(targets: readonly AuditTarget[], days: readonly string[], assignees: readonly Assignee[]): readonly Assignment[] {
  const counts = new Map(assignees.map(({ id, count }) => [id, count]));
  const last = new Map(targets.map(({ key, lastAuditor }) => [key, lastAuditor]));
  return days.flatMap((on) => targets.map((target): Assignment => {
    const may = assignees.filter(({ ownUnits }) => !ownUnits.includes(target.unit));
    const others = may.filter(({ id }) => id !== last.get(target.key));
    const fewest = (others.length > 0 ? others : may).toSorted((a, b) => (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0))[0];
    if (!fewest) return { target: target.key, on, auditor: null };
    counts.set(fewest.id, (counts.get(fewest.id) ?? 0) + 1);
    last.set(target.key, fewest.id);
    return { target: target.key, on, auditor: fewest.id };
  }));
}
