import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { isEditable } from '../field/is-editable.ts';
import { isBlank } from '../field/field-props.ts';
import { FieldValue } from '../field/field-value.tsx';
import { groupFields } from '../form/form-groups.ts';
import { isAsked } from '../form/form-model.ts';
import { useCellSave } from '../list/grid/use-cell-save.ts';
import type { RecordData } from '../records/record-types.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import './record.css';

const CellEditor = lazy(() => import('../list/grid/cell-editor.tsx'));

interface LineProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly field: FieldMeta;
}

/** Whether this person may change the field of this record here. */
function mayEdit({ object, record, field }: LineProps): boolean {
  const can = record.capabilities === undefined ? object.grants.update !== undefined : record.capabilities.includes('update');
  return can && object.writes === 'records' && isEditable(field) && field.access.view === 'full' && !field.sensitive;
}

function PropertyLine(props: LineProps) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, record, field } = props;
  const [isEditing, setEditing] = useState(false);
  const save = useCellSave(object);
  const label = pick(field.label);
  return (
    <div className="property">
      <dt title={field.help && pick(field.help)}>{label}</dt>
      <dd>
        {isEditing ? (
          <div className="property-edit">
            <Suspense fallback={null}>
              <CellEditor object={object} field={field} record={record} save={(value) => save(record, field, value)} onClose={() => setEditing(false)} />
            </Suspense>
          </div>
        ) : (
          <>
            <FieldValue object={object} field={field} value={record[field.key]} record={record} />
            {mayEdit(props) && (
              <button type="button" className="property-pencil" aria-label={t('field.edit', { field: label })} onClick={() => setEditing(true)}><Pencil size={13} aria-hidden /></button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

const system = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** A record's fields by group, each edited in place; empty ones stay folded (UX-6). */
export function PropertyList({ object, record, isDense = false }: { object: ObjectMeta; record: RecordData; isDense?: boolean }) {
  const t = useKitTexts();
  const pick = usePick();
  const [isAll, setAll] = useState(false);
  const fields = object.fields.filter((f) => f.key !== object.title && !f.retired && isAsked(f, record));
  const shown = fields.filter((f) => isAll || !isBlank(record[f.key]) || f.inCreate === true || f.inList === true);
  const own = shown.filter((f) => !system.has(f.key));
  const rest = shown.filter((f) => system.has(f.key));
  const hidden = fields.length - shown.length;
  return (
    <div className={isDense ? 'properties properties-dense' : 'properties'}>
      {groupFields(object, own).map((group) => (
        <section key={group.key}>
          {group.label && <h2>{pick(group.label)}</h2>}
          <dl>{group.fields.map((field) => <PropertyLine key={field.key} object={object} record={record} field={field} />)}</dl>
        </section>
      ))}
      {rest.length > 0 && (
        <section>
          <h2>{t('record.system')}</h2>
          <dl>{rest.map((field) => <PropertyLine key={field.key} object={object} record={record} field={field} />)}</dl>
        </section>
      )}
      {(hidden > 0 || isAll) && (
        <button type="button" className="link-button small properties-all" onClick={() => setAll(!isAll)}>
          {isAll ? t('record.hideEmpty') : t('record.showEmpty', { count: hidden })}
        </button>
      )}
    </div>
  );
}
