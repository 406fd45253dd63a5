import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { FieldAccess } from '#meta/view-model.ts';
import type { ObjectAction, Scope } from '#meta/object.ts';

/** Rights that are not about one object's records. Their labels are texts at `rights.<right>`. */
export const rights = [
  'admin.users', 'admin.roles', 'admin.organisation', 'admin.fields', 'admin.settings', 'admin.audit', 'admin.jobs', 'admin.viewAs',
  'views.share', 'policies.read', 'policies.edit', 'policies.approve', 'quality.board', 'handover.manage', 'export.approve', 'approvals.manage', 'pools.claim', 'pools.manage', 'commission.manage', 'commission.approve', 'service.manage',
] as const;
export type Right = (typeof rights)[number];

/** Who acts, with everything that decides what they may do. Loaded per session, dropped the moment a right changes (SEC-14). */
export interface Actor {
  readonly userId: Id;
  readonly username: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly kind: 'user' | 'api-key' | 'system';
  readonly roles: readonly string[];
  readonly rights: ReadonlySet<Right>;
  /** object → action → scope, the widest of the person's roles. */
  readonly grants: ReadonlyMap<string, ReadonlyMap<ObjectAction, Scope>>;
  /** `object.field` → access, where it differs from the field's default; the most generous of the roles. */
  readonly fieldAccess: ReadonlyMap<string, FieldAccess>;
  /** Whose "own" records count as the actor's: the actor, and absent people who delegated to them. */
  readonly selves: readonly Id[];
  readonly primaryUnit: Id | null;
  readonly units: readonly Id[];
  /** The units and everything below them. */
  readonly unitsBelow: readonly Id[];
  readonly sessionId?: Id;
  readonly apiKeyId?: Id;
  /** Until when the password was entered recently enough for sensitive actions (SEC-9), ISO. */
  readonly freshUntil?: string;
  /** The administrator who looks at the product as this person sees it (UX-14), until then at most, ISO. */
  readonly viewedBy?: { readonly id: Id; readonly name: string; readonly until: string };
}
