import { expect, test } from 'vitest';
import { guessFieldType } from './new-field-type.ts';

const times = (n: number, values: readonly string[]): string[] => Array.from({ length: n }, () => values).flat();

test.each([
  ['text', []],
  ['text', ['甲', '乙', '丙', '丁']],
  ['choice', times(4, ['华东', '华南', '西南'])],
  ['text', times(2, ['华东', '华南', '西南'])],
  ['longText', ['甲'.repeat(90)]],
  ['longText', ['一行\n又一行']],
  ['integer', ['12', '3,400', '0']],
  ['number', ['12.5', '3']],
  ['money', ['¥1,200.00', '¥3']],
  ['text', ['000002', '600001']],
  ['text', ['6222020200112233445']],
  ['date', ['2026-03-01', '2026/4/2']],
  ['date', [new Date(0)]],
  ['boolean', ['是', '否']],
  ['phone', ['13800138000', '0532-83866666']],
  ['email', ['a@b.cn']],
  ['url', ['https://a.cn']],
])('%s for %j', (type, values) => {
  expect(guessFieldType(values)).toBe(type);
});
