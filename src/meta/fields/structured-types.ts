import { isJsonObject } from '#kernel/json.ts';
import { isRegion, regionName, splitAddress } from '#kernel/region-tree.ts';
import { type FieldType, ORDER, bad, ok, plainText } from './field-type.ts';

const address: FieldType = {
  family: 'address',
  operators: ['eq', 'in', 'nin', 'startsWith', 'contains', 'isNull'],
  isSortable: true,
  isGroupable: true,
  parse(value) {
    if (!isJsonObject(value)) return bad('invalid');
    if (Object.keys(value).some((key) => key !== 'region' && key !== 'street')) return bad('invalid');
    const region = value.region ?? null;
    const street = value.street ?? null;
    if (region !== null && (typeof region !== 'string' || !isRegion(region))) return bad('not-a-region', { value: plainText(region) });
    if (street !== null && (typeof street !== 'string' || street.length > 300)) return bad('too-long', { max: 300 });
    const text = typeof street === 'string' ? street.trim() || null : null;
    return ok(region === null && text === null ? null : { region, street: text });
  },
  fromText(text, field) {
    const found = splitAddress(text);
    return found ? address.parse({ region: found.code, street: found.rest || null }, field) : address.parse({ region: null, street: text }, field);
  },
  toText(value) {
    if (!isJsonObject(value)) return '';
    const region = typeof value.region === 'string' ? regionName(value.region) : '';
    return [region, plainText(value.street)].filter(Boolean).join(' ');
  },
};

const MAX_JSON = 20_000;

const json: FieldType = {
  family: 'json',
  operators: ['isNull'],
  isSortable: false,
  isGroupable: false,
  parse: (value) => (JSON.stringify(value).length <= MAX_JSON ? ok(value) : bad('too-long', { max: MAX_JSON })),
  fromText(text, field) {
    try {
      return json.parse(JSON.parse(text), field);
    } catch {
      return bad('invalid');
    }
  },
  toText: (value) => (value === null || value === undefined ? '' : JSON.stringify(value)),
};

const within = (value: unknown, limit: number): value is number => typeof value === 'number' && Math.abs(value) <= limit;

const geo: FieldType = {
  ...json,
  parse: (value) =>
    isJsonObject(value) && Object.keys(value).length === 2 && within(value.lat, 90) && within(value.lng, 180) ? ok(value) : bad('invalid'),
  fromText(text, field) {
    const [lat, lng] = text.split(/[,，\s]+/).map(Number);
    return geo.parse({ lat: lat ?? Number.NaN, lng: lng ?? Number.NaN }, field);
  },
  toText: (value) => (isJsonObject(value) ? `${plainText(value.lat)}, ${plainText(value.lng)}` : ''),
};

/** Formula and roll-up: computed on read, never written. */
const computed: FieldType = {
  family: 'computed',
  operators: [...ORDER, 'eq', 'ne', 'isNull'],
  isSortable: true,
  isGroupable: false,
  parse: () => bad('read-only'),
  fromText: () => bad('read-only'),
  toText: plainText,
};

export const structuredTypes = { address, json, geo, formula: computed, rollUp: computed };
