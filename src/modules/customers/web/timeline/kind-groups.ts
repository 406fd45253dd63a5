/** Kinds that go together under one chip; a kind of another module has a chip of its own. */
export const kindGroups = {
  changes: ['change', 'stage', 'owner', 'merge', 'sharing', 'created'],
  people: ['contact', 'need', 'relation'],
  files: ['file'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KindGroup = keyof typeof kindGroups;

const groupNames = Object.keys(kindGroups).filter((key): key is KindGroup => key in kindGroups);

export interface KindChip {
  readonly key: string;
  /** The group's name, for its words; absent for a single kind, which has its own label. */
  readonly group: KindGroup | undefined;
  readonly kinds: readonly string[];
}

/** The chips in the order of the sources: single kinds first, then the groups that have any. */
export function kindChips(kinds: readonly string[]): readonly KindChip[] {
  const grouped = new Set<string>(groupNames.flatMap((name) => kindGroups[name]));
  const single = kinds.filter((kind) => !grouped.has(kind)).map((kind) => ({ key: kind, group: undefined, kinds: [kind] }));
  return [...single, ...groupNames.map((group) => ({ key: group, group, kinds: kindGroups[group] }))];
}
