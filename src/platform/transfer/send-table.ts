import { PassThrough, type Writable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export type TableFormat = 'csv' | 'xlsx';

const mimes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The header that makes a browser save the answer under this name, in any script (RFC 6266). */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

export function downloadHeaders(reply: FastifyReply, name: string, format: TableFormat, encoding = 'utf-8'): void {
  void reply.header('content-disposition', attachment(name)).type(mimes[format].replace('utf-8', encoding));
}

/** A download that goes to the person as it is made. When it breaks, the browser sees a broken download, not a short file. */
export async function sendTable(
  reply: FastifyReply, name: string, format: TableFormat, write: (out: Writable) => Promise<unknown>, encoding = 'utf-8',
): Promise<void> {
  const out = new PassThrough();
  out.on('error', () => undefined);
  downloadHeaders(reply, name, format, encoding);
  void reply.send(out);
  try {
    await write(out);
  } catch (error) {
    reply.log.warn({ err: error }, 'a download broke off');
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
