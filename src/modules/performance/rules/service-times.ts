/** The nine times of a service (SE-23), in the order in which a customer meets them. When a warranty begins and ends is recorded nowhere yet. */
export const measuredTimes = ['booking', 'waiting', 'response', 'service', 'delivery', 'followUp', 'delay', 'correction'] as const;
export const unmeasuredTimes = ['warranty'] as const;
export type MeasuredTime = (typeof measuredTimes)[number];
export type UnmeasuredTime = (typeof unmeasuredTimes)[number];
