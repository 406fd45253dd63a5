import { Input } from 'antd';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceValue } from '#kit/field/choice-value.tsx';
import { textOf } from '#kit/field/field-props.ts';
import { type RecordData, refId } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';

interface MergeProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  onClose(): void;
}

/** Another open case of the same customer that tells of the same thing: this one goes into it (SE-10). */
export default function MergeDialog({ object, record, onClose }: MergeProps) {
  const t = useCaseTexts();
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<RecordData>();
  const customer = refId(record['customer']);
  const filter = useMemo((): Filter => {
    const parts: Filter[] = [{ field: 'state', op: 'in', value: ['open', 'waiting', 'answered'] }];
    return { and: customer === undefined ? parts : [...parts, { field: 'customer', op: 'eq', value: customer }] };
  }, [customer]);
  const q = useDeferredValue(typed.trim());
  const { records, isPending } = useRecords(object, { filter, sort: '-receivedAt', ...(q !== '' && { q }) }, 10);
  const others = records.filter((each) => each.id !== record.id);
  const state = fieldOf(object, 'state');
  const run = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/merge', { params: { id: record.id }, body: { into: into?.id ?? '' }, idempotencyKey });
    return t('merge.done', { number: textOf(into?.['number']) });
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.merge')} label={t('act.merge')} isReady={into !== undefined} run={run} onClose={onClose}>
      <p className="muted">{t('merge.about', { number: textOf(record['number']) })}</p>
      <div className="admin-field"><label htmlFor={id}>{t('merge.find')}</label><Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} /></div>
      {!isPending && others.length === 0 && <p className="faint">{t('merge.nothing')}</p>}
      <div role="radiogroup" aria-label={t('merge.choose')} className="pick-list">
        {others.map((each) => (
          <label key={each.id} className="pick-line" htmlFor={`merge-${each.id}`}>
            <input id={`merge-${each.id}`} type="radio" name={id} checked={into?.id === each.id} onChange={() => setInto(each)} />
            <span className="grow case-pick-text">{textOf(each['subject'])}<span className="row wrap small muted">{textOf(each['number'])}<span>{format.moment(String(each['receivedAt']))}</span>{state && <ChoiceValue field={state} value={textOf(each['state'])} />}</span></span>
          </label>
        ))}
      </div>
    </ActionDialog>
  );
}
