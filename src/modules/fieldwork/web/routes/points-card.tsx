import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { newId } from '#kernel/ids.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { moveItem } from '../checklists/edited-items.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';

export interface EditedPoint {
  /** Of this page; `id` is the server's and absent for a new point. */
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly nameEn: string;
  readonly code: string;
}

export const newPoint = (): EditedPoint => ({ key: newId(), name: '', nameEn: '', code: '' });

interface PointsProps {
  readonly points: readonly EditedPoint[];
  readonly mayWrite: boolean;
  readonly isTried: boolean;
  onPoints(points: readonly EditedPoint[]): void;
}

/** The points in the order of the way; a new one gets its code when it is saved. */
export function PointsCard({ points, mayWrite, isTried, onPoints }: PointsProps) {
  const t = useFieldworkTexts();
  const set = (at: number, part: Partial<EditedPoint>) => onPoints(points.map((point, place) => (place === at ? { ...point, ...part } : point)));
  const mark = (value: string) => (isTried && value.trim() === '' ? { status: 'error' as const } : {});
  return (
    <AdminCard title={t('rounds.pointList')} note={points.length} isFlush>
      <ol className="route-points">
        {points.map((point, at) => {
          const said = point.name.trim() === '' ? t('routes.point', { at: at + 1 }) : point.name;
          return (
            <li key={point.key}>
              <span className="muted route-at">{at + 1}</span>
              <div className="route-names">
                <Input aria-label={t('routes.point', { at: at + 1 })} placeholder={t('routes.pointName')} maxLength={80} disabled={!mayWrite} value={point.name} {...mark(point.name)} onChange={(event) => set(at, { name: event.target.value })} />
                <Input aria-label={t('routes.pointEn', { at: at + 1 })} placeholder={t('lists.nameEn')} maxLength={80} disabled={!mayWrite} value={point.nameEn} {...mark(point.nameEn)} onChange={(event) => set(at, { nameEn: event.target.value })} />
              </div>
              <span className="small muted mono route-code">{point.code === '' ? t('routes.codeLater') : point.code}</span>
              {mayWrite && (
                <span className="row route-moves">
                  <Button type="text" aria-label={t('lists.up', { item: said })} disabled={at === 0} icon={<ArrowUp size={16} aria-hidden />} onClick={() => onPoints(moveItem(points, at, at - 1))} />
                  <Button type="text" aria-label={t('lists.down', { item: said })} disabled={at === points.length - 1} icon={<ArrowDown size={16} aria-hidden />} onClick={() => onPoints(moveItem(points, at, at + 1))} />
                  <Button type="text" aria-label={t('lists.remove', { item: said })} disabled={points.length === 1} icon={<X size={16} aria-hidden />} onClick={() => onPoints(points.toSpliced(at, 1))} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {mayWrite && <div className="route-add"><Button icon={<Plus size={14} aria-hidden />} onClick={() => onPoints([...points, newPoint()])}>{t('routes.addPoint')}</Button></div>}
    </AdminCard>
  );
}
