import { type ObjectAction, type ObjectDef, objectLabel } from '#meta/object.ts';
import type { Route } from '../http/route.ts';
import { type JsonSchema, pascal, ref } from './json-schema.ts';
import { operationOf, templatePath } from './operation.ts';
import type { Reader } from './record-schemas.ts';

const list = (name: string): JsonSchema => ({
  type: 'object', required: ['data', 'page'], properties: { data: { type: 'array', items: ref(name) }, page: ref('Page') },
});
const rows = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  type: 'object', required: ['data'], properties: { data: { type: 'array', items: { type: 'object', required, properties } } },
});
const summaryRow = rows({ key: { type: ['string', 'number', 'boolean', 'null'] }, count: { type: 'integer' }, label: { type: ['string', 'null'] } }, ['key']);
const historyRow = rows({
  seq: { type: 'integer' }, at: { type: 'string', format: 'date-time' }, actor: { type: 'string' }, actorId: { type: ['string', 'null'], format: 'uuid' },
  action: { type: 'string' }, version: { type: ['integer', 'null'] }, detail: {},
  changes: { type: 'array', items: { type: 'object', required: ['field'], properties: { field: { type: 'string' }, from: {}, to: {} } } },
}, ['seq', 'at', 'actor', 'action', 'changes']);
const bulkResult: JsonSchema = {
  type: 'object', required: ['results'], properties: {
    results: { type: 'array', items: { type: 'object', required: ['status'], properties: { status: { type: 'integer' }, id: { type: 'string', format: 'uuid' }, problem: ref('Problem') } } },
  },
};

interface Known {
  readonly verb: string;
  readonly action: ObjectAction;
  readonly body?: (name: string) => JsonSchema;
  readonly answer?: (name: string) => JsonSchema;
  readonly hasVersion?: boolean;
}

/** What the general routes mean for one object. */
const known: Readonly<Record<string, Known>> = {
  'GET /:plural': { verb: 'list', action: 'read', answer: list },
  'GET /:plural/summary': { verb: 'summarise', action: 'read', answer: () => summaryRow },
  'POST /:plural': { verb: 'create', action: 'create', body: (name) => ref(`${name}Create`), answer: ref },
  'GET /:plural/:id': { verb: 'get', action: 'read', answer: ref },
  'PATCH /:plural/:id': { verb: 'update', action: 'update', body: (name) => ref(`${name}Update`), answer: ref, hasVersion: true },
  'DELETE /:plural/:id': { verb: 'delete', action: 'delete', hasVersion: true },
  'POST /:plural/:id/restore': { verb: 'restore', action: 'delete', answer: ref },
  'POST /:plural/bulk': { verb: 'bulk', action: 'update', answer: () => bulkResult },
  'POST /:plural/:id/reveal': { verb: 'reveal', action: 'reveal', answer: () => ({ type: 'object', required: ['value'], properties: { value: {} } }) },
  'GET /:plural/:id/history': { verb: 'history', action: 'read', answer: () => historyRow },
  'POST /:plural/:id/history/:seq/restore': { verb: 'restoreValues', action: 'update', answer: ref },
};

const isReading = (action: ObjectAction): boolean => action === 'read' || action === 'reveal';
const verbsOfMany = new Set(['list', 'summarise', 'bulk']);

/** A general route that has no meaning of its own above: by its method and the words of its path. */
function plainMeaning(route: Route): Known {
  const rest = route.path.split('/').slice(2).filter((word) => word !== '' && !word.startsWith(':'));
  return { verb: `${route.method.toLowerCase()}${pascal(rest.join('-'))}Of`, action: route.method === 'GET' ? 'read' : 'update' };
}

/** The general route as it is for one object; undefined when the reader may not call it there. */
export function recordOperation(reader: Reader, def: ObjectDef, route: Route): { readonly path: string; readonly operation: JsonSchema } | undefined {
  const { verb, action, body, answer, hasVersion = false } = known[`${route.method} ${route.path}`] ?? plainMeaning(route);
  if (!reader.actor.grants.get(def.key)?.has(action)) return undefined;
  if (def.writes === 'actions' && !isReading(action)) return undefined;
  const name = pascal(def.key);
  const operation = operationOf(route, {
    operationId: `${verb}${verbsOfMany.has(verb) ? pascal(def.plural) : name}`, tag: def.plural, fixed: ['plural'], hasVersion,
    summary: `${objectLabel(def, reader.locale, 'many')} · ${route.summary}`, ...(body && { body: body(name) }), ...(answer && { answer: answer(name) }),
  });
  return { path: templatePath(route.path.replace(':plural', def.plural)), operation };
}

/** Whether a general route's answer is described here, object by object. */
export const hasKnownAnswer = (route: Pick<Route, 'method' | 'path'>): boolean => {
  const meaning = known[`${route.method} ${route.path}`];
  return meaning !== undefined && (meaning.answer !== undefined || route.method === 'DELETE');
};
