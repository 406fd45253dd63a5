import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { frequencies, visitOutcomes, visitWays } from '../../rules/inspection.ts';

const id = z.uuid();
const roundState = z.enum(['planned', 'done', 'late', 'missed']);
const round = { id, number: z.string(), state: roundState, from: isoMoment, to: isoMoment, doneAt: isoMoment.nullable(), findings: z.int(), points: z.int(), route: bilingual, worker: named.nullable() };
const point = { id, name: z.string(), nameEn: z.string(), code: z.string() };
const route = {
  id, name: z.string(), nameEn: z.string(), caseType: id, worker: id.nullable(), workerName: z.string().nullable(), frequency: z.enum(frequencies), onDay: z.int().nullable(), fromMinute: z.int(), toMinute: z.int(),
  state: z.enum(['active', 'retired']), pointCount: z.int(),
};

export const pointVisit = z.strictObject({ point: id, way: z.enum(visitWays), outcome: z.enum(visitOutcomes), reason: z.string().trim().max(500) });
export const roundRowsAnswer = rowsOf(z.strictObject(round));
export const roundSheetAnswer = z.strictObject({
  ...round, places: z.array(z.strictObject(point)), visits: z.array(pointVisit), note: z.string().nullable(), isMine: z.boolean(),
  reported: z.array(z.strictObject({ key: id, point: id, text: z.string(), isUrgent: z.boolean(), photos: z.array(id), caseId: id, caseNumber: z.string() })),
});
export const roundOutcomeAnswer = z.strictObject({ state: roundState, cases: z.int() });
export const roundBoardAnswer = z.strictObject({
  today: z.array(z.strictObject(round)), coming: z.array(z.strictObject(round)), missed: z.array(z.strictObject(round)),
  /** Only those whose case the caller may read. */
  findings: z.array(z.strictObject({ key: id, text: z.string(), point: z.string(), isUrgent: z.boolean(), photos: z.int(), at: isoMoment, round: id, route: bilingual, case: z.strictObject({ id, number: z.string(), isOpen: z.boolean() }) })),
  /** Six months, this one last: `2026-03`. */
  months: z.array(z.strictObject({ month: z.string(), done: z.int(), late: z.int(), missed: z.int(), findings: z.int() })),
});
export const routesAnswer = rowsOf(z.strictObject(route));
export const routeAnswer = z.strictObject({ ...route, points: z.array(z.strictObject({ ...point, qr: z.string() })) });
export const routeMadeAnswer = z.strictObject({ id });
export const caseFindingAnswer = z.strictObject({ finding: z.strictObject({ text: z.string(), photos: z.array(id), point: z.string(), round: id, number: z.string(), route: bilingual }).nullable() });
