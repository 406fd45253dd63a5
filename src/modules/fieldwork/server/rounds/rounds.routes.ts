import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { frequencies } from '../../rules/inspection.ts';
import { planRounds } from './plan-rounds.ts';
import { reportRound } from './report-round.ts';
import { caseFindingAnswer, pointVisit, roundBoardAnswer, roundOutcomeAnswer, roundRowsAnswer, roundSheetAnswer, routeAnswer, routeMadeAnswer, routesAnswer } from './rounds.answers.ts';
import { saveRoute } from './save-route.ts';
import { findingOfCase, listMyRounds, listRoutes, showRound, showRoundBoard, showRoute } from './show-rounds.ts';

const tag = 'fieldwork';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const said = (max: number) => z.string().trim().min(1).max(max);
const may = (action: 'read' | 'update' | 'assign') => ({ object: 'inspectionRound', action }) as const;
const WAITED = 'x-zhike-waited';

/** Area inspections: routes, rounds on a telephone, what was missed (SE-11). */
export const roundRoutes = (services: Services): readonly Route[] => [
  defineRoute({ method: 'GET', path: '/fieldwork/rounds/mine', kind: 'query', access: may('update'), tag, summary: 'The caller’s own rounds', answer: roundRowsAnswer, handle: (ctx) => listMyRounds(ctx) }),
  defineRoute({ method: 'GET', path: '/fieldwork/rounds/board', kind: 'query', access: may('assign'), tag, summary: 'Rounds of today and to come, missed ones, findings with their cases, six months', answer: roundBoardAnswer, handle: (ctx) => showRoundBoard(ctx) }),
  defineRoute({ method: 'GET', path: '/fieldwork/rounds/:id/sheet', kind: 'query', access: may('read'), tag, summary: 'A round with its points', params, answer: roundSheetAnswer, handle: (ctx, input) => showRound(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/fieldwork/rounds/:id/report', kind: 'action', access: may('update'), tag, summary: 'Report a round; the same key again has no second effect', params, answer: roundOutcomeAnswer,
    body: z.strictObject({
      key: id, note: said(2_000).nullable(), visits: z.array(pointVisit).max(200),
      findings: z.array(z.strictObject({ key: id, point: id, text: said(2_000), isUrgent: z.boolean(), photos: z.array(id).max(12) })).max(200),
    }),
    handle: (ctx, { params: { id: round }, body, headers }) => reportRound(services, ctx, round, body, Number(headers[WAITED] ?? 0) || 0),
  }),
  defineRoute({ method: 'GET', path: '/fieldwork/routes', kind: 'query', access: { object: 'inspectionRoute', action: 'read' }, tag, summary: 'All routes', answer: routesAnswer, handle: (ctx) => listRoutes(ctx) }),
  defineRoute({ method: 'GET', path: '/fieldwork/routes/:id', kind: 'query', access: { object: 'inspectionRoute', action: 'read' }, tag, summary: 'A route with its points and their signs', params, answer: routeAnswer, handle: (ctx, input) => showRoute(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/fieldwork/routes', kind: 'action', access: { object: 'inspectionRoute', action: 'update' }, tag, summary: 'Save a route; its coming rounds are planned anew', answer: routeMadeAnswer,
    body: z.strictObject({
      id: id.optional(), name: said(80), nameEn: said(80), caseType: id, worker: id.nullable(), frequency: z.enum(frequencies), onDay: z.int().min(1).max(31).nullable(), fromMinute: z.int().min(0).max(1_439), toMinute: z.int().min(1).max(1_440),
      state: z.enum(['active', 'retired']), points: z.array(z.strictObject({ id: id.optional(), name: said(80), nameEn: said(80) })).min(1).max(100),
    }),
    handle: async (ctx, { body }) => {
      const made = await saveRoute(ctx, body);
      await planRounds(ctx);
      return made;
    },
  }),
  defineRoute({ method: 'GET', path: '/fieldwork/cases/:id/finding', kind: 'query', access: { object: 'case', action: 'read' }, tag, summary: 'From which round a case came', params, answer: caseFindingAnswer, handle: (ctx, input) => findingOfCase(ctx, input.params.id) }),
];
