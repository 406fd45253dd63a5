import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../../api/api-problem.ts';
import { PlainSelect } from '../../field/choice-bar.tsx';
import { FieldInput } from '../../field/field-input.tsx';
import type { BulkDialogProps } from '../../module/web-module.ts';
import { Dialog } from '../../overlay/dialog.tsx';
import { showToast } from '../../overlay/toast-store.ts';
import { useUndo } from '../../overlay/use-undo.ts';
import { fieldOf } from '../../records/use-meta.ts';
import { useSave } from '../../records/use-save.ts';
import { usePick } from '../../texts/locale-provider.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import { runChanges, targetRecords } from './bulk-each.ts';
import { useBulkReport } from './bulk-report.ts';
import { isDone } from './bulk-run.ts';
import { changedTags, tagFields } from './tag-change.ts';

const tagsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function useTagging(props: BulkDialogProps) {
  const t = useKitTexts();
  const undoable = useUndo();
  const report = useBulkReport();
  const { object, onClose } = props;
  const { refresh } = useSave(object);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const run = async (key: string, added: readonly string[], removed: readonly string[]) => {
    const records = await targetRecords(props);
    const changes = records.flatMap((record) => {
      const tags = changedTags(record[key], added, removed);
      return tags === undefined ? [] : [{ id: record.id, version: record.version, values: { [key]: tags } }];
    });
    const results = await runChanges(object, changes);
    onClose(true);
    const said = (count: number) => t('bulk.tagged', { count });
    if (changes.length === 0) return showToast(t('bulk.noTagChange'));
    const isAllDone = report(results, said);
    const done = new Set(results.flatMap((r) => (isDone(r) && r.id !== undefined ? [r.id] : [])));
    const former = records.filter((r) => done.has(r.id)).map((r) => ({ id: r.id, values: { [key]: r[key] ?? null } }));
    if (isAllDone) undoable(said(results.length), () => runChanges(object, former).then(() => refresh()));
  };
  const apply = (key: string, added: readonly string[], removed: readonly string[]) => {
    setBusy(true);
    run(key, added, removed).catch((problem: unknown) => {
      setError(isProblem(problem) ? (problem.errors[0]?.message ?? problem.detail) : String(problem));
      setBusy(false);
    });
  };
  return { apply, error, isBusy };
}

/** Adds and removes tags of all chosen records; what each had besides stays. */
export default function BulkTagsDialog(props: BulkDialogProps) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, ids, count } = props;
  const fields = tagFields(object);
  const [key, setKey] = useState(fields[0]?.key ?? '');
  const [added, setAdded] = useState<unknown>(null);
  const [removed, setRemoved] = useState<unknown>(null);
  const { apply, error, isBusy } = useTagging(props);
  const field = fieldOf(object, key);
  const plus = tagsOf(added);
  const minus = tagsOf(removed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(key, plus, minus);
  };
  if (!field) return null;
  return (
    <Dialog title={t('bulk.tags')} width={440} onClose={() => props.onClose(false)}>
      <form className="stack" onSubmit={submit}>
        {ids === 'all' && <p className="tag tag-hu">{t('bulk.manyHint', { count })}</p>}
        {fields.length > 1 && (
          <PlainSelect
            label={t('bulk.field')} value={key} options={fields.map((f) => ({ value: f.key, label: pick(f.label) }))}
            onChange={(next) => { setKey(next); setAdded(null); setRemoved(null); }}
          />
        )}
        <label htmlFor="tags-add">{t('bulk.tagsAdd')}</label>
        <FieldInput key={`${key}-add`} object={object} field={field} value={added} id="tags-add" isInvalid={error !== ''} onChange={setAdded} />
        <label htmlFor="tags-remove">{t('bulk.tagsRemove')}</label>
        <FieldInput key={`${key}-remove`} object={object} field={field} value={removed} id="tags-remove" onChange={setRemoved} />
        {error && <p className="danger" role="alert">{error}</p>}
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={plus.length + minus.length === 0}>{t('bulk.apply', { count })}</Button>
      </form>
    </Dialog>
  );
}
