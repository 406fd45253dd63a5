import { PassThrough, type Writable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export const tableMimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The header that makes a browser save the answer under this name, in any script (RFC 6266). */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Begins a download; what is written to the answer goes to the person as it is made. */
export function sendTable(reply: FastifyReply, name: string, format: keyof typeof tableMimes): Writable {
  const out = new PassThrough();
  void reply.header('content-disposition', attachment(name)).type(tableMimes[format]).send(out);
  return out;
}
