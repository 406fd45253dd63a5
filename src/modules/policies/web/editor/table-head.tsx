import { useRef, useState } from 'react';
import type { DecisionTable, HitPolicy } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import type { Checked } from './check-model.ts';
import type { Remark } from './finding-words.ts';
import { removeTable, setTable } from './model-edit.ts';
import { useEditing } from './editing.ts';

const hitPolicies = ['U', 'A', 'F', 'P', 'R', 'O', 'C', 'C+', 'C#', 'C<', 'C>'] as const satisfies readonly HitPolicy[];
const hitKey = (policy: HitPolicy) => `hit.${policy === 'C+' ? 'sum' : policy === 'C#' ? 'number' : policy === 'C<' ? 'least' : policy === 'C>' ? 'most' : policy}` as const;

/** `命中策略：唯一（U） · 23 行 · 无重叠 · 无缺口`. */
function State({ table, checked }: { table: DecisionTable; checked: Checked | null }) {
  const t = useTexts(policiesTexts);
  if (checked === null) return null;
  if (checked.faults.length > 0) return <> · <span className="danger">{t('table.faulty', { count: checked.faults.filter((each) => each.place.table === table.name).length })}</span></>;
  const found = checked.findings.filter((each) => each.table === table.name);
  const has = (kind: string) => found.some((each) => each.kind === kind);
  if (has('unchecked')) return <> · <span className="table-warn">{t('table.unchecked')}</span></>;
  return (
    <>
      {' · '}{has('overlap') ? <span className="danger">{t('table.overlap', { count: found.filter((each) => each.kind === 'overlap').length })}</span> : t('table.noOverlap')}
      {' · '}{has('gap') ? <span className="danger">{t('table.gap')}</span> : t('table.noGap')}
    </>
  );
}

/** A table's name, its hit policy and what the checker says of it. */
export function TableHead({ table, checked, fold }: { table: DecisionTable; checked: Checked | null; fold: { readonly isSpread: boolean; toggle(): void } | undefined }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { apply, isEditable, model } = useEditing();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isLast = model.tables.at(-1)?.name === table.name;
  return (
    <div className="card-head table-head">
      <h2>{isEditable ? <button ref={button} type="button" className="table-name" onClick={() => setOpen(true)}>{table.label[locale]}</button> : table.label[locale]}</h2>
      <span className="small muted table-state" role="status">{t('table.hit', { policy: t(hitKey(table.hitPolicy)), code: table.hitPolicy })} · {t('table.rows', { count: table.rows.length })}<State table={table} checked={checked} /></span>
      {fold && <button type="button" className="plain-button no-print" aria-pressed={fold.isSpread} onClick={fold.toggle}>{t(fold.isSpread ? 'table.fold' : 'table.spread')}</button>}
      {isOpen && (
        <AnchoredDialog anchor={button} title={t('table.settings')} onClose={() => setOpen(false)}>
          <label className="policy-field"><span>{t('nameZh')}</span><input className="policy-input" value={table.label['zh-CN']} onChange={(e) => apply(setTable(table.name, { label: { ...table.label, 'zh-CN': e.target.value } }))} /></label>
          <label className="policy-field"><span>{t('nameEn')}</span><input className="policy-input" value={table.label.en} onChange={(e) => apply(setTable(table.name, { label: { ...table.label, en: e.target.value } }))} /></label>
          <label className="policy-field"><span>{t('table.hitLabel')}</span>
            <select className="policy-input" value={table.hitPolicy} onChange={(e) => apply(setTable(table.name, { hitPolicy: hitPolicies.find((each) => each === e.target.value) ?? 'U' }))}>
              {hitPolicies.map((each) => <option key={each} value={each}>{t(hitKey(each))}（{each}）</option>)}
            </select>
          </label>
          <p className="small muted">{t('table.hitHint')}</p>
          {!isLast && <button type="button" className="plain-button danger" onClick={() => { setOpen(false); apply(removeTable(table.name)); }}>{t('table.remove')}</button>}
        </AnchoredDialog>
      )}
    </div>
  );
}

/** What the checker found, each with the way to its rows. */
export function Remarks({ remarks, onJump }: { remarks: readonly Remark[]; onJump: (row: string, column?: string) => void }) {
  const t = useTexts(policiesTexts);
  const { model } = useEditing();
  if (remarks.length === 0) return null;
  const numberOf = (id: string) => Math.max(0, ...model.tables.map((table) => table.rows.findIndex((row) => row.id === id) + 1));
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={remark.key} className={remark.isBlocking ? 'is-blocking' : ''}>
          <span className="grow">{remark.text}</span>
          {remark.rows.map((row) => <button key={row} type="button" className="link-button no-print" onClick={() => onJump(row, remark.column)}>{t('finding.jump', { row: numberOf(row) })}</button>)}
        </li>
      ))}
    </ul>
  );
}
