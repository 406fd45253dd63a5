import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { InspectionRoute } from '../use-rounds.ts';

/** One sign a point, to be printed and put up: name, code, and the code for a hand-held reader. */
export function RouteSigns({ route }: { readonly route: InspectionRoute }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  return (
    <section className="card route-signs" aria-label={t('routes.signs')}>
      <h2 className="card-head">{t('routes.signs')}<span className="grow" /><Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('routes.print')}</Button></h2>
      <ul>
        {route.points.map((point) => (
          <li key={point.id}>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(point.qr)}`} alt="" />
            <b>{pick({ 'zh-CN': point.name, en: point.nameEn })}</b>
            <span className="mono">{point.code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
