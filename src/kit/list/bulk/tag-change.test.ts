import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedTags } from './tag-change.ts';

it('adds behind the old ones and takes away', () => {
  expect(changedTags(['重点', '展会'], ['直供'], ['展会'])).toEqual(['重点', '直供']);
  expect(changedTags(null, ['直供'], [])).toEqual(['直供']);
});

it('says when nothing changes, and empties to nothing', () => {
  expect(changedTags(['重点'], ['重点'], ['展会'])).toBeUndefined();
  expect(changedTags(null, [], ['展会'])).toBeUndefined();
  expect(changedTags(['重点'], [], ['重点'])).toBeNull();
});

it('done twice is done once', () => {
  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  fc.assert(fc.property(tags, tags, tags, (before, added, removed) => {
    const once = changedTags(before, added, removed);
    if (once !== undefined) expect(changedTags(once, added, removed)).toBeUndefined();
  }));
});
