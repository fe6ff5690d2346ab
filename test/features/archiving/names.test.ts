/** Names of folders in a package: whatever an account is called, the package can be written. */
import fc from 'fast-check';
import { isSafePath, pathKey } from '../../../src/adapters/zip/paths';
import { pathSegment } from '../../../src/features/archiving/names';
import { HOSTILE } from '../../cards/hostile';

const signs = fc.constantFrom(
  ...['a', 'Å', 'e\u0301', ' ', '.', '/', '\\', ':', '\u00ad', '\u061c', '\u202e', '\u200d', '\u0000'],
  ...['\ud83d', '\ude42', '🙂', '\u2028', '\u{e0041}', '\n', '|', 'CON', 'nul', '\u00a0', '\u0338'],
);
const anything = fc.oneof(
  fc.array(signs, { maxLength: 120 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(...HOSTILE),
);

describe('the name of a folder', () => {
  it('is one that every package takes, whatever is in it', () => {
    fc.assert(
      fc.property(anything, (text) => isSafePath(`bilder/${pathSegment(text)}/ersatta/2026-10-02 12.webp`)),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('stays the same when it is made a name once more', () => {
    fc.assert(
      fc.property(anything, (text) => pathSegment(pathSegment(text)) === pathSegment(text)),
      { seed: 7, numRuns: 1000 },
    );
  });

  it.each([
    ['Instagram biblioteket', 'Instagram biblioteket'],
    ['Instagram @Åsas_kafé.se', 'Instagram @Åsas_kafé.se'],
    ['x/../../y', 'x .. .. y'],
    ['  ..', 'konto'],
    ['aux', '_aux'],
    ['bibli\u00adoteket', 'bibli oteket'],
    [`${'a'.repeat(79)}🙂`, 'a'.repeat(79)],
  ])('%j is %j', (text, name) => {
    expect(pathSegment(text)).toBe(name);
  });

  it('is told from another as a package tells them', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const name = pathSegment(text);
        return pathKey(name) === name.toLowerCase();
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
