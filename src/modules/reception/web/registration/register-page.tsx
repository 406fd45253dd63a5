import { ErrorState } from '#kit/overlay/empty-state.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useChosenSite } from '../board/use-board.ts';
import { DeskPanel } from './desk-panel.tsx';
import { useRegistrationTexts } from './use-desk.ts';

/** The desk alone, for a telephone or a second screen. */
export default function RegisterPage() {
  const t = useRegistrationTexts();
  usePageTitle(t('desk'));
  const { sites, site } = useChosenSite();
  if (sites.error) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  return <div className="page"><h1>{site ? `${t('desk')} · ${site.name}` : t('desk')}</h1>{site && <DeskPanel key={site.id} siteId={site.id} />}</div>;
}
