import { useEffect, useRef, useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { Composer } from './composer.tsx';
import { useTimelineSources } from './entry-icon.tsx';
import { type KindChip, kindChips } from './kind-groups.ts';
import { TimelineLine } from './timeline-entry.tsx';
import { useTimeline } from './use-timeline.ts';
import './timeline.css';

function KindChips({ chosen, onChange }: { chosen: readonly string[]; onChange: (kinds: readonly string[]) => void }) {
  const t = useCustomersTexts();
  const pick = usePick();
  const sources = useTimelineSources();
  const chips = kindChips([...sources.keys()]);
  const toggle = ({ kinds }: KindChip, isOn: boolean) => onChange(isOn ? chosen.filter((k) => !kinds.includes(k)) : [...chosen, ...kinds]);
  const labelOf = ({ key, group }: KindChip) => {
    const source = sources.get(key);
    return group ? t(`timeline.group.${group}`) : source ? pick(source.label) : key;
  };
  return (
    <div className="entry-kinds no-print" role="group" aria-label={t('timeline.kinds')}>
      <button type="button" className="entry-kind" aria-pressed={chosen.length === 0} onClick={() => onChange([])}>{t('timeline.all')}</button>
      {chips.map((chip) => {
        const isOn = chip.kinds.every((kind) => chosen.includes(kind));
        return <button key={chip.key} type="button" className="entry-kind" aria-pressed={isOn} onClick={() => toggle(chip, isOn)}>{labelOf(chip)}</button>;
      })}
    </div>
  );
}

/** Loads on when the end comes near; the button stands there for those who do not scroll. */
function StreamEnd({ hasMore, isLoading, onMore }: { hasMore: boolean; isLoading: boolean; onMore: () => void }) {
  const t = useCustomersTexts();
  const kit = useKitTexts();
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasMore) return;
    const observer = new IntersectionObserver(([seen]) => { if (seen?.isIntersecting) more.current(); }, { rootMargin: '600px' });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [hasMore, isLoading]);
  return (
    <div ref={end} className="stream-end small faint">
      {hasMore ? <button type="button" className="link-button" disabled={isLoading} onClick={onMore}>{isLoading ? kit('list.loadingMore') : t('timeline.more')}</button> : t('timeline.start')}
    </div>
  );
}

/** Everything that happened with a customer, newest first, in one stream (CU-3, UX-7). */
export default function TimelineTab({ record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const activities = useFindObject()('activity');
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const stream = useTimeline(record, kinds);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = stream;
  const { entries } = stream;
  return (
    <div className="timeline">
      {activities?.grants.create !== undefined && <Composer activities={activities} customer={record} />}
      <KindChips chosen={kinds} onChange={setKinds} />
      {stream.error && entries.length === 0 && <ErrorState error={stream.error} onRetry={() => void stream.refetch()} />}
      {stream.isPending && <div className="card-body"><SkeletonLines count={8} /></div>}
      {stream.isSuccess && entries.length === 0 && <EmptyState title={t(kinds.length > 0 ? 'timeline.none' : 'timeline.empty')} hint={t(kinds.length > 0 ? 'timeline.noneHint' : 'timeline.emptyHint')} />}
      {entries.length > 0 && (
        <>
          <ol className="entries" aria-label={t('timeline.label')} aria-busy={stream.isFetching}>{entries.map((entry) => <TimelineLine key={entry.id} activities={activities} entry={entry} />)}</ol>
          <StreamEnd hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }} />
        </>
      )}
    </div>
  );
}
