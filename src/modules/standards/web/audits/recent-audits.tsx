import { textOf } from '#kit/field/field-props.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { isJsonObject } from '#kernel/json.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useStandardsTexts, useTypeName } from '../use-standards.ts';

const SHOWN = 20;
const newest = { filter: { field: 'state', op: 'eq', value: 'confirmed' }, sort: '-doneAt' } as const;

const nameOf = (value: unknown): string => (isJsonObject(value) && typeof value['name'] === 'string' ? value['name'] : '');
const percentOf = (value: unknown): string => (typeof value === 'number' ? `${value}%` : '–');

/** The last confirmed audits: for those who read or supervise them. */
export function RecentAudits({ audits }: { readonly audits: ObjectMeta }) {
  const t = useStandardsTexts();
  const typeName = useTypeName();
  const found = useRecords(audits, newest, SHOWN);
  return (
    <AdminCard title={t('desk.recent')} isFlush>
      {found.isPending && <div className="card-body"><SkeletonLines count={4} /></div>}
      {!found.isPending && found.records.length === 0 && <EmptyState title={t('results.empty')} />}
      <ul className="admin-lines audit-lines">
        {found.records.slice(0, SHOWN).map((record) => (
          <li key={record.id}>
            <div className="grow"><PageLink to={`/audits/report/${record.id}`}>{nameOf(record['auditedUnit'])} {textOf(record['plannedOn'])}</PageLink><p className="small muted">{nameOf(record['template'])}</p></div>
            <span className="small number"><span className="muted">{t('faces.procedural')}</span> {percentOf(record['procedural'])} · <span className="muted">{t('faces.personal')}</span> {percentOf(record['personal'])}</span>
            {typeof record['type'] === 'string' && <span className="tag">{typeName(record['type'])}</span>}
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}
