import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';

/** The quiet shape of a page while its code loads. */
export function PageWait() {
  const t = useKitTexts();
  return (
    <div className="page" aria-busy="true">
      <span className="visually-hidden" role="status">{t('app.loading')}</span>
      <SkeletonLines count={6} />
    </div>
  );
}
