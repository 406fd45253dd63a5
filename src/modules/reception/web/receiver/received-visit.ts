import type { RowOf } from '#kit/api/typed-client.ts';

/** What a change of receiver needs of a visit. */
export type ReceivedVisit = Pick<RowOf<'GET /sites/{id}/visits'>, 'id' | 'visitor' | 'customer' | 'receiver' | 'arrivedAt'>;
