import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';

/**
 * For tests: holds every successful JSON answer against the schema that its route declares, before the server listens.
 * The returned function throws with all that differed, so that the suite fails whoever asked.
 */
export function checkAnswers(server: FastifyInstance): () => void {
  const wrong = new Set<string>();
  server.addHook('onSend', async (request, reply, payload) => {
    const { route } = request.routeOptions.config;
    if (route?.answer === undefined || reply.statusCode >= 300) return payload;
    const fault = faultOf(route.answer, reply.statusCode, payload);
    if (fault !== undefined) wrong.add(`${route.method} ${route.path}: ${fault}`);
    return payload;
  });
  return () => {
    if (wrong.size > 0) throw new Error(`Answers that are not as declared:\n${[...wrong].join('\n')}`);
  };
}

function faultOf(answer: z.ZodType, status: number, payload: unknown): string | undefined {
  if (answer === nothing) return status === 204 ? undefined : `${status} instead of 204`;
  if (typeof payload !== 'string') return 'no JSON';
  const checked = answer.safeParse(JSON.parse(payload));
  return checked.success ? undefined : z.prettifyError(checked.error);
}
