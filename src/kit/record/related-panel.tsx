import type { ObjectMeta } from '#meta/view-model.ts';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FieldValue } from '../field/field-value.tsx';
import { isBlank } from '../field/field-props.ts';
import { useAddress } from '../module/registry.tsx';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { useMeta } from '../records/use-meta.ts';
import { useRecords } from '../records/use-records.ts';
import { PageLink } from '../shell/page-link.tsx';
import { usePick, usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

const CreateDialog = lazy(() => import('../form/create-dialog.tsx'));

/** Rows shown before "all". */
const SHOWN = 6;

interface Relation {
  readonly child: ObjectMeta;
  /** The child's reference field that points here. */
  readonly via: string;
}

/** Objects with a reference to this one, the associations at the right of a record page (UX-6). */
export function useRelations(object: ObjectMeta): readonly Relation[] {
  const { objects } = useMeta();
  return useMemo(
    () => objects.filter((o) => o.grants.read !== undefined && o.key !== object.key).flatMap((child) => {
      const via = child.fields.find((f) => f.type === 'reference' && f.target === object.key && !f.key.endsWith('By'));
      return via ? [{ child, via: via.key }] : [];
    }),
    [objects, object],
  );
}

function RelatedLine({ child, record, href, via }: { child: ObjectMeta; record: RecordData; href: string; via: string }) {
  const fields = child.fields.filter((f) => f.inList && f.key !== child.title && f.key !== via && !isBlank(record[f.key])).slice(0, 3);
  return (
    <div className="related-line">
      <PageLink to={href} className="related-title">{titleOf(child, record)}</PageLink>
      <span className="row wrap small muted">{fields.map((f) => <FieldValue key={f.key} object={child} field={f} value={record[f.key]} isCell />)}</span>
    </div>
  );
}

/** Children of one kind: the newest, a way to all of them, a way to add one. */
export function RelatedPanel({ child, via, record, title }: Relation & { record: RecordData; title: string }) {
  const t = useKitTexts();
  const pick = usePick();
  const pickInside = usePickInside();
  const address = useAddress()(child);
  const [isCreating, setCreating] = useState(false);
  const filter = useMemo(() => ({ field: via, op: 'eq' as const, value: record.id }), [via, record.id]);
  const { records, hasNextPage } = useRecords(child, { filter, sort: child.defaultSort }, SHOWN);
  const mayCreate = child.grants.create !== undefined && child.writes === 'records';
  const given = useMemo(() => ({ [via]: { id: record.id, name: title } }), [via, record.id, title]);
  const all = `${address}?filter=${encodeURIComponent(JSON.stringify({ ...filter, value: { id: record.id, name: title } }))}`;
  return (
    <section className="card">
      <h2 className="card-head">
        <span>{pick(child.label.many)}</span>
        {mayCreate && <button type="button" className="plain-button" aria-label={t('palette.newOf', { object: pickInside(child.label.one) })} onClick={() => setCreating(true)}><Plus size={15} aria-hidden /></button>}
      </h2>
      {records.slice(0, SHOWN).map((r) => <RelatedLine key={r.id} child={child} record={r} href={`${address}/${r.id}`} via={via} />)}
      {records.length === 0 && <p className="card-body faint">{t('record.noRelated', { object: pickInside(child.label.many) })}</p>}
      {hasNextPage && <a className="related-line small" href={all}>{t('palette.goTo', { page: pickInside(child.label.many) })}</a>}
      {isCreating && <Suspense fallback={null}><CreateDialog object={child} given={given} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} /></Suspense>}
    </section>
  );
}
