import { useMemo } from 'react';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import { isBlank } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { WaitLine } from '../process/waits-line.tsx';
import { useCaseProcess, useCaseTexts } from '../use-case.ts';

function Value({ remedies, remedy, field }: { readonly remedies: ObjectMeta; readonly remedy: RecordData; readonly field: string }) {
  const found = fieldOf(remedies, field);
  return found && !isBlank(remedy[field]) ? <FieldValue object={remedies} field={found} value={remedy[field]} record={remedy} isCell /> : null;
}

function Remedies({ record, remedies }: { readonly record: RecordData; readonly remedies: ObjectMeta }) {
  const t = useCaseTexts();
  const filter = useMemo((): Filter => ({ field: 'case', op: 'eq', value: record.id }), [record.id]);
  const { records } = useRecords(remedies, { filter, sort: '-createdAt' }, 20);
  const waits = useCaseProcess(record.id).data?.waits.filter((wait) => wait.about === 'remedy') ?? [];
  if (records.length === 0) return <p className="card-body faint">{t('remedy.none')}</p>;
  return (
    <>
      <ul className="case-lines">
        {records.map((remedy) => (
          <li key={remedy.id}>
            <div className="row wrap"><b><Value remedies={remedies} remedy={remedy} field="kind" /></b><span className="number"><Value remedies={remedies} remedy={remedy} field="amount" /></span><Value remedies={remedies} remedy={remedy} field="state" /></div>
            <p className="small muted case-words">{typeof remedy['note'] === 'string' ? remedy['note'] : ''}</p>
          </li>
        ))}
      </ul>
      {waits.map((wait) => <div key={wait.approval} className="case-clock-asked"><WaitLine wait={wait} /></div>)}
    </>
  );
}

/** What the customer was given (SE-7). */
export default function RemediesPanel({ record }: RecordSlotProps) {
  const remedies = useFindObject()('caseRemedy');
  return remedies ? <Remedies record={record} remedies={remedies} /> : null;
}
