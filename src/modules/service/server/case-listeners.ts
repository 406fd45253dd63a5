import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { CaseChannel } from '../objects/case.object.ts';

/** What happened to a case, told in its transaction to the modules above. */
export interface CaseEvent {
  readonly kind: 'opened' | 'handedOn' | 'incoming' | 'replied' | 'answered' | 'reopened' | 'closed' | 'merged';
  readonly caseId: Id;
  readonly number: string;
  readonly customerId: Id | null;
  readonly channel: CaseChannel;
  /** The message, where there is one. */
  readonly messageId?: Id;
}

export interface CaseListener {
  readonly onCaseEvent: (ctx: Context, event: CaseEvent) => Promise<void>;
}

const listeners: CaseListener[] = [];

/** Called at load by modules above: a reply by mail, a notice in the portal, a service order that ends. */
export const addCaseListener = (listener: CaseListener): void => {
  listeners.push(listener);
};

export async function tellCaseListeners(ctx: Context, event: CaseEvent): Promise<void> {
  for (const listener of listeners) await listener.onCaseEvent(ctx, event);
}
