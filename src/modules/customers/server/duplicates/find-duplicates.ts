import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import { type DuplicateFacts, type DuplicateReason, duplicateMatch, duplicateScoreShown } from '../../rules/duplicate-match.ts';
import { type Candidate, loadCandidates } from './duplicate-candidates.ts';

/** A contact's number is a hint, as people change companies: shown alone, never enough to hold a record back. */
const CONTACT_PHONE_POINTS = 40;

/** From this score on saving is held until a person says that it is another customer (CU-10). */
export const duplicateScoreHeld = 50;

const MOST_SHOWN = 10;

export interface Duplicate {
  readonly id: Id;
  readonly name: string;
  readonly ownerId: Id | null;
  readonly unitId: Id | null;
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly (DuplicateReason | { readonly code: 'contact-phone'; readonly detail: string })[];
  /** The same registered body or person (USCC, identity number). */
  readonly isExact: boolean;
}

/** The score of one candidate, the contacts' hint included. */
export function scoreCandidate(facts: DuplicateFacts, candidate: Candidate): Pick<Duplicate, 'score' | 'reasons' | 'isExact'> {
  const { score, reasons, exact } = duplicateMatch(facts, candidate.facts);
  const isHint = candidate.hasContactPhone && !exact && !reasons.some(({ code }) => code === 'phone');
  if (!isHint) return { score, reasons, isExact: exact };
  return { score: Math.min(99, score + CONTACT_PHONE_POINTS), reasons: [...reasons, { code: 'contact-phone', detail: '' }], isExact: false };
}

/**
 * Customers that may be the same, best first, at most ten (CU-10). `before`: the customer as it was, so that only
 * likenesses that a change brings are answered. No scope is applied: show them through `presentDuplicates`.
 */
export async function findDuplicates(
  db: Db, facts: DuplicateFacts, options: { readonly exceptId?: Id | undefined; readonly before?: DuplicateFacts | undefined } = {},
): Promise<Duplicate[]> {
  const candidates = await loadCandidates(db, facts, options.exceptId);
  const { before } = options;
  return candidates
    .map(({ id, name, ownerId, unitId, ...rest }) => {
      const candidate = { id, name, ownerId, unitId, ...rest };
      return { id, name, ownerId, unitId, ...scoreCandidate(facts, candidate), earlier: before ? scoreCandidate(before, candidate).score : 0 };
    })
    .filter(({ score, earlier }) => score >= duplicateScoreShown && (before === undefined || score > earlier))
    .toSorted((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'zh'))
    .slice(0, MOST_SHOWN)
    .map(({ earlier: _earlier, ...duplicate }) => duplicate);
}
