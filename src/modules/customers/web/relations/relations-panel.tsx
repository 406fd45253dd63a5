import { lazy, Suspense, useMemo, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PanelFoot, PanelList } from '../panel-parts.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { relationSides } from './relation-sides.ts';

const CreateDialog = lazy(() => import('#kit/form/create-dialog.tsx'));

function Relations({ relations, object, record }: RecordSlotProps & { relations: ObjectMeta }) {
  const t = useCustomersTexts();
  const pick = usePick();
  const address = useAddress();
  const [isCreating, setCreating] = useState(false);
  const query = useRecords(relations, useMemo(() => ({
    filter: { or: [{ field: 'customer', op: 'eq', value: record.id }, { field: 'other', op: 'eq', value: record.id }] }, sort: 'createdAt',
  }), [record.id]));
  const given = useMemo(() => ({ customer: { id: record.id, name: textOf(record[object.title]) } }), [record, object.title]);
  const sides = relationSides(query.records, record.id);
  const choices = fieldOf(relations, 'kind')?.choices ?? [];
  const kindOf = (kind: string) => {
    const choice = choices.find((c) => c.value === kind);
    return choice ? pick(choice.label) : kind;
  };
  return (
    <>
      <PanelList query={query} count={sides.size} empty={t(record['kind'] === 'person' ? 'relation.emptyPerson' : 'relation.empty')}>
        {[...sides].map(([group, list]) => (
          <section key={group} aria-label={t(`relation.${group}`)}>
            <h3 className="panel-group">{t(`relation.${group}`)}</h3>
            <ul>
              {list.map((side) => (
                <li key={side.id} className="relation-line">
                  <PageLink to={`${address(object)}/${side.other.id}`}>{side.other.name}</PageLink>
                  <PageLink to={`${address(relations)}/${side.id}`} className="small muted" aria-label={t('relation.open', { kind: kindOf(side.kind), name: side.other.name })}>{kindOf(side.kind)}</PageLink>
                  {side.note && <span className="small faint relation-note">{side.note}</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </PanelList>
      <PanelFoot add={t('relation.add')} onAdd={relations.grants.create === undefined ? undefined : () => setCreating(true)} />
      {isCreating && <Suspense fallback={null}><CreateDialog object={relations} given={given} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} /></Suspense>}
    </>
  );
}

/** Household, companies of one group, who recommended whom, from whichever side it was written down (CU-2). */
export default function RelationsPanel(props: RecordSlotProps) {
  const t = useCustomersTexts();
  const relations = useFindObject()('customerRelation');
  return relations ? <Relations relations={relations} {...props} /> : <p className="panel-empty faint small">{t('panel.denied')}</p>;
}
