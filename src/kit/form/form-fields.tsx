import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Input } from 'antd';
import { textOf } from '../field/field-props.ts';
import { FieldInput } from '../field/field-input.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { RecordForm } from './use-record-form.ts';
import './form.css';

interface FormFieldProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly form: RecordForm;
  readonly autoFocus?: boolean;
}

const wide = new Set(['longText', 'richText', 'address', 'json', 'multiReference']);

/** A labelled input with help and error. */
export function FormField({ object, field, form, autoFocus = false }: FormFieldProps) {
  const pick = usePick();
  const id = `field-${field.key}`;
  const error = form.errors[field.key];
  const described = [error ? `${id}-error` : '', field.help ? `${id}-help` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`form-field${wide.has(field.type) ? ' form-wide' : ''}`} {...(autoFocus ? { 'data-first': true } : {})}>
      <label htmlFor={id}>{pick(field.label)}{field.required && <span className="danger" aria-hidden> *</span>}</label>
      <FieldInput
        object={object} field={field} value={form.values[field.key]} id={id} recordId={form.recordId} autoFocus={autoFocus} isInvalid={error !== undefined} describedBy={described}
        onChange={(value) => form.set(field.key, value)}
      />
      {error && <p id={`${id}-error`} className="small danger" role="alert">{error}</p>}
      {field.help && <p id={`${id}-help`} className="small faint">{pick(field.help)}</p>}
    </div>
  );
}

/** Fields of one group under its heading. */
export function FieldGroup({ object, title, fields, form }: { object: ObjectMeta; title: string | undefined; fields: readonly FieldMeta[]; form: RecordForm }) {
  return (
    <fieldset className="form-group">
      {title && <legend>{title}</legend>}
      <div className="form-grid">{fields.map((field) => <FormField key={field.key} object={object} field={field} form={form} />)}</div>
    </fieldset>
  );
}

/** Some changes want a reason (a stage that goes back); asked when the server says so. */
export function ReasonField({ form }: { form: RecordForm }) {
  const t = useKitTexts();
  return (
    <div className="form-field">
      <label htmlFor="form-reason">{t('form.reason')}<span className="danger" aria-hidden> *</span></label>
      <Input.TextArea id="form-reason" maxLength={1000} autoSize={{ minRows: 2 }} value={textOf(form.values['_reason'])} status="error" aria-invalid aria-describedby="form-reason-error" onChange={(e) => form.set('_reason', e.target.value)} />
      <p id="form-reason-error" className="small danger" role="alert">{form.errors['_reason']}</p>
    </div>
  );
}
