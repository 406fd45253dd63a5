import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { FieldMeta } from '#meta/view-model.ts';
import { refreshMeta } from '#kit/api/live-updates.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { ImportColumn, ImportInfo } from '../use-imports.ts';
import { NewFieldDialog } from './new-field-dialog.tsx';

type Mapping = readonly (string | null)[];

interface GridProps {
  readonly info: ImportInfo;
  readonly fields: readonly FieldMeta[];
  readonly mapping: Mapping;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  onChange(mapping: Mapping): void;
}

const NONE = '';
const NEW = '+';

/** The columns of the file with samples, each beside the field that it fills. */
export function MappingGrid({ info, fields, mapping, issues, onChange }: GridProps) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const client = useQueryClient();
  const [making, setMaking] = useState<ImportColumn>();
  const put = (column: number, key: string | null) => onChange(mapping.map((held, index) => (index === column ? key : held)));
  const choices = (column: number) => [
    { value: NONE, label: t('map.ignore') },
    ...(info.mayAddFields ? [{ value: NEW, label: t('map.newField') }] : []),
    ...fields.filter((f) => mapping[column] === f.key || !mapping.includes(f.key)).map((f) => ({ value: f.key, label: pick(f.label) })),
  ];
  const made = async (column: number, key: string) => {
    await refreshMeta(client);
    put(column, key);
    setMaking(undefined);
  };
  return (
    <section className="card map-grid" aria-label={t('steps.map')}>
      <div className="map-row map-head"><span>{t('map.column')}</span><span>{t('map.sample')}</span><span>{t('map.field')}</span></div>
      {info.columns.map((column) => (
        <MappingLine key={column.column} column={column} field={mapping[column.column] ?? null} options={choices(column.column)}
          issue={issues.find((issue) => issue.path === `mapping.${column.column}`)?.message}
          {...(info.mayAddFields && { onNew: () => setMaking(column) })}
          onChange={(value) => { if (value === NEW) setMaking(column); else put(column.column, value === NONE ? null : value); }} />
      ))}
      {making && <NewFieldDialog info={info} column={making} onMade={(key) => made(making.column, key)} onClose={() => setMaking(undefined)} />}
    </section>
  );
}

interface LineProps {
  readonly column: ImportColumn;
  readonly field: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly issue: string | undefined;
  onChange(value: string): void;
  /** Given when the person may make fields. */
  readonly onNew?: () => void;
}

function MappingLine({ column, field, options, issue, onChange, onNew }: LineProps) {
  const t = useTexts(transferTexts);
  const { header, samples = [], guess = null, confidence = 0 } = column;
  const isGuess = field !== null && field === guess;
  const isSure = isGuess && confidence > 0.9;
  return (
    <div className="map-row">
      <strong className="map-header">{header}</strong>
      <span className="truncate muted small" title={samples.join(' · ')}>{samples.length > 0 ? samples.slice(0, 3).join(' · ') : t('map.noSample')}</span>
      <span className="map-target">
        <Select className="grow" value={field ?? NONE} options={[...options]} showSearch={{ optionFilterProp: 'label' }} aria-label={t('map.fieldOf', { column: header })}
          {...(issue !== undefined && { status: 'error' as const })} onChange={onChange} />
        {isGuess && <span className={`tag ${isSure ? 'tag-green' : 'tag-hu'}`}>{isSure ? t('map.sure') : t('map.likely')}</span>}
        {onNew && field === null && samples.length > 0 && <button type="button" className="link-button small map-new" aria-label={t('newField.title', { column: header })} onClick={onNew}>{t('map.newField')}</button>}
        {issue !== undefined && <span className="danger small map-issue" role="alert">{issue}</span>}
      </span>
    </div>
  );
}
