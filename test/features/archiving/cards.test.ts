/** The cards of archiving: every status for every reader in both languages, and the samples that show them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaptureEvent } from '../../../src/features/archiving/events';
import type { Capture, CaptureRow } from '../../../src/features/archiving/model';
import { presentAll, presentDepartment } from '../../../src/features/archiving/overview-card';
import { permits } from '../../../src/features/archiving/policy';
import { present } from '../../../src/features/archiving/present';
import { presentSeason } from '../../../src/features/archiving/season-card';
import type { Season } from '../../../src/features/archiving/season-model';
import type { Facts, Showing } from '../../../src/features/archiving/facts';
import type { Person } from '../../../src/kernel/actor';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import type { Recorded } from '../../../src/kernel/matter';
import type { View } from '../../../src/kernel/view';
import { FOLDER, stored } from '../../cards/samples';
import { nodesOf } from '../../support/card-parts';
import { PEOPLE, type Who } from '../../support/house';
import { cardOf, expectWhole } from '../cards';
import {
  closed,
  closing,
  confirmation,
  disputed,
  done,
  EACH,
  facts,
  figures,
  ID,
  impossible,
  kept,
  on,
  openSeason,
  row,
  sealed,
  seasonFacts,
  waiting,
} from './captures';

const UPLOAD = 'https://kanalvakt.example/upload/token';
const PICTURE = 'https://kanalvakt.example/download/token';

function person(who: Who, locale: Locale): Person {
  const { aad: id, name } = PEOPLE[who];
  return { type: 'person', id, name, organisation: 'sundsvall', locale };
}

const EVENTS: readonly Recorded<CaptureEvent>[] = [
  { at: '2026-09-14T22:10:00.000Z', by: 'system', name: '', event: { type: 'opened', capture: waiting() } },
  { at: '2026-09-15T04:00:00.000Z', by: 'system', name: '', event: { type: 'reminded', count: 1 } },
  {
    at: '2026-09-16T08:00:00.000Z',
    by: PEOPLE.anna.aad,
    name: PEOPLE.anna.name,
    event: { type: 'kept', picture: kept('a') },
  },
];

function show(
  state: Capture | undefined,
  who: Who,
  locale: Locale,
  more: Partial<Facts> = {},
  rest: Partial<Showing> = {},
): View {
  const events = state?.status === 'waiting' ? EVENTS.slice(0, 2) : EVENTS;
  return present({
    id: ID,
    matter: state && { kind: 'capture', id: ID, revision: 3, state, events },
    viewer: person(who, locale),
    locale,
    facts: facts(more),
    ...rest,
  });
}

function showSeason(
  state: Season,
  who: Who,
  locale: Locale,
  more: Parameters<typeof seasonFacts>[0] = {},
  rest: Partial<Parameters<typeof presentSeason>[0]> = {},
): View {
  return presentSeason({
    id: 'kultur-fritid:2026-autumn',
    matter: { kind: 'season', id: 'kultur-fritid:2026-autumn', revision: 2, state, events: [] },
    viewer: person(who, locale),
    locale,
    facts: seasonFacts(more),
    ...rest,
  });
}

const ROWS = [
  done(),
  waiting({ to: '2026-09-10' }),
  disputed(),
  impossible(),
  waiting({ snoozed: '2026-09-24' }),
].map((state, at) =>
  row({ ...state, account: { ...state.account, handle: `konto${at}` } }, `account-${at}:2026-autumn`),
);

function showDepartment(locale: Locale, page = 1, rows: readonly CaptureRow[] = ROWS): View {
  return presentDepartment({
    department: { id: 'kultur-fritid', name: 'Kultur och fritid' },
    season: { key: '2026-autumn', name: { sv: 'höst', en: 'autumn' } },
    rows,
    figures: figures([done(), waiting()]),
    before: figures([sealed()]),
    unreached: [],
    several: true,
    moment: on('2026-09-20'),
    locale,
    page,
  });
}

function showAll(locale: Locale): View {
  return presentAll({
    departments: [
      { id: 'kultur-fritid', name: 'Kultur och fritid', figures: figures([done(), waiting()]) },
      { id: 'bibliotek', name: 'Biblioteken', figures: figures([]) },
    ],
    season: { key: '2026-autumn', name: { sv: 'höst', en: 'autumn' } },
    moment: on('2026-09-20'),
    locale,
    page: 1,
  });
}

function matterWith(events: readonly Recorded<CaptureEvent>[]): Showing['matter'] {
  return { kind: 'capture', id: ID, revision: 3, state: waiting({ told: 3 }), events };
}

/** What the files beside the templates show, by card and name. */
const SAMPLES: Readonly<Record<string, Readonly<Record<string, (locale: Locale) => View>>>> = {
  'archiving/capture': {
    'waiting, for the responsible person': (locale) =>
      show(waiting(), 'anna', locale, {}, { reason: 'missing' }),
    'waiting, with a link': (locale) => show(waiting(), 'anna', locale, { uploadUrl: UPLOAD }),
    'much has happened': (locale) =>
      show(
        waiting({ told: 3 }),
        'anna',
        locale,
        {},
        { matter: matterWith([...EVENTS.slice(0, 2), ...EVENTS.slice(1, 2), ...EVENTS.slice(1, 2)]) },
      ),
    'put off': (locale) => show(waiting({ snoozed: '2026-09-24' }), 'anna', locale),
    'a day that is too late': (locale) =>
      show(
        waiting(),
        'anna',
        locale,
        {},
        {
          attempt: { type: 'snooze', until: '2026-12-24' },
          notice: { code: 'invalid', fields: { until: 'too-late' } },
        },
      ),
    'waiting, for the communicator': (locale) => show(waiting(), 'karin', locale),
    'in doubt': (locale) =>
      show(waiting({ doubt: { pictures: [kept('b')], why: 'same-as-before' } }), 'anna', locale, {
        pictureUrls: [PICTURE],
      }),
    'not mine, for the communicator': (locale) =>
      show(disputed(), 'karin', locale, {}, { reason: 'not-mine' }),
    'closed, for the communicator': (locale) => show(disputed('closed'), 'karin', locale),
    done: (locale) => show(done(), 'anna', locale, { pictureUrls: [PICTURE] }),
    'not possible': (locale) => show(impossible(), 'karin', locale, {}, { notice: { code: 'stale' } }),
    sealed: (locale) => show(sealed(), 'rolf', locale, { pictureUrls: [PICTURE] }),
  },
  'archiving/start': {
    'no account chosen': (locale) =>
      show(
        undefined,
        'anna',
        locale,
        {
          choices: [
            { title: 'biblioteket · Instagram', value: 'account-01' },
            { title: 'museet · Facebook', value: 'account-02' },
          ],
        },
        { notice: { code: 'invalid', fields: { account: 'missing' } } },
      ),
    'two accounts': (locale) =>
      show(undefined, 'anna', locale, {
        choices: [
          { title: 'biblioteket · Instagram', value: 'account-01' },
          { title: 'museet · Facebook', value: 'account-02' },
        ],
      }),
  },
  'archiving/season': {
    'under way': (locale) => showSeason(openSeason(), 'karin', locale),
    'closed by one': (locale) =>
      showSeason(openSeason(confirmation('karin', 'communicator')), 'rolf', locale),
    'waiting for the other': (locale) =>
      showSeason(openSeason(confirmation('karin', 'communicator')), 'karin', locale),
    'a reason is missing': (locale) =>
      showSeason(
        openSeason(),
        'karin',
        locale,
        {},
        {
          notice: { code: 'invalid', fields: { words: 'missing' } },
          attempt: { type: 'confirm', words: '' },
        },
      ),
    'being closed': (locale) => showSeason(closing(), 'karin', locale),
    closed: (locale) => showSeason(closed(), 'rolf', locale),
    'closed, with the package': (locale) => showSeason(closed(), 'rolf', locale, { packageUrl: PICTURE }),
  },
  'archiving/overview': {
    'one department': (locale) => showDepartment(locale),
    'all departments': showAll,
    'the second page of many': (locale) =>
      showDepartment(
        locale,
        2,
        Array.from({ length: 25 }, (_, at) => ROWS[at % ROWS.length]!),
      ),
  },
};

/** Written anew by hand-setting this variable; a test that finds a difference says so. */
const WRITES = process.env['WRITE_SAMPLES'] === '1';

describe.each(Object.entries(SAMPLES))('the card %s', (card, samples) => {
  if (WRITES) {
    const all = Object.entries(samples).map(([name, make]) => {
      const data = (locale: Locale) => {
        const view = make(locale);
        return { summary: view.summary, ...view.data };
      };
      return { name, sv: data('sv'), en: data('en') };
    });
    writeFileSync(join(FOLDER, `${card}.sample.json`), `${JSON.stringify(all, null, 2)}\n`);
  }

  it('has the samples that the rules give', () => {
    const made = Object.entries(samples).map(([name, make]) => ({
      name,
      ...Object.fromEntries(
        LOCALES.map((locale) => {
          const view = make(locale);
          return [locale, { summary: view.summary, ...view.data }];
        }),
      ),
    }));

    expect(stored(card)).toEqual(made);
  });

  it.each(Object.keys(samples))('is whole: %s', (name) => {
    for (const locale of LOCALES) expectWhole(cardOf(samples[name]!(locale)));
  });
});

const READERS: readonly Who[] = ['anna', 'bo', 'karin', 'kim', 'rolf', 'sara', 'dag'];

describe('every reader of every status', () => {
  it.each(Object.keys(EACH) as Capture['status'][])(
    '%s: only what this reader may do now is offered',
    (status) => {
      for (const who of READERS) {
        const card = cardOf(show(EACH[status], who, 'sv'));

        expectWhole(card);
        for (const action of nodesOf(card).filter(({ type }) => type === 'Action.Execute')) {
          const type = String(action['verb'])
            .replace('capture.', '')
            .replace(/^remind$/, 'remind-again');
          expect([who, type, permits(person(who, 'sv'), { type } as never, EACH[status], facts())]).toEqual([
            who,
            type,
            undefined,
          ]);
        }
      }
    },
  );

  it('gives each input of a card an id of its own', () => {
    for (const who of READERS)
      for (const state of Object.values(EACH)) {
        const ids = nodesOf(cardOf(show(state, who, 'sv')))
          .filter(({ type }) => String(type).startsWith('Input.'))
          .map(({ id }) => id);

        expect(new Set(ids).size).toBe(ids.length);
      }
  });
});
