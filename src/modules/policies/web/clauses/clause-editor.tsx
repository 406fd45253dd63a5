import { type RefObject, useState } from 'react';
import type { Clause } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { ClauseMark } from '#kit/why/why.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { useEditing } from '../editor/editing.ts';
import { putClause, setClause } from '../editor/model-edit.ts';

/** The wording of one clause in both languages; every keystroke is in the draft. */
export function ClauseFields({ clause, former, onChange }: { clause: Clause; former: string; onChange: (clause: Clause) => void }) {
  const t = useTexts(policiesTexts);
  const { model } = useEditing();
  const isTaken = clause.key !== former && model.clauses.some((each) => each.key === clause.key);
  const setText = (locale: 'zh-CN' | 'en', text: string) => onChange({ ...clause, text: { ...clause.text, [locale]: text } });
  return (
    <>
      <label className="policy-field"><span>{t('clause.key')}</span><input className="policy-input" value={clause.key} maxLength={80} aria-invalid={isTaken} onChange={(e) => onChange({ ...clause, key: e.target.value })} />{isTaken && <span className="small danger" role="alert">{t('clause.taken')}</span>}</label>
      <label className="policy-field"><span>{t('clause.zh')}</span><textarea className="policy-input" rows={4} autoFocus maxLength={4_000} value={clause.text['zh-CN']} onChange={(e) => setText('zh-CN', e.target.value)} /></label>
      <label className="policy-field"><span>{t('clause.en')}</span><textarea className="policy-input" rows={3} maxLength={4_000} value={clause.text.en} onChange={(e) => setText('en', e.target.value)} /></label>
      <label className="row small"><input type="checkbox" checked={clause.isInterpretation === true} onChange={(e) => { const { isInterpretation: _, ...rest } = clause; onChange(e.target.checked ? { ...rest, isInterpretation: true } : rest); }} />{t('clause.interpretation')}</label>
      <p className="small muted">{t('clause.interpretationHint')}</p>
    </>
  );
}

interface PopupProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly table: string;
  readonly row: string;
  onClose(): void;
}

const nobody: Clause = { key: '', text: { 'zh-CN': '', en: '' } };

/** The clause of a row: its wording to read; in a draft also to choose another, to edit it or to write a new one. */
export function ClausePopup({ anchor, table, row, onClose }: PopupProps) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model, isEditable, apply } = useEditing();
  const cited = model.tables.find((each) => each.name === table)?.rows.find((each) => each.id === row)?.clause ?? '';
  const clause = model.clauses.find((each) => each.key === cited);
  const [edited, setEdited] = useState<Clause | null>(null);
  const [former, setFormer] = useState('');
  const begin = (from: Clause) => { setEdited(from); setFormer(from.key); };
  // A key that is empty or taken waits in the fields; the wording is kept on closing.
  const close = () => {
    if (edited && edited.key.trim() !== '' && (edited.key === former || !model.clauses.some((each) => each.key === edited.key))) {
      apply((now) => setClause(table, row, edited.key)(putClause(edited, former === '' ? undefined : former)(now)));
    } else if (edited && former !== '') apply(putClause({ ...edited, key: former }));
    onClose();
  };
  return (
    <AnchoredDialog anchor={anchor} title={t('clause.title')} isTitleHidden={edited === null} width={400} onClose={close}>
      {edited === null ? (
        <>
          {clause ? (
            <div><div className="row wrap"><span className="why-mark is-plain"><ClauseMark clause={clause.key} /></span>{clause.isInterpretation && <span className="tag tag-hu">{t('clause.mark')}</span>}</div><p className="why-text">{clause.text[locale] || t('clause.noText')}</p></div>
          ) : <p className="muted">{t('clause.none')}</p>}
          {isEditable && (
            <>
              <label className="policy-field"><span>{t('clause.choose')}</span>
                <select className="policy-input" value={clause ? cited : ''} onChange={(e) => { if (e.target.value !== '') apply(setClause(table, row, e.target.value)); }}>
                  {!clause && <option value="">{cited === '' ? t('row.noClause') : cited}</option>}
                  {model.clauses.map((each) => <option key={each.key} value={each.key}>{each.key} {each.text[locale].slice(0, 40)}</option>)}
                </select>
              </label>
              <div className="row cell-foot">{clause && <button type="button" className="plain-button" onClick={() => begin(clause)}>{t('clause.edit')}</button>}<button type="button" className="plain-button" onClick={() => { setEdited({ ...nobody, key: clause ? '' : cited }); setFormer(''); }}>{t('clause.new')}</button></div>
            </>
          )}
        </>
      ) : <><ClauseFields clause={edited} former={former} onChange={setEdited} /><div className="row cell-foot"><span className="grow" /><button type="button" className="plain-button is-strong" onClick={close}>{t('cell.done')}</button></div></>}
    </AnchoredDialog>
  );
}
