import { useCallback, useState } from 'react';

/** One thing at a time, and the words of what went wrong with it. */
export function useDoing(): { readonly isBusy: boolean; readonly problem: string | undefined; run(work: () => Promise<void>): Promise<void> } {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }, []);
  return { isBusy, problem, run };
}
