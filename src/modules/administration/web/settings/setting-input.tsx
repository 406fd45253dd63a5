import { Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import type { SettingSchema } from './use-settings.ts';

interface SettingInputProps {
  readonly id: string;
  readonly schema: SettingSchema;
  readonly value: unknown;
  readonly isInvalid: boolean;
  onChange(value: unknown): void;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value that has no better input: JSON, kept as typed until it can be read. */
function JsonSetting({ id, value, isInvalid, onChange }: SettingInputProps) {
  const [text, setText] = useState(() => JSON.stringify(value, undefined, 2));
  const [isBad, setBad] = useState(false);
  const change = (next: string) => {
    setText(next);
    try {
      onChange(JSON.parse(next));
      setBad(false);
    } catch {
      setBad(true);
    }
  };
  return <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 12 }} value={text} status={isInvalid || isBad ? 'error' : ''} onChange={(e) => change(e.target.value)} />;
}

/** The input that fits a setting's declared type. */
export function SettingInput(props: SettingInputProps) {
  const { id, schema, value, isInvalid, onChange } = props;
  const status = isInvalid ? ('error' as const) : ('' as const);
  if (schema.enum) return <Select id={id} value={value} status={status} onChange={onChange} options={schema.enum.map((item) => ({ value: String(item), label: String(item) }))} style={{ width: 220 }} />;
  if (schema.type === 'boolean') return <Switch id={id} checked={value === true} onChange={onChange} />;
  if (schema.type === 'integer' || schema.type === 'number') {
    const limits = { ...(schema.minimum === undefined ? {} : { min: schema.minimum }), ...(schema.maximum === undefined ? {} : { max: schema.maximum }) };
    return <InputNumber id={id} {...limits} {...(schema.type === 'integer' ? { precision: 0 } : {})} value={typeof value === 'number' ? value : null} status={status} onChange={onChange} style={{ width: 140 }} />;
  }
  if (schema.type === 'string') return <Input id={id} value={typeof value === 'string' ? value : ''} status={status} onChange={(e) => onChange(e.target.value)} style={{ maxWidth: 360 }} />;
  if (schema.type === 'array' && schema.items?.type === 'string') {
    const options = schema.items.enum?.map((item) => ({ value: String(item), label: String(item) }));
    return <Select id={id} mode={options ? 'multiple' : 'tags'} value={texts(value)} status={status} onChange={onChange} {...(options ? { options } : { open: false, suffixIcon: null })} style={{ width: '100%', maxWidth: 420 }} />;
  }
  return <JsonSetting {...props} />;
}
