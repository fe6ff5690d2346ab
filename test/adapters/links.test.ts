/** Links: what a token allows, how long, and that nobody but us can write one. */
import { createHmac } from 'node:crypto';
import { createLinks } from '../../src/adapters/links/links';
import type { Capability } from '../../src/ports/links';
import { linkKey } from '../../src/link-key';
import { createMemoryStore } from '../support/memory-store';

const AT = '2026-10-01T08:00:00.000Z';
const KEY = Buffer.alloc(32, 7);
const UPLOAD: Capability = {
  what: 'upload',
  organisation: 'sundsvall',
  person: '00000000-0000-0000-0000-000000000001',
  matter: { kind: 'capture', id: '2026-autumn.account-17' },
  at: AT,
};
const DOWNLOAD: Capability = { ...UPLOAD, what: 'download', part: 'package' };

function linksAt(instant: string, key: Uint8Array = KEY) {
  return createLinks({
    base: () => 'https://bot.example.se/',
    key,
    clock: { now: () => Date.parse(instant) },
  });
}
const links = linksAt(AT);

function tokenOf(capability: Capability): string {
  return new URL(links.url(capability)).pathname.split('/').at(-1) ?? '';
}
const TOKEN = tokenOf(UPLOAD);

/** Signed as we sign, whatever it says. */
function signed(what: unknown, payload = Buffer.from(JSON.stringify(what)).toString('base64url')): string {
  return `${payload}.${createHmac('sha256', KEY).update(payload).digest('base64url')}`;
}

describe('a link', () => {
  it.each([UPLOAD, DOWNLOAD])('says what it was given for: $what', (capability) => {
    const url = links.url(capability);

    expect(url).toMatch(new RegExp(`^https://bot\\.example\\.se/${capability.what}/[\\w-]+\\.[\\w-]{43}$`));
    expect(links.read(tokenOf(capability))).toEqual(capability);
  });

  it.each([
    ['a day later', '2026-10-02T08:00:00.000Z', true],
    ['a moment after that', '2026-10-02T08:00:00.001Z', false],
    ['on a replica whose clock is 30 s behind', '2026-10-01T07:59:30.000Z', true],
    ['when it comes from the future', '2026-10-01T07:59:29.999Z', false],
  ])('%s (%s) holds: %s', (_name, now, holds) => {
    expect(linksAt(now).read(TOKEN) !== undefined).toBe(holds);
  });

  it('is noticed when any one character of it is another', () => {
    const others = TOKEN.split('').flatMap((was, at) =>
      'Aa0_-.~='
        .split('')
        .filter((other) => other !== was)
        .map((other) => replaced(TOKEN, at, other)),
    );

    expect(others.filter((token) => links.read(token) !== undefined)).toEqual([]);
    expect(others.length).toBeGreaterThan(1500);
  });

  it('has one spelling: the last character of a signature cannot be another that means the same', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

    const read = alphabet.split('').filter((last) => links.read(replaced(TOKEN, TOKEN.length - 1, last)));

    expect(read).toEqual([TOKEN.at(-1)]);
  });

  it.each([
    ['nothing', ''],
    ['a dot', '.'],
    ['no signature', `${TOKEN.split('.')[0]}.`],
    ['the signature alone', `.${TOKEN.split('.')[1]}`],
    ['a third part', `${TOKEN}.x`],
    ['a space at its end', `${TOKEN} `],
    ['another key', new URL(linksAt(AT, Buffer.alloc(32, 8)).url(UPLOAD)).pathname.split('/')[2] ?? ''],
    ['too much', signed({ ...UPLOAD, part: 'x'.repeat(2000) })],
    ['no JSON', signed(null, 'eyJ')],
    ['null', signed(null)],
    ['a list', signed([UPLOAD])],
    ['another verb', signed({ ...UPLOAD, what: 'delete' })],
    ['one thing too many', signed({ ...UPLOAD, role: 'lead' })],
    ['no person', signed({ ...UPLOAD, person: '' })],
    ['a path for an id', signed({ ...UPLOAD, matter: { kind: 'capture', id: '../x' } })],
    ['no instant', signed({ ...UPLOAD, at: 'tomorrow' })],
    ['no time', signed({ ...UPLOAD, at: '2026-10-01' })],
  ])('with %s is none', (_name, token) => {
    expect(links.read(token)).toBeUndefined();
  });
});

function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

describe('the key of links', () => {
  const clock = { now: () => Date.parse(AT) };

  it('is made once and is 256 bits', async () => {
    const store = createMemoryStore();

    const first = await linkKey(store.view(), clock);
    const second = await linkKey(store.view(), clock);

    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
    expect(store.writes).toHaveLength(1);
    expect(await linkKey(createMemoryStore().view(), clock)).not.toEqual(first);
  });

  it('is one key when two replicas start at the same time', async () => {
    const store = createMemoryStore();
    let bothLooked: () => void = () => undefined;
    const looked = new Promise<void>((resolve) => (bothLooked = resolve));
    let gets = 0;
    const slow = store.view({
      async after({ op }) {
        if (op !== 'get') return;
        gets += 1;
        if (gets === 2) bothLooked();
        await looked;
      },
    });

    const [one, other] = await Promise.all([linkKey(slow, clock), linkKey(slow, clock)]);

    expect(one).toEqual(other);
    expect(store.writes).toHaveLength(1);
  });

  it('is not made anew when what is stored is no key', async () => {
    const store = createMemoryStore();
    store.put({ pk: 'system/key', id: 'links', changedAt: AT, listed: {}, body: { key: 'short' } });

    await expect(linkKey(store.view(), clock)).rejects.toMatchObject({ code: 'link-key' });
  });
});
