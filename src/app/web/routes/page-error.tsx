import { isProblem } from '#kit/api/api-problem.ts';
import { ErrorState } from '#kit/overlay/empty-state.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useRouter } from '@tanstack/react-router';
import { PageMissing } from './page-missing.tsx';

/** What stands in place of a page that failed to load or to draw. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useKitTexts();
  const router = useRouter();
  if (isProblem(error, 'record.not-found')) return <PageMissing />;
  const retry = () => {
    reset?.();
    void router.invalidate();
  };
  return (
    <div className="page">
      <ErrorState error={error} title={t('error.page')} onRetry={retry} />
      {!isProblem(error) && <p className="small faint">{String(error)}</p>}
    </div>
  );
}
