import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { Why } from '#kit/why/why.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import type { CallAnswer } from '#kit/api/typed-client.ts';
import { sayBonus, sayPoints } from '../parts/say-figure.ts';
import { useEntries, usePerformanceTexts } from '../use-performance.ts';
import { CorrectDialog } from './correct-entry-dialog.tsx';

type Entry = CallAnswer<'GET /performance/people/{person}/entries'>['data'][number];

/** What a person was awarded, each line with its Why; a correction stands below what it corrects (SE-40). */
export function PersonEntries({ person, name }: { readonly person: string; readonly name: string }) {
  const t = usePerformanceTexts();
  const found = useEntries(person);
  const mayCorrect = useFindObject()('incentiveRun')?.grants.create !== undefined;
  const [correcting, setCorrecting] = useState<Entry>();
  return (
    <AdminCard title={t('entries.title')} isFlush>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={3} /></div>}
      {found.data?.data.length === 0 && <EmptyState title={t('entries.none')} hint={t('entries.noneHint')} />}
      {found.data && found.data.data.length > 0 && (
        <div className="admin-scroll pf-scroll">
          <table className="admin-table pf-entries">
            <caption className="visually-hidden">{t('entries.title')}</caption>
            <thead><tr><th scope="col">{t('entries.month')}</th><th scope="col" className="number">{t('entries.points')}</th><th scope="col" className="number">{t('entries.amount')}</th><th scope="col">{t('entries.why')}</th>{mayCorrect && <td className="no-print" aria-hidden />}</tr></thead>
            <tbody>
              {found.data.data.map((entry) => (
                <tr key={entry.id} className={entry.kind === 'correction' ? 'pf-correction' : ''}>
                  <th scope="row">{entry.month} {entry.kind === 'correction' && <span className="tag tag-ju">{t('entries.correction')}</span>}</th>
                  <td className="number" data-label={t('entries.points')}>{sayPoints(entry.points)}</td>
                  <td className="number" data-label={t('entries.amount')}>{sayBonus(entry.amount)}</td>
                  <td data-label={t('entries.why')}>{entry.decision === null ? entry.reason : <Why decision={entry.decision} clause={entry.clause} about={entry.month} />}</td>
                  {mayCorrect && <td className="no-print">{entry.kind === 'award' && <Button size="small" onClick={() => setCorrecting(entry)}>{t('entries.correct')}<span className="visually-hidden"> {entry.month}</span></Button>}</td>}
                </tr>
              ))}
            </tbody>
            <tfoot><tr><th scope="row">{t('entries.total')}</th><td className="number" data-label={t('entries.points')}>{sayPoints(found.data.total.points)}</td><td className="number" data-label={t('entries.amount')}>{sayBonus(found.data.total.amount)}</td><td aria-hidden />{mayCorrect && <td className="no-print" aria-hidden />}</tr></tfoot>
          </table>
        </div>
      )}
      {correcting && <CorrectDialog entry={correcting.id} name={name} month={correcting.month} onClose={() => setCorrecting(undefined)} />}
    </AdminCard>
  );
}
