/** Everything a decision on an application needs to know, read before it: the rules, the people named, similar accounts. */
import type { Organisation } from '../../kernel/organisation';
import type { FactsRequest, Reading, RowSource } from '../../ports/flow';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Guideline } from '../../guidelines/schema';
import { normaliseHandle, type Account, type AccountRow, type PersonRef } from '../register/model';
import { alikeTo } from './alike';
import type { ApplicationCommand } from './commands';
import type { Facts } from './facts';
import { isEmail, platformIn } from './fields';
import type { Answers, Application, Twin } from './model';
import { namesIn } from './people';

export interface Sources {
  readonly guidelines: Guidelines;
  /** Thin rows of the register, to compare with. */
  readonly accounts: RowSource<Account, AccountRow>;
}

/** A draft follows the guideline in force; what was submitted keeps the one it was submitted under (G-0.1). */
export function ruling(
  guidelines: Guidelines,
  organisation: string,
  state: Application | undefined,
): Guideline {
  const bound =
    state && 'submittedAt' in state ? guidelines.version(organisation, state.guideline) : undefined;
  return bound ?? guidelines.current(organisation);
}

export async function gather(
  { id, moment, state, command, reading }: FactsRequest<Application, ApplicationCommand>,
  { guidelines, accounts }: Sources,
): Promise<Facts> {
  const guideline = ruling(guidelines, moment.organisation.id, state);
  const answers = sentBy(command, state);
  const compares = command?.type === 'submit' && state?.status !== 'changes';
  return {
    id,
    moment,
    guideline,
    people: answers ? await peopleIn(answers, guideline, reading) : {},
    twins:
      answers && compares ? await twinsOf(answers, guideline, reading, accounts, moment.organisation) : [],
    unreached: command?.type === 'tick' ? await unreachedIn(reading) : {},
  };
}

/** The answers a command is judged by, where people named in them matter. */
function sentBy(
  command: ApplicationCommand | undefined,
  state: Application | undefined,
): Answers | undefined {
  switch (command?.type) {
    case 'next':
    case 'submit':
      return { ...state?.answers, ...command.inputs };
    case 'proceed':
      return state?.answers;
    default:
      return undefined;
  }
}

async function peopleIn(
  answers: Answers,
  { application }: Guideline,
  reading: Reading,
): Promise<Facts['people']> {
  const manager = application.chain.includes('manager') ? [answers['manager'] ?? ''] : [];
  const names = [answers['responsible'] ?? '', ...namesIn(answers['deputies']), ...manager];
  const found = await Promise.all(
    names.filter((name) => name !== '').map(async (name) => [name, await personFor(name, reading)] as const),
  );
  return Object.fromEntries(found.flatMap(([name, person]) => (person ? [[name, person]] : [])));
}

/** Somebody the bot knows by this name or address, or anybody with an e-mail address. */
async function personFor(typed: string, reading: Reading): Promise<PersonRef | undefined> {
  const [person, another] = await reading.find(typed);
  if (person && !another) {
    const { id, name, email } = person;
    return email === undefined ? { id, name } : { id, name, email };
  }
  return isEmail(typed) ? { name: typed, email: typed.toLowerCase() } : undefined;
}

/** Accounts that look alike, each with the person responsible for it as the account itself says. */
async function twinsOf(
  answers: Answers,
  guideline: Guideline,
  reading: Reading,
  accounts: RowSource<Account, AccountRow>,
  organisation: Organisation,
): Promise<Twin[]> {
  const answer = (field: string): string => answers[field] ?? '';
  const wish = {
    platform: platformIn(answers, guideline),
    handle: answer('handle'),
    platformName: answer('platformName'),
    unit: answer('unit'),
    purpose: answer('purpose'),
    audience: answer('audience'),
  };
  const alike = alikeTo(wish, await reading.rows(accounts), [
    organisation.id,
    ...organisation.name.split(/\s+/),
  ]);
  const wanted = normaliseHandle(wish.handle);
  const twins = await Promise.all(
    alike.map(async ({ row: { id } }): Promise<Twin[]> => {
      const account = (await reading.one(accounts.aggregate, id))?.state;
      if (account?.status !== 'active') return [];
      const { handle, platformName, unit, department, responsible } = account;
      const same = handle === wanted ? ({ same: true } as const) : {};
      return [{ id, handle, platformName, unit, department, responsible, ...same }];
    }),
  );
  return twins.flat();
}

async function unreachedIn(reading: Reading): Promise<Facts['unreached']> {
  const unreached = await reading.unreached();
  return Object.fromEntries(
    unreached.filter(({ why }) => why === 'unreachable').map(({ id, since }) => [id, since]),
  );
}
