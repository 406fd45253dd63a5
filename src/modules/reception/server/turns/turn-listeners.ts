import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { TurnKind } from './roster-day.ts';

export interface TurnEvent {
  readonly kind: 'assigned' | 'takenUp' | 'ended' | 'refused' | 'passed' | 'reversed';
  readonly siteId: Id;
  readonly turnId: Id;
  readonly registrationId: Id;
  readonly userId: Id;
  readonly turnKind: TurnKind;
  readonly isCounted: boolean;
}

export interface TurnListener {
  /** Runs in the transaction of the change, which it can refuse. */
  onTurnEvent(ctx: Context, event: TurnEvent): Promise<void>;
}

const listeners: TurnListener[] = [];

/** For registrations, which follow their turns; called while the module loads. */
export const addTurnListener = (listener: TurnListener): void => {
  listeners.push(listener);
};

export async function tellListeners(ctx: Context, event: TurnEvent): Promise<void> {
  for (const listener of listeners) await listener.onTurnEvent(ctx, event);
}
