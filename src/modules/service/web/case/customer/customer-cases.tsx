import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { textOf } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useCaseTexts } from '../use-case.ts';
import '../case.css';

const NewCaseDialog = lazy(() => import('./new-case-dialog.tsx'));

function CaseLine({ cases, each }: { readonly cases: ObjectMeta; readonly each: RecordData }) {
  const format = useFormat();
  const value = (key: string) => {
    const field = fieldOf(cases, key);
    return field && <FieldValue object={cases} field={field} value={each[key]} record={each} isCell />;
  };
  return (
    <li>
      <div className="row wrap"><PageLink to={`/cases/${each.id}`}>{textOf(each['subject'])}</PageLink>{value('kind')}{value('state')}</div>
      <div className="row wrap small muted"><span>{textOf(each['number'])}</span><span>{format.moment(String(each['receivedAt']))}</span>{value('owner')}</div>
    </li>
  );
}

function Cases({ cases, object, record }: RecordSlotProps & { readonly cases: ObjectMeta }) {
  const t = useCaseTexts();
  const [isCreating, setCreating] = useState(false);
  const filter = useMemo((): Filter => ({ field: 'customer', op: 'eq', value: record.id }), [record.id]);
  const query = useRecords(cases, { filter, sort: '-receivedAt' }, 30);
  const add = cases.grants.create !== undefined && <Button onClick={() => setCreating(true)}>{t('customer.newCase')}</Button>;
  return (
    <div className="case-customer">
      {query.error && query.records.length === 0 ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending && <div className="card-body"><SkeletonLines count={4} /></div>}
      {query.isSuccess && query.records.length === 0 && <EmptyState title={t('customer.empty')} hint={t('customer.emptyHint')} actions={add} />}
      {query.records.length > 0 && <div className="row case-customer-head">{add}</div>}
      <ul className="case-lines">{query.records.map((each) => <CaseLine key={each.id} cases={cases} each={each} />)}</ul>
      {query.hasNextPage && <div className="card-body"><Button onClick={() => void query.fetchNextPage()}>{t('customer.more')}</Button></div>}
      {isCreating && <Suspense fallback={null}><NewCaseDialog customer={{ id: record.id, name: textOf(record[object.title]) }} onClose={() => setCreating(false)} /></Suspense>}
    </div>
  );
}

/** What a customer came with, and a button to take in the next one. */
export default function CustomerCases(props: RecordSlotProps) {
  const t = useCaseTexts();
  const cases = useFindObject()('case');
  return cases ? <Cases {...props} cases={cases} /> : <EmptyState title={t('customer.denied')} />;
}
