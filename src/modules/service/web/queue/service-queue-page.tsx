import { Button } from 'antd';
import { Inbox, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { QueueTable, moveFocus } from './queue-table.tsx';
import { BulkBar, useBulk } from './use-bulk.tsx';
import { type Asked, boxes, kinds, useAsked, useBoxCounts, useCaseChoice, useCaseTypes, useDesk, useQueueRows, useQueueTexts } from './use-queue.ts';
import './service-queue.css';

const IntakeDialog = lazy(() => import('./intake-dialog.tsx'));

/** Counts stop at a hundred: more is not read. */
const MOST = 100;

function Boxes({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const t = useQueueTexts();
  const counts = useBoxCounts().data;
  const isCounted = counts !== undefined;
  const current = useRef<HTMLButtonElement>(null);
  // On the phone the boxes are wider than the screen.
  useEffect(() => {
    current.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [asked.box, isCounted]);
  return (
    <nav className="queue-boxes no-print" aria-label={t('boxes')}>
      {boxes.map((box) => {
        const n = counts?.[box];
        return (
          <button key={box} ref={box === asked.box ? current : null} type="button" aria-current={box === asked.box ? 'page' : undefined} className={box === 'overdue' && n ? 'has-late' : undefined} onClick={() => onChange({ box })}>
            {t(`box.${box}`)} {n !== undefined && <span className="queue-count">{n >= MOST ? t('many', { n: MOST - 1 }) : n}</span>}
          </button>
        );
      })}
    </nav>
  );
}

function QueueChoice({ object, asked, onChange }: { object: ObjectMeta; asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const t = useQueueTexts();
  const { records } = useRecords(object, { sort: 'name' });
  if (records.length < 2) return null;
  return <PlainSelect label={t('queue')} value={asked.queue ?? ''} options={[{ value: '', label: t('allQueues') }, ...records.map((record) => ({ value: record.id, label: String(record['name']) }))]} onChange={(queue) => onChange({ queue: queue || undefined })} />;
}

function Filters({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const t = useQueueTexts();
  const choice = useCaseChoice();
  const queues = useFindObject()('serviceQueue');
  return (
    <div className="queue-filters no-print">
      <PlainSelect label={t('kind')} value={asked.kind ?? ''} options={[{ value: '', label: t('allKinds') }, ...kinds.map((value) => ({ value, label: choice('kind', value) }))]} onChange={(kind) => onChange({ kind: kinds.find((each) => each === kind) })} />
      {queues && <QueueChoice object={queues} asked={asked} onChange={onChange} />}
    </div>
  );
}

function Nothing({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const t = useQueueTexts();
  const name = asked.kind || asked.queue ? 'filtered' : asked.box;
  const to = name === 'filtered' ? { kind: undefined, queue: undefined } : { box: asked.box === 'mine' ? 'unassigned' : 'team' } as const;
  return (
    <EmptyState
      icon={<Inbox size={28} />} title={t(`empty.${name}`)} hint={t(`empty.${name}Hint`)}
      actions={name !== 'team' && <Button onClick={() => onChange(to)}>{name === 'filtered' ? t('allKinds') : t(asked.box === 'mine' ? 'box.unassigned' : 'empty.showAll')}</Button>}
    />
  );
}

function NotSetUp() {
  const t = useQueueTexts();
  const may = useHasRight('service.manage');
  return <div className="card"><EmptyState icon={<Inbox size={28} />} title={t('setup.title')} hint={may ? t('setup.hint') : t('setup.ask')} actions={may && <PageLink to="/admin/service">{t('setup.go')}</PageLink>} /></div>;
}

function Rows({ asked, onChange, mayWrite }: { asked: Asked; onChange: (part: Partial<Asked>) => void; mayWrite: boolean }) {
  const t = useQueueTexts();
  const found = useQueueRows(asked);
  const bulk = useBulk(found.rows);
  usePageKeys({
    j: () => moveFocus(1), k: () => moveFocus(-1), arrowdown: () => moveFocus(1), arrowup: () => moveFocus(-1),
    ...(mayWrite && { x: bulk.toggle, t: () => void bulk.take(), h: () => bulk.open('handOn'), m: () => bulk.open('macro') }),
  });
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={8} /></div>;
  if (found.rows.length === 0) return <div className="card"><Nothing asked={asked} onChange={onChange} /></div>;
  return (
    <>
      {mayWrite && <BulkBar bulk={bulk} />}
      <div className="card queue-card"><QueueTable rows={found.rows} chosen={bulk.chosen} onChoose={bulk.setChosen} /></div>
      <div className="row wrap queue-foot">
        <span className="small muted" role="status">{t('shown', { n: found.rows.length })}</span>
        {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more')}</Button>}
      </div>
      {bulk.dialogs}
    </>
  );
}

/** Reads the service types before somebody calls, so that the intake stands at once. */
function TypesAhead({ object }: { object: ObjectMeta }) {
  useCaseTypes(object);
  return null;
}

/** The service queue (SE-10): boxes with counts, the nearest deadline first, keys for all that is done often. */
export default function ServiceQueuePage() {
  const t = useQueueTexts();
  usePageTitle(t('title'));
  const { asked, change, isNew, phone } = useAsked();
  const desk = useDesk();
  const find = useFindObject();
  const [object, types] = [find('case'), find('caseType')];
  const isOpen = desk.data?.isSetUp === true;
  const mayCreate = isOpen && object?.grants.create !== undefined;
  const start = useMemo(() => (mayCreate ? () => change({}, '&new=1') : undefined), [mayCreate, change]);
  usePageKeys({ n: start, c: start });
  return (
    <div className="page">
      <header className="page-head queue-head">
        <div className="grow"><h1>{t('title')}</h1><p className="muted small">{t('hint')}</p></div>
        {mayCreate && <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={start}>{t('open')} <kbd className="queue-key" aria-hidden>N</kbd></Button>}
      </header>
      {desk.error && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data && !isOpen && <NotSetUp />}
      {isOpen && (
        <>
          <div className="queue-tools"><Boxes asked={asked} onChange={change} /><Filters asked={asked} onChange={change} /></div>
          <Rows key={`${asked.box}${asked.kind ?? ''}${asked.queue ?? ''}`} asked={asked} onChange={change} mayWrite={object?.grants.update !== undefined} />
        </>
      )}
      {mayCreate && types && <TypesAhead object={types} />}
      {isNew && mayCreate && <Suspense fallback={null}><IntakeDialog phone={phone} onClose={() => change({})} /></Suspense>}
    </div>
  );
}
