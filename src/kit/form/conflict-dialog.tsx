import type { ObjectMeta } from '#meta/view-model.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FieldValue } from '../field/field-value.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import type { RecordData } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { conflictsOf } from './form-model.ts';
import './form.css';

interface ConflictProps {
  readonly object: ObjectMeta;
  /** As the person opened it. */
  readonly before: RecordData;
  /** What the person changed. */
  readonly mine: Values;
  /** As it is now. */
  readonly current: RecordData;
  onClose(): void;
  onSave(values: Values, version: number): void;
}

/** Both versions side by side, a choice for each field that both changed (412 of PL-20). */
export default function ConflictDialog({ object, before, mine, current, onClose, onSave }: ConflictProps) {
  const t = useKitTexts();
  const pick = usePick();
  const conflicts = conflictsOf(object, before, mine, current);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(key);
    else next.delete(key);
    setTheirs(next);
  };
  const save = () => onSave(Object.fromEntries(Object.entries(mine).filter(([key]) => !theirs.has(key))), current.version);
  return (
    <Dialog
      title={t('form.conflict')} width={640} onClose={onClose}
      footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" onClick={save}>{t('form.saveMerged')}</Button></>}
    >
      <p className="muted">{t('form.conflictHint')}</p>
      <div className="conflicts">
        {conflicts.map(({ field, mine: my, theirs: their }) => (
          <section key={field.key} className="conflict">
            <h3>{pick(field.label)}</h3>
            <div className={theirs.has(field.key) ? '' : 'is-chosen'}><span className="small faint">{t('form.mine')}</span><FieldValue object={object} field={field} value={my} /></div>
            <div className={theirs.has(field.key) ? 'is-chosen' : ''}><span className="small faint">{t('form.theirs')}</span><FieldValue object={object} field={field} value={their} /></div>
            <Segmented
              value={theirs.has(field.key) ? 'theirs' : 'mine'} onChange={(v) => choose(field.key, v === 'theirs')}
              options={[{ value: 'mine', label: t('form.keepMine') }, { value: 'theirs', label: t('form.takeTheirs') }]}
            />
          </section>
        ))}
      </div>
    </Dialog>
  );
}
