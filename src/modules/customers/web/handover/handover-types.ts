import type { CallAnswer, RowOf } from '#kit/api/typed-client.ts';

export type Handover = RowOf<'GET /handovers'>;
export type HandoverItem = CallAnswer<'GET /handovers/{id}'>['items'][number];
export type HandoverPreview = CallAnswer<'POST /handovers/preview'>;
export type ItemState = HandoverItem['state'];

export type HandoverRule = Handover['rule'];
export const handoverRuleKeys: readonly HandoverRule[] = ['one', 'rotation', 'random'];
