import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { processesAnswer } from '../desk/desk.answers.ts';
import { listProcesses } from './list-processes.ts';
import { draftKeptAnswer, processAnswer, processBody, processKey, processMadeAnswer, publishedAnswer, revisionAnswer } from './process-body.ts';
import { dropDraft, publishDraft, retireProcess, saveDraft, showRevision, showTemplate, startProcess, takeUpProcess } from './process-drafts.ts';

const shared = { access: { right: 'service.manage' }, tag: 'service' } as const;
const params = z.object({ key: processKey });
const version = z.int().min(0);

/** Processes as data: read by whoever sees service types, written by whoever sets the desk up (SE-3). */
export const processRoutes: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/service/processes', kind: 'query', access: { object: 'caseType', action: 'read' }, tag: 'service', summary: 'The processes with their steps', answer: processesAnswer, handle: (ctx) => listProcesses(ctx) }),
  defineRoute({ ...shared, method: 'POST', path: '/service/processes', kind: 'action', status: 201, summary: 'A new process, as a draft', body: processBody, answer: processMadeAnswer, handle: (ctx, { body }) => startProcess(ctx, body) }),
  defineRoute({ ...shared, method: 'GET', path: '/service/processes/:key', kind: 'query', summary: 'A process, its draft, its revisions', params, answer: processAnswer, handle: (ctx, input) => showTemplate(ctx, input.params.key) }),
  defineRoute({
    ...shared, method: 'GET', path: '/service/processes/:key/revisions/:revision', kind: 'query', summary: 'A revision of a process', params: z.object({ key: processKey, revision: z.coerce.number().int().min(1).max(100_000) }), answer: revisionAnswer,
    handle: (ctx, input) => showRevision(ctx, input.params.key, input.params.revision),
  }),
  defineRoute({
    ...shared, method: 'PUT', path: '/service/processes/:key/draft', kind: 'action', summary: 'Keep the draft of a process', params, body: processBody.extend({ version }), answer: draftKeptAnswer,
    handle: (ctx, { params: { key }, body: { version: seen, ...body } }) => saveDraft(ctx, key, body, seen),
  }),
  defineRoute({ ...shared, method: 'DELETE', path: '/service/processes/:key/draft', kind: 'action', summary: 'Throw the draft of a process away', params, answer: nothing, handle: (ctx, input) => dropDraft(ctx, input.params.key) }),
  defineRoute({
    ...shared, method: 'POST', path: '/service/processes/:key/publish', kind: 'action', summary: 'Make the draft the next revision', params, body: z.strictObject({ version }), answer: publishedAnswer,
    handle: (ctx, { params: { key }, body }) => publishDraft(ctx, key, body.version),
  }),
  defineRoute({ ...shared, method: 'POST', path: '/service/processes/:key/retire', kind: 'action', summary: 'No new case takes the process', params, answer: nothing, handle: (ctx, input) => retireProcess(ctx, input.params.key) }),
  defineRoute({ ...shared, method: 'POST', path: '/service/processes/:key/take-up', kind: 'action', summary: 'New cases may take a retired process again', params, answer: nothing, handle: (ctx, input) => takeUpProcess(ctx, input.params.key) }),
];
