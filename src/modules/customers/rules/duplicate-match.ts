import { similarity, similarNameThreshold } from '#kernel/names/name-similarity.ts';

/**
 * What is compared of a customer (CU-10): `nameKey` is the `core` of `companyNameKey`, for a person the folded name;
 * phones E.164; e-mails and USCC as entered; `idNumberHash` the keyed hash; `regionCode` GB/T 2260.
 */
export type DuplicateFacts = {
  kind: 'company' | 'person';
  nameKey: string;
  phones: readonly string[];
  emails: readonly string[];
  uscc?: string | undefined;
  idNumberHash?: string | undefined;
  regionCode?: string | undefined;
};

/** `detail`: the shared value (USCC, phone, e-mail), the other's name key, or '' for an identity number. */
export type DuplicateReason = { code: 'uscc' | 'id-number' | 'phone' | 'email' | 'name'; detail: string };

/** `score` 0 to 100; `exact`: the same registered body or person, which blocks saving unless the user may override. */
export type DuplicateMatch = { score: number; reasons: DuplicateReason[]; exact: boolean };

/** A pair is shown before saving from this score on. */
export const duplicateScoreShown = 35;

/**
 * Points of each sign; they add up, at most 99 without an identity. A phone, an e-mail or a company's equal or similar
 * name is shown alone; a front desk's address or a person's equal name (half the points) needs a second sign.
 */
export const duplicateWeights = {
  identity: 100, phone: 60, email: 55, sharedMailbox: 20, equalName: 60, similarName: 50,
};

// Addresses of a front desk, shared by people and subsidiaries that are not the same customer.
const sharedMailbox = /^(?:info|service|sales|office|admin|contact|hr|market|webmaster|postmaster|kefu|noreply)@/;

/**
 * Decides whether two customers are the same (CU-10), symmetric but for `detail`. The one place that does: forms,
 * import and the merge board all ask here. Different USCC or identity hashes on both sides speak against it (−40), as
 * two branches share phones and names but not the code; another province takes 20 from the name.
 */
export function duplicateMatch(a: DuplicateFacts, b: DuplicateFacts): DuplicateMatch {
  const reasons: DuplicateReason[] = [];
  const uscc = compareIdentity(tidyCode(a.uscc), tidyCode(b.uscc));
  const idNumber = compareIdentity(a.idNumberHash ?? '', b.idNumberHash ?? '');
  if (uscc === 'same') reasons.push({ code: 'uscc', detail: tidyCode(a.uscc) });
  if (idNumber === 'same') reasons.push({ code: 'id-number', detail: '' });
  const exact = reasons.length > 0;

  const phone = a.phones.find((number) => number !== '' && b.phones.includes(number));
  if (phone !== undefined) reasons.push({ code: 'phone', detail: phone });
  const email = sharedEmail(a.emails, b.emails);
  if (email !== undefined) reasons.push({ code: 'email', detail: email });
  const name = namePoints(a, b);
  if (name > 0) reasons.push({ code: 'name', detail: b.nameKey });
  if (exact) return { score: duplicateWeights.identity, reasons, exact };

  const differs = uscc === 'different' || idNumber === 'different';
  const points =
    (phone === undefined ? 0 : duplicateWeights.phone) +
    (email === undefined ? 0 : sharedMailbox.test(email) ? duplicateWeights.sharedMailbox : duplicateWeights.email) +
    name -
    (differs ? 40 : 0);
  return { score: Math.max(0, Math.min(99, points)), reasons, exact };
}

function compareIdentity(a: string, b: string): 'same' | 'different' | 'unknown' {
  if (a === '' || b === '') return 'unknown';
  return a === b ? 'same' : 'different';
}

function namePoints(a: DuplicateFacts, b: DuplicateFacts): number {
  if (a.kind !== b.kind || a.nameKey === '' || b.nameKey === '') return 0;
  // Many people share a name: equal counts half as much, similar not at all.
  if (a.kind === 'person') return a.nameKey === b.nameKey ? duplicateWeights.equalName / 2 : 0;
  const alike = similarity(a.nameKey, b.nameKey);
  if (alike < similarNameThreshold) return 0;
  const points = alike === 1 ? duplicateWeights.equalName : Math.round(duplicateWeights.similarName * alike);
  return points - (differentProvince(a.regionCode, b.regionCode) ? 20 : 0);
}

function differentProvince(a: string | undefined, b: string | undefined): boolean {
  return Boolean(a) && Boolean(b) && a?.slice(0, 2) !== b?.slice(0, 2);
}

function sharedEmail(a: readonly string[], b: readonly string[]): string | undefined {
  const theirs = new Set(b.map(tidyEmail));
  const shared = a.map(tidyEmail).filter((email) => email !== '' && theirs.has(email));
  return shared.find((email) => !sharedMailbox.test(email)) ?? shared[0];
}

function tidyEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

function tidyCode(code: string | undefined): string {
  return (code ?? '').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
