import { isJsonObject } from '#kernel/json.ts';
import type { NamedRef } from '#kit/records/record-types.ts';

export interface KeptPhoto {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  readonly isSent: boolean;
}

export interface KeptPlace {
  readonly lat: number;
  readonly lng: number;
  /** Metres. */
  readonly accuracy: number;
}

/** A check-in as this device keeps it, from the first letter until the server has all of it (UX-16, PL-64). */
export interface KeptVisit {
  /** Also the Idempotency-Key. */
  readonly id: string;
  /** Whose it is: nobody else who signs in on this device sends it. */
  readonly userId: string;
  readonly customer: NamedRef;
  readonly visit: NamedRef | null;
  /** `refused`: the server will not take it as it is; a person must look. */
  readonly state: 'draft' | 'waiting' | 'refused';
  readonly place: KeptPlace | null;
  readonly isCustomerPlace: boolean;
  readonly outcome: 'reached' | 'attempted';
  readonly note: string;
  /** ISO 8601. */
  readonly nextContactAt: string | null;
  readonly photos: readonly KeptPhoto[];
  /** Milliseconds by the device's clock: when it was saved. */
  readonly savedAt: number;
  /** The server has the visit; photos may still be missing. */
  readonly activityId: string | null;
  readonly problem: string | null;
}

/** What a device gives back; anything from before a change of shape is not taken for a visit. */
export const isKeptVisit = (value: unknown): value is KeptVisit =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && isJsonObject(value['customer']) && Array.isArray(value['photos'])
  && typeof value['note'] === 'string' && typeof value['savedAt'] === 'number';

/** A new check-in. */
export const newVisit = (id: string, userId: string, customer: NamedRef, visit: NamedRef | null, now: number): KeptVisit => ({
  id, userId, customer, visit, state: 'draft', place: null, isCustomerPlace: true, outcome: 'reached', note: '', nextContactAt: null, photos: [], savedAt: now, activityId: null, problem: null,
});

/** Whether anything was put in that would be a pity to lose. */
export const isStarted = (visit: KeptVisit): boolean =>
  visit.place !== null || visit.note.trim() !== '' || visit.photos.length > 0 || visit.nextContactAt !== null || visit.outcome !== 'reached';

/** What the server is told; the same on every try, so that the key fits. */
export const toBody = (visit: KeptVisit): Record<string, unknown> => ({
  outcome: visit.outcome,
  ...(visit.visit && { visit: visit.visit.id }),
  ...(visit.place && { place: { lat: visit.place.lat, lng: visit.place.lng }, isCustomerPlace: visit.isCustomerPlace }),
  ...(visit.note.trim() !== '' && { note: visit.note.trim() }),
  ...(visit.nextContactAt !== null && { nextContactAt: visit.nextContactAt }),
});
