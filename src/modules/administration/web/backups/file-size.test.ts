import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test('sizes are told in the unit that a person would choose', () => {
  expect([0, 900, 2_048, 5_600_000, 1_073_741_824, 3e15].map(fileSize)).toEqual(['0 B', '900 B', '2 KB', '5.3 MB', '1 GB', '2 728.5 TB'].map((text) => text.replace('2 728', '2\u00a0728')));
});
