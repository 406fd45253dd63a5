import { showToast } from '../../overlay/toast-store.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type BulkResult, isDone } from './bulk-run.ts';

/** Says how a bulk operation went: all, or how many not and why the first did not. */
export function useBulkReport() {
  const t = useKitTexts();
  return (results: readonly BulkResult[], all: (count: number) => string): boolean => {
    const done = results.filter(isDone).length;
    const failed = results.length - done;
    if (failed === 0) return true;
    const reason = results.find((r) => !isDone(r))?.problem?.detail;
    const words = [t('bulk.partly', { done, failed }), reason ? t('bulk.firstReason', { reason }) : ''].filter(Boolean).join(' ');
    showToast(done === 0 ? words : `${all(done)} ${words}`, { tone: 'bad' });
    return false;
  };
}
