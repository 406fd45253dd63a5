import { createHash } from 'node:crypto';
import { type RawHeader, headerOf, idsIn } from '../parsing/header-block.ts';

export interface MailIdentity {
  readonly dedupeKey: string;
  readonly originHash: string;
}

const hash = (...parts: (string | Uint8Array)[]): string => {
  const made = createHash('sha256');
  for (const part of parts) made.update(part).update('\0');
  return made.digest('hex');
};

/**
 * What makes a mail the same one (REL-7): its Message-ID, else its bytes. `raw` undefined: only its headers are known,
 * and without a Message-ID nothing can be told.
 */
export function identityOf(headers: readonly RawHeader[], raw: Uint8Array | undefined): MailIdentity | undefined {
  const originHash = hash(headerOf(headers, 'from') ?? '', headerOf(headers, 'date') ?? '').slice(0, 32);
  const messageId = idsIn(headerOf(headers, 'message-id'))[0]?.replace(/\0/g, '');
  if (messageId) return { dedupeKey: `id:${messageId}`, originHash };
  return raw && { dedupeKey: `sha:${hash(raw)}`, originHash };
}

/** A mail of another origin under a Message-ID that is taken: some senders give all of theirs the same one. */
export const doubledKey = (identity: MailIdentity): string => `${identity.dedupeKey} ${identity.originHash}`;
