import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalOutcome, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { endAccessRequest, lockRequest } from './access-grant.ts';

/** What the approval is about: a row of `access_request`. */
export const ACCESS_REQUEST = 'accessRequest';

interface RequestFacts {
  readonly customer_id: Id;
  readonly customer: string;
  readonly owner_id: Id | null;
  readonly owner: string | null;
  readonly is_owner_active: boolean;
  readonly unit_manager: Id | null;
  readonly requester: string;
}

const factsOf = (ctx: Context, { id }: ApprovalSubject): Promise<RequestFacts | undefined> => ctx.db.maybe<RequestFacts>(sql`
  SELECT c.id AS customer_id, c.name AS customer, c.owner_id, o.name AS owner, coalesce(o.is_active, false) AS is_owner_active, n.manager_id AS unit_manager, r.name AS requester
  FROM access_request a JOIN customer c ON c.id = a.customer_id AND c.deleted_at IS NULL JOIN app_user r ON r.id = a.requester_id
  LEFT JOIN app_user o ON o.id = c.owner_id LEFT JOIN org_unit n ON n.id = c.unit_id WHERE a.id = ${id}`);

/** The customer's owner decides; where there is none any more, their manager or the unit's. */
async function signersOf(ctx: Context, subject: ApprovalSubject): Promise<readonly Id[]> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return [];
  if (facts.owner_id !== null && facts.is_owner_active) return [facts.owner_id];
  const above = facts.owner_id === null ? [] : await managersOf(ctx, facts.owner_id);
  return [...above.slice(0, 1), ...(facts.unit_manager === null ? [] : [facts.unit_manager])].slice(0, 1);
}

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return undefined;
  return {
    title: { 'zh-CN': `查看客户 ${facts.customer}`, en: `Access to ${facts.customer}` },
    withheld: { 'zh-CN': '查看一位不在您范围内的客户', en: 'Access to a customer outside your scope' },
    about: { object: 'customer', id: facts.customer_id }, stamp: facts.customer_id, link: `/customers/${facts.customer_id}`,
    changes: [
      { label: { 'zh-CN': '协作人', en: 'Collaborators' }, from: null, to: { 'zh-CN': `${facts.requester}（只读）`, en: `${facts.requester} (read only)` } },
    ],
  };
}

async function settle(ctx: Context, { id }: ApprovalSubject, outcome: ApprovalOutcome): Promise<void> {
  const request = await lockRequest(ctx, id);
  if (request?.state !== 'open') return;
  await endAccessRequest(ctx, id, request, { isGranted: outcome === 'approved', level: 'read' });
}

/** A look at a customer out of one's scope (UX-8), approved by its owner. */
export const accessApproval: ApprovalKind = {
  key: 'customers.access', label: { 'zh-CN': '查看客户', en: 'Access to a customer' }, signersOf, summarise, settle,
};
