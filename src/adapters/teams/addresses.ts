/** Which addresses on the network are public: a name that leads anywhere else is not connected to. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4: what is reserved, private, local or for groups (RFC 6890), and Azure's own platform address. */
const CLOSED_IPV4 = subnets('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);

/** IPv6: only global unicast is open; so mapped IPv4, NAT64, unique local and link-local addresses are not. */
const OPEN_IPV6 = subnets('ipv6', [['2000::', 3]]);
/** Special parts of it: protocol assignments with Teredo, documentation, 6to4. */
const CLOSED_IPV6 = subnets('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);
const LOOPBACK = subnets('ipv4', [['127.0.0.0', 8]]);

export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !CLOSED_IPV4.check(address, 'ipv4');
  return isIPv6(address) && OPEN_IPV6.check(address, 'ipv6') && !CLOSED_IPV6.check(address, 'ipv6');
}

export function isOwn(address: string): boolean {
  return isIPv4(address) ? LOOPBACK.check(address, 'ipv4') : address === '::1';
}

function subnets(family: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
