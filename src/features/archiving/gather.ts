/** Everything a decision on a capture or a season needs to know, read before it. */
import type { Person } from '../../kernel/actor';
import { dayIn } from '../../kernel/calendar';
import type { Choice } from '../../kernel/card';
import type { Moment } from '../../kernel/matter';
import type { FactsRequest, Reading, RowSource } from '../../ports/flow';
import { givenAddress, pictureAddresses, type Links } from '../../ports/links';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Guideline } from '../../guidelines/schema';
import type { Account, AccountRow, PersonRef } from '../register/model';
import type { CaptureCommand } from './commands';
import { openedFor } from './decide';
import type { Facts } from './facts';
import { figuresOf } from './figures';
import { EXTRA, isOpen, isSettled, type Capture, type CaptureRow, type In } from './model';
import { shownOn } from './pictures';
import { answersFor, mayServe } from './policy';
import { captureId, seasonId, type Season, type SeasonCommand, type SeasonFacts } from './season-model';
import { seasonBefore } from './windows';

export interface Sources {
  readonly guidelines: Guidelines;
  readonly accounts: RowSource<Account, AccountRow>;
  readonly links: Pick<Links, 'url'>;
}

/** The kinds of this feature, which know of each other. */
export interface Kinds {
  readonly captures: RowSource<Capture, CaptureRow>;
  readonly seasons: RowSource<Season, undefined>['aggregate'];
}

/** Opened or sealed with one commit at most. */
const BATCH = 200;
const MOST_CHOICES = 100;
const EMAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[a-z]{2,}$/i;

export function ruling(guidelines: Guidelines, { organisation }: Moment, version?: string): Guideline {
  const bound = version === undefined ? undefined : guidelines.version(organisation.id, version);
  return bound ?? guidelines.current(organisation.id);
}

export async function gatherCapture(
  { id, moment, actor, state, command, reading }: FactsRequest<Capture, CaptureCommand>,
  { guidelines, accounts, links }: Sources,
  { captures }: Kinds,
): Promise<Facts> {
  const guideline = ruling(guidelines, moment, state?.guideline);
  const accountId = command?.type === 'start' ? command.account : state?.account.id;
  const wantsAccount = command?.type === 'start' || command?.type === 'tick';
  const account =
    wantsAccount && accountId !== undefined && accountId !== ''
      ? (await reading.one(accounts.aggregate, accountId))?.state
      : undefined;
  const named = command?.type === 'assign' ? await personFor(command.person, reading) : undefined;
  const known =
    command?.type === 'take' && state
      ? await knownAs(command.picture.sha256, id, state, reading, captures)
      : undefined;
  // A decision reads no addresses and no choices: only a card does.
  const viewer = actor.type === 'person' && command === undefined ? actor : undefined;
  const matter = { kind: 'capture', id };
  const at = viewer && state?.links[viewer.id];
  const url = viewer && givenAddress(links, viewer, 'upload', matter, at, moment.now);
  return {
    id,
    moment,
    guideline,
    ...(account ? { account } : {}),
    ...(accountId === undefined ? {} : { accountId }),
    ...(named ? { named } : {}),
    ...(known ? { known } : {}),
    another: command?.type === 'start' && (await hasExtra(command.account, reading, captures)),
    siblings: command?.type === 'close-account' && state ? await siblings(id, state, reading, captures) : [],
    choices: viewer && !state ? await choicesFor(viewer, { moment, guideline }, reading, accounts) : [],
    ...(url === undefined ? {} : { uploadUrl: url }),
    pictureUrls: viewer && state ? pictureAddresses(links, viewer, matter, shownOn(state), moment.now) : [],
  };
}

export async function gatherSeason(
  { id, moment, actor, state, command, reading }: FactsRequest<Season, SeasonCommand>,
  { guidelines, accounts, links }: Sources,
  { captures, seasons }: Kinds,
): Promise<SeasonFacts> {
  const { organisation, today } = moment;
  if (!state)
    return {
      id,
      moment,
      unopened: [],
      unsealed: [],
      figures: figuresOf([], today, organisation.timeZone, []),
    };
  const all = (await reading.rows(captures)).filter(({ department }) => department === state.department);
  const rows = all.filter(({ season }) => season === state.season);
  const extra = all.filter((row) => row.season === EXTRA && isSettled(row));
  const ticks = command?.type === 'tick';
  // Figures are kept with the close; a look at the register needs none.
  const unreached = ticks && state.status === 'open' ? [] : (await reading.unreached()).map((one) => one.id);
  const shows = command === undefined;
  const key = seasonBefore(state.season, ruling(guidelines, moment, state.guideline).seasons);
  const before =
    key !== undefined && shows ? await reading.one(seasons, seasonId(state.department, key)) : undefined;
  const viewer = shows && actor.type === 'person' && state.status === 'closed' ? actor : undefined;
  const given = viewer && state.links[viewer.id];
  const url = viewer && givenAddress(links, viewer, 'download', { kind: 'season', id }, given, moment.now);
  return {
    id,
    moment,
    unopened: ticks && state.status === 'open' ? await unopened(state, rows, moment, reading, accounts) : [],
    unsealed: [...rows, ...extra]
      .filter(({ status }) => status !== 'sealed')
      .slice(0, BATCH)
      .map((row) => row.id),
    figures: figuresOf(rows, today, organisation.timeZone, unreached),
    ...(before?.state.status === 'closed' ? { before: before.state.figures } : {}),
    ...(url === undefined ? {} : { packageUrl: url }),
  };
}

/** Captures of active accounts that have none in this season yet (G-7.3a). */
async function unopened(
  { department, season, name, from, to, guideline }: Season,
  rows: readonly CaptureRow[],
  moment: Moment,
  reading: Reading,
  accounts: RowSource<Account, AccountRow>,
): Promise<SeasonFacts['unopened']> {
  const opened = new Set(rows.map(({ account }) => account));
  const { timeZone } = moment.organisation;
  const missing = (await reading.rows(accounts))
    .filter((row) => row.department === department && row.status === 'active' && !opened.has(row.id))
    // A look that comes late opens nothing for what became active after the season.
    .filter(({ activeSince }) => dayIn(timeZone, activeSince) <= to)
    .slice(0, BATCH);
  const found = await Promise.all(
    missing.map(async ({ id }) => {
      const account = (await reading.one(accounts.aggregate, id))?.state;
      if (account?.status !== 'active') return [];
      const capture: In<'waiting'> = {
        ...openedFor(account, id, guideline, moment.now),
        status: 'waiting',
        season,
        seasonName: name,
        // One that became active in the middle of the season has its own days; a look that comes late moves nobody's.
        from: dayIn(timeZone, account.activeSince) < from ? from : moment.today > to ? to : moment.today,
        to,
      };
      return [{ id: captureId(id, season), capture }];
    }),
  );
  return found.flat();
}

/** The same bytes for another account, or for this one in an earlier season. */
async function knownAs(
  sha256: string,
  id: string,
  { account }: Capture,
  reading: Reading,
  captures: RowSource<Capture, CaptureRow>,
): Promise<Facts['known']> {
  const same = (await reading.rows(captures)).filter((row) => row.id !== id && row.hashes.includes(sha256));
  if (same.length === 0) return undefined;
  return same.some((row) => row.account === account.id) ? 'same-as-before' : 'same-as-other';
}

async function hasExtra(
  account: string,
  reading: Reading,
  captures: RowSource<Capture, CaptureRow>,
): Promise<boolean> {
  const rows = await reading.rows(captures);
  return rows.some((row) => row.account === account && row.season === EXTRA && isOpen(row));
}

/** Of one account, in whatever season. */
async function siblings(
  id: string,
  { account }: Capture,
  reading: Reading,
  captures: RowSource<Capture, CaptureRow>,
): Promise<string[]> {
  return (await reading.rows(captures))
    .filter((row) => row.account === account.id && row.id !== id && isOpen(row))
    .map((row) => row.id);
}

async function choicesFor(
  viewer: Person,
  ground: Pick<Facts, 'moment' | 'guideline'>,
  reading: Reading,
  accounts: RowSource<Account, AccountRow>,
): Promise<Choice[]> {
  return (await reading.rows(accounts))
    .filter((row) => row.status === 'active' && maySend(viewer, row, ground))
    .map(({ id, handle, platformName }) => ({ title: `${handle} · ${platformName}`, value: id }))
    .sort((a, b) => a.title.localeCompare(b.title, 'sv'))
    .slice(0, MOST_CHOICES);
}

function maySend({ id }: Person, row: AccountRow, ground: Pick<Facts, 'moment' | 'guideline'>): boolean {
  const concerned = {
    department: row.department,
    responsible: row.responsible,
    deputies: row.deputies.map((deputy) => ({ ...deputy, name: '' })),
  };
  return answersFor(id, concerned) || mayServe(id, concerned, ground);
}

/** Somebody the bot knows by this name or address, or anybody with an e-mail address. */
async function personFor(typed: string, reading: Reading): Promise<PersonRef | undefined> {
  const [person, another] = typed === '' ? [] : await reading.find(typed);
  if (person && !another) {
    const { id, name, email } = person;
    return email === undefined ? { id, name } : { id, name, email };
  }
  return EMAIL.test(typed) ? { name: typed, email: typed.toLowerCase() } : undefined;
}
