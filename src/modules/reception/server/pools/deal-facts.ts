import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';

/** What is known of a customer's deals, as ISO dates. */
export interface DealFacts {
  readonly lastDealOn: string | null;
  readonly contractEndsOn: string | null;
}

type DealSource = (db: Db, customers: readonly Id[]) => Promise<ReadonlyMap<Id, DealFacts>>;
const sources: DealSource[] = [];

/** For modules above that know deals and contracts (UX-18). Called once at load. */
export const addDealFacts = (source: DealSource): void => void sources.push(source);

/** The latest of what every source knows. */
export async function dealFactsOf(db: Db, customers: readonly Id[]): Promise<ReadonlyMap<Id, DealFacts>> {
  const merged = new Map<Id, DealFacts>();
  for (const source of sources) {
    for (const [id, facts] of await source(db, customers)) {
      const known = merged.get(id);
      merged.set(id, { lastDealOn: later(known?.lastDealOn, facts.lastDealOn), contractEndsOn: later(known?.contractEndsOn, facts.contractEndsOn) });
    }
  }
  return merged;
}

const later = (a: string | null | undefined, b: string | null): string | null => (a === null || a === undefined || (b !== null && b > a) ? b : a);
