import { expect, test } from 'vitest';
import { readPackFile } from './pack-file.ts';

const label = { 'zh-CN': '测试', en: 'Test' };

test('a pack is read; a file that is none is told with its places', () => {
  const pack = { key: 'site', label, about: label, policies: [] };
  expect(readPackFile(JSON.stringify(pack))).toEqual({ pack });
  expect(readPackFile('{"key":')).toEqual({ fault: 'not-json' });
  expect(readPackFile(JSON.stringify({ ...pack, policies: [{ key: 'p' }] }))).toMatchObject({ fault: 'not-a-pack', places: expect.arrayContaining([expect.objectContaining({ path: 'policies › 0 › point' })]) });
});
