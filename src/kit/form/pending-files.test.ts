import { expect, it } from 'vitest';
import { withoutPending } from './pending-files.ts';

it('keeps everything but files that wait for their record', () => {
  const file = new File(['x'], '营业执照.pdf');
  expect(withoutPending({ name: '青岛啤酒', licence: { file, name: file.name }, logo: { id: 'f1', name: 'logo.png' }, notes: null }))
    .toEqual({ name: '青岛啤酒', logo: { id: 'f1', name: 'logo.png' }, notes: null });
});
