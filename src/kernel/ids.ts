import { uuidv7obj } from 'uuidv7';

/** UUIDv7 in lower-case text form (PL-20). */
export type Id = string;

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is Id => typeof value === 'string' && PATTERN.test(value);

/** A new UUIDv7. Called only where a context is made; everything else takes ids from its context. */
export const newId = (): Id => uuidv7obj().toString();
