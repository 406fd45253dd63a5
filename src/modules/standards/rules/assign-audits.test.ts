import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignAudits } from './assign-audits.ts';

const assignee = (id: string, ownUnits: readonly string[] = [], count = 0) => ({ id, ownUnits, count });
const target = (unit: string, lastAuditor: string | null = null) => ({ key: unit, unit, lastAuditor });

test('nobody audits their own unit, nor the one above it', () => {
  const plan = assignAudits([target('qingdao'), target('chengdu')], ['2026-03-01'], [assignee('lin', ['qingdao-team', 'qingdao', 'root']), assignee('zhao', ['chengdu', 'root'])]);
  expect(plan.map(({ auditor }) => auditor)).toEqual(['zhao', 'lin']);
  expect(assignAudits([target('root')], ['2026-03-01'], [assignee('lin', ['root'])])[0]?.auditor).toBeNull();
});

test('who had fewer goes first, and somebody else looks next month', () => {
  expect(assignAudits([target('a')], ['d1'], [assignee('lin', [], 5), assignee('zhao', [], 4)])[0]?.auditor).toBe('zhao');
  const months = assignAudits([target('a', 'lin')], ['d1', 'd2', 'd3'], [assignee('lin'), assignee('zhao')]);
  expect(months.map(({ auditor }) => auditor)).toEqual(['zhao', 'lin', 'zhao']);
});

const units = ['u1', 'u2', 'u3', 'u4', 'u5'];
const people = fc.array(fc.subarray(units, { maxLength: 2 }), { minLength: 1, maxLength: 6 }).map((own) => own.map((ownUnits, at) => assignee(`p${at}`, ownUnits)));

test('law: everything is assigned when somebody may, and never to a person of the unit', () => {
  fc.assert(fc.property(people, fc.subarray(units, { minLength: 1 }), fc.integer({ min: 1, max: 12 }), (assignees, chosen, months) => {
    const days = Array.from({ length: months }, (_, at) => `d${at}`);
    const plan = assignAudits(chosen.map((unit) => target(unit)), days, assignees);
    expect(plan).toHaveLength(chosen.length * months);
    for (const { target: unit, auditor } of plan) {
      const may = assignees.filter(({ ownUnits }) => !ownUnits.includes(unit)).map(({ id }) => id);
      if (may.length === 0) expect(auditor).toBeNull();
      else expect(may).toContain(auditor);
    }
  }));
});

test('law: with several people who belong nowhere the counts differ by few', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), (n, places, months) => {
    const assignees = Array.from({ length: n }, (_, at) => assignee(`p${at}`));
    const plan = assignAudits(units.slice(0, places).map((unit) => target(unit)), Array.from({ length: months }, (_, at) => `d${at}`), assignees);
    const counts = assignees.map(({ id }) => plan.filter(({ auditor }) => auditor === id).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  }));
});
