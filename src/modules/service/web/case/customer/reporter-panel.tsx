import { PencilLine } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { isBlank, textOf } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { refId } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useCaseProcess, useCaseTexts } from '../use-case.ts';
import '../case.css';

const CorrectDialog = lazy(() => import('../actions/case-correct-dialog.tsx'));

const reporter = ['customer', 'contact', 'reporterName', 'reporterPhone', 'reporterEmail', 'place'];

function OtherCases({ object, customer, without }: { readonly object: ObjectMeta; readonly customer: string; readonly without: string }) {
  const t = useCaseTexts();
  const filter = useMemo((): Filter => ({ and: [{ field: 'customer', op: 'eq', value: customer }, { field: 'state', op: 'in', value: ['open', 'waiting', 'answered'] }] }), [customer]);
  const { records, isPending } = useRecords(object, { filter, sort: '-receivedAt' }, 8);
  const others = records.filter((each) => each.id !== without);
  if (isPending) return null;
  const state = fieldOf(object, 'state');
  return (
    <div className="case-others">
      <h3 className="small muted">{t(others.length === 0 ? 'customer.noOthers' : 'customer.others')}</h3>
      <ul className="case-lines is-flush">{others.map((each) => <li key={each.id}><PageLink to={`/cases/${each.id}`}>{textOf(each['subject'])}</PageLink><span className="row wrap small muted">{textOf(each['number'])}{state && <FieldValue object={object} field={state} value={each['state']} isCell />}</span></li>)}</ul>
    </div>
  );
}

/** Who it is about and how to reach them, phones masked as everywhere; their other open cases. */
export default function ReporterPanel({ object, record }: RecordSlotProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const customer = refId(record['customer']);
  const mayWrite = useCaseProcess(record.id).data?.mayWrite === true;
  const [isCorrecting, setCorrecting] = useState(false);
  const fields = object.fields.filter((field) => reporter.includes(field.key) && !isBlank(record[field.key]));
  return (
    <div className="card-body">
      {fields.length === 0 && <p className="muted">{t('customer.unknown')}</p>}
      <dl className="case-facts">{fields.map((field) => <div key={field.key}><dt>{pick(field.label)}</dt><dd><FieldValue object={object} field={field} value={record[field.key]} record={record} /></dd></div>)}</dl>
      {mayWrite && record['state'] !== 'merged' && <button type="button" className="plain-button case-correct" onClick={() => setCorrecting(true)}><PencilLine size={14} aria-hidden />{t(customer === undefined ? 'customer.name' : 'act.correct')}</button>}
      {isCorrecting && <Suspense fallback={null}><CorrectDialog object={object} record={record} onClose={() => setCorrecting(false)} /></Suspense>}
      {customer !== undefined && <OtherCases object={object} customer={customer} without={record.id} />}
    </div>
  );
}
