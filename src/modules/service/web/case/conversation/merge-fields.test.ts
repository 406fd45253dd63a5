import { expect, test } from 'vitest';
import { fillReply } from './merge-fields.ts';

test('known fields are filled in, others stay to be seen', () => {
  const fields = { customer: '许来访', number: 'FW-2026-000001', agent: '林晚', due: '' };
  expect(fillReply('{customer}您好，{number} 在 {due} 前答复。{room}\n{agent}', fields)).toBe('许来访您好，FW-2026-000001 在 {due} 前答复。{room}\n林晚');
});

test('a value is never read as a field again', () => {
  expect(fillReply('{customer}', { customer: '{number}', number: '1', agent: '', due: '' })).toBe('{number}');
});
