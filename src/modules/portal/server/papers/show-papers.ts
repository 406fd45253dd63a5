import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { signedCopy } from '#modules/stock/server/stock.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { portalPapersAnswer } from '../portal.answers.ts';
import { type PortalAccount, asHouse } from '../portal-account.ts';
import { isTheirContract, isTheirDocument } from '../queries/portal-scope.ts';
import type { PortalFile } from '../queries/show-portal-cases.ts';

type Papers = Answered<typeof portalPapersAnswer>;

const iso = (text: string): string => new Date(text).toISOString();

/** Signed contracts and the documents that were marked for the customer (SE-31): to be read, never to be changed. */
export async function listPapers(ctx: Context, account: PortalAccount): Promise<Papers> {
  const contracts = await ctx.db.rows<Papers['contracts'][number]>(sql`
    SELECT s.id, s.number, k.name AS customer, p.name || ' ' || b.name || ' ' || u.code AS about, s.price::text AS price, s.price_currency AS currency, s.signed_at AS "signedAt",
      g.contract_number AS "contractNumber", g.deal_on::text AS "dealOn", CASE WHEN g.state = 'delivered' THEN 'delivered' WHEN g.id IS NOT NULL THEN 'contracted' ELSE 'signed' END AS state
    FROM subscription s JOIN customer k ON k.id = s.customer_id JOIN project p ON p.id = s.project_id JOIN sale_unit u ON u.id = s.sale_unit_id JOIN building b ON b.id = u.building_id
    LEFT JOIN deal g ON g.subscription_id = s.id AND g.state <> 'cancelled' AND g.deleted_at IS NULL
    WHERE ${isTheirContract(account)} ORDER BY s.signed_at DESC NULLS LAST, s.id LIMIT 200`);
  const documents = await ctx.db.rows<Papers['documents'][number]>(sql`
    SELECT f.id, f.name, f.size::int AS size, d.since AS at, k.name AS customer FROM portal_document d JOIN file_object f ON f.id = d.file_id JOIN customer k ON k.id = d.customer_id
    WHERE ${isTheirDocument(account)} ORDER BY d.since DESC, f.id LIMIT 200`);
  return { contracts: contracts.map((row) => ({ ...row, signedAt: row.signedAt === null ? null : iso(row.signedAt) })), documents: documents.map((row) => ({ ...row, at: iso(row.at) })) };
}

/** Whether there is anything to show. */
export const hasPapers = async (ctx: Pick<Context, 'db'>, account: PortalAccount): Promise<boolean> =>
  (await ctx.db.one<{ is: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM subscription s WHERE ${isTheirContract(account)})
      OR EXISTS (SELECT 1 FROM portal_document d JOIN file_object f ON f.id = d.file_id WHERE ${isTheirDocument(account)}) AS is`)).is;

/** The customer's own copy of a signed contract, as PDF; who printed it is on record. Errors: record.not-found. */
export async function printContract(services: Services, ctx: Context, account: PortalAccount, id: Id): Promise<Buffer> {
  const found = await ctx.db.maybe(sql`SELECT 1 FROM subscription s WHERE s.id = ${id} AND ${isTheirContract(account)}`);
  if (!found) throw fail('record.not-found');
  const pdf = await signedCopy(ctx, id);
  const house = asHouse(services, ctx, account.email);
  await runAction(services, { actor: house.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => writeAudit(tx, [{ action: 'print', object: 'subscription', recordId: id, detail: { document: 'portal' } }]));
  return pdf;
}

/** A document that was marked for the customer. Errors: record.not-found. */
export async function requireDocument(ctx: Context, account: PortalAccount, id: Id): Promise<PortalFile> {
  const file = await ctx.db.maybe<PortalFile>(sql`
    SELECT f.name, f.mime, f.size::int AS size, f.store_key AS "storeKey" FROM portal_document d JOIN file_object f ON f.id = d.file_id WHERE f.id = ${id} AND ${isTheirDocument(account)}`);
  if (!file) throw fail('record.not-found');
  return file;
}
