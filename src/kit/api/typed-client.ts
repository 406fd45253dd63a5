import { type ApiOptions, api } from './api-client.ts';
import type { ApiRoutes } from './api-types.gen.ts';

type RouteKey = keyof ApiRoutes;
type Part<K extends RouteKey, P extends keyof ApiRoutes[K]> = ApiRoutes[K][P];
type HasRequired<T> = true extends { [K in keyof T]-?: undefined extends T[K] ? false : true }[keyof T] ? true : false;
type Needs<T, Name extends string> = HasRequired<T> extends true ? { readonly [N in Name]: T } : { readonly [N in Name]?: T };
type NeedsBody<T> = T extends undefined ? { readonly body?: undefined } : { readonly body: T };

/** What a call of the route takes: path parameters, query and body where it has them. */
export type CallInput<K extends RouteKey> = Needs<Part<K, 'params'>, 'params'> & Needs<Part<K, 'query'>, 'query'> & NeedsBody<Part<K, 'body'>>
  & Omit<ApiOptions, 'query'>;

export type CallAnswer<K extends RouteKey> = Part<K, 'answer'>;

/** One row of a route that answers `{ data: [...] }`. */
export type RowOf<K extends RouteKey> = CallAnswer<K> extends { readonly data: readonly (infer R)[] } ? R : never;

interface LooseInput extends Omit<ApiOptions, 'query'> {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: ApiOptions['query'];
  readonly body?: unknown;
}

type Args<K extends RouteKey> = HasRequired<CallInput<K>> extends true ? [input: CallInput<K>] : [input?: CallInput<K>];

const fill = (path: string, params: Readonly<Record<string, unknown>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(params[name])));

/**
 * Calls a route by its name, with the types that its declaration gives:
 * `call('PATCH /customers/{id}', { params: { id }, body: { stage: 'target' }, ifMatch: 3 })`. Throws `ApiProblem`.
 */
export function call<K extends RouteKey>(route: K, ...args: Args<K>): Promise<CallAnswer<K>>;
// Without the types of the routes: all of them at once are more than the compiler can hold.
export function call(route: string, input: LooseInput = {}): Promise<unknown> {
  const [method = '', path = ''] = route.split(' ');
  const { params, query, body, ...options } = input;
  const all: ApiOptions = { ...options, ...(query && { query }) };
  const address = fill(path, params);
  switch (method) {
    case 'GET': return api.get(address, all);
    case 'POST': return api.post(address, body, all);
    case 'PUT': return api.put(address, body, all);
    case 'PATCH': return api.patch(address, body, all);
    default: return api.del(address, all);
  }
}
