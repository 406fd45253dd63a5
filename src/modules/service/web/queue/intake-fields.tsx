import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { type IntakeDraft, deskChannels, priorities } from './use-intake.ts';
import { useCaseChoice, useCaseTypes, useQueueTexts } from './use-queue.ts';

interface FieldsProps {
  readonly draft: IntakeDraft;
  onChange(part: Partial<IntakeDraft>): void;
}

/** What it is about: one press, or the arrow keys; the deadline and who handles it follow from it. */
export function TypeChoice({ object, draft, onChange }: FieldsProps & { readonly object: ObjectMeta }) {
  const t = useQueueTexts();
  const choice = useCaseChoice();
  const { records, isPending } = useCaseTypes(object);
  if (isPending) return <SkeletonLines count={2} />;
  return (
    <fieldset className="intake-types">
      <legend className="intake-label">{t('intake.type')}</legend>
      {records.length === 0 && <p className="muted">{t('intake.noTypes')}</p>}
      <div className="intake-grid">
        {records.map((record) => {
          const name = String(record['name']);
          const kind = choice('kind', String(record['kind']));
          return (
            <label key={record.id} className="intake-type">
              <input type="radio" name="intake-type" checked={draft.type === record.id} onChange={() => onChange({ type: record.id })} />
              <span>{name}</span>{name !== kind && <span className="small muted">{kind}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Ctrl+Enter in a text of several lines sends its form (UX-5). */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

export function WhatFields({ draft, onChange }: FieldsProps) {
  const t = useQueueTexts();
  return (
    <>
      <label className="intake-field"><span className="intake-label">{t('intake.subject')}</span><Input autoComplete="off" maxLength={200} placeholder={t('intake.subjectHint')} value={draft.subject} onChange={(event) => onChange({ subject: event.target.value })} /></label>
      <label className="intake-field"><span className="intake-label">{t('intake.description')}</span><Input.TextArea onKeyDown={sendOnCtrlEnter} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} value={draft.description} onChange={(event) => onChange({ description: event.target.value })} /></label>
      <div className="intake-pair">
        <label className="intake-field"><span className="intake-label">{t('intake.place')}</span><Input autoComplete="off" maxLength={120} placeholder={t('intake.placeHint')} value={draft.place} onChange={(event) => onChange({ place: event.target.value })} /></label>
        <label className="intake-local"><input type="checkbox" checked={draft.isLocal} onChange={(event) => onChange({ isLocal: event.target.checked })} /><span>{t('intake.isLocal')} <span className="small muted">{t('intake.isLocalHint')}</span></span></label>
      </div>
    </>
  );
}

/** What is rarely other than usual. */
export function MoreIntake({ draft, onChange }: FieldsProps) {
  const t = useQueueTexts();
  const choice = useCaseChoice();
  return (
    <>
      <div className="intake-field">
        <span className="intake-label" aria-hidden>{t('intake.priority')}</span>
        <ChoiceBar label={t('intake.priority')} value={draft.priority} options={priorities.map((value) => ({ value, label: choice('priority', value) }))} onChange={(priority) => onChange({ priority })} />
      </div>
      <details className="intake-more">
        <summary>{t('intake.more')}</summary>
        <div className="intake-pair">
          <div className="intake-field"><span className="intake-label" aria-hidden>{t('intake.channel')}</span><PlainSelect label={t('intake.channel')} value={draft.channel} options={deskChannels.map((value) => ({ value, label: choice('channel', value) }))} onChange={(value) => onChange({ channel: deskChannels.find((each) => each === value) ?? 'phone' })} /></div>
          <label className="intake-field"><span className="intake-label">{t('intake.email')}</span><Input type="text" inputMode="email" autoComplete="off" maxLength={200} value={draft.email} onChange={(event) => onChange({ email: event.target.value })} /></label>
        </div>
        <div className="intake-field"><label className="intake-label" htmlFor="intake-owner">{t('intake.owner')}</label><RecordPicker id="intake-owner" target="user" placeholder={t('intake.ownerHint')} value={draft.owner} onChange={(owner) => onChange({ owner })} /></div>
      </details>
    </>
  );
}
