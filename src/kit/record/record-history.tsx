import type { ObjectMeta } from '#meta/view-model.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api-client.ts';
import { isBlank } from '../field/field-props.ts';
import { FieldValue } from '../field/field-value.tsx';
import { useModules } from '../module/registry.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../overlay/empty-state.tsx';
import { reportProblem } from '../overlay/use-undo.ts';
import { showToast } from '../overlay/toast-store.ts';
import type { RecordData } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { useSave } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import './record.css';

interface Change {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  /** The person's name as it was then. */
  readonly actor: string;
  readonly action: string;
  readonly changes: readonly Change[];
}

function ChangeLine({ object, change }: { object: ObjectMeta; change: Change }) {
  const modules = useModules();
  const t = useKitTexts();
  const pick = usePick();
  const field = fieldOf(object, change.field);
  if (!field || (isBlank(change.from) && isBlank(change.to))) return null;
  const own = modules.flatMap((module) => module.changeViews ?? []).find((view) => view.object === object.key && view.field === field.key);
  if (own) return <div className="history-change">{pick(field.label)}{t('app.colon')}<own.view from={change.from} to={change.to} /></div>;
  const isNew = isBlank(change.from);
  return (
    <div className="history-change">
      {pick(field.label)}{t('app.colon')}{!isNew && <><del><FieldValue object={object} field={field} value={change.from} isCell /></del> → </>}
      <ins><FieldValue object={object} field={field} value={change.to} /></ins>
    </div>
  );
}

const actionWords = { create: 'record.created', update: 'record.changed' } as const;

function EntryLine({ object, entry, onRestore }: { object: ObjectMeta; entry: HistoryEntry; onRestore: (() => void) | undefined }) {
  const t = useKitTexts();
  const format = useFormat();
  const words = entry.action === 'create' || entry.action === 'update' ? t(actionWords[entry.action]) : entry.action;
  return (
    <li className="history-entry">
      <time className="small faint history-when" dateTime={entry.at} title={format.fullMoment(entry.at)}>{format.moment(entry.at)}</time>
      <span className="history-dot" aria-hidden />
      <div>
        <div className="row wrap"><b>{entry.actor || t('record.system')}</b> <span className="muted">{words}</span>
          {onRestore && <button type="button" className="link-button small" onClick={onRestore}>{t('record.restoreEntry')}</button>}
        </div>
        {entry.changes.map((change) => <ChangeLine key={change.field} object={object} change={change} />)}
      </div>
    </li>
  );
}

/** Who changed what, from what to what, and back again (PL-50). */
export default function RecordHistory({ object, record }: { object: ObjectMeta; record: RecordData }) {
  const t = useKitTexts();
  const client = useQueryClient();
  const { refresh } = useSave(object);
  const path = `/${object.plural}/${record.id}/history`;
  const history = useQuery({
    queryKey: ['record', object.key, record.id, 'history'],
    queryFn: ({ signal }) => api.get<{ data: readonly HistoryEntry[] }>(path, { signal }),
  });
  if (history.error) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <div className="card-body"><SkeletonLines count={5} /></div>;
  if (history.data.data.length === 0) return <EmptyState title={t('record.historyEmpty')} />;
  const restore = (entry: number) => {
    api.post(`${path}/${entry}/restore`).then(() => {
      refresh(record.id);
      void client.invalidateQueries({ queryKey: ['record', object.key, record.id] });
      showToast(t('record.restored'));
    }, reportProblem);
  };
  const mayRestore = object.grants.update !== undefined && object.writes === 'records';
  return (
    <ol className="history">
      {history.data.data.map((entry, at) => {
        const { seq, action } = entry;
        return <EntryLine key={seq} object={object} entry={entry} onRestore={mayRestore && at > 0 && action === 'update' ? () => restore(seq) : undefined} />;
      })}
    </ol>
  );
}
