import type { FieldTypeKey } from '#meta/field.ts';
import {
  AlignLeft, AtSign, Binary, Calculator, CalendarClock, CalendarDays, CheckSquare, CircleDollarSign, CircleDot, FileText, Hash, Image, Link, Link2, List, MapPin, Percent,
  Phone, Sigma, SquareStack, Tags, Type,
} from 'lucide-react';

export type PickedType = Exclude<FieldTypeKey, 'json' | 'richText'>;

/** The types offered, by what people want to write down. */
export const typeGroups: readonly { readonly key: 'words' | 'numbers' | 'time' | 'choices' | 'links' | 'computed'; readonly types: readonly PickedType[] }[] = [
  { key: 'words', types: ['text', 'longText', 'phone', 'email', 'url', 'address', 'geo'] },
  { key: 'numbers', types: ['integer', 'number', 'money', 'percent'] },
  { key: 'time', types: ['date', 'dateTime'] },
  { key: 'choices', types: ['choice', 'multiChoice', 'boolean'] },
  { key: 'links', types: ['reference', 'multiReference', 'file', 'image'] },
  { key: 'computed', types: ['autoNumber', 'formula', 'rollUp'] },
];

export const typeIcons: Readonly<Record<FieldTypeKey, typeof Type>> = {
  text: Type, longText: AlignLeft, richText: AlignLeft, number: Binary, integer: Hash, money: CircleDollarSign, percent: Percent, date: CalendarDays,
  dateTime: CalendarClock, boolean: CheckSquare, choice: CircleDot, multiChoice: Tags, phone: Phone, email: AtSign, url: Link, address: MapPin, reference: Link2,
  multiReference: SquareStack, file: FileText, image: Image, json: List, autoNumber: Hash, formula: Calculator, rollUp: Sigma, geo: MapPin,
};
