import { expect, test } from 'vitest';
import { scopeInForce, withGrant } from './role-types.ts';

test('the wider of the object’s own grant and the one for every object holds', () => {
  const grants = { '*': { read: 'unit' }, customer: { read: 'all', update: 'own' }, contact: { read: 'own' } } as const;
  expect(scopeInForce(grants, 'customer', 'read')).toBe('all');
  expect(scopeInForce(grants, 'contact', 'read')).toBe('unit');
  expect(scopeInForce(grants, 'customer', 'update')).toBe('own');
  expect(scopeInForce(grants, 'need', 'delete')).toBeUndefined();
});

test('a cell is set and taken away without touching others', () => {
  const grants = withGrant({ contact: { read: 'own' } }, 'customer', 'read', 'all');
  expect(grants).toEqual({ contact: { read: 'own' }, customer: { read: 'all' } });
  expect(withGrant(grants, 'customer', 'read', undefined)).toEqual({ contact: { read: 'own' } });
});
