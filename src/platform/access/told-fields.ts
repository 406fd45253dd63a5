import { fail } from '#kernel/failure.ts';
import type { Context } from '../context/context.ts';
import { fieldAccessOf } from './field-access.ts';

/**
 * Whether the caller may see all of these fields in full. Asked by pages that tell values beside the records engine: what
 * is hidden or masked there is not told here either (SEC-13, SEC-27). False for a field that is not declared.
 */
export function seesFields(ctx: Pick<Context, 'actor' | 'registry'>, object: string, ...keys: readonly string[]): boolean {
  const def = ctx.registry.object(object);
  return def !== undefined && keys.every((key) => {
    const field = def.fields.find((each) => each.key === key);
    return field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full';
  });
}

/** The same, for a page that makes no sense without them. Errors: auth.forbidden. */
export function requireFields(ctx: Pick<Context, 'actor' | 'registry'>, object: string, ...keys: readonly string[]): void {
  const missing = keys.find((key) => !seesFields(ctx, object, key));
  if (missing !== undefined) throw fail('auth.forbidden', { right: `${object}.${missing}` });
}

/** No field of the object is kept from the caller: a paper that prints them all may be made. Errors: auth.forbidden. */
export function requireNoneHidden(ctx: Pick<Context, 'actor' | 'registry'>, object: string): void {
  const def = ctx.registry.object(object);
  const hidden = def?.fields.find((field) => fieldAccessOf(ctx.actor, def, field).view === 'hidden');
  if (hidden !== undefined) throw fail('auth.forbidden', { right: `${object}.${hidden.key}` });
}
