import { Button, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { useStockTexts } from '../use-stock.ts';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly kind?: 'text' | 'money' | 'date' | 'digits' | 'long';
  readonly hint?: string;
  readonly issue?: string | undefined;
  readonly max?: number;
  onChange(value: string): void;
}

const MONEY = /^\d*(\.\d{0,2})?$/;

/** A labelled input of a form of this module. */
export function Field({ label, value, kind = 'text', hint, issue, max = 200, onChange }: FieldProps) {
  const id = useId();
  const take = (next: string) => (kind !== 'money' || MONEY.test(next)) && (kind !== 'digits' || /^\d*$/.test(next)) && onChange(next);
  return (
    <div className="admin-field">
      <label htmlFor={id}>{label}</label>
      {kind === 'long'
        ? <Input.TextArea id={id} value={value} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => take(event.target.value)} />
        : <Input id={id} value={value} maxLength={max} type={kind === 'date' ? 'date' : 'text'} inputMode={kind === 'money' ? 'decimal' : kind === 'digits' ? 'numeric' : 'text'} status={issue === undefined ? '' : 'error'} onChange={(event) => take(event.target.value)} />}
      {hint !== undefined && <p className="small muted">{hint}</p>}
      {issue !== undefined && <p className="small danger">{issue}</p>}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string): void;
}

/** A labelled choice of a form of this module: the browser's own list. */
export function LabelledSelect({ label, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="admin-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="stock-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}

interface FootProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly error: string;
  /** What is still needed, in words. */
  readonly missing?: readonly string[];
  readonly children?: ReactNode;
  onSave(): void;
  onCancel(): void;
}

/** What the server said, and the two buttons. */
export function FormFoot({ label, isBusy, isReady, error, missing = [], children, onSave, onCancel }: FootProps) {
  const t = useStockTexts();
  return (
    <>
      {error !== '' && <p className="stock-note is-no" role="alert">{error}</p>}
      {children}
      {missing.length > 0 && <p className="small muted">{t('form.need', { what: missing.join(t('form.and')) })}</p>}
      <div className="stock-actions">
        <Button type="primary" loading={isBusy} disabled={!isReady} onClick={onSave}>{label}</Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </>
  );
}
