import type { Id } from '#kernel/ids.ts';
import type { ParsedMail } from '../parsing/parse-mail.ts';
import type { StoredAttachment } from './store-parts.ts';

/** A mail as it came over the line. */
export interface IncomingMail {
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
  /** Only its headers were fetched, because it is too large: kept as unread by the machine. */
  readonly isCut?: boolean;
  /** The row that this one takes the place of, when it is tried again. */
  readonly replaces?: Id;
}

/** `taken`: noted down with its effect; `kept`: noted down, not understood or its effect failed; `known`: it was there. */
export type Taken = 'taken' | 'kept' | 'known';

export type Prepared =
  | { readonly kind: 'parsed'; readonly mail: ParsedMail; readonly attachments: readonly StoredAttachment[] }
  | { readonly kind: 'unread'; readonly error: string };
