/** Until a person says otherwise: the day's digest at eight, nothing at night. */
export const DEFAULT_HOURS = { digestHour: 8, quiet: { from: 22, until: 7 } } as const;
