import { expect, test } from 'vitest';
import { type RoleParts, covers, linesOf, removedLines, withLines } from './role-lines.ts';

const role: RoleParts = {
  rights: ['views.share'], grants: { customer: { read: 'unit', update: 'own' }, '*': { export: 'all' } }, fields: { customer: { phone: { view: 'masked', edit: false } } },
};

test('a role is its lines, and made of them again it is the same', () => {
  expect(linesOf(role)).toEqual([
    { line: 'right:views.share', value: '' }, { line: 'grant:customer:read', value: 'unit' }, { line: 'grant:customer:update', value: 'own' }, { line: 'grant:*:export', value: 'all' },
    { line: 'field:customer.phone', value: 'masked/read' },
  ]);
  expect(withLines({ rights: [], grants: {}, fields: {} }, linesOf(role))).toEqual(role);
});

test('what is as wide already is covered: by its own grant, by every object’s, by its own word about a field', () => {
  expect(covers(role, { line: 'grant:customer:read', value: 'own' })).toBe(true);
  expect(covers(role, { line: 'grant:customer:read', value: 'all' })).toBe(false);
  expect(covers(role, { line: 'grant:case:export', value: 'unitBelow' })).toBe(true);
  expect(covers(role, { line: 'grant:case:read', value: 'own' })).toBe(false);
  expect(covers(role, { line: 'field:customer.phone', value: 'full/edit' })).toBe(true);
  expect(covers(role, { line: 'right:service.manage', value: '' })).toBe(false);
});

test('lines are added, never narrowed; what nobody knows is left out', () => {
  const wider = withLines(role, [{ line: 'grant:customer:read', value: 'own' }, { line: 'grant:case:read', value: 'all' }, { line: 'grant:case:fly', value: 'all' }, { line: 'right:nothing', value: '' }]);
  expect(wider).toEqual({ ...role, grants: { ...role.grants, case: { read: 'all' } } });
});

test('what a change took away is told, a narrowed scope too', () => {
  expect(removedLines(role, { ...role, rights: [], grants: { customer: { read: 'own' }, '*': { export: 'all' } } })).toEqual([
    { line: 'right:views.share', value: '' }, { line: 'grant:customer:read', value: 'unit' }, { line: 'grant:customer:update', value: 'own' },
  ]);
});
