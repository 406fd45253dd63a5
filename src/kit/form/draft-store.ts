import type { Values } from '../records/use-save.ts';

const keyOf = (name: string): string => `zhike.draft.${name}`;

/** Unsaved input of a form, kept in this tab so that nothing typed is lost (UX-16). */
export function readDraft(name: string): Values | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null');
    return typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored)) : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(name: string, values: Values): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // A full or blocked storage loses the draft, not the form.
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was stored.
  }
}
