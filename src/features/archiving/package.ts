/** The package of a closed season: originals under names a person understands, register, log and reasons (G-7.3d). */
import type { Matter, Moment, Recorded } from '../../kernel/matter';
import { dayIn, clockIn } from '../../kernel/calendar';
import type { Aggregate, Reading } from '../../ports/flow';
import type { Download, Entry } from '../../ports/page';
import { csv } from '../../kernel/csv';
import type { CaptureEvent } from './events';
import { whatOf } from './happened';
import type { Capture, In, Kept } from './model';
import type { Season } from './season-model';
import { pathSegment } from './names';
import { texts } from './texts';

type Closed = Extract<Season, { status: 'closed' }>;

/** Everything in it is fixed once the season is closed, so it is the same however often it is taken out. */
export function packageOf(
  state: Closed,
  captures: Aggregate<Capture>,
  moment: Moment,
  reading: Reading,
): Download {
  const { organisation, department } = state.called;
  return {
    kind: 'package',
    name: `${organisation} ${department} ${state.season}.zip`,
    entries: entriesOf(state, captures, moment, reading),
  };
}

async function* entriesOf(
  state: Closed,
  captures: Aggregate<Capture>,
  moment: Moment,
  reading: Reading,
): AsyncGenerator<Entry> {
  const accounts: string[][] = [];
  const log: string[][] = [];
  const used = new Set<string>();
  yield { path: 'LÄSMIG.txt', text: readMe(state, moment) };
  for await (const matter of sealedIn(state, captures, reading)) {
    const { state: capture } = matter;
    const folder = unique(used, pathSegment(folderOf(capture, moment)));
    const files = filesOf(capture, folder, moment);
    for (const { path, kept } of files) yield { path, picture: kept };
    accounts.push(
      accountLine(
        capture,
        files.filter(({ kept }) => !kept.superseded).map(({ path }) => path),
        moment,
      ),
    );
    for await (const recorded of reading.trail(matter)) log.push(...logLines(capture, recorded, moment));
  }
  yield { path: 'konton.csv', text: csv(ACCOUNT_HEAD, accounts) };
  yield { path: 'händelser.csv', text: csv(LOG_HEAD, log) };
}

/** Ordered by id, as the store pages them. */
async function* sealedIn(
  { department, season }: Closed,
  captures: Aggregate<Capture>,
  reading: Reading,
): AsyncGenerator<Matter<Capture, CaptureEvent> & { readonly state: In<'sealed'> }> {
  let after: string | undefined;
  do {
    const page = await reading.list(
      captures,
      { department, season },
      { limit: 50, ...(after === undefined ? {} : { after }) },
    );
    for (const matter of page.items) {
      if (matter.state.status === 'sealed')
        yield matter as Matter<Capture, CaptureEvent> & { state: In<'sealed'> };
    }
    after = page.next;
  } while (after !== undefined);
}

/** An extra capture has a folder of its own beside that of the season's. */
function folderOf({ account, occasion, openedAt }: Capture, { organisation }: Moment): string {
  const extra = occasion === undefined ? [] : ['extra', dayIn(organisation.timeZone, openedAt)];
  return [account.platformName, account.handle, ...extra].join(' ');
}

interface Named {
  readonly path: string;
  readonly kept: Kept;
}

/** `bilder/Instagram biblioteket/2026-10-02 1.png`; replaced ones lie in a folder of their own. */
function filesOf({ pictures }: Capture, folder: string, { organisation }: Moment): Named[] {
  return pictures.map((kept, at) => {
    const extension = kept.file.slice(kept.file.lastIndexOf('.') + 1);
    const name = `${dayIn(organisation.timeZone, kept.at)} ${at + 1}.${extension}`;
    return { kept, path: ['bilder', folder, ...(kept.superseded ? ['ersatta'] : []), name].join('/') };
  });
}

/** Two accounts whose names look alike as file names do not share a folder. */
function unique(used: Set<string>, wanted: string): string {
  let name = wanted;
  for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${wanted} ${n}`;
  used.add(name.toLowerCase());
  return name;
}

const ACCOUNT_HEAD = [
  'Plattform',
  'Konto',
  'Länk',
  'Verksamhet',
  'Ansvarig',
  'Ersättare',
  'Funktionsbrevlåda',
  'Syfte',
  'Aktivt sedan',
  'Läge',
  'Skäl',
  'Bilder',
  'SHA-256',
  'Extra',
] as const;

function accountLine(capture: In<'sealed'>, paths: readonly string[], { organisation }: Moment): string[] {
  const { account, responsible, deputies, outcome, reason = '', pictures } = capture;
  const hashes = pictures.filter(({ superseded }) => !superseded).map(({ sha256 }) => sha256);
  return [
    account.platformName,
    account.handle,
    account.link,
    account.unit,
    responsible.name,
    deputies.map(({ name }) => name).join(', '),
    account.mailbox,
    account.purpose,
    dayIn(organisation.timeZone, account.activeSince),
    { done: 'Bild finns', impossible: 'Bild gick inte att få', missing: 'Bild saknas' }[outcome],
    reason,
    paths.join(', '),
    hashes.join(', '),
    capture.occasion === undefined ? '' : texts.sv.occasions[capture.occasion],
  ];
}

const LOG_HEAD = ['Tid', 'Konto', 'Person', 'Person-id', 'Händelse', 'SHA-256', 'Väg'] as const;

/** Who did what when: nothing for what is nobody's news, nor for what came after the sealing, which is no part of it. */
function logLines(
  { account, sealedAt }: In<'sealed'>,
  { at, by, name, event }: Recorded<CaptureEvent>,
  { organisation }: Moment,
): string[][] {
  const what = at > sealedAt ? undefined : whatOf(event, name, texts.sv, (day) => day);
  if (what === undefined) return [];
  const time = `${dayIn(organisation.timeZone, at)} ${clockIn(organisation.timeZone, at)}`;
  const picture = event.type === 'kept' ? event.picture : undefined;
  const way = picture === undefined ? '' : picture.via === 'link' ? 'via länk' : 'i chatten';
  return [[time, `${account.platformName} ${account.handle}`, name, by, what, picture?.sha256 ?? '', way]];
}

/** Written in Swedish whatever the reader's language: it lies in a Swedish archive. */
function readMe(state: Closed, { organisation }: Moment): string {
  const { season, name, from, to, guideline, confirmations, closedAt, figures, called } = state;
  const day = (at: string): string =>
    `${dayIn(organisation.timeZone, at)} ${clockIn(organisation.timeZone, at)}`;
  return [
    `${called.organisation}, ${called.department}`,
    `Skärmdumpar av konton i sociala medier, ${name.sv} ${season.slice(0, 4)} (${from} till ${to})`,
    '',
    `Riktlinje: ${guideline}`,
    ...confirmations.map(
      (one) =>
        `Stängd av ${one.name} (${texts.sv.season.offices[one.as]}) ${day(one.at)}${one.reason === '' ? '' : `. Skäl till att bilder saknas: ${oneLine(one.reason)}`}`,
    ),
    `Stängd ${day(closedAt)}`,
    `Konton: ${figures.all}. Med bild: ${figures.done}. Utan bild med skäl: ${figures.impossible}. Bild saknas: ${figures.waiting}.`,
    '',
    'bilder: originalen, orörda. Mappen "ersatta" har bilder som byttes ut.',
    'konton.csv: kontona så som de stod i förteckningen. Extra skärmdumpar har egna rader och mappar.',
    'händelser.csv: vem som gjorde vad och när.',
    'SHA256SUMS.txt: kontrollsummor för alla filer ovan.',
    '',
  ].join('\r\n');
}

/** Words that people typed add no line that looks like one of ours. */
function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ');
}
