/** Everything a decision on a case needs to know, read before it. */
import type { Person } from '../../kernel/actor';
import type { Choice } from '../../kernel/card';
import type { Moment } from '../../kernel/matter';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Guideline } from '../../guidelines/schema';
import type { FactsRequest, Reading, RowSource } from '../../ports/flow';
import { givenAddress, pictureAddresses, type Links } from '../../ports/links';
import type { Account, AccountRow } from '../register/model';
import type { CaseCommand } from './commands';
import { OTHER } from './describe';
import type { Facts } from './facts';
import { contentFor } from './masking';
import type { Case } from './model';

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
  const content = viewer && state ? contentFor(viewer.id, id, state, { moment }) : undefined;
  const reader = content?.masked === false ? viewer : undefined;
  const matter = { kind: KIND, id };
  const at = reader && state && 'links' in state ? state.links[reader.id] : undefined;
  const url = reader && givenAddress(links, reader, 'upload', matter, at, moment.now);
  return {
    id,
    moment,
    guideline,
    ...(account ? { account } : {}),
    ...(named ? { named } : {}),
    choices: viewer && describes ? await choicesFor(viewer, reading, accounts) : [],
    ...(url === undefined ? {} : { uploadUrl: url }),
    pictureUrls:
      reader && content?.masked === false
        ? pictureAddresses(links, reader, matter, content.pictures, moment.now)
        : [],
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
