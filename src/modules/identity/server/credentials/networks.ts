import { BlockList, isIP, isIPv4 } from 'node:net';

/** An IPv4 address inside an IPv6 one (`::ffff:10.0.0.1`) is the IPv4 address. */
const plain = (ip: string): string => (/^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(ip) ? ip.slice(7) : ip);

export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** Whether the address lies in each list that is not empty: each role may name its own networks (SEC-10). */
export function isInNetworks(ip: string | null, lists: readonly (readonly string[])[]): boolean {
  const limits = lists.filter((list) => list.length > 0);
  if (limits.length === 0) return true;
  if (ip === null || isIP(plain(ip)) === 0) return false;
  const address = plain(ip);
  return limits.every((list) => toBlockList(list).check(address, isIPv4(address) ? 'ipv4' : 'ipv6'));
}

function toBlockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks.filter(isNetwork)) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** This machine itself. */
export const isLoopback = (ip: string): boolean => plain(ip).startsWith('127.') || ip === '::1';
