import { useQualityTexts } from '../quality/use-quality-texts.ts';
import type { Handover } from './handover-types.ts';

/** How far a hand-over is, in tags. */
export function HandoverCounts({ handover }: { handover: Handover }) {
  const t = useQualityTexts();
  const { counts, mine } = handover;
  return (
    <span className="row wrap">
      {mine > 0 && <span className="tag tag-qing">{t('handover.mine', { count: mine })}</span>}
      {counts.waiting > 0 && mine === 0 && <span className="tag tag-hu">{t('handover.waiting', { count: counts.waiting })}</span>}
      {counts.accepted > 0 && <span className="tag tag-green">{t('handover.accepted', { count: counts.accepted })}</span>}
      {counts.declined > 0 && <span className="tag tag-zhu">{t('handover.declined', { count: counts.declined })}</span>}
      {counts.undone > 0 && <span className="tag">{t('handover.undoneCount', { count: counts.undone })}</span>}
    </span>
  );
}
