import { z } from 'zod';

const shape = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} [\d:.]+\+00$/), z.int().nonnegative()]);

/** `at` as PostgreSQL writes it in UTC, with its microseconds, and the sequence number. */
export const writeCursor = (at: string, seq: number): string => Buffer.from(JSON.stringify([at, seq])).toString('base64url');

/** Undefined for anything that is no cursor of ours. */
export function readCursor(text: string): { at: string; seq: number } | undefined {
  try {
    const [at, seq] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, seq };
  } catch {
    return undefined;
  }
}
