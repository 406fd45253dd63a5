import { isJsonObject } from '#kernel/json.ts';
import { newId } from '#kernel/ids.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isProblem } from '../api/api-problem.ts';
import type { RecordData } from '../records/record-types.ts';
import { useSave, type Values } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';
import { changedValues, firstValues, isAsked, missingFields } from './form-model.ts';

export type FieldErrors = Readonly<Record<string, string>>;

interface FormOptions {
  readonly object: ObjectMeta;
  /** Absent: a new record. */
  readonly record?: RecordData | undefined;
  /** First values of a new record. */
  readonly given?: Values | undefined;
}

/** Checks before sending; the server has the last word. */
function useCheck(object: ObjectMeta) {
  const t = useKitTexts();
  const pick = usePick();
  return (values: Values): FieldErrors => {
    const editable = object.fields.filter((f) => f.access.edit && f.readOnly !== true);
    return Object.fromEntries(missingFields(editable, values).map((f) => [f.key, t('field.required', { field: pick(f.label) })]));
  };
}

/** `phone` of `phone` or of `phone.0`: an issue may point into a value. */
const fieldOfPath = (path: string): string => path.split('.')[0] ?? path;

export interface Stale {
  /** As the person opened it. */
  readonly before: RecordData;
  readonly current: RecordData;
}

const readCurrent = (extra: Readonly<Record<string, unknown>>): RecordData | undefined => {
  const { current } = extra;
  if (!isJsonObject(current) || typeof current['id'] !== 'string' || typeof current['version'] !== 'number') return undefined;
  return { ...current, id: current['id'], version: current['version'] };
};

function useFormValues({ object, record, given }: FormOptions) {
  const name = `${object.key}.${record?.id ?? 'new'}`;
  const [first] = useState<Values>(() => (record ? { ...record } : firstValues(object, given)));
  const [draft] = useState(() => readDraft(name));
  const [values, setValues] = useState<Values>(() => ({ ...first, ...draft, ...given }));
  const [hasDraft, setHasDraft] = useState(draft !== undefined);
  const changes = useMemo(() => changedValues(object, first, values), [object, first, values]);
  const isChanged = Object.keys(changes).length > 0;
  useEffect(() => {
    if (isChanged) writeDraft(name, changes);
    else dropDraft(name);
  }, [name, isChanged, changes]);
  const reset = () => {
    dropDraft(name);
    setValues(first);
    setHasDraft(false);
  };
  return { name, values, setValues, changes, isChanged, hasDraft, reset };
}

/** What went wrong with the last saving: by field, in words, as a duplicate, or as a conflict with somebody else's. */
function useFailures(record: RecordData | undefined) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState('');
  const [isDuplicate, setDuplicate] = useState(false);
  const [stale, setStale] = useState<Stale>();
  const fail = (problem: unknown) => {
    if (!isProblem(problem)) return setFailure(String(problem));
    const current = problem.code === 'record.stale' ? readCurrent(problem.extra) : undefined;
    if (current && record) return setStale({ before: record, current });
    setErrors(Object.fromEntries(problem.errors.map((e) => [fieldOfPath(e.path), e.message])));
    setDuplicate(problem.code === 'record.duplicate' && problem.extra['canOverride'] !== false);
    setFailure(problem.detail);
  };
  const forget = () => {
    setDuplicate(false);
    setFailure('');
  };
  const mend = (field: string) => setErrors((old) => Object.fromEntries(Object.entries(old).filter(([key]) => key !== field)));
  return { errors, setErrors, failure, isDuplicate, stale, setStale, fail, forget, mend };
}

/** Sends the form; the idempotency key lives from one filled-in form to its success or its refusal. */
function useSend(object: ObjectMeta, record: RecordData | undefined, name: string, failures: ReturnType<typeof useFailures>) {
  const { create, patch } = useSave(object);
  const [isBusy, setBusy] = useState(false);
  // Pressing save twice, or again after a lost network, creates once.
  const key = useRef(newId());
  const send = async (values: Values, version?: number): Promise<RecordData | undefined> => {
    setBusy(true);
    failures.forget();
    try {
      const saved = record ? await patch(record.id, version ?? record.version, values) : await create(values, key.current);
      key.current = newId();
      dropDraft(name);
      return saved;
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 0) key.current = newId();
      failures.fail(problem);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { send, isBusy };
}

/** State of a create or edit form: values, errors by field, the draft, and saving with conflict detection. */
export function useRecordForm(options: FormOptions) {
  const { object } = options;
  // As it was when the form opened: live updates must not slip a newer version under what the person typed.
  const [record] = useState(options.record);
  const form = useFormValues(options);
  const check = useCheck(object);
  const failures = useFailures(record);
  const { send, isBusy } = useSend(object, record, form.name, failures);
  const { errors, failure, isDuplicate, stale, setStale } = failures;
  const set = (field: string, value: unknown) => {
    form.setValues((old) => ({ ...old, [field]: value }));
    failures.mend(field);
  };
  /** `beside`: words about the write, `_acceptDuplicate` after the person looked at the duplicates. */
  const save = async (beside: Values = {}): Promise<RecordData | undefined> => {
    const missing = record ? {} : check(form.values);
    failures.setErrors(missing);
    if (Object.keys(missing).length > 0) return undefined;
    const asked = Object.entries(form.values).filter(([key]) => {
      const field = object.fields.find((f) => f.key === key);
      return field !== undefined && isAsked(field, form.values);
    });
    const reason = form.values['_reason'] ? { _reason: form.values['_reason'] } : {};
    return send({ ...(record ? form.changes : Object.fromEntries(asked)), ...reason, ...beside });
  };
  return { ...form, recordId: record?.id, set, errors, failure, isDuplicate, stale, setStale, isBusy, save, send };
}

export type RecordForm = ReturnType<typeof useRecordForm>;
