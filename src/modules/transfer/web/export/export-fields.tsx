import { useMemo } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';

const NEVER = new Set(['file', 'image']);

/** Fields that can leave, those of the list first and in its order. */
export function exportable(object: ObjectMeta, listed: readonly string[]): readonly FieldMeta[] {
  const fields = object.fields.filter((field) => field.retired !== true && !NEVER.has(field.type));
  const rank = (field: FieldMeta): number => (listed.includes(field.key) ? listed.indexOf(field.key) : listed.length);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

interface Props {
  readonly fields: readonly FieldMeta[];
  readonly listed: readonly string[];
  readonly chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** Which columns leave; at first those that the list shows. */
export function ExportFields({ fields, listed, chosen, onChange }: Props) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const held = useMemo(() => new Set(chosen), [chosen]);
  const toggle = (key: string) => onChange(fields.map((field) => field.key).filter((one) => (one === key ? !held.has(one) : held.has(one))));
  return (
    <div className="stack" role="group" aria-label={t('export.columns')}>
      <div className="row wrap small">
        <span className="grow">{t('export.chosen', { n: chosen.length, total: fields.length })}</span>
        <button type="button" className="link-button" onClick={() => onChange(listed)}>{t('export.asListed')}</button>
        <button type="button" className="link-button" onClick={() => onChange(fields.map((field) => field.key))}>{t('export.allColumns')}</button>
        <button type="button" className="link-button" onClick={() => onChange([])}>{t('export.noColumns')}</button>
      </div>
      <div className="export-fields">
        {fields.map((field) => (
          <label key={field.key}>
            <input type="checkbox" checked={held.has(field.key)} onChange={() => toggle(field.key)} />
            <span className="truncate" title={pick(field.label)}>{pick(field.label)}</span>
            {field.access.view === 'masked' && <span className="tag">{t('export.masked')}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}
