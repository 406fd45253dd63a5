import { Button, Mentions, Segmented, Select, Switch } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { useReferenceOptions } from '#kit/field/reference-options.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useSave } from '#kit/records/use-save.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { type Composed, hasOutcome, isComplete, nothingComposed, toActivity } from './composer-model.ts';
import { DueChoice, WhenChoice } from './composer-dates.tsx';
import { activityKinds, isActivityKind } from './timeline-entry-data.ts';
import { EntryIcon } from './entry-icon.tsx';

interface ComposerProps {
  readonly activities: ObjectMeta;
  readonly customer: RecordData;
}

type Change = (change: Partial<Composed>) => void;

/** What is being written, kept in this tab until it is saved: a lost network or another page loses nothing (UX-7, UX-16). */
function useComposed(customer: string) {
  const name = `composer.${customer}`;
  const [composed, setComposed] = useState<Composed>(() => ({ ...nothingComposed, ...readDraft(name) }));
  useEffect(() => {
    if (composed.text.trim() === '') dropDraft(name);
    else writeDraft(name, { ...composed });
  }, [name, composed]);
  const change: Change = (next) => setComposed((old) => ({ ...old, ...next }));
  return { composed, change, clear: (kind: Composed['kind']) => setComposed({ ...nothingComposed, kind }) };
}

function WordsInput({ composed, change, onSave, isRefused }: { composed: Composed; change: Change; onSave: () => void; isRefused: boolean }) {
  const t = useCustomersTexts();
  const [typed, setTyped] = useState<string>();
  const { options, isLoading } = useReferenceOptions('user', typed ?? '', typed !== undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };
  return (
    <Mentions
      id="composer-words" aria-label={t(`composer.words.${composed.kind}`)} aria-invalid={isRefused} placeholder={t(`composer.words.${composed.kind}`)} value={composed.text}
      autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10_000} loading={isLoading} options={options.map((o) => ({ value: o.name, label: o.name, key: o.id }))}
      filterOption={false} status={isRefused ? 'error' : ''} notFoundContent={isLoading ? t('composer.searching') : t('composer.nobody')} onChange={(text) => change({ text })} onSearch={setTyped}
      onSelect={({ value, key }) => { if (value && key) change({ mentioned: { ...composed.mentioned, [value]: key } }); }} onKeyDown={onKeyDown}
    />
  );
}

function ContactChoice({ customer, value, onChange }: { customer: string; value: string | null; onChange: (id: string | null) => void }) {
  const t = useCustomersTexts();
  const contacts = useFindObject()('contact');
  return contacts ? <ContactSelect contacts={contacts} customer={customer} value={value} onChange={onChange} label={t('composer.contact')} /> : null;
}

function ContactSelect({ contacts, customer, value, onChange, label }: { contacts: ObjectMeta; customer: string; value: string | null; onChange: (id: string | null) => void; label: string }) {
  const { records } = useRecords(contacts, useMemo(() => ({ filter: { field: 'customer', op: 'eq', value: customer }, sort: '-isPrimary,createdAt' }), [customer]));
  if (records.length === 0) return null;
  return (
    <Select
      className="composer-contact" aria-label={label} placeholder={label} allowClear value={value} onChange={(id: string | undefined) => onChange(id ?? null)}
      options={records.map((c) => ({ value: c.id, label: textOf(c[contacts.title]) }))}
    />
  );
}

function Details({ activities, customer, composed, change }: ComposerProps & { composed: Composed; change: Change }) {
  const t = useCustomersTexts();
  const pick = usePick();
  const labels = (key: string) => (fieldOf(activities, key)?.choices ?? []).map((c) => ({ value: c.value, label: pick(c.label) }));
  return (
    <div className="composer-details">
      {hasOutcome(composed.kind) && (
        <Segmented aria-label={t('composer.outcome')} options={labels('outcome')} value={composed.outcome} onChange={(v) => change({ outcome: v === 'attempted' ? 'attempted' : 'reached' })} />
      )}
      {composed.kind === 'call' && (
        <Segmented aria-label={t('composer.direction')} options={labels('direction')} value={composed.direction} onChange={(v) => change({ direction: v === 'inbound' ? 'inbound' : 'outbound' })} />
      )}
      {composed.kind === 'task' && <DueChoice value={composed.dueAt} onChange={(dueAt) => change({ dueAt })} />}
      {composed.kind !== 'task' && composed.kind !== 'note' && <WhenChoice value={composed.happenedAt} onChange={(happenedAt) => change({ happenedAt })} />}
      <ContactChoice customer={customer.id} value={composed.contact} onChange={(contact) => change({ contact })} />
    </div>
  );
}

function useComposerSave({ activities, customer }: ComposerProps, composed: Composed, clear: (kind: Composed['kind']) => void) {
  const t = useCustomersTexts();
  const pick = usePick();
  const { create } = useSave(activities);
  const customers = useFindObject()('customer');
  const { refresh } = useSave(customers ?? activities);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const labelOf = (key: string, value: string) => {
    const choice = fieldOf(activities, key)?.choices?.find((c) => c.value === value);
    return choice ? pick(choice.label) : value;
  };
  const save = async () => {
    if (isBusy) return;
    if (!isComplete(composed)) return setFailure(t('composer.needsWords'));
    setBusy(true);
    setFailure('');
    try {
      const wordless = `${labelOf('kind', composed.kind)} · ${labelOf('outcome', composed.outcome)}`;
      await create(toActivity(composed, customer.id, wordless));
      refresh(customer.id);
      clear(composed.kind);
      showToast(t(`composer.saved.${composed.kind}`));
    } catch (problem) {
      setFailure(isProblem(problem) ? problem.errors[0]?.message || problem.detail : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return { save, isBusy, failure, forget: () => setFailure('') };
}

/** Above the stream: a note, a call, a visit, a meeting or a task in one line and two keys (UX-7). N puts the cursor here. */
export function Composer(props: ComposerProps) {
  const { activities, customer } = props;
  const t = useCustomersTexts();
  const pick = usePick();
  const box = useRef<HTMLElement>(null);
  const { composed, change, clear } = useComposed(customer.id);
  const { save, isBusy, failure, forget } = useComposerSave(props, composed, clear);
  usePageKeys(useMemo(() => ({ n: () => box.current?.querySelector('textarea')?.focus() }), []));
  const kinds = fieldOf(activities, 'kind')?.choices ?? [];
  const isVisible = fieldOf(activities, 'visibility')?.access.edit === true;
  return (
    <section ref={box} className={`composer no-print${composed.isForCustomer ? ' is-outward' : ''}`} aria-label={t('composer.title')}>
      <div className="composer-kinds" role="radiogroup" aria-label={t('composer.kind')}>
        {activityKinds.map((kind) => {
          const choice = kinds.find((c) => c.value === kind);
          return (
            <label key={kind} className="composer-kind">
              <input type="radio" name={`composer-${customer.id}`} className="visually-hidden" checked={composed.kind === kind} onChange={() => { forget(); if (isActivityKind(kind)) change({ kind }); }} />
              <span><EntryIcon kind={kind} size={14} />{choice ? pick(choice.label) : kind}</span>
            </label>
          );
        })}
      </div>
      <WordsInput composed={composed} change={(next) => { forget(); change(next); }} onSave={() => void save()} isRefused={failure !== ''} />
      <Details {...props} composed={composed} change={change} />
      <div className="composer-foot">
        {isVisible && (
          <label className="composer-outward"><Switch size="small" checked={composed.isForCustomer} onChange={(isForCustomer) => change({ isForCustomer })} />
            <span className={composed.isForCustomer ? 'tag tag-hu' : 'small muted'}>{t(composed.isForCustomer ? 'composer.outward' : 'composer.inward')}</span>
          </label>
        )}
        <span className="grow small danger" role="alert">{failure}</span>
        <span className="small faint composer-keys">{t('composer.keys')}</span>
        <Button type={composed.text.trim() !== '' || hasOutcome(composed.kind) ? 'primary' : 'default'} loading={isBusy} onClick={() => void save()}>{t(`composer.save.${composed.kind}`)}</Button>
      </div>
    </section>
  );
}
