import { expect, test } from 'vitest';
import { withGrant } from './role-types.ts';

test('a cell is set and taken away without touching others', () => {
  const grants = withGrant({ contact: { read: 'own' } }, 'customer', 'read', 'all');
  expect(grants).toEqual({ contact: { read: 'own' }, customer: { read: 'all' } });
  expect(withGrant(grants, 'customer', 'read', undefined)).toEqual({ contact: { read: 'own' } });
});
