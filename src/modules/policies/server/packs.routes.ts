import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { policyPackSchema } from '#meta/decisions/model-schema.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { addPack } from './actions/add-pack.ts';
import { installPack, missingOf } from './actions/install-pack.ts';
import type { Catalogue } from './catalogue.ts';
import { okAnswer, packDocument, packsAnswer } from './policy.answers.ts';
import { listPacks, readPack } from './queries/read-policies.ts';

const params = z.strictObject({ key: z.string().max(60) });
const packKey = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
const label = z.strictObject({ 'zh-CN': z.string().min(1).max(200), en: z.string().min(1).max(200) });
const ok = { ok: true } as const;
const tag = 'policies';

/** Packs: which the company uses, which ship, and packs as documents that are exported, imported and copied (PL-40). */
export const packRoutes = (catalogue: Catalogue): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/policy-packs', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'Packs with their policies', answer: packsAnswer,
    handle: async (ctx) => {
      const data = await listPacks(ctx.db, ctx.now);
      const inUse = data.flatMap((pack) => pack.policies.map((policy) => policy.key));
      const offered = [...catalogue.packs.values()].map((pack) => ({ ...pack, policies: missingOf(pack, inUse).length, total: pack.policies.length }));
      return { data, offered: offered.filter((pack) => pack.policies > 0) };
    },
  }),
  defineRoute({
    method: 'POST', path: '/policy-packs/install', access: { right: 'policies.approve' }, kind: 'action', tag, summary: 'Put a shipped pack into use', status: 201, answer: okAnswer,
    body: z.strictObject({ key: packKey }),
    handle: async (ctx, { body }) => {
      const pack = catalogue.packs.get(body.key);
      if (pack === undefined) throw fail('record.not-found');
      await installPack(ctx, pack);
      return ok;
    },
  }),
  defineRoute({
    method: 'GET', path: '/policy-packs/:key', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'A pack as one document', params, answer: packDocument,
    handle: (ctx, { params: { key } }) => readPack(ctx.db, key, ctx.now),
  }),
  defineRoute({
    method: 'POST', path: '/policy-packs', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Import a pack; its policies begin as drafts', status: 201, answer: okAnswer,
    bodyLimit: 20_000_000, body: policyPackSchema,
    handle: async (ctx, { body }) => {
      await addPack(ctx, body, { activeFrom: null, origin: null });
      return ok;
    },
  }),
  defineRoute({
    method: 'POST', path: '/policy-packs/:key/copy', access: { right: 'policies.edit' }, kind: 'action', tag, summary: 'Copy a pack under another key', params, status: 201, answer: okAnswer,
    body: z.strictObject({ key: packKey, label }),
    handle: async (ctx, { params: { key }, body }) => {
      const pack = await readPack(ctx.db, key, ctx.now);
      await addPack(ctx, { ...pack, ...body }, { activeFrom: null, origin: null });
      return ok;
    },
  }),
];
