import { type RefObject, useState } from 'react';
import { compileExpression } from '#meta/decisions/compiled-table.ts';
import type { OutputColumn } from '#meta/decisions/decision-model.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { FeelInput } from './condition-editor.tsx';
import { FactInput } from './fact-input.tsx';
import { readResult, type ResultForm, writeResult } from '../../rules/result-form.ts';

function isRunnable(text: string): boolean {
  try {
    compileExpression(text)({});
    return true;
  } catch {
    return false;
  }
}

interface EditorProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly output: OutputColumn;
  readonly text: string;
  onDone(text: string): void;
}

/** The editor of a result cell: the input that fits the type, empty, or FEEL that computes it. */
export function ResultEditor({ anchor, output, text, onDone }: EditorProps) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const [form, setForm] = useState<ResultForm>(() => readResult(text, output.type));
  const written = writeResult(form, output.type);
  const close = () => onDone(written === writeResult(readResult(text, output.type), output.type) ? text : written);
  const isFeel = form.kind === 'feel';
  return (
    <AnchoredDialog anchor={anchor} title={pick(output.label)} width={320} onClose={close}>
      <form className="cell-editor-form" onSubmit={(e) => { e.preventDefault(); close(); }}>
        {isFeel
          ? <FeelInput text={form.text} isWrong={!isRunnable(form.text)} onChange={(feel) => setForm({ kind: 'feel', text: feel })} />
          : <FactInput item={output} label={pick(output.label)} value={form.value ?? undefined} isFirst onChange={(value) => setForm({ kind: 'value', value: value ?? null })} />}
        <div className="row cell-foot">
          <button type="button" className="plain-button" aria-pressed={isFeel} onClick={() => setForm(isFeel ? readResult(form.text, output.type).kind === 'value' ? readResult(form.text, output.type) : { kind: 'value', value: null } : { kind: 'feel', text: written })}>{t('cell.modes.feel')}</button>
          {!isFeel && <button type="button" className="plain-button" onClick={() => setForm({ kind: 'value', value: null })}>{t('cell.empty')}</button>}
          <span className="grow" />
          <button type="submit" className="plain-button is-strong">{t('cell.done')}</button>
        </div>
      </form>
    </AnchoredDialog>
  );
}
