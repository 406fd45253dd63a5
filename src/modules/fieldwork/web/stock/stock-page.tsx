import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { Stock, StockPart } from './stock-types.ts';
import { MovesDialog } from './moves-dialog.tsx';
import { StockDialog } from './stock-dialog.tsx';
import './stock.css';

type Kind = 'receive' | 'transfer' | 'count';

const kinds: readonly Kind[] = ['receive', 'transfer', 'count'];

/** Parts by store: what lies in the depot and in each van, what runs low (SE-11). */
export default function StockPage() {
  const t = useFieldworkTexts();
  const client = useQueryClient();
  const mayMove = useFindObject()('partStore')?.grants.update !== undefined;
  const found = useQuery({ queryKey: ['records', 'partStore', 'stock'], queryFn: ({ signal }) => call('GET /fieldwork/stock', { signal }) });
  const [words, setWords] = useState('');
  const [isLowOnly, setLowOnly] = useState(false);
  const [changing, setChanging] = useState<Kind>();
  const [shown, setShown] = useState<StockPart>();
  const stock = found.data;
  const wanted = words.trim().toLocaleLowerCase();
  const parts = (stock?.parts ?? []).filter(({ name, code, isLow }) => (!isLowOnly || isLow) && (wanted === '' || `${code} ${name}`.toLocaleLowerCase().includes(wanted)));
  const low = stock?.parts.filter(({ isLow }) => isLow).length ?? 0;
  const actions = stock && mayMove && stock.stores.length > 0 && stock.parts.length > 0 && kinds.map((kind) => <Button key={kind} {...(kind === 'receive' && { type: 'primary' as const })} onClick={() => setChanging(kind)}>{t(`stock.${kind}`)}</Button>);
  return (
    <AdminPage title={t('stock.title')} hint={t('stock.hint')} actions={actions}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {stock && (
        <>
          <div className="row wrap">
            <Input className="stock-find" allowClear placeholder={t('stock.find')} aria-label={t('stock.find')} value={words} onChange={(event) => setWords(event.target.value)} />
            <label className="row small"><input type="checkbox" checked={isLowOnly} onChange={(event) => setLowOnly(event.target.checked)} />{t('stock.lowOnly', { count: low })}</label>
            <span className="grow" />
            <PageLink className="small" to="/o/parts">{t('stock.parts')}</PageLink><PageLink className="small" to="/o/part-stores">{t('stock.stores')}</PageLink>
          </div>
          <AdminCard title={t('stock.title')} note={parts.length} isFlush>
            {parts.length === 0 ? <EmptyState title={t('stock.none')} hint={t('stock.noneHint')} /> : <StockTable stock={stock} parts={parts} onOpen={setShown} />}
          </AdminCard>
        </>
      )}
      {stock && changing && <StockDialog kind={changing} stock={stock} onClose={() => setChanging(undefined)} onDone={() => { setChanging(undefined); void client.invalidateQueries({ queryKey: ['records', 'partStore'] }); }} />}
      {shown && <MovesDialog part={shown} onClose={() => setShown(undefined)} />}
    </AdminPage>
  );
}

function StockTable({ stock: { stores }, parts, onOpen }: { readonly stock: Stock; readonly parts: readonly StockPart[]; onOpen(part: StockPart): void }) {
  const t = useFieldworkTexts();
  return (
    <div className="stock-scroll" role="group" aria-label={t('stock.title')}>
      <table className="stock-table">
        <thead><tr><th scope="col">{t('stock.part')}</th><th scope="col" className="stock-number">{t('stock.price')}</th><th scope="col" className="stock-number">{t('stock.total')}</th>{stores.map(({ id, name, worker }) => <th key={id} scope="col" className="stock-number">{name}{worker !== null && <span className="small muted">{worker}</span>}</th>)}</tr></thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <th scope="row"><button type="button" className="link-button" onClick={() => onOpen(part)}>{part.name}</button><span className="small muted mono">{part.code}</span></th>
              <td className="stock-number mono">{part.price}</td>
              <td className="stock-number mono">{part.total} {part.measure}{part.isLow && <span className="tag tag-ju">{t('stock.low')}</span>}</td>
              {stores.map(({ id }) => {
                const quantity = part.stock.find(({ store }) => store === id)?.quantity;
                return <td key={id} className={`stock-number mono${quantity?.startsWith('-') === true ? ' danger' : ''}`}>{quantity ?? <span className="muted">–</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
