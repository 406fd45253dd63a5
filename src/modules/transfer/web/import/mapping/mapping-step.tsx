import { Button, Select } from 'antd';
import { useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { ImportHandle, ImportInfo, ImportOptions } from '../use-imports.ts';
import { MappingGrid } from './mapping-grid.tsx';
import { MappingOptions } from './mapping-options.tsx';

const NEVER = new Set(['formula', 'rollUp', 'file', 'image']);

/** Fields that this person may fill from a file, the original creator and dates included (UX-9). */
const fillable = (object: ObjectMeta): readonly FieldMeta[] =>
  object.fields.filter((f) => !NEVER.has(f.type) && f.retired !== true && f.key !== 'unit' && (f.access.edit || f.importable === true));

/** What a new record must have and nothing gives. */
function missingFields(fields: readonly FieldMeta[], mapping: readonly (string | null)[], options: ImportOptions): readonly FieldMeta[] {
  if (options.mode === 'update') return [];
  return fields.filter((f) => f.required === true && f.readOnly !== true && f.default === undefined && f.type !== 'autoNumber' && f.when === undefined
    && !mapping.includes(f.key) && !(f.key in options.defaults));
}

interface Issue { readonly path: string; readonly message: string }

function useDraft(info: ImportInfo, handle: ImportHandle) {
  const [mapping, setMapping] = useState<readonly (string | null)[]>(info.columns.map((column) => column.field));
  const [options, setOptions] = useState(info.options);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [busy, setBusy] = useState<'check' | 'start'>();
  const go = (verb: 'check' | 'start') => {
    setBusy(verb);
    setIssues([]);
    handle.change({ mapping, options }).then(() => handle.act(verb)).catch((error: unknown) => {
      if (isProblem(error) && error.errors.length > 0) setIssues(error.errors);
      else reportProblem(error);
    }).finally(() => setBusy(undefined));
  };
  return { mapping, setMapping, options, setOptions, issues, busy, go };
}

/** The second step: each column of the file and the field it fills, and what the import does. */
export function MappingStep({ info, object, handle }: { info: ImportInfo; object: ObjectMeta; handle: ImportHandle }) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const { mapping, setMapping, options, setOptions, issues, busy, go } = useDraft(info, handle);
  const fields = fillable(object);
  const missing = missingFields(fields, mapping, options);
  const isReady = missing.length === 0 && mapping.some((key) => key !== null);
  const guess = () => setMapping(info.columns.map((column) => column.guess ?? null));
  const others = issues.filter((issue) => !/^mapping\.\d+$/.test(issue.path));
  return (
    <>
      <FileLine info={info} onSheet={(sheet) => void handle.change({ sheet }).catch(reportProblem)} onGuess={guess} />
      <MappingGrid info={info} fields={fields} mapping={mapping} issues={issues} onChange={setMapping} />
      <section className="card card-body stack" aria-label={t('map.how')}>
        <h2>{t('map.how')}</h2>
        <MappingOptions info={info} object={object} fields={fields} mapping={mapping} options={options} onChange={setOptions} />
      </section>
      {others.length > 0 && <ul className="import-issues" role="alert">{others.map((issue) => <li key={`${issue.path}${issue.message}`}>{labelOf(object, issue.path, pick)}{issue.message}</li>)}</ul>}
      <div className="import-actions row wrap">
        {missing.length > 0 && <span className="danger small grow" role="status">{t('map.missing', { fields: missing.map((field) => pick(field.label)).join('、') })}</span>}
        {missing.length === 0 && <span className="muted small grow">{t('map.checkHint')}</span>}
        <Button disabled={!isReady || busy !== undefined} loading={busy === 'start'} onClick={() => go('start')}>{t('map.start')}</Button>
        <Button type="primary" disabled={!isReady || busy !== undefined} loading={busy === 'check'} onClick={() => go('check')}>{t('map.check')}</Button>
      </div>
    </>
  );
}

/** `options.defaults.industry` → the field's label. */
function labelOf(object: ObjectMeta, path: string, pick: ReturnType<typeof usePick>): string {
  const key = path.split('.').at(-1);
  const field = object.fields.find((one) => one.key === key);
  return field ? `${pick(field.label)}: ` : '';
}

function FileLine({ info, onSheet, onGuess }: { info: ImportInfo; onSheet: (sheet: string) => void; onGuess: () => void }) {
  const t = useTexts(transferTexts);
  return (
    <div className="muted small row wrap import-facts">
      {info.rowCount !== null && <span>{t('map.rows', { n: formatNumber(info.rowCount) })}</span>}
      {info.encoding && <span>{t('map.encoding', { encoding: info.encoding.toUpperCase() })}</span>}
      {info.sheets.length > 1 && (
        <label className="row">{t('map.sheet')} <Select size="small" value={info.sheet} options={info.sheets.map((value) => ({ value, label: value }))} onChange={onSheet} /></label>
      )}
      {info.isRemembered && <span className="row"><span className="tag tag-qing">{t('map.remembered')}</span><button type="button" className="link-button" onClick={onGuess}>{t('map.guessAgain')}</button></span>}
    </div>
  );
}
