import type { Bilingual } from '#kernel/texts.ts';

/** The field types of PL-11. */
export const fieldTypeKeys = [
  'text', 'longText', 'richText', 'number', 'integer', 'money', 'percent', 'date', 'dateTime', 'boolean',
  'choice', 'multiChoice', 'phone', 'email', 'url', 'address', 'reference', 'multiReference', 'file', 'image',
  'json', 'autoNumber', 'formula', 'rollUp', 'geo',
] as const;
export type FieldTypeKey = (typeof fieldTypeKeys)[number];

/** How a masked value is shortened (SEC-27). */
export type MaskKind = 'phone' | 'email' | 'tail' | 'all';

export interface Choice {
  readonly value: string;
  /** A token name: ink, qing, zhu, hu, green, ju. */
  readonly colour?: string;
  /** Only for choices that an administrator added; built-in ones have their label in the module's texts. */
  readonly label?: Bilingual;
  readonly retired?: boolean;
}

/** Counts or sums over a child object, computed on read (PL-11 roll-up). */
export interface RollUp {
  readonly object: string;
  /** The child's reference field that points here. */
  readonly via: string;
  readonly measure: 'count' | 'sum' | 'min' | 'max';
  readonly field?: string;
}

/** One field as declared, or as an administrator added it. Keys are camelCase; the column is the same in snake_case. */
export interface Field {
  readonly key: string;
  readonly type: FieldTypeKey;
  readonly required?: boolean;
  /** Text: characters. Number types: value. Lists: items. */
  readonly max?: number;
  readonly min?: number;
  readonly choices?: readonly Choice[];
  /** Rules of the program know these choices: an administrator may rename, colour and retire them, but add none. */
  readonly fixedChoices?: boolean;
  /** reference, multiReference: the object's key. */
  readonly target?: string;
  readonly default?: unknown;
  /** Set by the system only; refused in writes. */
  readonly readOnly?: boolean;
  /** May be given on create only when a person has the import right (UX-9: original creator and dates). */
  readonly importable?: boolean;
  /** Feeds the search columns as a name, a code, a phone or an email (PL-60). */
  readonly search?: 'name' | 'code' | 'phone' | 'email';
  /** A field of the administrator that the search box looks into as well; needs its own index (PL-12, PL-60). */
  readonly searchable?: boolean;
  /** Ordered by pinyin through the companion column `<column>_sort`. */
  readonly pinyinSort?: boolean;
  /** Personal data: shown shortened unless a role may read it in full. */
  readonly mask?: MaskKind;
  /** Encrypted at rest: columns `<column>_cipher`, `_mask`, `_hash`; never answered in full except by reveal (CU-50). */
  readonly sensitive?: boolean;
  /** Name and code of a record: never hidden, since a record is found and spoken of by them. */
  readonly identity?: boolean;
  /** A named check beyond the type: e.g. `uscc`, `chineseId`. */
  readonly check?: string;
  /** autoNumber: `C-{yyyy}-{000000}`. */
  readonly pattern?: string;
  /** formula: an arithmetic expression over other fields' keys. */
  readonly formula?: string;
  readonly rollUp?: RollUp;
  /** Offered in the list's columns at first. */
  readonly inList?: boolean;
  /** Asked in the short create form (UX-8). */
  readonly inCreate?: boolean;
  /** Field group on the record page. */
  readonly group?: string;
  /** Shown only when another field has one of these values: `{ kind: ['company'] }`. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** Header words by which an import recognises the field, besides its labels. */
  readonly synonyms?: readonly string[];
  /** Added by an administrator: stored in `custom`. */
  readonly custom?: boolean;
  /** A custom field with its own expression index. */
  readonly indexed?: boolean;
  /** Custom fields carry their label; built-in ones have it in the module's texts. */
  readonly label?: Bilingual;
  readonly help?: Bilingual;
  readonly retired?: boolean;
}
