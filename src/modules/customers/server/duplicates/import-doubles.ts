import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ImportMatch, IncomingRow } from '#platform/transfer/import/import-adapter.ts';
import { type DuplicateFacts, duplicateMatch, duplicateScoreShown } from '../../rules/duplicate-match.ts';
import { factsOf } from './duplicate-facts.ts';
import { duplicateScoreHeld } from './find-duplicates.ts';

/** What is compared of one side: the facts of CU-10, and the company's own number in another system. */
interface Side {
  readonly facts: DuplicateFacts;
  readonly externalCode: string | null;
}

interface Row {
  id: Id; kind: string; name_key: string; phones: string[]; email: string | null; uscc: string | null; id_number_hash: string | null;
  address_region: string | null; external_code: string | null;
}

const sideOf = (row: IncomingRow): Side => ({
  facts: factsOf(row.values), externalCode: typeof row.values.externalCode === 'string' ? row.values.externalCode : null,
});

/** Signs of which at least one must be shared; equal ones only, so that a batch costs one look at each index. */
function signsOf({ facts, externalCode }: Side): string[] {
  const signs = [
    ...facts.phones.map((phone) => `p:${phone}`), ...facts.emails.map((email) => `e:${email}`),
    ...(facts.uscc === undefined ? [] : [`u:${facts.uscc}`]), ...(facts.idNumberHash === undefined ? [] : [`i:${facts.idNumberHash}`]),
    ...(facts.nameKey === '' ? [] : [`n:${facts.kind}:${facts.nameKey}`]), ...(externalCode === null ? [] : [`x:${externalCode}`]),
  ];
  return signs;
}

/**
 * Doubles of new customers among those that exist and among earlier rows of the batch (CU-10). An equal external code is
 * the same customer; different ones on both sides speak against it. Names that are merely alike are left to the scan.
 */
export async function findCustomerDoubles(ctx: Context, rows: readonly IncomingRow[]): Promise<ReadonlyMap<number, readonly ImportMatch[]>> {
  const sides = rows.map((row) => ({ row: row.row, side: sideOf(row) }));
  const bySign = new Map<string, { readonly id?: Id; readonly row?: number; readonly side: Side }[]>();
  for (const known of await loadShared(ctx, sides.map(({ side }) => side))) add(bySign, known);
  const found = new Map<number, ImportMatch[]>();
  for (const { row, side } of sides) {
    const matches = new Set(signsOf(side).flatMap((sign) => bySign.get(sign) ?? []));
    const judged = [...matches].flatMap(({ side: other, ...which }) => {
      const match = judge(side, other);
      return match ? [{ ...which, ...match }] : [];
    });
    if (judged.length > 0) found.set(row, judged.toSorted((a, b) => b.score - a.score).slice(0, 5));
    add(bySign, { row, side });
  }
  return found;
}

function add<K extends { readonly side: Side }>(bySign: Map<string, K[]>, known: K): void {
  for (const sign of signsOf(known.side)) {
    const held = bySign.get(sign);
    if (held) held.push(known);
    else bySign.set(sign, [known]);
  }
}

function judge(a: Side, b: Side): Pick<ImportMatch, 'score' | 'isExact' | 'isDouble' | 'reasons'> | undefined {
  const { score, reasons, exact } = duplicateMatch(a.facts, b.facts);
  const codes: string[] = reasons.map(({ code }) => code);
  const hasBoth = a.externalCode !== null && b.externalCode !== null;
  if (hasBoth && a.externalCode === b.externalCode) return { score: Math.max(score, 90), isExact: exact, isDouble: true, reasons: ['external-code', ...codes] };
  if (score < duplicateScoreShown) return undefined;
  return { score, isExact: exact, isDouble: exact || (score >= duplicateScoreHeld && !hasBoth), reasons: codes };
}

async function loadShared(ctx: Context, sides: readonly Side[]): Promise<{ id: Id; side: Side }[]> {
  const all = <T>(pick: (side: Side) => readonly (T | null | undefined)[]): T[] =>
    [...new Set(sides.flatMap(pick).filter((value) => value !== null && value !== undefined))];
  const phones = all((side) => side.facts.phones);
  const rows = await ctx.db.rows<Row>(sql`
    WITH found AS (
      SELECT id FROM customer WHERE name_key = ANY(${all((side) => [side.facts.nameKey || null])}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE phone = ANY(${phones}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE alt_phone = ANY(${phones}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE email = ANY(${all((side) => side.facts.emails)}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE uscc = ANY(${all((side) => [side.facts.uscc])}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE id_number_hash = ANY(${all((side) => [side.facts.idNumberHash])}::text[]) AND deleted_at IS NULL
      UNION SELECT id FROM customer WHERE external_code = ANY(${all((side) => [side.externalCode])}::text[]) AND deleted_at IS NULL)
    SELECT c.id, c.kind, c.name_key, array_remove(ARRAY[c.phone, c.alt_phone], NULL) AS phones, c.email, c.uscc, c.id_number_hash,
      c.address_region, c.external_code
    FROM found JOIN customer c ON c.id = found.id`);
  return rows.map((row) => ({
    id: row.id,
    side: {
      externalCode: row.external_code,
      facts: {
        kind: row.kind === 'person' ? 'person' : 'company', nameKey: row.name_key, phones: row.phones,
        emails: row.email === null ? [] : [row.email], uscc: row.uscc ?? undefined, idNumberHash: row.id_number_hash ?? undefined,
        regionCode: row.address_region ?? undefined,
      },
    },
  }));
}

/** For doubles across a whole file in a trial run: what makes two rows the same without weighing. */
export function customerKeys(row: IncomingRow): string[] {
  const { facts, externalCode } = sideOf(row);
  if (externalCode !== null) return [`x:${externalCode}`];
  const identity = facts.uscc ?? facts.idNumberHash;
  if (identity !== undefined) return [`i:${identity}`];
  const place = facts.regionCode?.slice(0, 2) ?? '';
  const name = facts.kind === 'company' && facts.nameKey !== '' ? [`n:${facts.nameKey}:${place}`] : [];
  return [...name, ...facts.phones.map((phone) => `p:${phone}`)];
}
