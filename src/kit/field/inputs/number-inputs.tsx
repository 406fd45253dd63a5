import { Input, Select } from 'antd';
import { useState } from 'react';
import { currencySymbol, isMoney } from '../../texts/numbers.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria, textOf } from '../field-props.ts';

/** Full-width digits and grouping as people paste them: `１２３，４５６` → `123456`. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[,\s\u2009\u202f]/g, '');

interface NumberBoxProps extends FieldInputProps {
  readonly suffix?: string;
  readonly isWhole?: boolean;
}

/**
 * A number as the person types it. What is not a number yet is passed on as text, so that the server's refusal and
 * the draft keep exactly what was typed.
 */
function NumberBox(props: NumberBoxProps) {
  const { value, onChange, isInvalid, autoFocus = false, suffix, isWhole = false } = props;
  const [text, setText] = useState<string>();
  const change = (typed: string) => {
    setText(typed);
    const cleaned = plain(typed);
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(cleaned);
    onChange(cleaned === '' ? null : isNumber ? Number(cleaned) : typed);
  };
  return (
    <Input
      {...inputAria(props)} autoFocus={autoFocus} value={text ?? textOf(value)} status={isInvalid ? 'error' : ''} inputMode={isWhole ? 'numeric' : 'decimal'}
      onChange={(e) => change(e.target.value)} onBlur={() => setText(undefined)} {...(suffix ? { suffix } : {})}
    />
  );
}

export const NumberInput = (props: FieldInputProps) => <NumberBox {...props} />;
export const IntegerInput = (props: FieldInputProps) => <NumberBox {...props} isWhole />;
export const PercentInput = (props: FieldInputProps) => <NumberBox {...props} suffix="%" />;

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY'];

export function MoneyInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { value, onChange, isInvalid, autoFocus = false } = props;
  const currency = isMoney(value) ? value.currency : 'CNY';
  const amount = isMoney(value) ? value.amount : textOf(value);
  const change = (typed: string, code: string) => onChange(typed === '' ? null : { amount: plain(typed), currency: code });
  return (
    <div className="input-pair">
      <Input
        {...inputAria(props)} autoFocus={autoFocus} value={amount} inputMode="decimal" status={isInvalid ? 'error' : ''} prefix={currencySymbol(currency)}
        onChange={(e) => change(e.target.value, currency)}
      />
      {!props.isInline && (
        <Select
          aria-label={t('field.currency')} value={currency} style={{ width: 84 }} onChange={(code: string) => change(amount, code)}
          options={currencies.map((code) => ({ value: code, label: code }))}
        />
      )}
    </div>
  );
}
