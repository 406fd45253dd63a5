import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { fromDmn, type ImportedPolicy } from '#meta/decisions/dmn/from-dmn.ts';
import { DmnFault } from '#meta/decisions/dmn/read-dmn.ts';
import { toDmn } from '#meta/decisions/dmn/to-dmn.ts';
import { policyModelSchema } from '#meta/decisions/model-schema.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { saveDraft } from './actions/change-draft.ts';
import { readModel } from './queries/read-policies.ts';

const params = z.strictObject({ key: z.string().max(160) });
const label = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

/** Reading takes seconds per megabyte; a table of two thousand rows has 1.4. */
const maxText = 1_500_000;

/** Policies as DMN files (PL-40): for analysts' tools, and back from them. */
export const dmnRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/policies/:key/versions/:number/dmn', access: { right: 'policies.read' }, kind: 'query', tag: 'policies', summary: 'A version as DMN XML',
    params: params.extend({ number: z.coerce.number().int().min(1) }), answer: z.strictObject({ xml: z.string() }),
    handle: async (ctx, { params: { key, number } }) => ({ xml: toDmn(await readModel(ctx.db, key, number)) }),
  }),
  defineRoute({
    method: 'PUT', path: '/policies/:key/draft/dmn', access: { right: 'policies.edit' }, kind: 'action', tag: 'policies', summary: 'Replace the draft by a DMN file',
    bodyLimit: 4_000_000, params, body: z.strictObject({ xml: z.string().max(maxText), version: z.number().int() }),
    answer: z.strictObject({ version: z.number(), notes: z.array(z.strictObject({ code: z.string(), place: z.string(), text: label })) }),
    handle: async (ctx, { params: { key }, body }) => {
      const { model, notes } = await readFile(body.xml);
      const version = await saveDraft(ctx, key, { model, version: body.version });
      return { version, notes: notes.map(({ code, place, text }) => ({ code, place, text })) };
    },
  }),
];

/** Errors: request.invalid with the fault of the file (too large, a document type, no XML, no DMN, beyond what a policy holds). */
async function readFile(xml: string): Promise<ImportedPolicy> {
  try {
    const imported = await fromDmn(xml);
    const checked = policyModelSchema.safeParse(imported.model);
    if (!checked.success) throw new DmnFault('not-dmn', checked.error.issues[0]?.message ?? '');
    const model: PolicyModel = checked.data;
    return { ...imported, model };
  } catch (error) {
    if (error instanceof DmnFault) throw fail('request.invalid', {}, [{ path: 'xml', code: `dmn-${error.code}`, params: { detail: error.detail } }]);
    throw error;
  }
}
