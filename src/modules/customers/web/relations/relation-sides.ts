import { isNamedRef, type NamedRef, type RecordData } from '#kit/records/record-types.ts';

/** How a kind reads from the other customer's page: the parent company's page names its subsidiary. */
const mirrored: Readonly<Record<string, string>> = {
  parentCompany: 'subsidiary', subsidiary: 'parentCompany', referrer: 'referred', referred: 'referrer',
};

const groups = ['household', 'companies', 'referrals', 'others'] as const;
export type RelationGroup = (typeof groups)[number];

const groupOfKind: Readonly<Record<string, RelationGroup>> = {
  spouse: 'household', family: 'household', parentCompany: 'companies', subsidiary: 'companies', referrer: 'referrals', referred: 'referrals',
};

export interface RelationSide {
  readonly id: string;
  /** What the other one is to this customer. */
  readonly kind: string;
  readonly other: NamedRef;
  readonly note: string;
}

/** Relations as seen from one customer, whichever side wrote them down; a pair written on both sides shows once (CU-2). */
export function relationSides(records: readonly RecordData[], customer: string): ReadonlyMap<RelationGroup, readonly RelationSide[]> {
  const seen = new Set<string>();
  const sides = records.flatMap((record): RelationSide[] => {
    const { customer: from, other: to, kind } = record;
    if (!isNamedRef(from) || !isNamedRef(to) || typeof kind !== 'string') return [];
    const isOwn = from.id === customer;
    const side = { id: record.id, kind: isOwn ? kind : (mirrored[kind] ?? kind), other: isOwn ? to : from, note: typeof record['note'] === 'string' ? record['note'] : '' };
    const mark = `${side.kind} ${side.other.id}`;
    if (seen.has(mark)) return [];
    seen.add(mark);
    return [side];
  });
  const found = Map.groupBy(sides, (side) => groupOfKind[side.kind] ?? 'others');
  return new Map(groups.flatMap((group) => { const list = found.get(group); return list ? [[group, list] as const] : []; }));
}
