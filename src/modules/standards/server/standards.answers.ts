import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { answerKinds, demands, directions, serviceTypes } from '../rules/score-audit.ts';
import { auditStates } from '../rules/audit-steps.ts';
import { faces, serviceAreas } from '../rules/service-areas.ts';
import { reportActions } from './queries/audit-report.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const per = z.number().nullable();
const kind = z.enum(['mystery', 'phone']);
const state = z.enum(auditStates);
const area = z.enum(serviceAreas);
const type = z.enum(serviceTypes);

export const loadedAnswer = z.strictObject({ standards: z.int(), templates: z.int(), blueprints: z.int() });
export const madeAnswer = z.strictObject({ id });
export const standardsAnswer = rowsOf(z.strictObject({
  id, code: z.string(), area, item: z.string(), method: maybe, measure: z.enum(answerKinds), unit: maybe, target: per, direction: z.enum(directions).nullable(), weight: z.int(), state: z.enum(['draft', 'active', 'retired']),
}));

/** As a template holds it and as an editor sends it. */
export const auditItem = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/), area, standard: id.nullable(), text: z.string().trim().min(1).max(200), answer: z.enum(answerKinds), unit: z.string().max(20).nullable(),
  target: z.number().min(0).max(1_000_000).nullable(), direction: z.enum(directions).nullable(), weight: z.int().min(1).max(10), comment: z.enum(demands), photo: z.enum(demands),
});
export const templateAnswer = z.strictObject({ id, name: z.string(), kind, state: z.enum(['active', 'retired']), number: z.int(), items: z.array(auditItem) });
export const numberAnswer = z.strictObject({ number: z.int() });

export const choicesAnswer = z.strictObject({
  templates: z.array(named), units: z.array(z.strictObject({ id, name: z.string(), depth: z.int() })), sites: z.array(z.strictObject({ id, name: z.string(), unit: id })),
  auditors: z.array(z.strictObject({ id, name: z.string(), unit: maybe })),
});
export const planAnswer = z.strictObject({ data: z.array(z.strictObject({ unit: id, site: id.nullable(), on: z.string(), auditor: id.nullable() })), made: z.int() });

const head = { id, number: z.string(), kind, state, template: z.string(), unit: z.string(), site: maybe, plannedOn: z.string(), returnedFor: maybe };
export const mineAnswer = z.strictObject({
  data: z.array(z.strictObject({ ...head, doneAt: isoMoment.nullable() })),
  waiting: z.array(z.strictObject({ id, number: z.string(), unit: z.string(), auditor: maybe, template: z.string() })),
});
export const sheetAnswer = z.strictObject({
  ...head, note: z.string(), templateNumber: z.int(), isMine: z.boolean(), items: z.array(auditItem.extend({ method: maybe })),
  answers: z.array(z.strictObject({ key: z.string(), value: per, comment: z.string(), photos: z.array(id) })),
});
export const startedAnswer = z.strictObject({ templateNumber: z.int() });
export const submittedAnswer = z.strictObject({ state: z.string(), procedural: per, personal: per, type: maybe });

const part = { score: per, points: z.number(), weight: z.number(), items: z.int(), leftOut: z.int() };
const targets = z.strictObject({ procedural: z.number(), personal: z.number() });
export const reportAnswer = z.strictObject({
  ...head, note: z.string(), templateNumber: z.int(), auditor: maybe, doneAt: isoMoment.nullable(), type: maybe, confirmedBy: maybe, targets,
  faces: z.strictObject({ procedural: z.strictObject(part), personal: z.strictObject(part) }), areas: z.array(z.strictObject({ area: z.string(), ...part })),
  lines: z.array(z.strictObject({
    key: z.string(), area, face: z.enum(faces), weight: z.number(), value: per, share: per, isFailed: z.boolean(), text: z.string(), answer: z.enum(answerKinds), unit: maybe, target: per,
    direction: z.enum(directions).nullable(), standard: id.nullable(), comment: z.string(), photos: z.array(id),
  })),
  improvements: z.array(z.strictObject({ id, subject: z.string(), item: maybe, owner: maybe, dueOn: z.string(), state: z.string(), effect: z.string() })),
  actions: z.array(z.enum(reportActions)),
});

export const resultsAnswer = z.strictObject({
  targets,
  places: z.array(z.strictObject({ unitId: id, unit: z.string(), siteId: id.nullable(), site: maybe, procedural: per, personal: per, audits: z.int(), lastAt: isoMoment, lastId: id, type: type.nullable() })),
  months: z.array(z.strictObject({ month: z.string(), procedural: per, personal: per, audits: z.int() })),
  areas: z.array(z.strictObject({ month: z.string(), area: z.string(), score: z.number() })),
  failed: z.array(z.strictObject({ key: z.string(), template: z.string(), text: z.string(), area: z.string(), failed: z.int(), asked: z.int() })),
});

export const improvementsAnswer = rowsOf(z.strictObject({
  id, subject: z.string(), plan: maybe, result: maybe, unit: z.string(), owner: maybe, dueOn: z.string(), state: z.enum(['open', 'done']), effect: z.enum(['pending', 'improved', 'notYet']), auditId: id, audit: z.string(),
  isOverdue: z.boolean(), canFinish: z.boolean(),
}));

export const waitMeasuresAnswer = rowsOf(z.strictObject({ key: z.string(), label: bilingual }));
export const blueprintAnswer = z.strictObject({
  id, name: z.string(), about: maybe, version: z.int(), unitId: id.nullable(), unit: maybe,
  steps: z.array(z.strictObject({
    id, name: z.string(), moment: z.string(), expectation: z.string(), waitTarget: z.int().nullable(), waitMeasure: maybe, standards: z.array(z.strictObject({ id, code: z.string(), item: z.string() })),
    measured: z.strictObject({ seconds: z.number(), count: z.int() }).nullable(), latest: z.strictObject({ audit: id, number: z.string(), at: isoMoment, score: z.number() }).nullable(),
  })),
});
