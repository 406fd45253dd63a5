import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { FieldInput } from '#kit/field/field-input.tsx';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';

interface Props {
  readonly object: ObjectMeta;
  readonly fields: readonly FieldMeta[];
  readonly mapping: readonly (string | null)[];
  readonly defaults: Readonly<Record<string, unknown>>;
  onChange(defaults: Readonly<Record<string, unknown>>): void;
}

/** Values of new records where the file says nothing; fields without a column come first. */
export function DefaultValues({ object, fields, mapping, defaults, onChange }: Props) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  // A line without a value yet is only on the page: an empty default is none.
  const [open, setOpen] = useState<readonly string[]>(Object.keys(defaults));
  const free = fields.filter((field) => field.key !== 'owner' && field.identity !== true && !open.includes(field.key));
  const sorted = [...free.filter((field) => !mapping.includes(field.key)), ...free.filter((field) => mapping.includes(field.key))];
  const without = (key: string) => Object.fromEntries(Object.entries(defaults).filter(([other]) => other !== key));
  const put = (key: string, value: unknown) => {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    onChange(isEmpty ? without(key) : { ...without(key), [key]: value });
  };
  const rename = (from: string, to: string) => {
    setOpen(open.map((key) => (key === from ? to : key)));
    onChange(without(from));
  };
  const remove = (key: string) => {
    setOpen(open.filter((other) => other !== key));
    onChange(without(key));
  };
  const [next] = sorted;
  return (
    <fieldset className="import-defaults stack">
      <legend className="small muted">{t('map.defaults')}</legend>
      {open.map((key) => {
        const field = fieldOf(object, key);
        if (!field) return null;
        return (
          <div key={key} className="import-default">
            <PlainSelect label={t('map.defaultField')} value={key} onChange={(to) => rename(key, to)}
              options={[field, ...sorted].map((one) => ({ value: one.key, label: pick(one.label) }))} />
            <FieldInput object={object} field={field} value={defaults[key] ?? null} id={`default-${key}`} label={t('map.defaultFor', { field: pick(field.label) })} onChange={(value) => put(key, value)} />
            <button type="button" className="plain-button" aria-label={t('map.defaultRemove', { field: pick(field.label) })} onClick={() => remove(key)}><X size={15} aria-hidden /></button>
          </div>
        );
      })}
      {next && <div><Button icon={<Plus size={14} aria-hidden />} onClick={() => setOpen([...open, next.key])}>{t('map.defaultAdd')}</Button></div>}
    </fieldset>
  );
}
