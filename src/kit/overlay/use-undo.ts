import { useCallback } from 'react';
import { isProblem } from '../api/api-problem.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { showToast } from './toast-store.ts';

/** Says what went wrong in a toast; used for actions that have no field to show it beside. */
export function reportProblem(error: unknown): void {
  showToast(isProblem(error) ? error.detail : String(error), { tone: 'bad' });
}

/** `undoable(text, undo)`: says what was done and offers to take it back (PL-62: undo instead of "are you sure"). */
export function useUndo(): (text: string, undo: () => Promise<unknown>) => void {
  const t = useKitTexts();
  return useCallback(
    (text, undo) => {
      const run = () => undo().catch(reportProblem);
      showToast(text, { action: { label: t('action.undo'), run } });
    },
    [t],
  );
}
