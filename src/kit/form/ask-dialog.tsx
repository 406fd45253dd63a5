import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { textOf } from '../field/field-props.ts';
import { FieldInput } from '../field/field-input.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import type { Values } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { askedBeside, type Question, REASON } from './ask-question.ts';
import { titleOf } from '../records/record-types.ts';

/** Asks for exactly what a refused write still wants. */
export default function AskDialog({ asked }: { asked: Question }) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, record, problem } = asked;
  const { fields, hasReason } = askedBeside(object, asked.values, problem);
  const [more, setMore] = useState<Values>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asked.answer(more);
  };
  return (
    <Dialog title={titleOf(object, record)} width={440} onClose={() => asked.answer(null)}>
      <form className="stack" onSubmit={submit}>
        <p className="muted">{problem.errors.map((e) => e.message).filter(Boolean).join(' ') || problem.detail}</p>
        {fields.map((field) => (
          <div key={field.key} className="stack">
            <label htmlFor={`ask-${field.key}`}>{pick(field.label)}</label>
            <FieldInput object={object} field={field} id={`ask-${field.key}`} value={more[field.key] ?? record[field.key] ?? null} onChange={(value) => setMore((old) => ({ ...old, [field.key]: value }))} />
          </div>
        ))}
        {hasReason && (
          <>
            <label htmlFor="ask-reason">{t('form.reason')}</label>
            <Input.TextArea id="ask-reason" maxLength={1000} autoSize={{ minRows: 2 }} value={textOf(more[REASON])} onChange={(e) => setMore((old) => ({ ...old, [REASON]: e.target.value }))} />
          </>
        )}
        <Button type="primary" htmlType="submit">{t('action.save')}</Button>
      </form>
    </Dialog>
  );
}
