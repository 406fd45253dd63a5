export interface Person {
  readonly id: string;
  readonly name: string;
}

export type HandoverRule = 'one' | 'rotation' | 'random';
export const handoverRuleKeys: readonly HandoverRule[] = ['one', 'rotation', 'random'];

export type ItemState = 'waiting' | 'accepted' | 'declined' | 'undone';

export interface Handover {
  readonly id: string;
  readonly from: Person;
  readonly manager: Person;
  readonly rule: HandoverRule;
  readonly seed: string | null;
  readonly note: string | null;
  readonly acceptance: boolean;
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly mine: number;
}

export interface HandoverItem {
  readonly customer: Person;
  readonly to: Person;
  readonly state: ItemState;
  readonly note: string | null;
  readonly reason: string | null;
}

export interface HandoverPreview {
  readonly customers: number;
  readonly tasks: number;
  readonly outside: number;
  readonly receivers: readonly { readonly id: string; readonly name: string; readonly isAbsent: boolean; readonly owned: number; readonly count: number }[];
  readonly keyAccounts: readonly Person[];
}
