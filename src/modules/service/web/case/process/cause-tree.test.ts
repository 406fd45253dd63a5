import { expect, test } from 'vitest';
import { causeLines } from './cause-tree.ts';

const cause = (id: string, position: number, parent: string | null = null) => ({ id, version: 1, name: id, position, parent: parent === null ? null : { id: parent, name: parent } });

test('each cause stands below its group, in order; one without its group stands for itself', () => {
  const lines = causeLines([cause('rude', 1, 'attitude'), cause('attitude', 1), cause('late', 0), cause('cold', 0, 'attitude'), cause('lost', 2, 'gone')]);
  expect(lines.map(({ id, depth }) => [id, depth])).toEqual([['late', 0], ['attitude', 0], ['cold', 1], ['rude', 1], ['lost', 0]]);
});
