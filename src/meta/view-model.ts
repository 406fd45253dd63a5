import type { Bilingual } from '#kernel/texts.ts';
import type { Choice, Field } from './field.ts';
import type { ObjectAction, Scope } from './object.ts';

/** What a person may do with one field: how its value is shown, and whether it may be written (PL-30). */
export interface FieldAccess {
  readonly view: 'full' | 'masked' | 'hidden';
  readonly edit: boolean;
}

/** `GET /api/v1/meta`: a field as the web sees it. Hidden fields are not in the list at all (SEC-13). */
export interface FieldMeta extends Omit<Field, 'choices' | 'label' | 'help'> {
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly choices?: readonly (Choice & { readonly label: Bilingual })[];
  readonly access: FieldAccess;
  readonly operators: readonly string[];
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
}

export interface ObjectMeta {
  readonly key: string;
  readonly plural: string;
  readonly label: { readonly one: Bilingual; readonly many: Bilingual };
  readonly title: string;
  readonly groups: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly fields: readonly FieldMeta[];
  readonly defaultSort: string;
  readonly isCustom: boolean;
  readonly isOwned: boolean;
  readonly isMergeable: boolean;
  readonly writes: 'records' | 'actions';
  readonly icon?: string;
  /** The caller's own grants. */
  readonly grants: Partial<Record<ObjectAction, Scope>>;
}

export interface MetaDocument {
  /** Changes whenever an administrator changes fields, objects or rights: the web reloads meta then. */
  readonly epoch: string;
  readonly objects: readonly ObjectMeta[];
}
