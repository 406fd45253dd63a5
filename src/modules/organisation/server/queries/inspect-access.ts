import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { TextParams } from '#kernel/texts.ts';
import { type ObjectAction, type ObjectDef, fieldLabel, objectActions, objectLabel } from '#meta/object.ts';
import { loadActor } from '#modules/identity/server/identity.public.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import { organisationTexts } from '../../organisation.texts.ts';
import { type PlacedRecord, type RoleGrant, chainOf, delegatedUntil, grantsOfRoles, namesOf, sharesFor } from './inspected-facts.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { inspectionAnswer } from '../inspector.answers.ts';

/** One rule that applies: its code, what it was applied to, and the sentence. */
export type Reason = Inspection['because'][number];

export type Verdict = NonNullable<Inspection['allowed'][ObjectAction]>;

export type Inspection = Answered<typeof inspectionAnswer>;

/**
 * Why can, or can't, this person see and treat this record (PL-31)? The verdict comes from the same predicate that
 * guards every path; the reasons are looked up beside it.
 */
export async function inspectAccess(ctx: Context, userId: Id, def: ObjectDef, recordId: Id | undefined): Promise<Inspection> {
  const name = (await namesOf(ctx, [userId])).get(userId);
  if (name === undefined) throw fail('record.not-found');
  const chain = recordId === undefined ? [] : await chainOf(ctx, def, recordId);
  if (recordId !== undefined && chain.length === 0) throw fail('record.not-found');
  const inspector = new Inspector(ctx, userId, name, def, chain);
  const allowed: Partial<Record<ObjectAction, Verdict>> = {};
  for (const action of def.actions ?? objectActions) allowed[action] = await inspector.verdict(action);
  const fields = await inspector.fields();
  return { user: { id: userId, name }, object: def.key, record: recordId ?? null, allowed, because: allowed.read?.because ?? [], fields };
}

class Inspector {
  readonly #ctx: Context;
  readonly #userId: Id;
  readonly #person: string;
  readonly #def: ObjectDef;
  readonly #chain: readonly PlacedRecord[];
  #loaded: ReturnType<typeof loadActor> | undefined;
  #grants: Promise<RoleGrant[]> | undefined;

  constructor(ctx: Context, userId: Id, person: string, def: ObjectDef, chain: readonly PlacedRecord[]) {
    this.#ctx = ctx;
    this.#userId = userId;
    this.#person = person;
    this.#def = def;
    this.#chain = chain;
  }

  #actor() {
    return (this.#loaded ??= loadActor(this.#ctx.db, this.#ctx.registry, this.#userId, this.#ctx.now));
  }

  #reason(code: string, params: TextParams = {}): Reason {
    return { code, params, text: organisationTexts.find(this.#ctx.locale, `inspector.${code}`, params) ?? code };
  }

  #word(key: string): string {
    return organisationTexts.find(this.#ctx.locale, `inspector.${key}`) ?? key;
  }

  async verdict(action: ObjectAction): Promise<Verdict> {
    const loaded = await this.#actor();
    if (loaded === undefined) return { isAllowed: false, because: [this.#reason('disabled')] };
    if (loaded.mustChangePassword) return { isAllowed: false, because: [this.#reason('passwordDue')] };
    if (loaded.mustSetUpTwoFactor) return { isAllowed: false, because: [this.#reason('twoFactorDue')] };
    const words = { object: objectLabel(this.#def, this.#ctx.locale), action: this.#word(`action.${action}`) };
    this.#grants ??= grantsOfRoles(this.#ctx, this.#userId, this.#def.key, this.#ctx.locale);
    const granting = (await this.#grants).filter((grant) => grant.action === action);
    if (granting.length === 0) return { isAllowed: false, because: [this.#reason('noGrant', words)] };
    const rules = granting.map(({ role, scope }) => this.#reason(`role.${scope}`, { ...words, role }));
    const [first] = this.#chain;
    if (first === undefined) return { isAllowed: true, because: rules };
    if (this.#chain.some(({ record }) => record.deletedAt !== null)) return { isAllowed: false, because: [...rules, this.#reason('deleted')] };
    const view = { actor: loaded.actor, registry: this.#ctx.registry, now: this.#ctx.now, db: this.#ctx.db };
    const isAllowed = (await allowedIds(view, this.#def, action, [first.record.id])).has(first.record.id);
    const ways = await this.#ways(loaded.actor, action);
    return { isAllowed, because: [...rules, ...ways] };
  }

  /** How the record comes, or does not come, within the scope of the grant. */
  async #ways(actor: Actor, action: ObjectAction): Promise<Reason[]> {
    const root = this.#chain.at(-1);
    if (root === undefined) return [];
    const words = { object: objectLabel(root.def, this.#ctx.locale) };
    if (root.def.access.kind === 'everyone') return [this.#reason('everyone', words)];
    if (root.def.access.kind === 'via') return this.#unattached(actor, root);
    const found = await this.#ownWays(actor, action, root);
    const reasons = found.length > 0 ? found : [await this.#outOfScope(root)];
    if (this.#chain.length === 1) return reasons;
    const title = await this.#titleOf(root);
    return reasons.map((reason) => this.#reason('via', { parent: words.object, title, reason: reason.text }));
  }

  async #ownWays(actor: Actor, action: ObjectAction, root: PlacedRecord): Promise<Reason[]> {
    const scope = actor.grants.get(this.#def.key)?.get(action);
    const owner = idOf(root.record.values['owner']);
    const unit = idOf(root.record.values['unit']);
    const names = await namesOf(this.#ctx, [owner, unit]);
    const words = { person: this.#person, owner: names.get(owner ?? '') ?? '', unit: names.get(unit ?? '') ?? '' };
    const reasons: Reason[] = [];
    if (owner !== null && owner === actor.userId) reasons.push(this.#reason('owner', words));
    else if (owner !== null && actor.selves.includes(owner)) {
      const until = (await delegatedUntil(this.#ctx, owner, actor.userId)) ?? '';
      reasons.push(this.#reason('delegation', { ...words, until: until.slice(0, 10) }));
    }
    if (unit !== null && scope === 'unit' && actor.units.includes(unit)) reasons.push(this.#reason('unit', words));
    if (unit !== null && scope === 'unitBelow' && actor.unitsBelow.includes(unit)) {
      reasons.push(this.#reason(actor.units.includes(unit) ? 'unit' : 'unitBelow', words));
    }
    reasons.push(...(await this.#shares(actor, action, root)));
    return scope === 'all' && reasons.length === 0 ? [this.#reason('scopeAll')] : reasons;
  }

  async #shares(actor: Actor, action: ObjectAction, root: PlacedRecord): Promise<Reason[]> {
    if (action !== 'read' && action !== 'update' && action !== 'create') return [];
    const shares = await sharesFor(this.#ctx, root.def.key, root.record.id, actor.selves, actor.units);
    return shares
      .filter((share) => action === 'read' || share.level === 'write')
      .map(({ unit, level }) => {
        const params = { level: this.#word(`level.${level}`), person: this.#person };
        return unit === null ? this.#reason('shareUser', params) : this.#reason('shareUnit', { ...params, unit });
      });
  }

  #unattached(actor: Actor, root: PlacedRecord): Reason[] {
    const author = idOf(root.record.values['owner'] ?? root.record.values['createdBy']);
    if (author !== null && actor.selves.includes(author)) return [this.#reason('creator', { person: this.#person })];
    const nobody = this.#word('nobody');
    return [this.#reason('outOfScope', { owner: nobody, unit: nobody })];
  }

  async #outOfScope(root: PlacedRecord): Promise<Reason> {
    const owner = idOf(root.record.values['owner']);
    const unit = idOf(root.record.values['unit']);
    const names = await namesOf(this.#ctx, [owner, unit]);
    const nobody = this.#word('nobody');
    return this.#reason('outOfScope', { owner: names.get(owner ?? '') ?? nobody, unit: names.get(unit ?? '') ?? nobody });
  }

  /** The parent's name only for who may read it: managing rights is no way to read customers. */
  async #titleOf(root: PlacedRecord): Promise<string> {
    const mayRead = (await allowedIds(this.#ctx, root.def, 'read', [root.record.id], true)).has(root.record.id);
    const title = root.record.values[root.def.title];
    return mayRead && typeof title === 'string' ? title : root.record.id;
  }

  async fields(): Promise<Inspection['fields']> {
    const loaded = await this.#actor();
    if (loaded === undefined) return [];
    return this.#def.fields.flatMap((field) => {
      const { view, edit } = fieldAccessOf(loaded.actor, this.#def, field);
      const isUsual = view === 'full' && field.mask === undefined && field.sensitive !== true;
      if (isUsual || field.retired === true) return [];
      const params = { field: fieldLabel(this.#def, field, this.#ctx.locale) };
      return [{ ...this.#reason(`field.${view}`, params), field: field.key, view, canEdit: edit }];
    });
  }
}

const idOf = (value: unknown): Id | null => (typeof value === 'string' ? value : null);
