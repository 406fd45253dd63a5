import { isJsonObject } from '#kernel/json.ts';
import type { DuplicateFacts } from '../../rules/duplicate-match.ts';
import { nameKeyOf } from './name-key.ts';

/** Fields whose change asks again whether the customer exists already. */
export const matchingFields = ['kind', 'name', 'phone', 'altPhone', 'email', 'uscc', 'idNumber'] as const;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const list = (...values: unknown[]): string[] => values.map(text).filter((value) => value !== undefined);

/** What is compared of a customer's stored values (sensitive ones sealed, by field key). */
export function factsOf(values: Readonly<Record<string, unknown>>): DuplicateFacts {
  const { idNumber, address } = values;
  return {
    kind: values.kind === 'person' ? 'person' : 'company',
    nameKey: nameKeyOf(values.kind, values.name),
    phones: list(values.phone, values.altPhone),
    emails: list(values.email),
    uscc: text(values.uscc),
    idNumberHash: isJsonObject(idNumber) ? text(idNumber.hash) : undefined,
    regionCode: isJsonObject(address) ? text(address.region) : undefined,
  };
}
