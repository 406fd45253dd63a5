import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type AuditResults, useAreaName, useStandardsTexts } from '../use-standards.ts';
import { TrendCard } from './trend-card.tsx';
import { TypeMap } from './type-map.tsx';
import './results.css';

const ranges = { quarter: 3, half: 6, year: 12, two: 24 } as const;
type Range = keyof typeof ranges;
const rangeKeys = ['quarter', 'half', 'year', 'two'] as const;
const kinds = ['mystery', 'phone'] as const;

/** The first day of the month so many months before. */
function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

function Missed({ failed }: { readonly failed: AuditResults['failed'] }) {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  return (
    <AdminCard title={t('results.missed')} isFlush>
      <ol className="admin-lines missed-list">
        {failed.map((row) => (
          <li key={`${row.template} ${row.key}`}>
            <div className="grow"><span>{row.text}</span><p className="small muted">{areaName(row.area)} · {row.template}</p></div>
            <span className="missed-rate"><progress max={row.asked} value={row.failed} aria-hidden /><span className="small">{t('results.rate', { failed: row.failed, asked: row.asked })}</span></span>
          </li>
        ))}
      </ol>
    </AdminCard>
  );
}

/** What the audits say: four-type map, trend, what is missed most (SE-21). */
export default function ResultsPage() {
  const t = useStandardsTexts();
  const today = useFormat().today();
  const navigate = useNavigate();
  const search: { readonly range?: unknown; readonly kind?: unknown; readonly unit?: unknown } = useSearch({ strict: false });
  const range: Range = rangeKeys.find((each) => each === search.range) ?? 'half';
  const kind = kinds.find((each) => each === search.kind);
  const unit = typeof search.unit === 'string' && search.unit !== '' ? search.unit : undefined;
  const asked = { from: monthsBefore(today, ranges[range]), to: today, ...(kind !== undefined && { kind }) };
  // The choice of units is what there is without one.
  const all = useQuery({ queryKey: ['records', 'serviceAudit', 'results', asked], queryFn: ({ signal }) => call('GET /audits/results', { signal, query: asked }), placeholderData: (earlier) => earlier });
  const one = useQuery({ queryKey: ['records', 'serviceAudit', 'results', asked, unit], enabled: unit !== undefined, queryFn: ({ signal }) => call('GET /audits/results', { signal, query: { ...asked, ...(unit !== undefined && { unit }) } }), placeholderData: (earlier) => earlier });
  const found = unit === undefined ? all : one;
  const units = [...new Map((all.data?.places ?? []).map((place) => [place.unitId, place.unit])).entries()];
  const go = (next: { range?: Range; kind?: string; unit?: string }) => void navigate({ to: `/audit-results?range=${next.range ?? range}&kind=${next.kind ?? kind ?? ''}&unit=${next.unit ?? unit ?? ''}`, replace: true });
  return (
    <AdminPage title={t('results.title')} hint={t('results.hint')} actions={<Button icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>{t('print')}</Button>}>
      <div className="row wrap results-tools no-print">
        <ChoiceBar label={t('results.range')} value={range} options={rangeKeys.map((value) => ({ value, label: t(`results.ranges.${value}`) }))} onChange={(value) => go({ range: value })} />
        <PlainSelect label={t('results.kind')} value={kind ?? ''} options={[{ value: '', label: t('results.allKinds') }, ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]} onChange={(value) => go({ kind: value })} />
        <PlainSelect label={t('unit')} value={unit ?? ''} options={[{ value: '', label: t('results.allUnits') }, ...units.map(([value, label]) => ({ value, label }))]} onChange={(value) => go({ unit: value })} />
      </div>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {found.data?.places.length === 0 && <div className="card"><EmptyState title={t('results.empty')} hint={t('results.emptyHint')} /></div>}
      {found.data && found.data.places.length > 0 && (
        <>
          <AdminCard title={t('results.map')}><TypeMap results={found.data} /></AdminCard>
          <TrendCard results={found.data} />
          {found.data.failed.length > 0 && <Missed failed={found.data.failed} />}
        </>
      )}
    </AdminPage>
  );
}
