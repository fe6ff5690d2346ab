/** Everything a decision on a case needs to know, read before it. */
import type { Person } from '../../kernel/actor';
import type { Choice } from '../../kernel/card';
import type { Moment } from '../../kernel/matter';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Guideline } from '../../guidelines/schema';
import type { FactsRequest, Reading, RowSource } from '../../ports/flow';
import { LINK_HOURS, type Links } from '../../ports/links';
import type { Account, AccountRow } from '../register/model';
import type { CaseCommand } from './commands';
import { OTHER } from './describe';
import type { Facts } from './facts';
import { mayRead } from './masking';
import { current, type Case } from './model';

export interface Sources {
  readonly guidelines: Guidelines;
  readonly accounts: RowSource<Account, AccountRow>;
  readonly links: Pick<Links, 'url'>;
}

export const KIND = 'case';
const MOST_CHOICES = 100;

/** The guideline under which a case was opened stays its own. */
export function guidelineOf(
  guidelines: Guidelines,
  { organisation }: Moment,
  state: Case | undefined,
): Guideline {
  const bound = state && guidelines.version(organisation.id, state.guideline);
  return bound ?? guidelines.current(organisation.id);
}

export async function gather(
  { id, moment, actor, state, command, reading }: FactsRequest<Case, CaseCommand>,
  { guidelines, accounts, links }: Sources,
): Promise<Facts> {
  const guideline = guidelineOf(guidelines, moment, state);
  const account =
    command?.type === 'describe' && command.post.account !== '' && command.post.account !== OTHER
      ? (await reading.one(accounts.aggregate, command.post.account))?.state
      : undefined;
  const named = command?.type === 'name-handler' ? await personFor(command.person, reading) : undefined;
  // A decision reads no addresses and no choices: only a card does.
  const viewer = actor.type === 'person' && command === undefined ? actor : undefined;
  const describes = state?.status === 'describing' || state?.status === 'asking';
  const reads = viewer && state && mayRead(viewer.id, state, { moment });
  const url = reads ? uploadUrl(id, state, viewer, moment, links) : undefined;
  return {
    id,
    moment,
    guideline,
    ...(account ? { account } : {}),
    ...(named ? { named } : {}),
    choices: viewer && describes ? await choicesFor(viewer, reading, accounts) : [],
    ...(url === undefined ? {} : { uploadUrl: url }),
    pictureUrls: reads ? pictureUrls(id, state, viewer, moment, links) : [],
  };
}

/** Accounts that are in use: those the reader answers for, those of the departments they serve, then the others. */
async function choicesFor(
  { id }: Person,
  reading: Reading,
  accounts: RowSource<Account, AccountRow>,
): Promise<Choice[]> {
  const rows = (await reading.rows(accounts)).filter(({ status }) => status === 'active');
  const own = (row: AccountRow): boolean =>
    row.responsible.id === id || row.deputies.some((deputy) => deputy.id === id);
  return rows
    .sort((a, b) => Number(own(b)) - Number(own(a)) || a.handle.localeCompare(b.handle, 'sv'))
    .slice(0, MOST_CHOICES)
    .map(({ id: value, handle, platformName }) => ({ title: `${handle} · ${platformName}`, value }));
}

/** Somebody the bot knows by this name or address; nobody where two bear it. */
async function personFor(typed: string, reading: Reading): Promise<Facts['named']> {
  const [person, another] = typed === '' ? [] : await reading.find(typed);
  return person && !another ? { id: person.id, name: person.name } : undefined;
}

function uploadUrl(
  id: string,
  state: Case,
  { id: person, organisation }: Person,
  { now }: Moment,
  links: Sources['links'],
): string | undefined {
  const at = 'links' in state ? state.links[person] : undefined;
  if (at === undefined || Date.parse(now) - Date.parse(at) > LINK_HOURS * 3_600_000) return undefined;
  return links.url({ what: 'upload', organisation, person, matter: { kind: KIND, id }, at });
}

function pictureUrls(
  id: string,
  state: Case,
  { id: person, organisation }: Person,
  { now }: Moment,
  links: Sources['links'],
): string[] {
  const matter = { kind: KIND, id };
  return ('pictures' in state ? current(state) : []).map(({ sha256 }) =>
    links.url({ what: 'download', organisation, person, matter, part: sha256, at: now }),
  );
}
