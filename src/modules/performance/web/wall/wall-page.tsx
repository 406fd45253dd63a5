import { Button } from 'antd';
import { Heart } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { usePerformanceTexts, useWall, type WallShow } from '../use-performance.ts';
import { PraiseCard } from './praise-card.tsx';
import { PraiseDialog } from './praise-dialog.tsx';
import '../performance.css';

const shows = ['all', 'customer', 'colleague', 'mine', 'hidden'] as const;
type Shown = (typeof shows)[number];
const showOf = (shown: Shown): WallShow => (shown === 'mine' ? 'all' : shown);

/** 表扬墙: praise from customers and colleagues; the supervisor may take one off (SE-40). */
export default function WallPage() {
  const t = usePerformanceTexts();
  const praises = useFindObject()('recognition');
  const { user } = useSession();
  const [shown, setShown] = useState<Shown>('all');
  const [isPraising, setPraising] = useState(false);
  const found = useWall(showOf(shown), shown === 'mine' ? user.id : undefined);
  const pages = found.data?.pages ?? [];
  const cards = pages.flatMap((page) => page.data);
  const options: readonly { readonly value: Shown; readonly label: string }[] = shows.filter((each) => each !== 'hidden' || praises?.grants.update !== undefined).map((value) => ({ value, label: t(`wall.${value}`) }));
  return (
    <AdminPage title={t('wall.title')} hint={t('wall.hint')} actions={praises?.grants.create !== undefined && <Button type="primary" icon={<Heart size={15} aria-hidden />} onClick={() => setPraising(true)}>{t('wall.praise')}</Button>}>
      <div className="row wrap pf-tools no-print"><ChoiceBar label={t('wall.show')} value={shown} options={options} onChange={(value) => setShown(value)} /></div>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && cards.length === 0 && <div className="card"><EmptyState icon={<Heart size={28} />} title={t('wall.empty')} hint={t('wall.emptyHint')} /></div>}
      <ul className="pf-wall">{cards.map((card) => <PraiseCard key={card.id} card={card} />)}</ul>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('wall.load')}</Button>}
      {isPraising && <PraiseDialog allowance={pages[0]?.allowance} onClose={() => setPraising(false)} />}
    </AdminPage>
  );
}
