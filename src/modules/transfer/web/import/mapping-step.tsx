import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { MappingOptions } from './mapping-options.tsx';
import type { ImportHandle, ImportInfo } from './use-imports.ts';

const NEVER = new Set(['formula', 'rollUp', 'file', 'image']);

/** The second step: each column of the file and the field it fills, with samples and how sure the guess is. */
export function MappingStep({ info, object, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const [mapping, setMapping] = useState<readonly (string | null)[]>(info.columns.map((column) => column.field));
  const [options, setOptions] = useState(info.options);
  const [isBusy, setBusy] = useState(false);
  const fields = object.fields.filter((f) => !NEVER.has(f.type) && f.key !== 'unit' && (f.access.edit || f.importable === true));
  const choices = (column: number) => [
    { value: '', label: t('map.ignore') },
    ...fields.filter((f) => mapping[column] === f.key || !mapping.includes(f.key)).map((f) => ({ value: f.key, label: f.label[locale] })),
  ];
  const go = (verb: 'check' | 'start') => {
    setBusy(true);
    handle.change({ mapping, options }).then(() => handle.act(verb)).catch(reportProblem).finally(() => setBusy(false));
  };
  return (
    <>
      <p className="muted small row wrap">
        {info.rowCount !== null && <span>{t('map.rows', { n: formatNumber(info.rowCount) })}</span>}
        {info.encoding && <span>{t('map.encoding', { encoding: info.encoding.toUpperCase() })}</span>}
        {info.sheets.length > 1 && (
          <label>{t('map.sheet')} <Select size="small" value={info.sheet} options={info.sheets.map((value) => ({ value, label: value }))}
            onChange={(sheet: string) => void handle.change({ sheet }).catch(reportProblem)} /></label>
        )}
      </p>
      <section className="card map-grid">
        <div className="map-head">{t('map.column')}</div><div className="map-head">{t('map.sample')}</div><div className="map-head">{t('map.field')}</div>
        {info.columns.map((column) => (
          <MappingLine key={column.column} header={column.header} samples={column.samples ?? []} field={mapping[column.column] ?? null}
            isSure={(column.confidence ?? 0) > 0.9} options={choices(column.column)}
            onChange={(field) => setMapping(mapping.map((held, index) => (index === column.column ? field : held)))} />
        ))}
      </section>
      <section className="card card-body stack">
        <MappingOptions object={object} mapping={mapping} options={options} onChange={setOptions} />
        {options.mode !== 'create' && (
          <label className="stack small">{t('map.reason')}
            <Input value={options.reason ?? ''} maxLength={500} onChange={(event) => { const { reason: _old, ...rest } = options; setOptions(event.target.value ? { ...rest, reason: event.target.value } : rest); }} />
          </label>
        )}
      </section>
      <div className="row wrap">
        <Button type="primary" loading={isBusy} onClick={() => go('check')}>{t('map.check')}</Button>
        <Button disabled={isBusy} onClick={() => go('start')}>{t('map.start')}</Button>
      </div>
    </>
  );
}

interface LineProps {
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: string | null;
  readonly isSure: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(field: string | null): void;
}

function MappingLine({ header, samples, field, isSure, options, onChange }: LineProps) {
  const t = useTexts(transferTexts);
  return (
    <>
      <div><strong className="truncate">{header}</strong></div>
      <div><span className="truncate muted small">{samples.slice(0, 3).join(' · ')}</span></div>
      <div>
        <Select className="grow" value={field ?? ''} options={[...options]} showSearch={{ optionFilterProp: 'label' }} aria-label={header}
          onChange={(value: string) => onChange(value === '' ? null : value)} />
        {field !== null && <span className={`tag ${isSure ? 'tag-green' : 'tag-hu'}`}>{isSure ? t('map.sure') : t('map.likely')}</span>}
      </div>
    </>
  );
}
