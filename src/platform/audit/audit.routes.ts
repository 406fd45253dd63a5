import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { Locale } from '#kernel/texts.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import { runAction } from '../runtime/make-context.ts';
import type { Services } from '../runtime/services.ts';
import type { TableCell } from '../tabular/table-types.ts';
import { writeCsv } from '../tabular/write-table.ts';
import { readHead } from './audit-head.ts';
import { type AuditFilter, auditFilter, listAudit } from './list-audit.ts';
import { sealAudit } from './seal-audit.ts';
import { type AuditVerdict, verifyAudit } from './verify-chain.ts';
import { writeAudit } from './write-audit.ts';
import { auditAnswer, verdictAnswer } from './audit.answers.ts';

const access = { right: 'admin.audit' } as const;
const EXPORT_PAGE = 1_000;

const HEADERS: Record<Locale, readonly string[]> = {
  'zh-CN': ['序号', '时间（UTC）', '人员', '人员编号', '方式', 'IP 地址', '请求编号', '操作', '对象', '记录编号', '版本', '成功', '变更', '说明', '条目编号'],
  en: ['No.', 'Time (UTC)', 'Person', 'Person id', 'Kind', 'IP address', 'Request id', 'Action', 'Object', 'Record id', 'Version', 'Succeeded', 'Changes', 'Detail', 'Entry id'],
};

/** The trail for those who watch over it (SEC-25): list, export, verify. */
export const auditRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/audit', access, kind: 'query', tag: 'audit', summary: 'Entries of the audit trail, newest first', answer: auditAnswer,
    query: z.strictObject({ ...auditFilter, limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(400).optional() }),
    handle: async (ctx, { query: { limit, cursor, ...filter } }) => {
      const { data, next } = await listAudit(ctx, filter, limit, cursor);
      return { data, page: { next, total: null } };
    },
  }),
  defineRoute({
    method: 'GET', path: '/audit/export', access, kind: 'query', tag: 'audit', summary: 'The selected entries as CSV', isFreshNeeded: true, isHijacked: true,
    query: z.strictObject(auditFilter),
    handle: async (ctx, { query, reply }) => {
      await noteDown(services, ctx, 'export', { what: 'audit', filter: query });
      const out = new PassThrough();
      writeCsv(auditRows(ctx, query), HEADERS[ctx.locale], out, { bom: true, columnTypes: ['number'] }).catch((error: unknown) => {
        services.log.error({ err: error, requestId: ctx.requestId }, 'the export of the audit trail broke off');
        out.destroy();
      });
      await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="audit-${ctx.now.toISOString().slice(0, 10)}.csv"`)
        .send(out);
      return undefined;
    },
  }),
  defineRoute({
    method: 'POST', path: '/audit/verify', access, kind: 'query', tag: 'audit', summary: 'Recomputes the whole chain and names every fault', answer: verdictAnswer,
    handle: async (ctx) => {
      const verdict = await verifyOnce(services);
      const { isIntact, entries, blocks, faultCount } = verdict;
      await noteDown(services, ctx, 'audit-verify', { isIntact, entries, blocks, faultCount });
      return verdict;
    },
  }),
];

/** An entry of its own transaction: the route itself runs for long and holds none. */
async function noteDown(services: Services, ctx: Context, action: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => writeAudit(tx, [{ action, detail }]));
}

const running = new WeakMap<Services, Promise<AuditVerdict>>();

/** Who asks while a verification runs gets its result. */
function verifyOnce(services: Services): Promise<AuditVerdict> {
  const current = running.get(services) ?? sealAndVerify(services).finally(() => running.delete(services));
  running.set(services, current);
  return current;
}

async function sealAndVerify(services: Services): Promise<AuditVerdict> {
  await sealAudit(services);
  return verifyAudit({ db: services.database, secrets: services.secrets, head: await readHead(services.dataDir) });
}

async function* auditRows(ctx: Context, filter: AuditFilter): AsyncGenerator<readonly TableCell[]> {
  let cursor: string | undefined;
  do {
    const { data, next } = await listAudit(ctx, filter, EXPORT_PAGE, cursor);
    for (const e of data) {
      yield [
        e.seq, e.at, e.actor.name, e.actor.id ?? '', e.actor.kind, e.ip ?? '', e.requestId ?? '', e.action, e.object ?? '', e.recordId ?? '',
        e.version ?? '', e.ok ? '1' : '0', e.changes.length > 0 ? JSON.stringify(e.changes) : '', e.detail === null ? '' : JSON.stringify(e.detail), e.id,
      ];
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
