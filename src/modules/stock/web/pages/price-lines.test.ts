import { expect, test } from 'vitest';
import type { BoardUnit } from '../use-stock.ts';
import { decodeText, readPrices } from './price-lines.ts';
import { isWhole, unitsOf } from './unit-range.ts';

const unit = (code: string, status: BoardUnit['status'] = 'available'): BoardUnit => ({
  id: code, code, status, building: 'b', floor: 1, position: 1, layout: null, area: 80, grade: 3, price: '900000.00', unitPrice: null, holdUntil: null, isMine: false,
});
const units = [unit('1-101'), unit('1-102', 'held'), unit('甲-3')];

test('pasted cells: a head line is passed over, grouped digits and full-width signs are read, the last price counts', () => {
  expect(readPrices('房号\t总价\n1-101\t872,900\n1－101\t¥ 880,000.50\n甲-3\t三室\t1000000', units)).toEqual({
    lines: [{ unit: '1-101', price: '880000.50' }, { unit: '甲-3', price: '1000000' }], kept: 0, unknown: [],
  });
});

test('a CSV line; held units are counted, what names no unit or no price is given back', () => {
  expect(readPrices('1-102,910000\r\n9-999,1\r\n1-101,问经理\r\n', units)).toEqual({ lines: [{ unit: '1-102', price: '910000' }], kept: 1, unknown: ['9-999,1', '1-101,问经理'] });
});

test('a file of an older spreadsheet is read as GB 18030', () => {
  expect(decodeText(new Uint8Array([0xbc, 0xd7, 0x2d, 0x33]).buffer)).toBe('甲-3');
  expect(decodeText(new TextEncoder().encode('甲-3').buffer)).toBe('甲-3');
});

const range = { prefix: '1-', from: '-1', to: '2', position: '2', layout: '三室', area: '96.8', grade: '3', price: '1000000', step: '4000.5' };

test('the same unit on several floors, none of them floor 0, each a step dearer', () => {
  expect(unitsOf(range).map(({ code, floor, price }) => [code, floor, price])).toEqual([['1-B102', -1, '1000000.00'], ['1-102', 1, '1004000.50'], ['1-202', 2, '1008001.00']]);
  expect(unitsOf({ ...range, price: '' })[0]?.price).toBeNull();
});

test.each([{ from: '3' }, { position: '0' }, { area: '0' }, { grade: '6' }, { price: '0' }, { to: 'x' }])('%o is not whole', (wrong) => {
  expect([isWhole(range), isWhole({ ...range, ...wrong })]).toEqual([true, false]);
});
