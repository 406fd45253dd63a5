import type { ObjectMeta } from '#meta/view-model.ts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { fieldOf } from '../records/use-meta.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { moveColumn } from './list-columns.ts';

interface ChooserProps {
  readonly object: ObjectMeta;
  readonly columns: readonly string[];
  onChange(columns: readonly string[]): void;
}

function ColumnLine({ object, columns, onChange, name }: ChooserProps & { name: string }) {
  const t = useKitTexts();
  const pick = usePick();
  const field = fieldOf(object, name);
  const at = columns.indexOf(name);
  if (!field) return null;
  const label = pick(field.label);
  const isTitle = name === object.title;
  const toggle = () => onChange(at < 0 ? [...columns, name] : columns.filter((key) => key !== name));
  return (
    <div className="column-line">
      <label><input type="checkbox" checked={at >= 0} disabled={isTitle} onChange={toggle} /><span className="truncate">{label}</span></label>
      {at > 0 && (
        <>
          <button type="button" className="plain-button" aria-label={`${t('action.up')}${t('app.colon')}${label}`} disabled={at === 1} onClick={() => onChange(moveColumn(columns, name, at - 1))}><ArrowUp size={14} aria-hidden /></button>
          <button type="button" className="plain-button" aria-label={`${t('action.down')}${t('app.colon')}${label}`} disabled={at === columns.length - 1} onClick={() => onChange(moveColumn(columns, name, at + 1))}><ArrowDown size={14} aria-hidden /></button>
        </>
      )}
    </div>
  );
}

/** Which columns show, and in which order; the shown ones first. */
export function ColumnChooser(props: ChooserProps) {
  const t = useKitTexts();
  const hidden = props.object.fields.filter((f) => !f.retired && !props.columns.includes(f.key)).map((f) => f.key);
  return (
    <div className="column-list">
      {[...props.columns, ...hidden].map((name) => <ColumnLine key={name} {...props} name={name} />)}
      <p className="small faint">{t('list.columnsHint')}</p>
    </div>
  );
}
