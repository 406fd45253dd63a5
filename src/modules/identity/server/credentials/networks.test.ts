import { expect, test } from 'vitest';
import { isInNetworks, isLoopback, isNetwork } from './networks.ts';

test.each(['10.0.0.0/8', '192.168.1.5', '2001:db8::/32', '::1'])('%s is a network', (text) => expect(isNetwork(text)).toBe(true));
test.each(['10.0.0.0/33', '10.0.0', 'office', '10.0.0.0/8/8', '', '10.0.0.0/x', '10.0.0.0/'])('%s is none', (text) =>
  expect(isNetwork(text)).toBe(false));

test('each role’s list must hold the address; an empty list limits nothing (SEC-10)', () => {
  const office = ['10.0.0.0/8', '2001:db8::/32'];
  expect(isInNetworks('10.1.2.3', [office, []])).toBe(true);
  expect(isInNetworks('::ffff:10.1.2.3', [office])).toBe(true);
  expect(isInNetworks('2001:db8::7', [office])).toBe(true);
  expect(isInNetworks('11.1.2.3', [office])).toBe(false);
  expect(isInNetworks('10.1.2.3', [office, ['192.168.0.0/16']])).toBe(false);
  expect(isInNetworks(null, [office])).toBe(false);
  expect(isInNetworks(null, [[], []])).toBe(true);
});

test('this machine', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '10.0.0.1', '128.0.0.1'].map(isLoopback)).toEqual([true, true, true, true, false, false]);
});
