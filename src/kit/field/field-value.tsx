import type { FieldMeta } from '#meta/view-model.ts';
import type { ComponentType } from 'react';
import { useModules } from '../module/registry.tsx';
import { refId } from '../records/record-types.ts';
import { isMoney, formatMoney, formatNumber, formatPercent } from '../texts/numbers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { AddressValue } from './address-value.tsx';
import { ChoiceValue, TagsValue } from './choice-value.tsx';
import { type FieldValueProps, isBlank, textOf } from './field-props.ts';
import { EmailValue, FileValue, GeoValue, JsonValue, PhoneValue, RichTextValue, UrlValue } from './link-values.tsx';
import { MaskedValue } from './masked-value.tsx';
import { ReferenceValue } from './reference-value.tsx';
import './field.css';

const TextValue = ({ value, isCell }: FieldValueProps) =>
  isCell ? <>{textOf(value)}</> : <span className="value-text">{textOf(value)}</span>;

const NumberValue = ({ value }: FieldValueProps) =>
  typeof value === 'number' || typeof value === 'string' ? <>{formatNumber(value)}</> : <JsonValue value={value} />;

const PercentValue = ({ value }: FieldValueProps) => <>{formatPercent(textOf(value))}</>;

const MoneyText = ({ value }: FieldValueProps) => <>{isMoney(value) ? formatMoney(value) : textOf(value)}</>;

/** Results of roll-ups and formulas may be numbers, money or dates. */
function ComputedValue(props: FieldValueProps) {
  return isMoney(props.value) ? <MoneyText {...props} /> : <NumberValue {...props} />;
}

function BooleanValue({ value }: FieldValueProps) {
  const t = useKitTexts();
  return <>{value === true ? t('field.yes') : t('field.no')}</>;
}

function DateValue({ value, isCell }: FieldValueProps) {
  const format = useFormat();
  const text = textOf(value);
  return <time dateTime={text}>{isCell ? text : format.date(text)}</time>;
}

function DateTimeValue({ value }: FieldValueProps) {
  const format = useFormat();
  const text = textOf(value);
  return <time dateTime={text} title={format.fullMoment(text)}>{format.moment(text)}</time>;
}

const views: Record<FieldMeta['type'], ComponentType<FieldValueProps>> = {
  text: TextValue,
  longText: TextValue,
  richText: ({ value, isCell }) => <RichTextValue html={textOf(value)} isCell={isCell === true} />,
  number: NumberValue,
  integer: NumberValue,
  percent: PercentValue,
  money: MoneyText,
  date: DateValue,
  dateTime: DateTimeValue,
  boolean: BooleanValue,
  choice: ({ field, value }) => <ChoiceValue field={field} value={textOf(value)} />,
  multiChoice: TagsValue,
  phone: ({ object, value, record }) => <PhoneValue phone={textOf(value)} object={object} record={record} />,
  email: ({ value }) => <EmailValue email={textOf(value)} />,
  url: ({ value }) => <UrlValue url={textOf(value)} />,
  address: ({ value, isCell }) => <AddressValue value={value} isCell={isCell === true} />,
  reference: ({ field, value }) => <ReferenceValue target={field.target} value={value} />,
  multiReference: ({ field, value }) => (
    <span className="row wrap">{(Array.isArray(value) ? value : []).map((item: unknown) => <ReferenceValue key={refId(item) ?? ''} target={field.target} value={item} />)}</span>
  ),
  file: ({ value, isCell }) => <FileValue value={value} isCell={isCell === true} />,
  image: ({ value, isCell }) => <FileValue value={value} isImage isCell={isCell === true} />,
  json: ({ value }) => <JsonValue value={value} />,
  autoNumber: TextValue,
  formula: ComputedValue,
  rollUp: ComputedValue,
  geo: ({ value }) => <GeoValue value={value} />,
};

/** One field's value as read-only text: in a cell, on the record page, in the peek panel. */
export function FieldValue(props: FieldValueProps) {
  const t = useKitTexts();
  const modules = useModules();
  const { object, field, value, record, isCell } = props;
  const own = record && modules.flatMap((m) => m.fieldViews ?? []).find((v) => v.object === object.key && v.field === field.key);
  if (own && record) return <own.view record={record} value={value} />;
  if (isBlank(value)) return isCell ? null : <span className="faint">{t('field.none')}</span>;
  const isMasked = field.access.view === 'masked' || field.sensitive === true;
  if (isMasked && record) return <MaskedValue object={object} field={field} record={record} value={textOf(value)} isCell={isCell === true} />;
  const View = views[field.type];
  return <View {...props} />;
}
