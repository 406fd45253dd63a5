import type { Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Popover } from 'antd';
import { ChevronDown, X } from 'lucide-react';
import { useChoiceOptions } from '../field/choice-options.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { fromParts, isCondition, quickValues, topParts, withQuickValues } from './filter-model.ts';
import { useFilterWords } from './filter-words.ts';
import './filter.css';

interface QuickProps {
  readonly object: ObjectMeta;
  readonly filter: Filter | undefined;
  onChange(filter: Filter | undefined): void;
}

const toggled = (values: readonly unknown[], value: string): readonly unknown[] =>
  values.includes(value) ? values.filter((v) => v !== value) : [...values, value];

function ChoiceQuick({ field, filter, onChange }: Omit<QuickProps, 'object'> & { field: FieldMeta }) {
  const t = useKitTexts();
  const pick = usePick();
  const options = useChoiceOptions(field);
  const values = quickValues(filter, field.key);
  const chosen = options.filter((o) => values.includes(o.value)).map((o) => o.label);
  const content = (
    <div className="quick-list" role="group" aria-label={pick(field.label)}>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" checked={values.includes(value)} onChange={() => onChange(withQuickValues(filter, field.key, toggled(values, value)))} />
          {label}
        </label>
      ))}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomLeft" arrow={false}>
      <button type="button" className={`quick-button${chosen.length > 0 ? ' is-on' : ''}`}>
        {pick(field.label)}{chosen.length > 0 && `${t('app.colon')}${chosen.slice(0, 2).join(t('app.comma'))}${chosen.length > 2 ? ` +${chosen.length - 2}` : ''}`}
        <ChevronDown size={13} aria-hidden />
      </button>
    </Popover>
  );
}

/** Fields that people most often narrow a list by: the choices among the list's first columns. */
function quickFields(object: ObjectMeta): readonly FieldMeta[] {
  return object.fields.filter((f) => f.type === 'choice' && f.inList && !f.retired && (f.choices?.length ?? 0) > 1).slice(0, 4);
}

/** Quick filters above the list, `mine`, and a chip for every other condition. */
export function QuickFilters({ object, filter, onChange }: QuickProps) {
  const t = useKitTexts();
  const words = useFilterWords(object);
  const fields = quickFields(object);
  const quickKeys = new Set(fields.map((f) => f.key));
  const others = topParts(filter).filter((f) => !(isCondition(f) && f.op === 'in' && quickKeys.has(f.field)));
  const drop = (part: Filter) => onChange(fromParts(topParts(filter).filter((f) => f !== part)));
  return (
    <div className="quick" role="group" aria-label={t('filter.quick')}>
      {fields.map((field) => <ChoiceQuick key={field.key} field={field} filter={filter} onChange={onChange} />)}
      {others.map((part) => (
        <span key={JSON.stringify(part)} className="chip">
          <span className="truncate">{words(part)}</span>
          <button type="button" aria-label={`${t('filter.remove')}${t('app.colon')}${words(part)}`} onClick={() => drop(part)}><X size={13} aria-hidden /></button>
        </span>
      ))}
      {topParts(filter).length > 1 && <button type="button" className="link-button small" onClick={() => onChange(undefined)}>{t('list.clearAll')}</button>}
    </div>
  );
}
