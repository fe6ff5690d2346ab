/** What the demo knows about a unit that has accounts: who stands behind it, and what they once answered in the form. */

/** A day, counted back from the day of the demo. */
export type DaysAgo = number;

export interface AccountSeed {
  /** Id of a platform in the guideline. */
  readonly on: string;
  readonly handle: string;
  readonly purpose: string;
  /** When the account was applied for. */
  readonly applied: DaysAgo;
  /** How far the application has come; all the way to the register unless told. */
  readonly until?: Stage;
}

export const STAGES = ['submitted', 'approved', 'acknowledged', 'active'] as const;
/** `draft` and `talk` end before it is sent in; `changes`: it is sent in and comes back with a question. */
export type Stage = (typeof STAGES)[number] | 'draft' | 'talk' | 'changes';

export interface Unit {
  readonly department: string;
  readonly unit: string;
  readonly manager: string;
  readonly mailbox: string;
  readonly audience: string;
  readonly why: string;
  readonly goals: string;
  readonly value: string;
  readonly organisation: string;
  readonly watchers: string;
  readonly colour: string;
  readonly frequency?: string;
  readonly responseTime?: string;
  /** Speaks for the whole municipality; decided by the lead. */
  readonly official?: true;
  /** Keys of people in people.ts. */
  readonly applicant: string;
  readonly decider: string;
  /** Who decides on days when the decider, a deputy, may not. */
  readonly otherwise?: string;
  /** Names or addresses, as a person types them. */
  readonly responsible?: string;
  readonly deputies: string;
  readonly accounts: readonly AccountSeed[];
}

/** How people find an account by its name. */
const LINKS: Readonly<Record<string, (name: string) => string>> = {
  instagram: (name) => `https://www.instagram.com/${name}/`,
  facebook: (name) => `https://www.facebook.com/${name}`,
  linkedin: (name) => `https://www.linkedin.com/company/${name}/`,
  youtube: (name) => `https://www.youtube.com/@${name}`,
  tiktok: (name) => `https://www.tiktok.com/@${name}`,
  threads: (name) => `https://www.threads.net/@${name}`,
  x: (name) => `https://x.com/${name}`,
  snapchat: (name) => `https://www.snapchat.com/@${name}`,
  vimeo: (name) => `https://vimeo.com/${name}`,
  pinterest: (name) => `https://www.pinterest.se/${name}/`,
};

export function linkTo({ on, handle }: Pick<AccountSeed, 'on' | 'handle'>): string {
  const link = LINKS[on];
  if (!link) throw new Error(`The demo knows no links on ${on}.`);
  return link(handle.replace(/^@/, ''));
}

/** The form's answers by field id, as the chat client would send them. */
export function answersOf(unit: Unit, account: AccountSeed, consultedOn: string): Record<string, string> {
  return {
    platform: account.on,
    platformName: '',
    handle: account.handle,
    accountType: unit.official ? 'official' : 'unit',
    department: unit.department,
    unit: unit.unit,
    manager: unit.manager,
    purpose: account.purpose,
    audience: unit.audience,
    why: unit.why,
    goals: unit.goals,
    value: unit.value,
    organisation: unit.organisation,
    channelTraining: 'yes',
    ...(unit.responsible === undefined ? {} : { responsible: unit.responsible }),
    deputies: unit.deputies,
    mailbox: unit.mailbox,
    training: 'yes',
    watchers: unit.watchers,
    frequency: unit.frequency ?? 'daily',
    responseTime: unit.responseTime ?? 'one-working-day',
    colour: unit.colour,
    consultedWith: unit.official ? 'Sara Samordnare' : (CONSULTED[unit.department] ?? 'Sara Samordnare'),
    consultedOn,
  };
}

/** The communicator of each department, by the name people know. */
const CONSULTED: Readonly<Record<string, string>> = {
  koncernstab: 'Elin Ek',
  'kultur-fritid': 'Karin Kommunikatör',
  bibliotek: 'Karin Kommunikatör',
  'vard-omsorg': 'Vera Vårdkommunikatör',
  'barn-utbildning': 'Bahar Barnkommunikatör',
  gymnasiet: 'Birger Berg',
  stadsbyggnad: 'Stina Stad',
};
