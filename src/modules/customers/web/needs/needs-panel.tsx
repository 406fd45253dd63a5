import { CheckCircle2, Circle } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useSave } from '#kit/records/use-save.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PanelFoot, PanelList } from '../panel-parts.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import './needs.css';

const CreateDialog = lazy(() => import('#kit/form/create-dialog.tsx'));

function NeedLine({ needs, need, href }: { needs: ObjectMeta; need: RecordData; href: string }) {
  const t = useCustomersTexts();
  const { patch } = useSave(needs);
  const undoable = useUndo();
  const isMet = need['state'] === 'met';
  const title = textOf(need[needs.title]);
  const mayEdit = need.capabilities?.includes('update') ?? needs.grants.update !== undefined;
  const toggle = () => {
    const before = need['state'];
    patch(need.id, need.version, { state: isMet ? 'open' : 'met' }).then((saved) => {
      undoable(t(isMet ? 'need.reopened' : 'need.wasMet', { need: title }), () => patch(need.id, saved.version, { state: before }));
    }, reportProblem);
  };
  const Icon = isMet ? CheckCircle2 : Circle;
  return (
    <li className={`need-line${isMet ? ' is-met' : ''}`}>
      <button type="button" className="check-button" role="checkbox" aria-checked={isMet} aria-label={t('need.toggle', { need: title })} disabled={!mayEdit} onClick={toggle}><Icon size={17} aria-hidden /></button>
      <PageLink to={href}>{title}</PageLink>
    </li>
  );
}

/** What a customer needs, by level; one press says it is met (CU-5). */
function Needs({ needs, object, record }: RecordSlotProps & { needs: ObjectMeta }) {
  const t = useCustomersTexts();
  const pick = usePick();
  const address = useAddress()(needs);
  const [isCreating, setCreating] = useState(false);
  const query = useRecords(needs, useMemo(() => ({ filter: { field: 'customer', op: 'eq', value: record.id }, sort: '-createdAt' }), [record.id]));
  const given = useMemo(() => ({ customer: { id: record.id, name: textOf(record[object.title]) } }), [record, object.title]);
  const levels = (fieldOf(needs, 'level')?.choices ?? []).map((level) => ({
    level, found: query.records.filter((n) => n['level'] === level.value).toSorted((a, b) => Number(a['state'] === 'met') - Number(b['state'] === 'met')),
  }));
  return (
    <>
      <PanelList query={query} count={query.records.length} empty={t('need.empty')}>
        {levels.filter(({ found }) => found.length > 0).map(({ level, found }) => (
          <section key={level.value} aria-label={pick(level.label)}>
            <h3 className="panel-group">{pick(level.label)}<span className="need-count">{t('need.metOf', { met: found.filter((n) => n['state'] === 'met').length, all: found.length })}</span></h3>
            <ul>{found.map((need) => <NeedLine key={need.id} needs={needs} need={need} href={`${address}/${need.id}`} />)}</ul>
          </section>
        ))}
      </PanelList>
      <PanelFoot add={t('need.add')} onAdd={needs.grants.create === undefined ? undefined : () => setCreating(true)} />
      {isCreating && <Suspense fallback={null}><CreateDialog object={needs} given={given} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} /></Suspense>}
    </>
  );
}

export default function NeedsPanel(props: RecordSlotProps) {
  const t = useCustomersTexts();
  const needs = useFindObject()('need');
  return needs ? <Needs needs={needs} {...props} /> : <p className="panel-empty faint small">{t('panel.denied')}</p>;
}
