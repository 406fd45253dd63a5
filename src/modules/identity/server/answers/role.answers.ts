import { z } from 'zod';
import { objectActions, scopes } from '#meta/object.ts';
import { rights } from '#platform/context/actor.ts';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';

export const roleAnswer = z.strictObject({
  key: z.string(), label: bilingual, description: bilingual.nullable(), rights: z.array(z.enum(rights)),
  grants: z.record(z.string(), z.partialRecord(z.enum(objectActions), z.enum(scopes))),
  fields: z.record(z.string(), z.record(z.string(), z.strictObject({ view: z.enum(['full', 'masked', 'hidden']), edit: z.boolean() }))),
  requiresTwoFactor: z.boolean(), allowedNetworks: z.array(z.string()), position: z.int(), isBuiltIn: z.boolean(), people: z.int(), version: z.int(),
});
const roleName = z.strictObject({ key: z.string(), label: bilingual, description: bilingual.nullable() });

/** In full for those who manage or audit roles, names for everybody else. */
export const rolesAnswer = z.strictObject({ data: z.union([z.array(roleAnswer), z.array(roleName)]) });
/** Offered lines of each role: `right:…`, `grant:object:action` with its scope, `field:object.field`. */
export const roleOffersAnswer = rowsOf(z.strictObject({ role: z.string(), label: bilingual, people: z.int(), lines: z.array(z.strictObject({ line: z.string(), value: z.string() })) }));
export const rightsAnswer = rowsOf(z.strictObject({ key: z.enum(rights), label: z.string() }));
export const rolePeopleAnswer = rowsOf(z.strictObject({ id: z.uuid(), name: z.string(), username: z.string(), isActive: z.boolean(), unit: z.string().nullable() }));

export const delegationsAnswer = rowsOf(z.strictObject({ id: z.uuid(), from: named, to: named, fromAt: isoMoment, untilAt: isoMoment, reason: z.string().nullable() }));
export const madeDelegationAnswer = z.strictObject({ id: z.uuid() });

export const viewAsAnswer = z.strictObject({ until: isoMoment });
export const viewingsAnswer = rowsOf(z.strictObject({ id: z.uuid(), by: z.string(), reason: z.string(), startedAt: isoMoment, endedAt: isoMoment.nullable() }));
