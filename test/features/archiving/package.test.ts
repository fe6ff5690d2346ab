/** The package of a closed season, entry by entry: originals, register, log and reasons, under names people understand. */
import type { CaptureEvent } from '../../../src/features/archiving/events';
import type { In, Kept } from '../../../src/features/archiving/model';
import { packageOf } from '../../../src/features/archiving/package';
import type { Matter, Moment, Recorded } from '../../../src/kernel/matter';
import type { Aggregate, Reading } from '../../../src/ports/flow';
import type { Entry } from '../../../src/ports/page';
import { PEOPLE } from '../../support/house';
import { moment, organisation } from '../world';
import { closed, kept, sealed, waiting } from './captures';

const CAPTURES = {} as Aggregate<never>;
const GONE = { superseded: { by: PEOPLE.anna.aad, name: 'Anna Anställd', at: '2026-09-17T08:00:00.000Z' } };

interface Lying {
  readonly state: In<'sealed'> | In<'waiting'>;
  readonly events?: readonly Recorded<CaptureEvent>[];
}

/**
 * A page of two, as a store hands them out, for exactly this department and season. A document itself holds its latest
 * event alone; the whole trail is asked for.
 */
function readingOf(all: readonly Lying[]): Reading {
  const matters = all.map(
    ({ state, events = [] }, at): Matter<never> =>
      ({
        kind: 'capture',
        id: `${at}`,
        revision: 1,
        state,
        events: events.slice(-1),
      }) as unknown as Matter<never>,
  );
  const list = (_aggregate: unknown, where: object, page: { readonly after?: string } = {}) => {
    expect(where).toEqual({ department: 'kultur-fritid', season: '2026-autumn' });
    const from = Number(page.after ?? 0);
    const next = from + 2 < matters.length ? { next: String(from + 2) } : {};
    return Promise.resolve({ items: matters.slice(from, from + 2), ...next });
  };
  async function* trail({ id }: Matter<never>) {
    await Promise.resolve();
    yield* all[Number(id)]?.events ?? [];
  }
  return { list, trail } as unknown as Reading;
}

async function entriesOf(all: readonly Lying[], at: Moment = moment(), state = closed()): Promise<Entry[]> {
  const made = packageOf(state, CAPTURES, at, readingOf(all));
  if (made.kind !== 'package') throw new Error(made.kind);
  const entries: Entry[] = [];
  for await (const entry of made.entries) entries.push(entry);
  return entries;
}

function textOf(entries: readonly Entry[], path: string): string {
  const found = entries.find((entry) => entry.path === path);
  if (!found || !('text' in found)) throw new Error(`no ${path}`);
  return found.text;
}

function named(
  handle: string,
  pictures: readonly Kept[] = [kept('a')],
  more: Partial<In<'sealed'>> = {},
): Lying {
  return { state: sealed({ account: { ...sealed().account, handle }, pictures: [...pictures], ...more }) };
}

function line(at: string, event: CaptureEvent, name = 'Anna Anställd'): Recorded<CaptureEvent> {
  return { at, by: PEOPLE.anna.aad, name, event };
}

describe('G-7.3d: the package of a season', () => {
  it('holds the originals in a folder per account, replaced ones apart, and the lists after them', async () => {
    const entries = await entriesOf([
      named('biblioteket', [kept('a', GONE), kept('b')]),
      named('museet', []),
    ]);

    expect(entries.map(({ path }) => path)).toEqual([
      'LÄSMIG.txt',
      'bilder/Instagram biblioteket/ersatta/2026-09-16 1.png',
      'bilder/Instagram biblioteket/2026-09-16 2.png',
      'konton.csv',
      'händelser.csv',
    ]);
    expect(entries[2]).toMatchObject({ picture: { sha256: 'b'.repeat(64) } });
  });

  it('has every capture of the season over several pages, sealed ones alone', async () => {
    const entries = await entriesOf([
      ...['ett', 'två', 'tre', 'fyra', 'fem'].map((handle) => named(handle)),
      { state: waiting({ pictures: [kept('b')] }) },
    ]);

    expect(entries.filter((entry) => 'picture' in entry)).toHaveLength(5);
  });

  it('has an extra capture in a folder and on a line of its own, which says what it was for', async () => {
    const { seasonName: _none, ...extra } = sealed({
      season: 'extra',
      occasion: 'before-closing',
      openedAt: '2026-09-30T22:30:00.000Z',
    });
    const entries = await entriesOf([named('biblioteket'), { state: extra }]);

    expect(entries.map(({ path }) => path)).toContain(
      'bilder/Instagram biblioteket extra 2026-10-01/2026-09-16 1.png',
    );
    expect(textOf(entries, 'konton.csv').split('\r\n')[2]).toMatch(/;"Kontot ska stängas"$/);
  });

  it('gives no two accounts one folder, whatever they are called', async () => {
    const handles = ['a/b', 'a b', 'A B', 'a b 2', '../..', '..', 'ａ b'];
    const entries = await entriesOf(handles.map((handle) => named(handle)));
    const folders = entries.flatMap((entry) => ('picture' in entry ? [entry.path.split('/')[1] ?? ''] : []));

    expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(handles.length);
    for (const entry of entries) {
      expect(entry.path).not.toMatch(/(^|\/)\.\.?(\/|$)|\\|^\/|\/\//);
      expect(entry.path.split('/').length).toBeLessThanOrEqual(3);
    }
  });

  it('lists the accounts as they stood in the register, and what came of each', async () => {
    const csv = textOf(
      await entriesOf([
        named('biblioteket', [kept('a', GONE), kept('b')]),
        named('museet', [], { outcome: 'missing', reason: 'Museet bytte telefon.' }),
        named('badet', [], { outcome: 'impossible', reason: 'Låst.' }),
      ]),
      'konton.csv',
    );
    const lines = csv.split('\r\n');

    expect(lines[0]).toMatch(/^\ufeff"Plattform";"Konto";"Länk"/);
    expect(lines[1]).toBe(
      [
        ...['Instagram', 'biblioteket', 'https://www.instagram.com/biblioteket/', 'Stadsbiblioteket'],
        ...['Anna Anställd', 'Bo Boendestöd', 'biblioteket@example.se', 'Visa nya böcker.', '2026-09-03'],
        ...['Bild finns', '', 'bilder/Instagram biblioteket/2026-09-16 2.png', 'b'.repeat(64), ''],
      ]
        .map((cell) => `"${cell}"`)
        .join(';'),
    );
    expect(lines[2]).toContain('"Bild saknas";"Museet bytte telefon."');
    expect(lines[3]).toContain('"Bild gick inte att få";"Låst."');
    expect(lines).toHaveLength(5);
  });

  it('tells who did what when, and by which way, up to the close and no further', async () => {
    const sealedAt = '2026-11-02T09:00:00.000Z';
    const events = [
      line('2026-09-16T08:00:00.000Z', { type: 'kept', picture: kept('a', { via: 'link' }) }),
      line('2026-09-16T08:00:01.000Z', { type: 'link-given', person: PEOPLE.anna.aad, at: sealedAt }),
      line('2026-10-25T00:30:00.000Z', { type: 'superseded', by: 'x', name: 'Anna Anställd', at: sealedAt }),
      line('2026-10-25T01:30:00.000Z', { type: 'kept', picture: kept('b') }),
      { at: sealedAt, by: 'system', name: '', event: { type: 'sealed', at: sealedAt, reason: '' } } as const,
      line('2026-11-03T09:00:00.000Z', { type: 'supplemented', picture: kept('c') }),
    ];
    const lines = textOf(await entriesOf([{ state: sealed({ sealedAt }), events }]), 'händelser.csv').split(
      '\r\n',
    );

    expect(lines.slice(1)).toEqual([
      `"2026-09-16 10:00";"Instagram biblioteket";"Anna Anställd";"${PEOPLE.anna.aad}";"Anna Anställd skickade en bild";"${'a'.repeat(64)}";"via länk"`,
      `"2026-10-25 02:30";"Instagram biblioteket";"Anna Anställd";"${PEOPLE.anna.aad}";"Anna Anställd vill byta bild";"";""`,
      `"2026-10-25 02:30";"Instagram biblioteket";"Anna Anställd";"${PEOPLE.anna.aad}";"Anna Anställd skickade en bild";"${'b'.repeat(64)}";"i chatten"`,
      `"2026-11-02 10:00";"Instagram biblioteket";"";"system";"Säsongen stängdes";"";""`,
      '',
    ]);
  });

  it('says in its first file what it is, who closed it, why pictures are missing, and by which guideline', async () => {
    const text = textOf(await entriesOf([]), 'LÄSMIG.txt');

    expect(text.split('\r\n').slice(0, 7)).toEqual([
      'Sundsvalls kommun, Kultur och fritid',
      'Skärmdumpar av konton i sociala medier, höst 2026 (2026-09-15 till 2026-10-31)',
      '',
      `Riktlinje: ${closed().guideline}`,
      'Stängd av Karin Kommunikatör (kommunikatör) 2026-11-02 10:00. Skäl till att bilder saknas: Museet bytte telefon.',
      'Stängd av Rolf Registrator (registrator) 2026-11-02 10:00. Skäl till att bilder saknas: Museet bytte telefon.',
      'Stängd 2026-11-02 10:01',
    ]);
    expect(text).toContain('Konton: 2. Med bild: 2. Utan bild med skäl: 0. Bild saknas: 1.');
  });

  it('never has a formula in a list, nor a line of ours in words of people', async () => {
    const evil = named('=HYPERLINK("https://evil.example")', [], {
      outcome: 'missing',
      reason: '@SUM(1)\n+1',
    });
    const [first, second] = closed().confirmations;
    const state = {
      ...closed(),
      confirmations: [{ ...first, reason: 'x\r\nStängd av Ingen' }, second] as [typeof first, typeof second],
    };
    const entries = await entriesOf([evil], moment(), state);

    expect(textOf(entries, 'konton.csv')).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(textOf(entries, 'konton.csv')).toContain(`"'@SUM(1)\n+1"`);
    expect(textOf(entries, 'LÄSMIG.txt')).toContain('saknas: x Stängd av Ingen');
  });

  it('is the same after what came later: supplements, other names of the department, other times', async () => {
    const lying = named('biblioteket');
    const [culture, ...others] = organisation().departments;
    const renamed = organisation({
      name: 'Storkommunen',
      departments: [{ ...culture!, name: 'Nytt' }, ...others],
    });
    const later = {
      state: {
        ...lying.state,
        supplements: [kept('b')],
        links: { x: '2026-12-01T00:00:00.000Z' },
      } as In<'sealed'>,
      events: [line('2026-11-03T09:00:00.000Z', { type: 'supplemented', picture: kept('b') })],
    };

    const [before, after] = [
      await entriesOf([lying]),
      await entriesOf([later], moment({ organisation: renamed, today: '2030-01-01' })),
    ];

    expect(after).toEqual(before);
    expect(packageOf(closed(), CAPTURES, moment({ organisation: renamed }), readingOf([]))).toMatchObject({
      name: 'Sundsvalls kommun Kultur och fritid 2026-autumn.zip',
    });
  });
});
