import type { ObjectMeta } from '#meta/view-model.ts';
import { PencilLine, Trash2, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { lazyOf, useBulkActions } from '../../module/registry.tsx';
import type { BulkAction } from '../../module/web-module.ts';
import { reportProblem, useUndo } from '../../overlay/use-undo.ts';
import type { RecordData, RecordQuery } from '../../records/record-types.ts';
import { useSave } from '../../records/use-save.ts';
import { usePick } from '../../texts/locale-provider.tsx';
import { formatNumber } from '../../texts/numbers.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import { useBulkReport } from './bulk-report.ts';
import { runBulk } from './bulk-run.ts';
import type { Selection } from '../list-selection.ts';

const BulkEditDialog = lazy(() => import('./bulk-edit-dialog.tsx'));

interface BulkBarProps {
  readonly object: ObjectMeta;
  readonly selection: Selection;
  readonly records: readonly RecordData[];
  readonly query: RecordQuery;
  readonly count: number | undefined;
}

function useDelete({ object, selection, records, query }: BulkBarProps) {
  const t = useKitTexts();
  const undoable = useUndo();
  const report = useBulkReport();
  const { refresh } = useSave(object);
  const chosen = { records: records.filter((r) => selection.has(r.id)), isAll: selection.isAll, filter: query.filter, q: query.q };
  return async () => {
    const results = await runBulk(object, chosen, 'delete');
    selection.clear();
    refresh();
    const said = (count: number) => t('bulk.deleted', { count });
    if (!report(results, said)) return;
    const gone = results.flatMap((r) => (r.id === undefined ? [] : [{ id: r.id, version: 0 }]));
    undoable(said(results.length), async () => {
      await runBulk(object, { ...chosen, records: gone, isAll: false }, 'restore');
      refresh();
    });
  };
}

type OpenDialog = { readonly kind: 'edit'; readonly field?: string } | { readonly kind: 'action'; readonly action: BulkAction };

function BulkDialogs({ props, open, onClose }: { props: BulkBarProps; open: OpenDialog; onClose: (hasChanged: boolean) => void }) {
  const { object, selection, records, query, count } = props;
  const chosen = records.filter((r) => selection.has(r.id));
  const target = {
    object, records: chosen, filter: query.filter, q: query.q, count: selection.isAll ? (count ?? chosen.length) : chosen.length,
    ids: selection.isAll ? ('all' as const) : chosen.map((r) => r.id),
  };
  if (open.kind === 'edit') return <BulkEditDialog {...target} field={open.field} onClose={onClose} />;
  const View = lazyOf(open.action.load);
  return <View {...target} onClose={onClose} />;
}

/** What can be done with the chosen rows; modules add their own buttons (UX-1). */
export function BulkBar(props: BulkBarProps) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, selection, count, records } = props;
  const [open, setOpen] = useState<OpenDialog>();
  const remove = useDelete(props);
  const { refresh } = useSave(object);
  const actions = useBulkActions(object.key).filter((a) => a.needs?.(object) ?? true);
  const chosen = selection.isAll ? (count ?? selection.ids.size) : selection.ids.size;
  const writes = object.writes === 'records';
  const close = (hasChanged: boolean) => {
    setOpen(undefined);
    if (!hasChanged) return;
    selection.clear();
    refresh();
  };
  const canTakeAll = !selection.isAll && count !== undefined && count > records.length && selection.ids.size >= records.length;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('list.selected', { count: chosen })}>
      <span role="status">{t('list.selected', { count: formatNumber(chosen) })}</span>
      {canTakeAll && <button type="button" className="link-button" onClick={selection.selectAll}>{t('list.selectAll', { count: formatNumber(count) })}</button>}
      <span className="grow" />
      {writes && object.grants.update && <button type="button" className="plain-button" onClick={() => setOpen({ kind: 'edit' })}><PencilLine size={15} aria-hidden />{t('bulk.edit')}</button>}
      {object.isOwned && object.grants.assign && <button type="button" className="plain-button" onClick={() => setOpen({ kind: 'edit', field: 'owner' })}><UserRound size={15} aria-hidden />{t('bulk.assign')}</button>}
      {actions.map((action) => {
        const Icon = action.icon;
        return <button key={action.key} type="button" className="plain-button" onClick={() => setOpen({ kind: 'action', action })}><Icon size={15} aria-hidden />{pick(action.label)}</button>;
      })}
      {writes && object.grants.delete && <button type="button" className="plain-button" onClick={() => void remove().catch(reportProblem)}><Trash2 size={15} aria-hidden />{t('bulk.delete')}</button>}
      <button type="button" className="plain-button" onClick={selection.clear}>{t('list.clearSelection')}</button>
      {open && <Suspense fallback={null}><BulkDialogs props={props} open={open} onClose={close} /></Suspense>}
    </div>
  );
}
