import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { undeclaredAnswers } from './undeclared-answers.ts';

const shared = { access: 'signed-in', kind: 'query', tag: 't', summary: 's', handle: async () => ({ n: 1 }) } as const;
const silent: Route = defineRoute({ ...shared, method: 'GET', path: '/silent' });
const declared: Route = defineRoute({ ...shared, method: 'GET', path: '/declared', answer: z.strictObject({ n: z.int() }) });
const bytes: Route = defineRoute({ ...shared, method: 'GET', path: '/bytes', isHijacked: true });
const record: Route = defineRoute({ ...shared, method: 'GET', path: '/:plural/:id' });

it('names routes that answer JSON without saying what', () => {
  expect(undeclaredAnswers([silent, declared, bytes, record], {})).toEqual(['GET /silent does not declare its answer']);
});

it('takes a reason, and tells when it has no use any more', () => {
  expect(undeclaredAnswers([silent], { 'GET /silent': 'because' })).toEqual([]);
  expect(undeclaredAnswers([declared], { 'GET /declared': 'because' })).toEqual(['GET /declared needs no exception any more']);
});
