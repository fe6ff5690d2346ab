/** Organisation and guideline files that change while the bot runs. No test waits: each asks for a refresh. */
import { rmSync, utimesSync } from 'node:fs';
import { restoreGuideline } from '../../src/guidelines/load';
import { DEMO, makeFolder, RULES, SMALL, START, type Folder } from './organisation-folder';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

function alerts(): Folder['logged'] {
  return folder.logged.filter(({ level }) => level === 'alert');
}

describe('While it runs', () => {
  it('reads a changed organisation again, and says so by its version', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const { directory, refresh } = await folder.open({ organisationFile });
    const before = directory.version();

    folder.write('norrby.yaml', SMALL.replace('Norrby kommun', 'Norrby stad'));
    await refresh();

    expect(directory.organisation('norrby')?.name).toBe('Norrby stad');
    expect(directory.version()).not.toBe(before);
  });

  it('notices a change of the same length in the same instant', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const when = new Date(START);
    utimesSync(organisationFile, when, when);
    const { directory, refresh } = await folder.open({ organisationFile });

    folder.write('norrby.yaml', SMALL.replace('name: Kim', 'name: Ken'));
    utimesSync(organisationFile, when, when);
    await refresh();

    expect(directory.all()[0]?.people.map(({ name }) => name)).toContain('Ken');
  });

  it('does nothing when a file was only touched', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const { directory, refresh } = await folder.open({ organisationFile });
    const before = [directory.version(), directory.all()[0], folder.logged.length];

    utimesSync(organisationFile, new Date(START), new Date(START));
    await refresh();

    expect([directory.version(), directory.all()[0], folder.logged.length]).toEqual(before);
  });

  it('refuses a faulty file with one alert, keeps the last good one, and takes up the corrected one', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const { directory, refresh } = await folder.open({ organisationFile });
    const good = [directory.version(), directory.all()[0]];

    folder.write('norrby.yaml', SMALL.replace('person: kim', 'person: kym'));
    await refresh();
    await refresh();

    expect([directory.version(), directory.all()[0]]).toEqual(good);
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]).toMatchObject({ event: 'configuration-refused', fields: { mistakes: 1 } });
    expect(alerts()[0]?.fields?.['list']).toContain('There is nobody with the key kym under people.');

    folder.write('norrby.yaml', SMALL.replace('name: Kim', 'name: Kim K'));
    await refresh();

    expect(directory.all()[0]?.people.map(({ name }) => name)).toContain('Kim K');
    expect(alerts()).toHaveLength(1);
  });

  it('keeps the last good one when a file disappears, and takes it up when it is back', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const { directory, refresh } = await folder.open({ organisationFile });

    rmSync(organisationFile);
    await refresh();
    await refresh();
    expect([directory.all().length, alerts().length]).toEqual([1, 1]);

    folder.write('norrby.yaml', SMALL.replace('Norrby kommun', 'Norrby stad'));
    await refresh();
    expect(directory.all()[0]?.name).toBe('Norrby stad');
  });

  it('G-1.4: takes in an organisation whose file is added to the folder', async () => {
    folder.write('a.yaml', SMALL);
    const { directory, refresh } = await folder.open({ organisationFile: folder.path });

    folder.write('b.yaml', DEMO);
    await refresh();

    expect(directory.all().map(({ id }) => id)).toEqual(['norrby', 'sundsvall']);
  });

  it('G-0.1: keeps every guideline version that was current, and those it learns from the store', async () => {
    const guidelineFile = folder.write('rules.yaml', RULES);
    const { guidelines, refresh, seen, learn } = await folder.open({ guidelineFile });
    const first = guidelines.current('sundsvall');
    const stored = restoreGuideline(
      JSON.parse(JSON.stringify({ ...first, version: 'sundsvall-2017-00000000' })),
      'stored',
    );

    folder.write('rules.yaml', RULES.replace('snoozeDays: 10', 'snoozeDays: 5'));
    await refresh();
    if (stored.ok) learn(stored.guideline);
    const second = guidelines.current('sundsvall');

    expect([first.seasons.snoozeDays, second.seasons.snoozeDays]).toEqual([10, 5]);
    expect(guidelines.version('sundsvall', first.version)).toBe(first);
    expect(guidelines.version('sundsvall', 'sundsvall-2017-00000000')?.seasons.snoozeDays).toBe(10);
    expect(guidelines.version('sundsvall', 'unknown')).toBeUndefined();
    expect(seen().map(({ version }) => version)).toEqual([
      first.version,
      second.version,
      'sundsvall-2017-00000000',
    ]);
  });

  it('reads once when it is asked twice at the same time, and no more after it was closed', async () => {
    const organisationFile = folder.write('norrby.yaml', SMALL);
    const opened = await folder.open({ organisationFile });

    folder.write('norrby.yaml', SMALL.replace('Norrby kommun', 'Norrby stad'));
    await Promise.all([opened.refresh(), opened.refresh()]);
    opened.close();
    folder.write('norrby.yaml', SMALL);
    await opened.refresh();

    expect(folder.logged.filter(({ event }) => event === 'configuration-read')).toHaveLength(2);
    expect(opened.directory.all()[0]?.name).toBe('Norrby stad');
  });
});
