import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';

/** An address without a page, or one that this person may not see: both look the same (PL-30). */
export function PageMissing() {
  const t = useKitTexts();
  usePageTitle(t('app.notFound'));
  return <EmptyState title={t('app.notFound')} hint={t('app.notFoundHint')} actions={<PageLink to="/">{t('app.goHome')}</PageLink>} />;
}
