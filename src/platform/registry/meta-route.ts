import { type Bilingual, locales } from '#kernel/texts.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, choiceLabel, fieldHelp, fieldLabel, groupLabel, objectLabel } from '#meta/object.ts';
import type { FieldMeta, MetaDocument, ObjectMeta } from '#meta/view-model.ts';
import { fieldAccessOf, visibleFields } from '../access/field-access.ts';
import type { Actor } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import { metaAnswer } from './registry.answers.ts';

const both = (make: (locale: 'zh-CN' | 'en') => string): Bilingual => ({ 'zh-CN': make('zh-CN'), en: make('en') });

function fieldMeta(actor: Actor, def: ObjectDef, field: Field): FieldMeta {
  const type = typeOf(field);
  const access = fieldAccessOf(actor, def, field);
  const isMasked = access.view === 'masked';
  const help = fieldHelp(def, field, locales[0] ?? 'zh-CN');
  const { choices, label: _label, help: _help, ...rest } = field;
  return {
    ...rest,
    label: both((locale) => fieldLabel(def, field, locale)),
    ...(help !== undefined && { help: both((locale) => fieldHelp(def, field, locale) ?? help) }),
    ...(choices && { choices: choices.map((choice) => ({ ...choice, label: both((locale) => choiceLabel(def, field, choice, locale)) })) }),
    access,
    operators: isMasked ? type.operators.filter((op) => op === 'eq' || op === 'in' || op === 'isNull') : type.operators,
    isSortable: type.isSortable && !isMasked,
    isGroupable: type.isGroupable && !isMasked,
  };
}

/** One object as this person may see it. */
export function objectMeta(actor: Actor, def: ObjectDef): ObjectMeta {
  return {
    key: def.key, plural: def.plural, title: def.title, defaultSort: def.defaultSort, writes: def.writes,
    label: { one: both((locale) => objectLabel(def, locale)), many: both((locale) => objectLabel(def, locale, 'many')) },
    groups: def.groups.map((key) => ({ key, label: both((locale) => groupLabel(def, key, locale)) })),
    fields: visibleFields(actor, def).map((field) => fieldMeta(actor, def, field)),
    isCustom: def.custom === true, isOwned: def.access.kind === 'owned', isMergeable: def.isMergeable === true,
    ...(def.icon !== undefined && { icon: def.icon }),
    grants: Object.fromEntries(actor.grants.get(def.key) ?? []),
  };
}

/** Everything the web needs to draw lists and forms, within the person's rights (PL-10, SEC-13). */
export function metaDocument(ctx: Pick<Context, 'actor' | 'registry'>): MetaDocument {
  const readable = ctx.registry.objects.filter((def) => ctx.actor.grants.get(def.key)?.has('read'));
  return { epoch: ctx.registry.epoch, objects: readable.map((def) => objectMeta(ctx.actor, def)) };
}

export const metaRoute: Route = defineRoute({
  method: 'GET', path: '/meta', access: 'signed-in', kind: 'query', tag: 'meta', summary: 'Objects and fields as the caller may see them', answer: metaAnswer,
  handle: async (ctx) => metaDocument(ctx),
});
