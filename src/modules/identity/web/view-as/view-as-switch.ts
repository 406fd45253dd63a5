const KEY = 'zhike.viewAs';

/** Every open page of this browser now shows somebody else: they are all loaded anew. */
export function changeSides(address: string): void {
  try {
    localStorage.setItem(KEY, String(performance.timeOrigin + performance.now()));
  } catch {
    // Blocked storage: the other pages find out with their next answer.
  }
  window.location.assign(address);
}

/** Calls back when another page of this browser changed sides; returns how to stop hearing. */
export function onChangedSides(heard: () => void): () => void {
  const listener = (event: StorageEvent) => { if (event.key === KEY) heard(); };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
