import type { Locale } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';

export interface SetUpListener {
  /** The company was just made; runs in the transaction of the set-up. */
  onSetUp(ctx: Context, facts: { readonly locale: Locale; readonly timeZone: string }): Promise<void>;
}

const listeners: SetUpListener[] = [];

/** For the modules above that make what every company begins with; called while the module loads. */
export const addSetUpListener = (listener: SetUpListener): void => {
  listeners.push(listener);
};

export async function tellSetUp(ctx: Context, facts: { readonly locale: Locale; readonly timeZone: string }): Promise<void> {
  for (const listener of listeners) await listener.onSetUp(ctx, facts);
}
