import type { Id } from '#kernel/ids.ts';
import type { FieldParts } from './field-setup.ts';

export type OrderState = 'planned' | 'dispatched' | 'onTheWay' | 'onSite' | 'done' | 'failed' | 'cancelled';

export interface FieldCase {
  readonly id: Id;
  readonly customer: Id | null;
  readonly subject: string;
  readonly place: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly unit: Id | null;
  readonly receivedAt: string;
  readonly isOpen: boolean;
}

export interface UsedPart {
  readonly part: FieldParts['parts'][number];
  readonly quantity: string;
}

export interface FieldOrder {
  readonly id: Id;
  readonly number: string;
  readonly of: FieldCase;
  readonly state: OrderState;
  readonly worker: { readonly id: Id; readonly name: string } | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly area: Id | null;
  readonly madeAt: Date;
  readonly hasPictures: boolean;
  readonly used: readonly UsedPart[];
}
