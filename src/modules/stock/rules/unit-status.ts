export const unitStatuses = ['available', 'held', 'reserved', 'signed', 'delivered', 'withdrawn'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** What happens to a unit; `pay` is the deposit in full, booked by finance; `unpay` its reversal. */
export const unitEvents = ['hold', 'pay', 'unpay', 'release', 'sign', 'deliver', 'cancel', 'withdraw', 'restore'] as const;
export type UnitEvent = (typeof unitEvents)[number];

/** The one table of a unit's life (RE-40): guards, buttons and tests read it. */
export const unitSteps: Readonly<Record<UnitEvent, Readonly<Partial<Record<UnitStatus, UnitStatus>>>>> = {
  hold: { available: 'held' },
  pay: { held: 'reserved' },
  unpay: { reserved: 'held' },
  release: { held: 'available', reserved: 'available' },
  sign: { reserved: 'signed' },
  deliver: { signed: 'delivered' },
  cancel: { signed: 'available' },
  withdraw: { available: 'withdrawn' },
  restore: { withdrawn: 'available' },
};

/** The status after an event; undefined where it cannot happen. */
export const statusAfter = (status: UnitStatus, event: UnitEvent): UnitStatus | undefined => unitSteps[event][status];

