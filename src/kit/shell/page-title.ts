import { useEffect } from 'react';
import { useSessionIfAny } from '../api/session.ts';
import { useKitTexts } from '../texts/use-texts.ts';

/** Names the browser's tab: `page · company`. */
export function usePageTitle(title: string | undefined): void {
  const t = useKitTexts();
  const company = useSessionIfAny()?.company.name;
  const house = company ?? t('app.name');
  useEffect(() => {
    document.title = title ? `${title} · ${house}` : house;
  }, [title, house]);
}
