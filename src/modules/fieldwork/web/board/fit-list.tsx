import { useQuery } from '@tanstack/react-query';
import { AlertTriangle, Check } from 'lucide-react';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { LoadBar, inHours } from './worker-row.tsx';

interface FitProps {
  readonly order?: string | undefined;
  readonly area: string | null;
  readonly skills: readonly string[];
  readonly span: { readonly from: string; readonly to: string } | undefined;
  readonly worker: string;
  /** Empty: nobody yet, where that may be. */
  readonly nobody?: string;
  onWorker(worker: string): void;
}

/** Who may go at that time, the best first, and what speaks against the others (SE-11, SE-40). */
export function FitList({ order, area, skills, span, worker, nobody, onWorker }: FitProps) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const found = useQuery<CallAnswer<'GET /fieldwork/fit'>>({
    queryKey: ['records', 'serviceOrder', 'fit', order ?? '', area ?? '', skills.join(','), span?.from ?? '', span?.to ?? ''], enabled: span !== undefined, placeholderData: (old) => old,
    queryFn: ({ signal }) => call('GET /fieldwork/fit', { signal, query: { from: span?.from ?? '', to: span?.to ?? '', skills: skills.join(','), ...(order !== undefined && { order }), ...(area !== null && area !== '' && { area }) } }),
  });
  const rows = found.data?.data;
  if (!rows) return span === undefined ? null : <SkeletonLines count={4} />;
  return (
    <fieldset className="fit-list">
      <legend className="small muted">{t('board.worker')}</legend>
      {nobody !== undefined && <label className="fit-row"><input type="radio" name="fit-worker" checked={worker === ''} onChange={() => onWorker('')} /><span className="grow">{nobody}</span></label>}
      {rows.map((row) => {
        const against = [
          ...row.reasons.map(pick), ...(row.overlaps.length > 0 ? [t('board.busyWith', { orders: row.overlaps.join('、') })] : []),
          ...row.late.map(({ number, needed, free }) => t('board.tooFar', { after: number, needed, free })), ...(row.capacity === 0 ? [t('board.dayOff')] : []),
        ];
        return (
          <label key={row.id} className={`fit-row${worker === row.id ? ' is-chosen' : ''}`}>
            <input type="radio" name="fit-worker" aria-label={row.name} checked={worker === row.id} onChange={() => onWorker(row.id)} />
            <span className="grow">
              <span className="row">{row.name}{row.unit !== null && <span className="small muted">{row.unit}</span>}</span>
              {against.length === 0 ? <span className="small fit-good"><Check size={13} aria-hidden />{t('board.fits')}</span> : against.map((words) => <span key={words} className="small fit-bad"><AlertTriangle size={13} aria-hidden />{words}</span>)}
            </span>
            <span className="fit-load small muted">{inHours(row.minutes)} / {inHours(row.capacity)} h<LoadBar minutes={row.minutes} capacity={row.capacity} /></span>
          </label>
        );
      })}
    </fieldset>
  );
}
