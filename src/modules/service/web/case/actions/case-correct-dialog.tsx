import { useEffect, useId, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { FieldInput } from '#kit/field/field-input.tsx';
import { FieldValue } from '#kit/field/field-value.tsx';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { type RecordData, refId } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { isJsonObject } from '#kernel/json.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';

const keys = ['subject', 'description', 'customer', 'contact', 'reporterName', 'reporterPhone', 'reporterEmail', 'place', 'priority'];

interface CorrectProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  onClose(): void;
}

type Values = Readonly<Record<string, unknown>>;

const wire = (value: unknown): string | null => refId(value) ?? (typeof value === 'string' && value.trim() !== '' ? value : null);

/** Whoever saved meanwhile: what they changed stands beside each field; saving again keeps what was typed here. */
function Theirs({ object, field, current }: { readonly object: ObjectMeta; readonly field: FieldMeta; readonly current: RecordData }) {
  const t = useCaseTexts();
  return <p className="small case-theirs">{t('correct.theirs')} <FieldValue object={object} field={field} value={current[field.key]} record={current} isCell /></p>;
}

const currentOf = (extra: Readonly<Record<string, unknown>>): RecordData | undefined => {
  const { current } = extra;
  return isJsonObject(current) && typeof current['id'] === 'string' && typeof current['version'] === 'number' ? { ...current, id: current['id'], version: current['version'] } : undefined;
};

function useCorrection({ object, record }: Pick<CorrectProps, 'object' | 'record'>) {
  const name = `case-correct.${record.id}`;
  // As it was when the form was opened: a change by somebody else is told when it is saved.
  const [first] = useState(record);
  const [changes, setChanges] = useState<Values>(() => readDraft(name) ?? {});
  const [current, setCurrent] = useState<RecordData>();
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => (Object.keys(changes).length === 0 ? dropDraft(name) : writeDraft(name, changes)), [name, changes]);
  const fields = keys.flatMap((key) => object.fields.find((field) => field.key === key && field.access.view === 'full') ?? []);
  // What is masked for the reader can be written anew, but is not shown to be changed.
  const masked = object.fields.filter((field) => keys.includes(field.key) && field.access.view === 'masked');
  const send = async (idempotencyKey: string) => {
    setIssues({});
    try {
      await call('PATCH /service/cases/{id}', { params: { id: record.id }, idempotencyKey, ifMatch: (current ?? first).version, body: Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, wire(value)])) });
    } catch (problem) {
      if (isProblem(problem)) {
        setCurrent(problem.code === 'record.stale' ? currentOf(problem.extra) : current);
        setIssues(Object.fromEntries(problem.errors.map((each) => [each.path, each.message])));
      }
      throw problem;
    }
    setChanges({});
  };
  return { first, changes, current, issues, fields: [...fields, ...masked], put: (key: string, value: unknown) => setChanges((before) => ({ ...before, [key]: value })), send };
}

/** Puts right what was taken down: who it is about, how to reach them, where, how urgent (SE-1). */
export default function CorrectDialog({ object, record, onClose }: CorrectProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const id = useId();
  const { first, changes, current, issues, fields, put, send } = useCorrection({ object, record });
  const run = async (idempotencyKey: string) => {
    await send(idempotencyKey);
    return t('correct.done');
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.correct')} label={t('correct.save')} isReady={Object.keys(changes).length > 0} isWide run={run} onClose={onClose}>
      {current && <p className="case-warning" role="alert">{t('correct.stale')}</p>}
      {fields.map((field) => {
        const isMasked = field.access.view === 'masked';
        const value = changes[field.key] ?? (isMasked || field.key in changes ? null : first[field.key]);
        const isTheirs = current !== undefined && wire(current[field.key]) !== wire(first[field.key]);
        return (
          <div key={field.key} className="admin-field">
            <label htmlFor={`${id}-${field.key}`}>{pick(field.label)}{isMasked && typeof first[field.key] === 'string' && <span className="small muted"> {t('correct.now', { value: String(first[field.key]) })}</span>}</label>
            <FieldInput object={object} id={`${id}-${field.key}`} field={field} recordId={record.id} isInvalid={issues[field.key] !== undefined} value={value} onChange={(next: unknown) => put(field.key, next)} />
            {isTheirs && <Theirs object={object} field={field} current={current} />}
            {issues[field.key] !== undefined && <p className="small danger" role="alert">{issues[field.key]}</p>}
          </div>
        );
      })}
    </ActionDialog>
  );
}
