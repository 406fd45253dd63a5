import { useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { FieldInput } from '#kit/field/field-input.tsx';
import { isEditable } from '#kit/field/is-editable.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { linesOf } from './layout-model.ts';

function PreviewField({ object, field }: { object: ObjectMeta; field: FieldMeta }) {
  const pick = usePick();
  const [value, setValue] = useState<unknown>(field.default ?? null);
  const id = `preview-${field.key}`;
  return (
    <div className="admin-field">
      <label htmlFor={id}>{pick(field.label)}{field.required && <span className="danger" aria-hidden> *</span>}</label>
      <FieldInput object={object} field={field} id={id} value={value} onChange={setValue} />
      {field.help && <p className="small muted">{pick(field.help)}</p>}
    </div>
  );
}

/** The form as people will see it; typing here saves nothing. */
export function FormPreview({ object }: { object: ObjectMeta }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const [isShort, setShort] = useState(true);
  const isAsked = (f: FieldMeta) => isEditable(f) && (!isShort || f.inCreate === true || f.required === true || f.key === object.title);
  const groups = linesOf(object).map((line) => ({ ...line, fields: line.fields.filter(isAsked) })).filter((line) => line.fields.length > 0);
  return (
    <aside className="card preview" aria-label={t('fields.preview')}>
      <h2 className="card-head">{t('fields.preview')}
        <button type="button" className="link-button small" onClick={() => setShort(!isShort)}>{t(isShort ? 'fields.previewAll' : 'fields.previewShort')}</button>
      </h2>
      <div className="card-body stack">
        {groups.map((line) => (
          <section key={line.key} className="stack">
            {!isShort && <h3 className="small muted">{pick(line.label)}</h3>}
            {line.fields.map((field) => <PreviewField key={field.key} object={object} field={field} />)}
          </section>
        ))}
        {groups.length === 0 && <p className="muted small">{t('fields.previewEmpty')}</p>}
      </div>
    </aside>
  );
}
