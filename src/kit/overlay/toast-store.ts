import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly action?: { readonly label: string; run(): void | Promise<unknown> };
}

/** Long enough to read and to reach the undo button (WCAG 2.2.1 asks for more than a glance). */
const SHOWN_MS = 8_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => change(toasts.filter((t) => t.id !== id));

/** Shows one line at the bottom; at most three stay. An `action` is the undo. */
export function showToast(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
  lastId += 1;
  const id = lastId;
  const toast: Toast = { id, text, tone: options.tone ?? 'plain', ...(options.action ? { action: options.action } : {}) };
  change([...toasts.slice(-2), toast]);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
