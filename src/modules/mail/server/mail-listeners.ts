import type { Context } from '#platform/context/context.ts';
import type { BouncedMail, InboundMail, RecordLink } from './mail-types.ts';

/**
 * What a module above does with mails that come in, in the transaction that takes them in: thrown errors undo it, the
 * mail is kept and tried again. `onMail` answers the record that the mail now belongs to, undefined when it is not its
 * business; the first that answers has it. It is called for natures normal, autoReply and list.
 */
export interface InboundMailListener {
  readonly key: string;
  onMail(ctx: Context, mail: InboundMail): Promise<RecordLink | undefined>;
  /** A mail of ours did not arrive. */
  onBounce?(ctx: Context, bounced: BouncedMail): Promise<void>;
}

const listeners: InboundMailListener[] = [];

/** For modules above, once at load (SE-30). A key that is there already is replaced. Answers how to take it off again. */
export function addInboundMailListener(listener: InboundMailListener): () => void {
  removeListener(listener.key);
  listeners.push(listener);
  return () => removeListener(listener.key);
}

function removeListener(key: string): void {
  const at = listeners.findIndex((known) => known.key === key);
  if (at >= 0) listeners.splice(at, 1);
}

export const inboundMailListeners = (): readonly InboundMailListener[] => listeners;
