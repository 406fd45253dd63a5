import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { choiceLabel, findField } from '#meta/object.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { requireNoneHidden } from '#platform/access/told-fields.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { disposition } from '#platform/files/files.routes.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { templateAnswer } from '../stock.answers.ts';
import { defaultTemplates, placeholders, templateKeys } from './default-templates.ts';
import { PAGE_BREAK, wordingSource } from './document-source.ts';
import { printPdf } from './print-pdf.ts';
import { renderDunning, renderReceipt, renderSubscription } from './subscription-text.ts';
import { readTemplate, saveTemplate } from './templates.ts';

const params = z.object({ id: z.uuid().toLowerCase() });
const onTemplate = z.object({ key: z.enum(templateKeys) });
const tag = 'stock';

/** The four copies and who keeps each (RE-41). */
export const copyMarks = ['第一联 · 客户留存', '第二联 · 财务留存', '第三联 · 销售部留存', '第四联 · 销售部留存'] as const;

async function sendPdf(reply: FastifyReply, source: string, name: string): Promise<undefined> {
  const pdf = await printPdf(source);
  await reply.type('application/pdf').header('content-length', pdf.length).header('content-disposition', disposition(false, name)).header('cache-control', 'private, no-store').send(pdf);
  return undefined;
}

/** A printed document holds a customer's phone and address: who printed it is on record. */
async function notePrint(services: Services, ctx: Context, object: string, id: string, document: string): Promise<void> {
  await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => writeAudit(tx, [{ action: 'print', object, recordId: id, detail: { document } }]));
}

function receiptLabel(ctx: Context, field: 'kind' | 'method', value: string): string {
  const def = objectDef(ctx, 'receipt');
  const found = findField(def, field);
  return found ? choiceLabel(def, found, { value }, 'zh-CN') : value;
}

const prints = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/stock/subscriptions/:id/pdf', kind: 'query', isHijacked: true, access: { object: 'subscription', action: 'read' }, tag, summary: 'The subscription in four marked copies, PDF', params,
    handle: async (ctx, { params: { id }, reply }) => {
      await requireRecord(ctx, objectDef(ctx, 'subscription'), 'read', id);
      requireNoneHidden(ctx, 'subscription');
      const wording = await renderSubscription(ctx, id);
      await notePrint(services, ctx, 'subscription', id, 'subscription');
      return sendPdf(reply, copyMarks.map((mark) => wordingSource(wording, mark)).join(PAGE_BREAK), '认购书.pdf');
    },
  }),
  defineRoute({
    method: 'GET', path: '/stock/subscriptions/:id/dunning', kind: 'query', isHijacked: true, access: { object: 'subscription', action: 'read' }, tag, summary: 'The dunning notice, PDF', params,
    handle: async (ctx, { params: { id }, reply }) => {
      await requireRecord(ctx, objectDef(ctx, 'subscription'), 'read', id);
      requireNoneHidden(ctx, 'subscription');
      const wording = await renderDunning(ctx, id);
      await notePrint(services, ctx, 'subscription', id, 'dunning');
      return sendPdf(reply, wordingSource(wording, ''), '催款通知单.pdf');
    },
  }),
  defineRoute({
    method: 'GET', path: '/stock/receipts/:id/pdf', kind: 'query', isHijacked: true, access: { object: 'receipt', action: 'read' }, tag, summary: 'A receipt, PDF', params,
    handle: async (ctx, { params: { id }, reply }) => {
      await requireRecord(ctx, objectDef(ctx, 'receipt'), 'read', id);
      requireNoneHidden(ctx, 'receipt');
      const wording = await renderReceipt(ctx, id, (field, value) => receiptLabel(ctx, field, value));
      await notePrint(services, ctx, 'receipt', id, 'receipt');
      return sendPdf(reply, wordingSource(wording, ''), '收据.pdf');
    },
  }),
];

const templates: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/stock/templates/:key', kind: 'query', access: { right: 'admin.settings' }, tag, summary: 'A document’s wording', params: onTemplate, answer: templateAnswer,
    handle: async (ctx, { params: { key } }) => ({ key, ...(await readTemplate(ctx, key)), shipped: defaultTemplates[key], placeholders: [...placeholders[key]] }),
  }),
  defineRoute({
    method: 'PUT', path: '/stock/templates/:key', kind: 'action', access: { right: 'admin.settings' }, tag, summary: 'Keep a new version of a document’s wording', params: onTemplate, answer: nothing,
    body: z.strictObject({ content: z.string().trim().min(1).max(50_000), number: z.int().min(0) }), handle: (ctx, { params: { key }, body }) => saveTemplate(ctx, key, body.content, body.number),
  }),
  defineRoute({
    method: 'POST', path: '/stock/templates/:key/preview', kind: 'query', isHijacked: true, access: { right: 'admin.settings' }, tag, summary: 'A wording as PDF, placeholders as they stand', params: onTemplate,
    body: z.strictObject({ content: z.string().trim().min(1).max(50_000) }),
    handle: (_ctx, { params: { key }, body, reply }) => sendPdf(reply, wordingSource(body.content, key === 'subscription' ? copyMarks[0] : ''), '样张.pdf'),
  }),
];

/** Printing and the wordings that are printed (RE-41, PL-63). */
export const documentRoutes = (services: Services): readonly Route[] => [...prints(services), ...templates];
