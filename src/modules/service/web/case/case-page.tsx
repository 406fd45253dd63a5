import { Navigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { isBlank, textOf } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import { usePanels } from '#kit/module/registry.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { rememberRecent } from '#kit/palette/recent-store.ts';
import { PanelSlot } from '#kit/record/panel-slot.tsx';
import { PropertyList } from '#kit/record/property-list.tsx';
import { ListSteps } from '#kit/record/record-head.tsx';
import { RecordTabs } from '#kit/record/record-tabs.tsx';
import { RelatedPanel, useRelations } from '#kit/record/related-panel.tsx';
import { type RecordData, refId } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecord } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { ClockSign } from './clocks/clocks-panel.tsx';
import { useClockWords } from './clocks/use-clock-words.ts';
import { useCaseProcess, useCaseTexts } from './use-case.ts';
import './case.css';

interface CaseProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
}

function Value({ object, record, field }: CaseProps & { readonly field: string }) {
  const found = fieldOf(object, field);
  return found && !isBlank(record[field]) ? <FieldValue object={object} field={found} value={record[field]} record={record} isCell /> : null;
}

/** The nearest deadline: how urgent, and what is left. */
function NearestClock({ record }: { readonly record: RecordData }) {
  const words = useClockWords();
  const isOver = record['state'] === 'closed' || record['state'] === 'merged' || record['state'] === 'withdrawn';
  const found = useCaseProcess(record.id).data?.clocks.filter((clock) => clock.stoppedAt === null) ?? [];
  const clocks = isOver ? [] : found;
  const [nearest] = clocks.toSorted((a, b) => Number(a.pausedAt !== null) - Number(b.pausedAt !== null) || a.dueAt.localeCompare(b.dueAt));
  return nearest ? <><ClockSign clock={nearest} /><span className="small">{nearest.pausedAt === null ? words.left(nearest) : ''}</span></> : null;
}

function CaseHead({ object, record }: CaseProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const format = useFormat();
  const mergedInto = refId(record['mergedInto']);
  const splitFrom = refId(record['splitFrom']);
  return (
    <header className="page-head">
      <div className="grow">
        <div className="record-crumbs"><PageLink to="/cases">{pick(object.label.many)}</PageLink><span>{textOf(record['number'])}</span><ListSteps object={object} record={record} /></div>
        <div className="record-title">
          <h1>{textOf(record['subject'])}</h1>
          <Value object={object} record={record} field="kind" />
          {(record['severity'] === 'major' || record['validity'] === 'valid') && <Value object={object} record={record} field="severity" />}
          {record['validity'] === 'invalid' && <Value object={object} record={record} field="validity" />}
          <Value object={object} record={record} field="state" />
          {record['priority'] !== 'normal' && <Value object={object} record={record} field="priority" />}
          <NearestClock record={record} />
          <PanelSlot place="badge" object={object} record={record} />
        </div>
        <div className="small muted row wrap">
          <span>{t('head.received', { at: format.fullMoment(String(record['receivedAt'])) })}</span><Value object={object} record={record} field="channel" />
          {!isBlank(record['owner']) ? <span>{t('head.owner')} <Value object={object} record={record} field="owner" /></span> : <span>{t('head.nobody')}</span>}
          {!isBlank(record['firstReceiver']) && <span>{t('head.firstReceiver')} <Value object={object} record={record} field="firstReceiver" /></span>}
          {mergedInto !== undefined && <span>{t('head.mergedInto')} <Value object={object} record={record} field="mergedInto" /></span>}
          {splitFrom !== undefined && <span>{t('head.splitFrom')} <Value object={object} record={record} field="splitFrom" /></span>}
        </div>
      </div>
      <div className="record-actions no-print"><PanelSlot place="action" object={object} record={record} /></div>
    </header>
  );
}

function CaseBody({ object, record }: CaseProps) {
  const kit = useKitTexts();
  const panels = [...usePanels(object.key, 'side'), ...usePanels(object.key, 'tab')];
  const replaced = new Set(panels.flatMap((panel) => panel.replaces ?? []));
  const relations = useRelations(object).filter(({ child }) => !replaced.has(child.key));
  return (
    <div className="case-body">
      <div className="case-main"><PanelSlot place="steps" object={object} record={record} /><RecordTabs object={object} record={record} /></div>
      <div className="case-side">
        <PanelSlot place="side" object={object} record={record} />
        {relations.map((relation) => <RelatedPanel key={relation.child.key} {...relation} record={record} title={textOf(record['number'])} />)}
        <details className="card case-properties"><summary className="card-head">{kit('record.properties')}</summary><PropertyList object={object} record={record} /></details>
        <PanelSlot place="properties" object={object} record={record} />
      </div>
    </div>
  );
}

function Case({ object, id }: { readonly object: ObjectMeta; readonly id: string }) {
  const kit = useKitTexts();
  const found = useRecord(object, id);
  const record = found.data;
  const title = record && `${textOf(record['number'])} ${textOf(record['subject'])}`;
  usePageTitle(title);
  useEffect(() => {
    if (title) rememberRecent({ object: object.key, id, title });
  }, [object.key, id, title]);
  const survivor = isProblem(found.error, 'record.not-found') ? found.error.extra['mergedInto'] : undefined;
  if (typeof survivor === 'string') return <Navigate to={`/cases/${survivor}`} replace />;
  if (isProblem(found.error, 'record.not-found')) return <div className="page"><EmptyState title={kit('app.notFound')} hint={found.error.detail} /></div>;
  if (found.error && !record) return <div className="page"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!record) return <div className="page"><SkeletonLines count={9} /></div>;
  return <div className="page record-page case-page" key={record.id}><CaseHead object={object} record={record} /><CaseBody object={object} record={record} /></div>;
}

/** The page on which an agent lives: where the case stands, what is to do now, what was said, how much time is left (SE-1 to SE-10). */
export default function CasePage() {
  const kit = useKitTexts();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const object = useFindObject()('case');
  return object ? <Case object={object} id={id} /> : <div className="page"><EmptyState title={kit('app.notFound')} /></div>;
}
