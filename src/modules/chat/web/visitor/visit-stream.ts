const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

/**
 * Listens for changes: the line says only that something changed. `onState(false)` while nothing comes, so that the page
 * asks by itself meanwhile. Returns how to stop.
 */
export function openVisitStream(token: string, onChange: () => void, onState: (isOpen: boolean) => void): () => void {
  const stop = new AbortController();
  let wait = FIRST_MS;
  const listen = async (): Promise<void> => {
    // The token goes in a header: an address would stand in logs.
    const response = await fetch('/api/v1/chat/visit/events', { headers: { 'x-chat-visitor': token }, signal: stop.signal });
    if (!response.ok || response.body === null) throw new Error(String(response.status));
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      wait = FIRST_MS;
      onState(true);
      // Beats keep the line; only data says that something changed.
      if (new TextDecoder().decode(value).includes('data:')) onChange();
    }
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await listen().catch(() => undefined);
      if (stop.signal.aborted) return;
      onState(false);
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      wait = Math.min(LONGEST_MS, wait * 2);
    }
  };
  void run();
  return () => stop.abort();
}
