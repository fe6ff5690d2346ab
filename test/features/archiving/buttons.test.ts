/** What a card of archiving says once and not twice: one notice for one mistake, one title for one button. */
import type { CaptureCommand } from '../../../src/features/archiving/commands';
import { present } from '../../../src/features/archiving/present';
import { presentSeason } from '../../../src/features/archiving/season-card';
import { LOCALES } from '../../../src/kernel/locale';
import type { View } from '../../../src/kernel/view';
import { person } from '../world';
import { closed, disputed, facts, ID, openSeason, seasonFacts, waiting } from './captures';

interface Data {
  readonly notice?: string;
  readonly opens: readonly { readonly style?: string }[];
  readonly asides: readonly {
    readonly title: string;
    readonly fields: readonly { readonly problem?: string }[];
    readonly button: { readonly title: string; readonly verb: string };
  }[];
}

function dataOf({ data }: View): Data {
  return data as Data;
}

function refused(command: CaptureCommand, field: string, problem: string): Data {
  return dataOf(
    present({
      id: ID,
      matter: { kind: 'capture', id: ID, revision: 1, state: waiting(), events: [] },
      viewer: person('anna'),
      locale: 'sv',
      facts: facts(),
      attempt: command,
      notice: { code: 'invalid', fields: { [field]: problem } },
    }),
  );
}

describe('G-7.3b: an input that is wrong', () => {
  it.each(['too-late', 'bad-date'])(
    'says so itself when it is %s, and nothing is said to be missing',
    (problem) => {
      const { notice, asides } = refused({ type: 'snooze', until: '2027-01-01' }, 'until', problem);

      expect(notice).toBeUndefined();
      expect(asides[0]?.fields[0]?.problem).toMatch(/\S/);
    },
  );

  it('that is empty is what is missing', () => {
    expect(refused({ type: 'snooze', until: '' }, 'until', 'missing').notice).toBe('Något saknas. Se nedan.');
  });

  it('of the close says what is wrong with it', () => {
    const shown = (problem: string): string =>
      JSON.stringify(
        presentSeason({
          id: 'kultur-fritid:2026-autumn',
          matter: { kind: 'season', id: 'x', revision: 1, state: openSeason(), events: [] },
          viewer: person('karin'),
          locale: 'sv',
          facts: seasonFacts(),
          notice: { code: 'invalid', fields: { words: problem } },
        }),
      );

    expect(shown('missing')).toContain('Något saknas.');
    expect(shown('too-long')).not.toContain('saknas.');
    expect(shown('too-long')).toContain('"problem"');
  });
});

it.each(LOCALES)(
  'G-7.3b: naming the responsible person unfolds by one title and is sent by another (%s)',
  (locale) => {
    const { asides } = dataOf(
      present({
        id: ID,
        matter: { kind: 'capture', id: ID, revision: 1, state: disputed(), events: [] },
        viewer: { ...person('karin'), locale },
        locale,
        facts: facts(),
      }),
    );

    const assign = asides.find(({ button }) => button.verb === 'capture.assign');
    expect(assign).toBeDefined();
    expect(assign?.button.title).not.toBe(assign?.title);
  },
);

it('G-7.3d: taking out the package is what the card of a closed season is for', () => {
  const { opens } = dataOf(
    presentSeason({
      id: 'x',
      matter: { kind: 'season', id: 'x', revision: 1, state: closed(), events: [] },
      viewer: person('rolf'),
      locale: 'sv',
      facts: seasonFacts({ packageUrl: 'https://kanalvakt.example/download/token' }),
    }),
  );

  expect(opens).toMatchObject([{ style: 'positive' }]);
});
