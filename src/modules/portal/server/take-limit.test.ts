import { expect, test } from 'vitest';
import { networkOf } from './take-limit.ts';

test('a network is the /24 of an IPv4 address and the /64 of an IPv6 one', () => {
  expect([networkOf('10.2.3.4'), networkOf('::ffff:10.2.3.99')]).toEqual(['10.2.3', '10.2.3']);
  expect([networkOf('2001:db8:1:2::1'), networkOf('2001:DB8:1:2:ffff:1:2:3')]).toEqual(['2001:db8:1:2', '2001:db8:1:2']);
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf(null)).toBe('none');
});
