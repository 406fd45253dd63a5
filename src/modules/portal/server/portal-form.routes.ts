import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { PROOF_BITS, makeProofToken } from './form/form-token.ts';
import { takeForm } from './form/take-form.ts';
import { formTakenAnswer, formTokenAnswer } from './portal.answers.ts';
import { formSetting } from './portal-settings.ts';
import { companyName } from './queries/name-of-house.ts';
import { publicTypes } from './queries/public-types.ts';

const shared = { access: 'public', tag: 'portal' } as const;
const words = (max: number) => z.string().trim().min(1).max(max);

async function requireOpenForm(ctx: Context): Promise<void> {
  if (!(await readSetting(ctx, formSetting))) throw fail('record.not-found');
}

/** The open form, for people without an account (SE-31, SEC-36). */
export const portalFormRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/portal/form', kind: 'query', summary: 'What the form offers, and a token for one message', answer: formTokenAnswer,
    handle: async (ctx) => {
      await requireOpenForm(ctx);
      return { token: makeProofToken(ctx, 'portal-form'), bits: PROOF_BITS, types: await publicTypes(ctx.db), company: await companyName(ctx) };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/form', kind: 'action', status: 201, summary: 'Send the form; the same token again answers the same number', answer: formTakenAnswer, bodyLimit: 64 * 1024,
    body: z.strictObject({
      token: z.string().max(200), counter: z.int().min(0), name: words(60), email: z.union([z.literal(''), z.string().trim().max(254).pipe(z.email())]).optional(), phone: z.string().trim().max(40).optional(),
      caseType: z.uuid(), subject: words(200), text: words(4_000), website: z.string().max(500).default(''),
    }),
    handle: async (ctx, { body }) => {
      await requireOpenForm(ctx);
      return takeForm(services, ctx, body);
    },
  }),
];
