import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { figureKeys } from '../../rules/figures.ts';
import { useFigureNames, usePerformanceTexts } from '../use-performance.ts';

/** How each figure is counted, on the page and on paper (SE-40). */
export function Definitions() {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  return (
    <AdminCard title={t('definitions')}>
      <dl className="pf-how small">
        {figureKeys.map((key) => <div key={key}><dt>{names(key)}</dt><dd className="muted">{t(`how.${key}`)}</dd></div>)}
      </dl>
      <p className="small muted pf-excluded">{t('how.excluded')}</p>
    </AdminCard>
  );
}
