import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Button, Input } from 'antd';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { type ApiProblem, isProblem } from '../api/api-problem.ts';
import { FieldInput, isEditable } from '../field/field-input.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import type { RecordData } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import type { Values } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

/** The words about a write that travel beside its fields. */
const REASON = '_reason';

interface Question {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly values: Values;
  readonly problem: ApiProblem;
  answer(more: Values | null): void;
}

let question: Question | undefined;
const listeners = new Set<() => void>();

function set(next: Question | undefined): void {
  question = next;
  for (const listener of listeners) listener();
}

const keyOfPath = (path: string): string => path.split('.')[0] ?? path;

/** What the server wants besides the value that was changed: other fields, or a reason. */
function askedBeside(object: ObjectMeta, values: Values, problem: ApiProblem): { readonly fields: readonly FieldMeta[]; readonly hasReason: boolean } {
  const keys = new Set(problem.errors.map((e) => keyOfPath(e.path)).filter((key) => !(key in values)));
  const fields = [...keys].flatMap((key) => fieldOf(object, key) ?? []).filter(isEditable);
  return { fields, hasReason: keys.has(REASON) };
}

/**
 * Runs a write of one record; when the server wants more with it (a reason for the stage, a field that the stage needs),
 * asks for exactly that and writes again. Throws ApiProblem for everything else; `false` when the person gave up.
 */
export async function writeAsking<T>(object: ObjectMeta, record: RecordData, values: Values, write: (values: Values) => Promise<T>): Promise<T | false> {
  try {
    return await write(values);
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    const { fields, hasReason } = askedBeside(object, values, problem);
    if (fields.length === 0 && !hasReason) throw problem;
    const more = await new Promise<Values | null>((answer) => set({ object, record, values, problem, answer }));
    set(undefined);
    return more === null ? false : writeAsking(object, record, { ...values, ...more }, write);
  }
}

function AskDialog({ asked }: { asked: Question }) {
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
    <Dialog title={String(record[object.title] ?? '')} width={440} onClose={() => asked.answer(null)}>
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
            <Input.TextArea id="ask-reason" maxLength={1000} autoSize={{ minRows: 2 }} value={String(more[REASON] ?? '')} onChange={(e) => setMore((old) => ({ ...old, [REASON]: e.target.value }))} />
          </>
        )}
        <Button type="primary" htmlType="submit">{t('action.save')}</Button>
      </form>
    </Dialog>
  );
}

/** Stands once in the shell and shows the question that a write raised. */
export default function AskMoreHost() {
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
  return asked ? <AskDialog key={asked.problem.errors.map((e) => e.path).join()} asked={asked} /> : null;
}
