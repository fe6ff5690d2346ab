/** Which platform an answer means, when somebody chose another one and typed its name. */
import fc from 'fast-check';
import { platformOf } from '../../../src/features/applications/platform';
import { sundsvall } from '../../guidelines/sundsvall';

const { platforms } = sundsvall();

it.each([
  ['the name', 'Instagram', 'instagram'],
  ['another case', 'FACEBOOK', 'facebook'],
  ['spaces around', '  TikTok ', 'tiktok'],
  ['a space within', 'insta gram', 'instagram'],
  ['a hyphen within', 'You-Tube', 'youtube'],
  ['one letter too few', 'Instagam', 'instagram'],
  ['one letter too many', 'Linkedinn', 'linkedin'],
  ['one wrong letter', 'Tictok', 'tiktok'],
  ['a singular', 'Thread', 'threads'],
  ['a host', 'bsky.app', 'bluesky'],
  ['a host with www', 'www.pinterest.se', 'pinterest'],
  ['a link', 'https://www.facebook.com/', 'facebook'],
  ['a short host', 'fb', 'facebook'],
  ['a platform without hosts', 'mastodon', 'mastodon'],
  ['a short name, exactly', 'x', 'x'],
])('understands %s: "%s" is %s', (_, typed, id) => {
  expect(platformOf('other', typed, platforms)).toBe(id);
});

it.each([
  'Twitter',
  'twitter',
  'Twiter',
  'twitter.com',
  'https://twitter.com',
  'x.com',
  'X (Twitter)',
  'Twitter/X',
])('takes twitter.com and x.com for one platform, so "%s" is x', (typed) => {
  expect(platformOf('other', typed, platforms)).toBe('x');
});

it.each([
  ['a platform of its own', 'Diaspora'],
  ['a name two letters from another', 'Twitch'],
  ['a short name with a mistake', 'Video'],
  ['two letters, not one', 'Y'],
  ['two mistakes', 'Imstagrm'],
  ['two platforms at once', 'Facebook och Instagram'],
  ['two platforms with a stroke', 'Facebook/Instagram'],
  ['a name that holds a platform’s', 'Facebook Workplace'],
  ['nothing', ''],
  ['signs only', '???'],
  ['a pattern', '.*'],
  ['an emoji', '📸'],
])('leaves %s as another platform: %j', (_, typed) => {
  expect(platformOf('other', typed, platforms)).toBe('other');
});

it('leaves a very long text as another platform', () => {
  expect(platformOf('other', 'instagram'.repeat(2000), platforms)).toBe('other');
});

it('leaves a chosen platform alone, whatever is typed beside it', () => {
  expect(platformOf('facebook', 'Twitter', platforms)).toBe('facebook');
  expect(platformOf('closed-down', 'Twitter', platforms)).toBe('closed-down');
});

it('leaves a name that two listed platforms share', () => {
  const twins = [
    { id: 'a', name: 'Torget' },
    { id: 'b', name: 'Torget' },
  ];

  expect(platformOf('other', 'torget', twins)).toBe('other');
});

it('answers with a listed platform or what was given, for any text', () => {
  const ids = new Set(['other', ...platforms.map(({ id }) => id)]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      expect(ids).toContain(platformOf('other', typed, platforms));
    }),
    { numRuns: 300, seed: 1 },
  );
});
