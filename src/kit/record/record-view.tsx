import type { ObjectMeta } from '#meta/view-model.ts';
import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblem } from '../api/api-problem.ts';
import { isNumeric, isBlank } from '../field/field-props.ts';
import { FieldValue } from '../field/field-value.tsx';
import { useAddress, usePanels } from '../module/registry.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../overlay/empty-state.tsx';
import { rememberRecent } from '../palette/recent-store.ts';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { useRecord } from '../records/use-records.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { PanelSlot } from './panel-slot.tsx';
import { PropertyList } from './property-list.tsx';
import { RecordHead } from './record-head.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { RelatedPanel, useRelations } from './related-panel.tsx';
import './record.css';

/** Key figures: the modules' own, else the record's numbers and money. */
function KeyFigures({ object, record }: { object: ObjectMeta; record: RecordData }) {
  const pick = usePick();
  const own = usePanels(object.key, 'figures');
  const fields = object.fields.filter((f) => isNumeric(f) && !isBlank(record[f.key])).slice(0, 5);
  if (own.length > 0) return <PanelSlot place="figures" object={object} record={record} />;
  if (fields.length < 2) return null;
  return (
    <div className="card record-figures">
      {fields.map((field) => (
        <div key={field.key} className="figure">
          <div className="small faint">{pick(field.label)}</div>
          <div className="figure-value"><FieldValue object={object} field={field} value={record[field.key]} record={record} /></div>
        </div>
      ))}
    </div>
  );
}

function RecordBody({ object, record }: { object: ObjectMeta; record: RecordData }) {
  const t = useKitTexts();
  const side = usePanels(object.key, 'side');
  const replaced = new Set([...side, ...usePanels(object.key, 'tab')].flatMap((panel) => panel.replaces ?? []));
  const relations = useRelations(object).filter(({ child }) => !replaced.has(child.key));
  const title = titleOf(object, record);
  const hasSide = relations.length > 0 || side.length > 0;
  return (
    <div className={`record-body${hasSide ? '' : ' no-side'}`}>
      <div className="record-side record-left">
        <section className="card"><h2 className="card-head">{t('record.properties')}</h2><PropertyList object={object} record={record} /></section>
        <PanelSlot place="properties" object={object} record={record} />
      </div>
      <RecordTabs object={object} record={record} />
      {hasSide && (
        <div className="record-side">
          <PanelSlot place="side" object={object} record={record} />
          {relations.map((r) => <RelatedPanel key={r.child.key} {...r} record={record} title={title} />)}
        </div>
      )}
    </div>
  );
}

/** The page of any record: header, key figures, properties left, tabs in the middle, associations right (UX-6). */
export function RecordView({ object, id }: { object: ObjectMeta; id: string }) {
  const t = useKitTexts();
  const found = useRecord(object, id);
  const address = useAddress()(object);
  const record = found.data;
  const title = record && titleOf(object, record);
  usePageTitle(title);
  useEffect(() => {
    if (title) rememberRecent({ object: object.key, id, title });
  }, [object.key, id, title]);
  const survivor = isProblem(found.error, 'record.not-found') ? found.error.extra['mergedInto'] : undefined;
  if (typeof survivor === 'string') return <Navigate to={`${address}/${survivor}`} replace />;
  if (isProblem(found.error, 'record.not-found')) return <div className="page"><EmptyState title={t('app.notFound')} hint={found.error.detail} /></div>;
  if (found.error && !record) return <div className="page"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!record) return <div className="page"><SkeletonLines count={9} /></div>;
  return (
    <div className="page record-page" key={record.id}>
      <RecordHead object={object} record={record} />
      <PanelSlot place="steps" object={object} record={record} />
      <KeyFigures object={object} record={record} />
      <RecordBody object={object} record={record} />
    </div>
  );
}
