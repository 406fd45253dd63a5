import { expect, test } from 'vitest';
import type { ObjectAction, Scope } from '#meta/object.ts';
import type { Actor } from '#platform/context/actor.ts';
import { isKeyScope, isReadOnly, limitToScopes } from './key-scopes.ts';

const customer = new Map<ObjectAction, Scope>([['read', 'unit'], ['update', 'own'], ['export', 'unit'], ['reveal', 'own']]);
const actor = {
  userId: 'u', kind: 'user', rights: new Set(['admin.users', 'views.share']), grants: new Map([['customer', customer], ['need', new Map([['read', 'own']])]]),
  sessionId: undefined,
} as unknown as Actor;

const grantsWith = (...named: string[]): Record<string, string[]> =>
  Object.fromEntries([...limitToScopes(actor, named, 'k').grants].map(([object, actions]) => [object, [...actions.keys()]]));

test('a key has what its scopes name, never more than its person', () => {
  expect(grantsWith('read')).toEqual({ customer: ['read'], need: ['read'] });
  expect(grantsWith('write')).toEqual({ customer: ['update'] });
  expect(grantsWith('customer:export', 'need:read')).toEqual({ customer: ['export'], need: ['read'] });
  expect(grantsWith('customer:delete', 'invoice:read')).toEqual({});
  expect(limitToScopes(actor, ['read'], 'k').grants.get('customer')?.get('read')).toBe('unit');
  const key = limitToScopes(actor, ['read', 'admin.users', 'admin.roles'], 'k');
  expect([[...key.rights], key.kind, key.apiKeyId]).toEqual([['admin.users'], 'api-key', 'k']);
});

test('scopes that exist', () => {
  const isObject = (key: string): boolean => key === 'customer';
  expect(['read', 'write', 'customer:reveal', 'admin.users'].every((scope) => isKeyScope(scope, isObject))).toBe(true);
  expect(['', 'all', 'customer', 'customer:fly', 'unicorn:read', 'customer:read:x', 'admin.everything'].some((scope) => isKeyScope(scope, isObject))).toBe(false);
  expect([isReadOnly(['read', 'customer:read']), isReadOnly(['customer:read', 'customer:update']), isReadOnly(['admin.users'])]).toEqual([true, false, false]);
});
