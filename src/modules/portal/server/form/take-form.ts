import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { normalisePhone } from '#kernel/phone.ts';
import { openCase } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { signsOf } from '../../rules/form-signs.ts';
import { requirePublicType } from '../cases/raise-case.ts';
import { asHouse } from '../portal-account.ts';
import { networkOf, takeLimit } from '../take-limit.ts';
import { readProofToken } from './form-token.ts';

const LIMITS = [
  { name: 'form-network', max: 5, seconds: 600 },
  { name: 'form-network-day', max: 40, seconds: 86_400 },
];
const EVERYBODY = { name: 'form-everybody', max: 60, seconds: 600 };

export interface FormMessage {
  readonly token: string;
  readonly counter: number;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly caseType: Id;
  readonly subject: string;
  readonly text: string;
  /** People never see this field. */
  readonly website: string;
}

const wrong = (path: string, code: string) => fail('record.invalid', { count: 1 }, [{ path, code }]);

/**
 * Takes a message of the open form (SE-31, SEC-36). One token makes one case, however often it is sent. What looks like a
 * machine's is held for a supervisor instead of being refused. Errors: record.invalid, request.too-many.
 */
export async function takeForm(services: Services, ctx: Context, message: FormMessage): Promise<{ readonly number: string }> {
  const token = readProofToken(ctx, 'portal-form', message);
  if ('wrong' in token) throw token.wrong === 'early' ? fail('request.too-many', { seconds: 3 }) : wrong('token', 'invalid');
  const email = message.email?.trim().toLowerCase();
  const phone = message.phone === undefined || message.phone.trim() === '' ? undefined : normalisePhone(message.phone);
  if (phone === null) throw wrong('phone', 'phone');
  if (!email && phone === undefined) throw wrong('email', 'required');
  await requirePublicType(ctx, message.caseType);
  const isHeld = signsOf({ subject: message.subject, text: message.text, hidden: message.website }).length > 0;
  const { number, isNew } = await openCase(asHouse(services, ctx), {
    caseType: message.caseType, channel: 'web', subject: message.subject, description: message.text, reporterName: message.name,
    reporterEmail: email || null, reporterPhone: phone?.e164 ?? null, sourceKey: `form:${token.nonce}`, isHeld,
  });
  if (isNew) {
    await takeLimit(ctx, EVERYBODY, 'everybody');
    for (const limit of LIMITS) await takeLimit(ctx, limit, networkOf(ctx.ip));
  }
  return { number };
}
