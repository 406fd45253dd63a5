export type ThemeChoice = 'light' | 'dark' | 'system';
export type Density = 'comfortable' | 'compact';

export interface Preferences {
  readonly theme: ThemeChoice;
  readonly density: Density;
}

const KEY = 'zhike.look';
const standard: Preferences = { theme: 'system', density: 'comfortable' };

/** The look chosen on this device; storage may be blocked by the browser, then the standard look holds. */
export function loadPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return standard;
    const theme = 'theme' in stored && (stored.theme === 'light' || stored.theme === 'dark') ? stored.theme : 'system';
    const density = 'density' in stored && stored.density === 'compact' ? 'compact' : 'comfortable';
    return { theme, density };
  } catch {
    return standard;
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // The look then lasts until the page is closed.
  }
}
