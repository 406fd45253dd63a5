import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { MeetingKind, Resolution } from '../rules/meeting-steps.ts';

/** What a meeting came to, told in its transaction. */
export interface MeetingOutcome {
  readonly meetingId: Id;
  readonly kind: MeetingKind;
  readonly subject: string;
  readonly about: { readonly object: string; readonly id: Id } | null;
  /** `cancelled`: it will not resolve anything. */
  readonly resolution: Resolution | 'cancelled';
  readonly text: string;
}

export interface MeetingListener {
  /** May refuse by throwing: nothing is written then. */
  readonly onResolution: (ctx: Context, outcome: MeetingOutcome) => Promise<void>;
}

const listeners: MeetingListener[] = [];

/** Called at load by modules above: what a resolution means for the record that the meeting was about. */
export const addMeetingListener = (listener: MeetingListener): void => {
  listeners.push(listener);
};

export async function tellMeetingListeners(ctx: Context, outcome: MeetingOutcome): Promise<void> {
  for (const listener of listeners) await listener.onResolution(ctx, outcome);
}
