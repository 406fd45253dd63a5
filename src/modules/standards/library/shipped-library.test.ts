import { expect, test } from 'vitest';
import { faceOf, serviceAreas } from '../rules/service-areas.ts';
import { shippedBlueprints } from './shipped-blueprints.ts';
import { shippedStandards } from './shipped-standards.ts';
import { shippedTemplates } from './shipped-templates.ts';

test('each of the fourteen areas has at least three items, each with its code, its way of observing, and a target where it is measured', () => {
  for (const area of serviceAreas) expect(shippedStandards.filter((each) => each.area === area).length, area).toBeGreaterThanOrEqual(3);
  expect(new Set(shippedStandards.map(({ code }) => code)).size).toBe(shippedStandards.length);
  for (const { item, method, measure, target, direction, unit } of shippedStandards) {
    for (const words of [item, method]) expect(words['zh-CN'].length * words.en.length).toBeGreaterThan(0);
    expect(item['zh-CN'].length).toBeLessThanOrEqual(30);
    expect(measure === 'number').toBe(target !== undefined && direction !== undefined && unit !== undefined);
  }
});

test('the templates look at both faces, the phone audit has its nine checks, and every item leads to a standard', () => {
  const codes = new Set(shippedStandards.map(({ code }) => code));
  for (const template of shippedTemplates) {
    expect(new Set(template.items.map(({ area }) => faceOf(area))).size, template.origin).toBe(2);
    expect(template.items.every(({ standard }) => codes.has(standard))).toBe(true);
    expect(new Set(template.items.map(({ key }) => key)).size).toBe(template.items.length);
  }
  expect(shippedTemplates.find(({ kind }) => kind === 'phone')?.items).toHaveLength(9);
  expect(shippedBlueprints.every(({ steps }) => steps.length >= 8 && steps.every(({ standards }) => standards.every((code) => codes.has(code))))).toBe(true);
});
