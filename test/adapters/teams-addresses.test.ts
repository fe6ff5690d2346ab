/** Which addresses the bot may connect to: none of its own machine, network or platform, in whatever form. */
import { isOwn, isPublic } from '../../src/adapters/teams/addresses';

const CLOSED = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:13.107.136.10',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'not-an-address',
  '',
];

const OPEN = [
  '13.107.136.10',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2603:1026::1',
  '2a01:111::1',
];

it.each(CLOSED)('%j is not public', (address) => {
  expect(isPublic(address)).toBe(false);
});

it.each(OPEN)('%s is public', (address) => {
  expect(isPublic(address)).toBe(true);
});

it('this machine’s own are the loopback ones', () => {
  expect([...CLOSED, ...OPEN].filter(isOwn)).toEqual(['127.0.0.1', '127.255.255.254', '::1']);
});
