import type { CallAnswer } from '#kit/api/typed-client.ts';

export type Stock = CallAnswer<'GET /fieldwork/stock'>;
export type StockPart = Stock['parts'][number];
