import { Segmented } from 'antd';
import { useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import type { FieldRights, FieldView } from './role-types.ts';

interface FieldRightsProps {
  readonly fields: FieldRights;
  onChange(fields: FieldRights): void;
}

const views = ['full', 'masked', 'hidden'] as const;
const isView = (text: string): text is FieldView => views.some((view) => view === text);

/** What holds when the role says nothing: personal data shortened, everything else in full. */
const usual = (field: FieldMeta): FieldView => (field.mask !== undefined || field.sensitive === true ? 'masked' : 'full');
const isComputed = (field: FieldMeta): boolean => field.readOnly === true || ['formula', 'rollUp', 'autoNumber'].includes(field.type);

function withField(fields: FieldRights, object: string, key: string, value: { view: FieldView; edit: boolean } | undefined): FieldRights {
  const { [key]: _, ...others } = fields[object] ?? {};
  const row = value === undefined ? others : { ...others, [key]: value };
  const { [object]: __, ...rest } = fields;
  return Object.keys(row).length === 0 ? rest : { ...rest, [object]: row };
}

function FieldLine({ object, field, fields, onChange }: FieldRightsProps & { object: ObjectMeta; field: FieldMeta }) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const said = fields[object.key]?.[field.key];
  const isName = field.identity === true || field.key === object.title;
  const label = pick(field.label);
  const set = (view: string, edit: boolean) =>
    onChange(withField(fields, object.key, field.key, isView(view) ? { view, edit: edit && view !== 'hidden' && !isComputed(field) } : undefined));
  const view = said?.view ?? '';
  return (
    <tr className={said ? 'field-said' : ''}>
      <th scope="row">{label}{isName && <span className="small faint"> {t('role.nameField')}</span>}</th>
      <td>
        <select className={`scope view-${said?.view ?? 'usual'}`} aria-label={t('role.viewOf', { field: label })} value={view} disabled={isName} onChange={(e) => set(e.target.value, said?.edit ?? !isComputed(field))}>
          <option value="">{t('role.usual', { view: t(`view.${usual(field)}`) })}</option>
          {views.map((v) => <option key={v} value={v}>{t(`view.${v}`)}</option>)}
        </select>
      </td>
      <td>
        <label className="row">
          <input
            type="checkbox" aria-label={t('role.editOf', { field: label })} disabled={isComputed(field) || said?.view === 'hidden'} checked={!isComputed(field) && (said?.edit ?? true)}
            onChange={(e) => set(said?.view ?? usual(field), e.target.checked)}
          />
          <span className="small muted">{isComputed(field) ? t('role.computed') : ''}</span>
        </label>
      </td>
    </tr>
  );
}

/** Per object: how each field is shown and whether it may be changed; only what differs from the usual is kept. */
export function FieldRightsTable(props: FieldRightsProps) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const { objects } = useMeta();
  const [chosen, setChosen] = useState(objects.find((o) => props.fields[o.key])?.key ?? objects[0]?.key ?? '');
  const object = objects.find((o) => o.key === chosen);
  const count = (key: string) => Object.keys(props.fields[key] ?? {}).length;
  return (
    <>
      <div className="card-body field-objects">
        <p className="small muted">{t('role.fieldsHint')}</p>
        <div className="admin-scroll">
          <Segmented value={chosen} onChange={setChosen} options={objects.map((o) => ({ value: o.key, label: `${pick(o.label.many)}${count(o.key) > 0 ? ` ${count(o.key)}` : ''}` }))} />
        </div>
      </div>
      {object && (
        <div className="admin-scroll">
          <table className="admin-table field-rights">
            <thead><tr><th scope="col">{t('role.field')}</th><th scope="col">{t('role.shown')}</th><th scope="col">{t('role.editable')}</th></tr></thead>
            <tbody>{object.fields.filter((f) => f.retired !== true).map((field) => <FieldLine key={field.key} object={object} field={field} {...props} />)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
