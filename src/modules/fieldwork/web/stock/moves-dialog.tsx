import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { StockPart } from './stock-types.ts';

/** How the stock of a part came about, the newest move first. */
export function MovesDialog({ part, onClose }: { readonly part: StockPart; onClose(): void }) {
  const t = useFieldworkTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ['records', 'partStore', 'moves', part.id], queryFn: ({ signal }) => call('GET /fieldwork/parts/{id}/moves', { signal, params: { id: part.id } }) });
  return (
    <Dialog title={`${part.code} ${part.name}`} width={560} onClose={onClose}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={5} />}
      {found.data?.data.length === 0 && <p className="muted">{t('stock.noMoves')}</p>}
      <ul className="stock-moves">
        {found.data?.data.map(({ id, kind, quantity, store, order, note, at, by }) => (
          <li key={id}>
            <span className={`mono stock-quantity${quantity.startsWith('-') ? ' is-out' : ''}`}>{quantity.startsWith('-') ? quantity : `+${quantity}`}</span>
            <span className="grow">{t(`stock.kinds.${kind}`)} · {store}{order !== null && <> · <span className="mono">{order}</span></>}{note !== null && <> · {note}</>}<br /><span className="small muted">{format.fullMoment(at)}{by !== null && ` · ${by}`}</span></span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
