import { Decimal } from 'decimal.js';
import { parseMoney } from '#kernel/money.ts';
import { isJsonObject } from '#kernel/json.ts';
import type { Field } from '../field.ts';
import { EQUALITY, type FieldType, ORDER, type Parsed, bad, ok, plainText } from './field-type.ts';

function inRange(value: number, field: Field): Parsed {
  if (field.max !== undefined && value > field.max) return bad('too-big', { max: field.max });
  if (field.min !== undefined && value < field.min) return bad('too-small', { min: field.min });
  return ok(value);
}

/** `1,234.5`, `１２３４`, `12%`, with spaces: as people and spreadsheets write numbers. */
export function numberFromText(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s\u2009]/g, '').replace(/%$/, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

const base = { operators: [...EQUALITY, ...ORDER], isSortable: true, isGroupable: false, toText: plainText } as const;

const number: FieldType = {
  ...base,
  family: 'number',
  parse: (value, field) => (typeof value === 'number' && Number.isFinite(value) ? inRange(value, field) : bad('not-a-number')),
  fromText(text, field) {
    const value = numberFromText(text);
    return value === undefined ? bad('not-a-number') : number.parse(value, field);
  },
};

const integer: FieldType = {
  ...number,
  isGroupable: true,
  parse: (value, field) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? inRange(value, field) : bad('not-an-integer'),
  fromText(text, field) {
    const value = numberFromText(text);
    return value === undefined ? bad('not-an-integer') : integer.parse(value, field);
  },
};

const LIMIT = new Decimal('1e15');

const money: FieldType = {
  ...base,
  family: 'money',
  parse(value) {
    const given = typeof value === 'string' || typeof value === 'number' ? { amount: String(value), currency: 'CNY' } : value;
    if (!isJsonObject(given)) return bad('not-a-money');
    const extra = Object.keys(given).some((key) => key !== 'amount' && key !== 'currency');
    const isText = typeof given.amount === 'string' && typeof (given.currency ?? '') === 'string';
    const parsed = extra || !isText ? null : parseMoney(plainText(given.amount), plainText(given.currency ?? 'CNY'));
    return parsed && new Decimal(parsed.amount).abs().lt(LIMIT) ? ok(parsed) : bad('not-a-money');
  },
  fromText(text) {
    const plain = text.normalize('NFKC').replace(/[¥￥$€£,\s\u2009]|元$/g, '');
    const factor = plain.endsWith('万') ? 1e4 : plain.endsWith('亿') ? 1e8 : 1;
    const digits = plain.replace(/[万亿]$/, '');
    if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) return bad('not-a-money');
    return money.parse({ amount: new Decimal(digits).times(factor).toFixed(), currency: 'CNY' }, { key: '', type: 'money' });
  },
  toText: (value) => (isJsonObject(value) ? `${plainText(value.amount)}${value.currency === 'CNY' ? '' : ` ${plainText(value.currency)}`}` : ''),
};

export const numberTypes = { number, integer, percent: number, money };
