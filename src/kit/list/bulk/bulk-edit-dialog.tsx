import { Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../../api/api-problem.ts';
import { FieldInput } from '../../field/field-input.tsx';
import { isEditable } from '../../field/is-editable.ts';
import type { BulkDialogProps } from '../../module/web-module.ts';
import { Dialog } from '../../overlay/dialog.tsx';
import { useUndo } from '../../overlay/use-undo.ts';
import { showToast } from '../../overlay/toast-store.ts';
import { fieldOf } from '../../records/use-meta.ts';
import { useSave } from '../../records/use-save.ts';
import { usePick } from '../../texts/locale-provider.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import { useBulkReport } from './bulk-report.ts';
import { runBulk } from './bulk-run.ts';

function useApply({ object, records, filter, q, ids, count, onClose }: BulkDialogProps) {
  const t = useKitTexts();
  const undoable = useUndo();
  const report = useBulkReport();
  const { patch, refresh } = useSave(object);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const apply = async (key: string, value: unknown) => {
    setBusy(true);
    try {
      const results = await runBulk(object, { records, isAll: ids === 'all', filter, q }, 'update', { [key]: value });
      onClose(true);
      const said = (n: number) => t(key === 'owner' ? 'bulk.assigned' : 'bulk.changed', { count: n });
      if (!report(results, said)) return;
      // The former values of rows that were never loaded are unknown, so only a choice of loaded rows can be taken back.
      if (ids === 'all') return showToast(said(results.length || count));
      undoable(said(results.length), async () => {
        for (const record of records) await patch(record.id, undefined, { [key]: record[key] });
        refresh();
      });
    } catch (problem) {
      setError(isProblem(problem) ? (problem.errors[0]?.message ?? problem.detail) : String(problem));
      setBusy(false);
    }
  };
  return { apply, error, isBusy };
}

/** Changes one field of all chosen records. */
export default function BulkEditDialog(props: BulkDialogProps & { readonly field?: string | undefined }) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, count, ids } = props;
  const fields = object.fields.filter((f) => isEditable(f) && f.key !== object.title && f.access.view === 'full' && !f.sensitive && f.type !== 'file' && f.type !== 'image');
  const [key, setKey] = useState(props.field ?? fields.find((f) => f.type === 'choice')?.key ?? fields[0]?.key ?? '');
  const [value, setValue] = useState<unknown>(null);
  const { apply, error, isBusy } = useApply(props);
  const field = fieldOf(object, key);
  const title = props.field === 'owner' ? t('bulk.assign') : t('bulk.edit');
  return (
    <Dialog title={title} width={440} onClose={() => props.onClose(false)}>
      <form className="stack" onSubmit={(e: FormEvent) => { e.preventDefault(); void apply(key, value); }}>
        {ids === 'all' && <p className="tag tag-hu">{t('bulk.manyHint', { count })}</p>}
        {props.field === undefined && (
          <>
            <label htmlFor="bulk-field">{t('bulk.field')}</label>
            <Select
              id="bulk-field" value={key} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string) => { setKey(next); setValue(null); }}
              options={fields.map((f) => ({ value: f.key, label: pick(f.label) }))}
            />
          </>
        )}
        <label htmlFor="bulk-value">{props.field === 'owner' ? t('bulk.assignTo') : t('bulk.value')}</label>
        {field && <FieldInput key={key} object={object} field={field} value={value} id="bulk-value" onChange={setValue} isInvalid={error !== ''} />}
        {error && <p className="danger" role="alert">{error}</p>}
        <Button type="primary" htmlType="submit" loading={isBusy}>{t('bulk.apply', { count })}</Button>
      </form>
    </Dialog>
  );
}
