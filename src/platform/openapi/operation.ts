import { nothing } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { type JsonSchema, inputSchema, outputSchema, pascal, ref } from './json-schema.ts';

export interface OperationParts {
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  /** Path parameters that the path names itself (the plural of an object) are left out. */
  readonly fixed?: readonly string[];
  readonly body?: JsonSchema;
  readonly answer?: JsonSchema;
  readonly hasVersion?: boolean;
}

/** `/views/:id` → `/views/{id}`. */
export const templatePath = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}');

/** `GET /customers/:id/timeline` → `getCustomersByIdTimeline`. */
export const operationIdOf = (route: Pick<Route, 'method' | 'path'>): string =>
  `${route.method.toLowerCase()}${route.path.split('/').filter(Boolean).map((word) => (word.startsWith(':') ? `By${pascal(word.slice(1))}` : pascal(word))).join('')}`;

/** One operation from its route: what checks the request also describes it (PL-22). */
export function operationOf(route: Route, parts: OperationParts): JsonSchema {
  const parameters = [...pathParameters(route, parts.fixed ?? []), ...queryParameters(route), ...headerParameters(route, parts.hasVersion === true)];
  const body = requestBody(route, parts.body);
  return {
    operationId: parts.operationId, summary: parts.summary, tags: [parts.tag],
    ...(parameters.length > 0 && { parameters }), ...(body && { requestBody: body }),
    ...(route.access === 'public' && { security: [] }),
    responses: { ...success(route, parts.answer), ...problems(route, parts.hasVersion === true) },
  };
}

const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => (schema.properties ?? {}) as Record<string, JsonSchema>;
const requiredOf = (schema: JsonSchema): readonly string[] => (Array.isArray(schema.required) ? schema.required.map(String) : []);

function pathParameters(route: Route, fixed: readonly string[]): JsonSchema[] {
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '').filter((name) => !fixed.includes(name));
  const known = route.params ? propertiesOf(inputSchema(route.params)) : {};
  return names.map((name) => ({ name, in: 'path', required: true, schema: known[name] ?? { type: 'string' } }));
}

function queryParameters(route: Route): JsonSchema[] {
  if (!route.query) return [];
  const schema = inputSchema(route.query);
  const required = requiredOf(schema);
  // What is coerced from text has no type of its own on the way in.
  return Object.entries(propertiesOf(schema)).map(([name, given]) => ({
    name, in: 'query', ...(required.includes(name) && { required: true }),
    schema: Object.keys(given).length === 0 || (given.type === undefined && given.enum === undefined && given.anyOf === undefined) ? { ...given, type: 'string' } : given,
  }));
}

function headerParameters(route: Route, hasVersion: boolean): JsonSchema[] {
  return [
    ...(hasVersion ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(route.method === 'POST' && route.kind === 'action' && route.isUpload !== true ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
}

function requestBody(route: Route, given: JsonSchema | undefined): JsonSchema | undefined {
  if (route.isUpload === true) return { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  const schema = given ?? (route.body ? inputSchema(route.body) : undefined);
  return schema && { required: requiredOf(schema).length > 0 || given !== undefined, content: { 'application/json': { schema } } };
}

function success(route: Route, given: JsonSchema | undefined): JsonSchema {
  const schema = given ?? (route.answer && route.answer !== nothing ? outputSchema(route.answer) : undefined);
  const status = route.status ?? (route.answer === nothing || (route.method === 'DELETE' && schema === undefined) ? 204 : 200);
  if (status === 204) return { '204': { description: 'Done' } };
  const type = route.isHijacked === true ? '*/*' : 'application/json';
  return { [String(status)]: { description: 'Done', content: { [type]: { schema: schema ?? {} } } } };
}

function problems(route: Route, hasVersion: boolean): JsonSchema {
  const hasInput = route.params !== undefined || route.query !== undefined || route.body !== undefined;
  const codes = [
    ...(hasInput ? ['400'] : []), ...(route.access === 'public' ? [] : ['401', '403']), ...(route.path.includes(':') ? ['404'] : []),
    ...(route.kind === 'action' ? ['409'] : []), ...(hasVersion ? ['412'] : []), '429',
  ];
  return Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/Problem${code}` }]));
}

const meanings: Readonly<Record<string, string>> = {
  400: 'Something in the request is wrong; `errors` says where', 401: 'Not signed in', 403: 'Not allowed', 404: 'No such record, or none that the caller may see',
  409: 'It conflicts with what is there', 412: 'Somebody changed it meanwhile; both versions are in the answer', 429: 'Too many requests; see `Retry-After`',
};

export const problemResponses: JsonSchema = Object.fromEntries(
  Object.entries(meanings).map(([code, description]) => [`Problem${code}`, { description, content: { 'application/problem+json': { schema: ref('Problem') } } }]),
);

export const sharedParameters: JsonSchema = {
  IfMatch: { name: 'If-Match', in: 'header', description: 'The version that the caller saw, as `"7"`', schema: { type: 'string' } },
  IdempotencyKey: {
    name: 'Idempotency-Key', in: 'header', description: 'The second identical request gets the answer of the first', schema: { type: 'string', minLength: 8, maxLength: 200 },
  },
};
