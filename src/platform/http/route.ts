import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ObjectAction } from '#meta/object.ts';
import type { Right } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import type { DeepReadonly } from './answer.ts';

/**
 * Who may call a route (SEC-11). `records`: the records engine asks for the grant on the object named in the path.
 * A route without this is refused at start.
 */
export type RouteAccess =
  | 'public'
  | 'signed-in'
  | 'records'
  | { readonly right: Right }
  | { readonly object: string; readonly action: ObjectAction };

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: FastifyRequest['headers'];
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route<P = unknown, Q = unknown, B = unknown, A = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, fastify form: `/customers/:id/merge`. */
  readonly path: string;
  readonly access: RouteAccess;
  /** `query`: reads, no transaction. `action`: one transaction, committed when the handler returns. */
  readonly kind: 'query' | 'action';
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** For OpenAPI and the typed client; answers are checked in tests, not at run time. */
  readonly answer?: z.ZodType<A>;
  readonly status?: number;
  /** The password must have been entered within the last minutes (SEC-9). */
  readonly isFreshNeeded?: boolean;
  /** The body is a stream of bytes (uploads); everything else must be JSON. */
  readonly isUpload?: boolean;
  /** The handler writes to the reply itself (downloads, event stream). */
  readonly isHijacked?: boolean;
  readonly bodyLimit?: number;
  readonly handle: (ctx: Context, input: RouteInput<P, Q, B>) => Promise<DeepReadonly<NoInfer<A>> | RawJson>;
}

/** Declares a route with its types inferred from its schemas; a list of routes forgets them. */
export const defineRoute = <P = unknown, Q = unknown, B = unknown, A = unknown>(route: Route<P, Q, B, A>): Route => route as unknown as Route;

/** JSON made by the database, passed through without parsing it. */
export class RawJson {
  readonly text: string;
  /** A refusal that is kept: the transaction is committed and the text is a problem document. */
  readonly status: number | undefined;
  constructor(text: string, status?: number) {
    this.text = text;
    this.status = status;
  }
}
