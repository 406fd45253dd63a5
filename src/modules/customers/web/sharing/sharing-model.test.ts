import { expect, test } from 'vitest';
import { toInput, withCollaborator } from './sharing-model.ts';

test('a person is added once, to read, without an end', () => {
  const one = withCollaborator([], 'user', { id: 'u', name: '韩牧之' });
  expect(withCollaborator(one, 'user', { id: 'u', name: '韩牧之' })).toBe(one);
  expect(one.map(toInput)).toEqual([{ user: 'u', level: 'read', until: null }]);
  expect(withCollaborator([], 'unit', { id: 'o', name: '销售一部' }).map(toInput)).toEqual([{ unit: 'o', level: 'read', until: null }]);
});
