import { Button } from 'antd';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import type { CallAnswer } from '#kit/api/typed-client.ts';
import type { FigureKey } from '../../rules/figures.ts';
import { useFigureList, useFigureNames, usePerformanceTexts } from '../use-performance.ts';
import type { Period } from './period-model.ts';
import { useDuration } from './say-figure.ts';

type Listed = CallAnswer<'GET /performance/people/{person}/figures/{figure}'>;
type Row = Listed['data'][number];

const addresses: Readonly<Record<Listed['object'], (id: string) => string>> = {
  case: (id) => `/cases/${id}`, serviceOrder: (id) => `/o/service-orders/${id}`, serviceAudit: (id) => `/audits/report/${id}`, recognition: () => '/praise',
};

function useValueWords(figure: FigureKey): (value: number | null) => string {
  const t = usePerformanceTexts();
  const duration = useDuration();
  return (value) => {
    if (value === null) return '';
    if (figure === 'response' || figure === 'solve') return t('list.working', { time: duration(value) });
    if (figure === 'onTime') return t(value > 0 ? 'list.onTime' : 'list.late');
    if (figure === 'praise') return value === 0 ? '' : t('list.points', { n: value });
    return t('list.score', { n: formatNumber(value, 1) });
  };
}

function Line({ row, object, say, hasPerson }: { readonly row: Row; readonly object: Listed['object']; readonly say: (value: number | null) => string; readonly hasPerson: boolean }) {
  const t = usePerformanceTexts();
  const format = useFormat();
  const name = [row.number, row.title ?? t('list.withheld')].filter((part) => part !== '').join(' ');
  const value = say(row.value);
  return (
    <li>
      {row.mayOpen ? <PageLink to={addresses[object](row.id)}>{name}</PageLink> : <span className="muted">{name}</span>}
      <span className="small muted">{[format.moment(row.at), ...(hasPerson ? [row.person] : []), ...(value === '' ? [] : [value])].join(' · ')}</span>
    </li>
  );
}

/** The very cases that a figure counts, the newest first (SE-40). */
export function FigureList({ person, figure, asked, name, onClose }: { readonly person: string; readonly figure: FigureKey; readonly asked: Period; readonly name?: string | undefined; onClose(): void }) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const say = useValueWords(figure);
  const found = useFigureList(person, figure, asked);
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.data);
  const count = pages[0]?.count;
  const title = `${name === undefined ? '' : `${name} · `}${t('list.title', { figure: names(figure), n: count ?? '…' })}`;
  return (
    <Dialog title={title} place="side" width={560} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('close')}</Button>}>
      <p className="muted small">{t(`how.${figure}`)}</p>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={5} />}
      {count === 0 && <p className="muted pf-none">{t('list.none')}</p>}
      <ul className="pf-list">{rows.map((row) => <Line key={`${row.id} ${row.person}`} row={row} object={pages[0]?.object ?? 'case'} say={say} hasPerson={person === 'team'} />)}</ul>
      {found.hasNextPage && <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more', { n: Math.min(200, (count ?? 0) - rows.length) })}</Button>}
    </Dialog>
  );
}
