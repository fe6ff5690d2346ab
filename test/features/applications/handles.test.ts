/** Handles: what people write for one account is one handle, and two accounts never share a claim. */
import fc from 'fast-check';
import { claimId, hostOf, normaliseHandle } from '../../../src/features/register/model';
import { checkId } from '../../../src/kernel/document-limits';
import { sundsvall } from '../../guidelines/sundsvall';

it.each([
  ['biblioteket', '@Biblioteket', 'biblioteket'],
  ['biblioteket', ' BIBLIOTEKET ', 'biblioteket'],
  ['instagram', 'https://www.instagram.com/Biblioteket/?igsh=abc#x', 'biblioteket'],
  ['without scheme', 'instagram.com/biblioteket', 'biblioteket'],
  ['twitter', 'https://twitter.com/Biblioteket/status/123', 'biblioteket'],
  ['x on a phone', 'https://mobile.x.com/biblioteket', 'biblioteket'],
  ['facebook', 'https://sv-se.facebook.com/biblioteket', 'biblioteket'],
  ['facebook, numbered', 'https://www.facebook.com/profile.php?id=100064', '100064'],
  ['facebook, people', 'https://www.facebook.com/people/Biblioteket/100064', 'biblioteket'],
  ['facebook, page', 'https://www.facebook.com/pg/biblioteket/about', 'biblioteket'],
  ['linkedin', 'https://www.linkedin.com/company/sundsvalls-kommun/posts/', 'sundsvalls-kommun'],
  ['youtube', 'https://www.youtube.com/@Biblioteket/videos', 'biblioteket'],
  ['youtube, channel', 'https://www.youtube.com/channel/UC123', 'uc123'],
  ['tiktok', 'https://www.tiktok.com/@biblioteket?lang=sv', 'biblioteket'],
  ['threads', 'https://www.threads.net/@biblioteket', 'biblioteket'],
  ['bluesky', 'https://bsky.app/profile/biblioteket.bsky.social', 'biblioteket.bsky.social'],
  ['snapchat', 'https://www.snapchat.com/add/biblioteket', 'biblioteket'],
  ['vimeo', 'https://vimeo.com/channels/biblioteket', 'biblioteket'],
  ['pinterest', 'https://www.pinterest.se/biblioteket/', 'biblioteket'],
  ['mastodon', 'https://mastodon.social/@biblioteket', 'biblioteket'],
  ['swedish letters', 'https://www.facebook.com/k%C3%B6pmang%C3%A5rden', 'köpmangården'],
  ['composed letters', 'ko\u0308pmannen', 'köpmannen'],
  ['several words', 'Sundsvalls   bibliotek', 'sundsvalls bibliotek'],
  ['a dot', 'sundsvall.se', 'sundsvall.se'],
  ['a broken escape', 'https://www.instagram.com/%E0%A4%A', '%e0%a4%a'],
  ['nothing', '', undefined],
  ['a sign', '@', undefined],
  ['a link to nobody', 'https://www.instagram.com/', undefined],
  ['a link to a kind of page', 'https://www.linkedin.com/company/', undefined],
])('reads %s: %j is %j', (_, typed, handle) => {
  expect(normaliseHandle(typed)).toBe(handle);
});

it('reads the same handle again from what it made of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const once = normaliseHandle(typed);
      fc.pre(once !== undefined && hostOf(once) === undefined && !once.startsWith('@'));
      expect(normaliseHandle(once)).toBe(once);
      expect(normaliseHandle(`@${once}`)).toBe(once);
    }),
    { numRuns: 300, seed: 1 },
  );
});

it.each([
  ['https://www.Instagram.com/x', 'instagram.com'],
  ['m.facebook.com/x', 'facebook.com'],
  ['https://instagram.com@evil.example/x', 'evil.example'],
  ['biblioteket', undefined],
  ['sundsvall.se', undefined],
  ['https://', undefined],
])('finds the host of %j: %j', (typed, host) => {
  expect(hostOf(typed)).toBe(host);
});

describe('a claim', () => {
  const platforms = [...sundsvall().platforms.map(({ id }) => id), 'other'];
  const place = fc.tuple(
    fc.constantFrom(...platforms),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('a', 'A', 'å', ':', '-', '.', '2', '%', ' ', '🎉'),
        minLength: 1,
        maxLength: 6,
      }),
    ),
  );
  /** What makes two accounts the same one. */
  const identity = ([platform, name, handle]: readonly [string, string, string]): string =>
    JSON.stringify([
      platform,
      platform === 'other' ? name.trim().toLowerCase().normalize('NFC') : '',
      handle.normalize('NFC'),
    ]);

  it('has one id for one account, and never one for two', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(claimId(...a) === claimId(...b)).toBe(identity(a) === identity(b));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('has an id that every store takes, however long or strange the handle', () => {
    fc.assert(
      fc.property(place, (a) => {
        expect(() => checkId(claimId(...a))).not.toThrow();
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(() => checkId(claimId('other', '🎉'.repeat(30), '🎉'.repeat(60)))).not.toThrow();
  });

  it('tells apart what differs in one sign only', () => {
    const handles = ['a', 'å', 'a-', '-a', 'a.', 'a:', '-61', 'a b', 'ab', 'A'.toLowerCase() + '\u0301'];

    expect(new Set(handles.map((handle) => claimId('x', '', handle))).size).toBe(handles.length);
    expect(claimId('other', 'a', 'b:c')).not.toBe(claimId('other', 'a:b', 'c'));
    expect(claimId('other', 'x', 'a')).not.toBe(claimId('x', '', 'a'));
  });

  it('is the same for a platform that is not in the list, whatever the case and the spaces around it', () => {
    expect(claimId('other', ' Diaspora ', 'a')).toBe(claimId('other', 'diaspora', 'a'));
  });
});
