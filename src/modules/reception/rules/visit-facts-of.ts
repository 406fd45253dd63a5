import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';

/** An earlier registration of the same customer at the same site, newest first in lists. */
export interface EarlierVisit {
  readonly id: Id;
  readonly arrivedAt: string;
  /** The day at the site, ISO. */
  readonly arrivedOn: string;
  readonly receiverId: Id | null;
  /** Whose customer the visit made it; the receiver while that is open. */
  readonly ownerId: Id | null;
  /** Confirmed, or of today and still to be confirmed (RE-12). */
  readonly isValid: boolean;
}

export interface ReferralState {
  readonly introducerId: Id;
  readonly registeredAt: string;
  readonly agreedOn: string;
  /** The introducer came or phoned and the manager confirmed; null while nobody has said. */
  readonly isConfirmed: boolean | null;
}

/** What the visitor and the desk say. */
export interface SaidAtDesk {
  readonly cameBefore?: boolean | undefined;
  /** In the order in which they were named. */
  readonly namedIds: readonly Id[];
  readonly askedForId: Id | null;
  /** Answers to questions of the policy, by fact. */
  readonly answers: FactValues;
}

export interface VisitSituation {
  readonly arrivedOn: string;
  readonly said: SaidAtDesk;
  readonly earlier: readonly EarlierVisit[];
  readonly presentIds: ReadonlySet<Id>;
  readonly referral: ReferralState | null;
  /** The salesperson of the existing customer who introduces, or of the family member who came first. */
  readonly relatedOwnerId: Id | null;
}

/** Who stands behind the parties of the ownership point. */
export interface Parties {
  readonly earlier: Id | null;
  readonly receiver: Id | null;
  readonly designated: Id | null;
  readonly assistant: Id | null;
  readonly introducer: Id | null;
  readonly earlierAll: readonly Id[];
}

export const nobody: Parties = { earlier: null, receiver: null, designated: null, assistant: null, introducer: null, earlierAll: [] };

/** The registration on which the earlier salesperson's claim rests: the newest valid one, else the newest of all. */
export const foundingVisit = (earlier: readonly EarlierVisit[]): EarlierVisit | undefined => earlier.find((visit) => visit.isValid) ?? earlier[0];

/**
 * Facts and parties of a visit, from registrations and what is said (RE-10, 21). What the system knows is not asked and
 * cannot be overruled by an answer; what it does not know is left out, so that the policy asks for it.
 */
export function visitFactsOf(situation: VisitSituation): { readonly facts: FactValues; readonly parties: Parties } {
  const parties = partiesOf(situation);
  const matter = matterOf(situation);
  const facts: FactValues = {
    ...wishesOf(situation, parties),
    ...situation.said.answers,
    matter,
    ...historyOf(situation),
    ...presenceOf(situation, parties),
    ...(matter === 'staffReferral' && referralFacts(situation)),
    ...(matter === 'companyCustomer' && situation.earlier.length === 0 && { isRegisteredBeforeCompany: false }),
  };
  return { facts, parties };
}

function matterOf({ said, referral }: VisitSituation): string {
  const { matter } = said.answers;
  if (typeof matter === 'string' && matter !== 'visit') return matter;
  return referral === null ? 'visit' : 'staffReferral';
}

function partiesOf(situation: VisitSituation): Parties {
  const { said, earlier, presentIds, referral, relatedOwnerId } = situation;
  const matter = matterOf(situation);
  const founding = foundingVisit(earlier);
  const firstNamed = said.namedIds.find((id) => presentIds.has(id));
  const isSeveral = said.answers['wish'] === 'namesSeveral' || (said.namedIds.length > 1 && said.answers['wish'] === undefined);
  const own = founding?.ownerId ?? founding?.receiverId ?? null;
  return {
    ...nobody,
    earlier: matter === 'introduced' || matter === 'household' ? relatedOwnerId : isSeveral ? firstNamed ?? own : own,
    designated: said.askedForId,
    introducer: referral?.introducerId ?? null,
    earlierAll: [...new Set(earlier.toReversed().flatMap(({ receiverId }) => receiverId ?? []))],
  };
}

/** What the names that fell say, as far as they leave no doubt. */
function wishesOf({ said, earlier }: VisitSituation, { earlier: earlierId }: Parties): FactValues {
  const { namedIds, askedForId, answers } = said;
  const isEarlierNamed = earlierId !== null && (namedIds.includes(earlierId) || askedForId === earlierId);
  const wish = answers['wish'] ?? (namedIds.length > 1 && askedForId === null ? 'namesSeveral' : isEarlierNamed ? 'namesEarlier' : answers['remembers'] === false ? 'forgot' : undefined);
  const remembers = isEarlierNamed || wish === 'namesEarlier' || wish === 'namesSeveral' ? true : wish === 'forgot' ? false : undefined;
  const isOther = askedForId !== null && askedForId !== earlierId;
  return {
    designation: !isOther ? 'none' : earlier.some((visit) => visit.isValid) ? 'insistsOther' : 'atEntry',
    ...(wish !== undefined && { wish }),
    ...(remembers !== undefined && { remembers }),
  };
}

/** Where no registration is found, that is known as well: only whether they came before is left to be said. */
function historyOf({ arrivedOn, said, earlier }: VisitSituation): FactValues {
  const cameBefore = earlier.length > 0 || said.cameBefore;
  return {
    arrivedOn, earlierRegisteredOn: earlier.find((visit) => visit.isValid)?.arrivedOn ?? null,
    ...(cameBefore !== undefined && { cameBefore }),
  };
}

function presenceOf({ said, presentIds }: VisitSituation, { earlier }: Parties): FactValues {
  return {
    isEarlierPresent: earlier !== null && presentIds.has(earlier),
    ...(said.namedIds.length > 0 && { isNamedPresent: said.namedIds.some((id) => presentIds.has(id)) }),
  };
}

function referralFacts({ arrivedOn, earlier, referral }: VisitSituation): FactValues {
  if (referral === null) return { isReferralInAdvance: false };
  const isFirst = earlier.every((visit) => visit.arrivedAt > referral.registeredAt);
  return {
    isReferralInAdvance: true,
    isSiteFirst: !isFirst,
    isReferralDay: referral.agreedOn === arrivedOn,
    ...(referral.isConfirmed !== null && { isReferralConfirmed: referral.isConfirmed }),
  };
}
