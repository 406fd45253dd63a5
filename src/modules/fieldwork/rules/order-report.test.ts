import { expect, test } from 'vitest';
import { reportGaps } from './order-report.ts';

const label = { 'zh-CN': '项', en: 'item' };
const items = [
  { key: 'must', label, isRequired: true, needsPhoto: false }, { key: 'may', label, isRequired: false, needsPhoto: false }, { key: 'seen', label, isRequired: true, needsPhoto: true },
];
const answer = (key: string, value: 'yes' | 'no', comment = '', photos = 0) => ({ key, value, comment, photos });

test('each required item is answered, the rest may stay open', () => {
  expect(reportGaps(items, [])).toEqual([{ key: 'must', part: 'value' }, { key: 'seen', part: 'value' }]);
  expect(reportGaps(items, [answer('must', 'yes'), answer('seen', 'yes', '', 1)])).toEqual([]);
});

test('what was not kept wants words, what was kept its photo where one is asked for', () => {
  expect(reportGaps(items, [answer('must', 'no', ' '), answer('seen', 'yes')])).toEqual([{ key: 'must', part: 'comment' }, { key: 'seen', part: 'photos' }]);
  expect(reportGaps(items, [answer('must', 'no', '没带拖鞋'), answer('seen', 'no', '客户不让拍'), answer('may', 'no', '忘了')])).toEqual([]);
});
