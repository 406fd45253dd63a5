import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Clause } from '#meta/decisions/decision-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { ClauseFields } from './clause-editor.tsx';
import { useEditing } from '../editor/editing.ts';
import { putClause, removeClause } from '../editor/model-edit.ts';

function ClauseLine({ clause, isCited }: { clause: Clause; isCited: boolean }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model, isEditable, apply } = useEditing();
  const [edited, setEdited] = useState<Clause | null>(null);
  const done = () => {
    if (!edited) return;
    const isTaken = edited.key !== clause.key && model.clauses.some((each) => each.key === edited.key);
    apply(putClause(isTaken || edited.key.trim() === '' ? { ...edited, key: clause.key } : edited, clause.key));
    setEdited(null);
  };
  if (edited) return <li className="stack"><ClauseFields clause={edited} former={clause.key} onChange={setEdited} /><div className="row"><span className="grow" /><button type="button" className="plain-button is-strong" onClick={done}>{t('cell.done')}</button></div></li>;
  return (
    <li>
      <div className="row wrap">
        <span className="why-mark is-plain"><ClauseMark clause={clause.key} /></span>
        {clause.isInterpretation && <span className="tag tag-hu">{t('clause.mark')}</span>}
        {!isCited && <span className="tag">{t('clause.uncited')}</span>}
        <span className="grow" />
        {isEditable && <button type="button" className="plain-button" onClick={() => setEdited(clause)}>{t('clause.edit')}</button>}
        {isEditable && !isCited && <button type="button" className="plain-button" onClick={() => apply(removeClause(clause.key))}>{t('clause.remove')}</button>}
      </div>
      <p className="why-text">{clause.text[locale] || t('clause.noText')}</p>
    </li>
  );
}

/** All clauses of the policy, to be read like the company's own paper and to be edited in a draft. */
export function ClausesDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(policiesTexts);
  const { model, isEditable, apply } = useEditing();
  const cited = new Set(model.tables.flatMap((table) => table.rows.map((row) => row.clause)));
  const add = () => {
    let number = model.clauses.length + 1;
    while (model.clauses.some((each) => each.key === String(number))) number += 1;
    apply(putClause({ key: String(number), text: { 'zh-CN': '', en: '' } }));
  };
  return (
    <Dialog title={t('clause.all')} place="side" width={560} onClose={onClose}>
      <ul className="clause-list">{model.clauses.map((clause) => <ClauseLine key={clause.key} clause={clause} isCited={cited.has(clause.key)} />)}</ul>
      {model.clauses.length === 0 && <p className="muted">{t('clause.noClauses')}</p>}
      {isEditable && <button type="button" className="plain-button" onClick={add}><Plus size={14} aria-hidden />{t('clause.new')}</button>}
    </Dialog>
  );
}
