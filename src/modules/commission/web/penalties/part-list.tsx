import type { RowOf } from '#kit/api/typed-client.ts';
import { sayAmount, useCommissionTexts } from '../parts/commission-words.ts';

/** How the amount comes about: each base with what the clause takes of it. */
export function PartList({ parts, currency }: { parts: RowOf<'GET /commission/penalties'>['parts']; currency: string }) {
  const t = useCommissionTexts();
  return (
    <ul className="small muted">
      {parts.filter((part) => part.base !== 'byManager').map((part) => <li key={part.base}>{t('penalty.part', { base: t(`penalty.${part.base}`), of: sayAmount(part.of, currency), percent: part.percent })}</li>)}
    </ul>
  );
}
