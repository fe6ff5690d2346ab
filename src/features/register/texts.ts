/** Every word of the register: Swedish first, English checked against it by the compiler. */
import type { Locale } from '../../kernel/locale';
import type { Filter } from './filter';
import type { Account, AccountType, Decided } from './model';

export interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly count: (count: number, page: number, pages: number) => string;
  readonly account: string;
  readonly statuses: Readonly<Record<Account['status'], string>>;
  readonly types: Readonly<Record<AccountType, string>>;
  readonly buttons: Readonly<
    Record<'open' | 'earlier' | 'later' | 'link' | 'back' | 'show' | 'all' | 'served' | 'mine', string>
  >;
  readonly search: {
    readonly title: string;
    /** Before what is chosen, in one line. */
    readonly chosen: string;
    readonly near: string;
    readonly nothing: string;
    readonly labels: Readonly<Record<keyof Filter, string>>;
    /** `people` for those who may look for the responsible person too. */
    readonly help: Readonly<Record<'words' | 'people' | 'responsible', string>>;
    readonly any: Readonly<Record<'department' | 'platform' | 'status', string>>;
    readonly served: string;
    readonly mine: string;
    readonly other: string;
    readonly errors: Readonly<Record<'typed' | 'chosen', string>>;
  };
  /** In the list of one's own cases, beside the application that led to the account. */
  readonly mine: Readonly<Record<'listed' | 'responsible' | 'deputy' | 'closed', string>>;
  readonly facts: Readonly<
    Record<
      | 'purpose'
      | 'audience'
      | 'mailbox'
      | 'responsible'
      | 'deputies'
      | 'manager'
      | 'unit'
      | 'type'
      | 'since'
      | 'approval'
      | 'receipt'
      | 'guideline',
      string
    >
  >;
  readonly offices: Readonly<Record<Decided['as'], string>>;
  readonly decided: (name: string, office: string, forName: string, day: string) => string;
  readonly confirmed: (name: string, day: string) => string;
  readonly more: string;
  readonly history: string;
  readonly earlier: string;
  readonly happened: Readonly<Record<'approved' | 'confirmed' | 'opened', (name: string) => string>>;
  readonly gone: string;
}

const sv: Texts = {
  title: 'Förteckning',
  intro: 'Här finns alla kommunens konton i sociala medier.',
  empty: 'Det finns inga konton än.',
  count: (count, page, pages) =>
    `${count === 1 ? '1 konto' : `${count} konton`}${pages > 1 ? ` · sida ${page} av ${pages}` : ''}`,
  account: 'Konto i sociala medier',
  statuses: { active: 'Aktivt', reserved: 'Stängt, namnet är reserverat' },
  types: { unit: 'Konto för en verksamhet', official: 'Officiellt konto i kommunens namn' },
  buttons: {
    open: 'Öppna',
    earlier: 'Föregående',
    later: 'Nästa',
    link: 'Gå till kontot',
    back: 'Till förteckningen',
    show: 'Visa',
    all: 'Visa alla',
    served: 'Bara min förvaltning',
    mine: 'Bara mina konton',
  },
  search: {
    title: 'Sök och filtrera',
    chosen: 'Valt:',
    near: 'Inget konto har just de orden. De här liknar dem.',
    nothing: 'Inget konto passar. Skriv färre ord, välj något annat eller tryck på Visa alla.',
    labels: {
      words: 'Sökord',
      department: 'Förvaltning',
      platform: 'Plattform',
      status: 'Aktivt eller stängt',
      responsible: 'Ansvarig',
    },
    help: {
      words: 'Del av namnet, verksamheten eller syftet.',
      people: 'Del av namnet, verksamheten, syftet eller den som ansvarar.',
      responsible: 'Jag söker bland de konton där du får se vem som ansvarar.',
    },
    any: { department: 'Alla förvaltningar', platform: 'Alla plattformar', status: 'Båda' },
    served: 'Min förvaltning',
    mine: 'Mina konton',
    other: 'Annan plattform',
    errors: { typed: 'Skriv högst 100 tecken.', chosen: 'Välj något i listan.' },
  },
  mine: {
    listed: 'Konto i förteckningen',
    responsible: 'Du ansvarar för kontot.',
    deputy: 'Du är ersättare för den som ansvarar.',
    closed: 'Kontot är stängt. Du behöver inte göra något.',
  },
  facts: {
    purpose: 'Syfte',
    audience: 'Målgrupp',
    mailbox: 'Kontakt',
    responsible: 'Ansvarig',
    deputies: 'Ersättare',
    manager: 'Chef',
    unit: 'Verksamhet',
    type: 'Sorts konto',
    since: 'Aktivt sedan',
    approval: 'Godkänt av',
    receipt: 'Bekräftat av',
    guideline: 'Riktlinje',
  },
  offices: {
    manager: 'chef',
    communicator: 'förvaltningskommunikatör',
    deputy: 'ersättare',
    lead: 'ansvarig för sociala medier',
    director: 'kommunikationsdirektör',
  },
  decided: (name, office, forName, day) =>
    `${name}, ${office}${forName === '' ? '' : ` för ${forName}`}, ${day}`,
  confirmed: (name, day) => `${name}, ${day}`,
  more: 'Visa eller dölj mer',
  history: 'Det här har hänt',
  earlier: 'Visa eller dölj tidigare steg',
  happened: {
    approved: (name) => `${name} godkände kontot.`,
    confirmed: (name) => `${name} bekräftade det nya kontot.`,
    opened: () => 'Kontot kom in i förteckningen.',
  },
  gone: 'Kontot finns inte i förteckningen.',
};

const en: Texts = {
  title: 'Register',
  intro: 'All the municipality’s social media accounts are here.',
  empty: 'There are no accounts yet.',
  count: (count, page, pages) =>
    `${count === 1 ? '1 account' : `${count} accounts`}${pages > 1 ? ` · page ${page} of ${pages}` : ''}`,
  account: 'Social media account',
  statuses: { active: 'Active', reserved: 'Closed, the name is reserved' },
  types: { unit: 'Account of one unit', official: 'Official account in the municipality’s name' },
  buttons: {
    open: 'Open',
    earlier: 'Previous',
    later: 'Next',
    link: 'Go to the account',
    back: 'To the register',
    show: 'Show',
    all: 'Show all',
    served: 'Only my department',
    mine: 'Only my accounts',
  },
  search: {
    title: 'Search and filter',
    chosen: 'Chosen:',
    near: 'No account has just those words. These are like them.',
    nothing: 'No account fits. Write fewer words, choose something else or press Show all.',
    labels: {
      words: 'Search words',
      department: 'Department',
      platform: 'Platform',
      status: 'Active or closed',
      responsible: 'Responsible',
    },
    help: {
      words: 'Part of the name, the unit or the purpose.',
      people: 'Part of the name, the unit, the purpose or the person responsible.',
      responsible: 'I search among the accounts where you may see who is responsible.',
    },
    any: { department: 'All departments', platform: 'All platforms', status: 'Both' },
    served: 'My department',
    mine: 'My accounts',
    other: 'Another platform',
    errors: { typed: 'Write at most 100 characters.', chosen: 'Choose something in the list.' },
  },
  mine: {
    listed: 'Account in the register',
    responsible: 'You are responsible for the account.',
    deputy: 'You are deputy for the person responsible.',
    closed: 'The account is closed. You do not need to do anything.',
  },
  facts: {
    purpose: 'Purpose',
    audience: 'Audience',
    mailbox: 'Contact',
    responsible: 'Responsible',
    deputies: 'Deputies',
    manager: 'Manager',
    unit: 'Unit',
    type: 'Kind of account',
    since: 'Active since',
    approval: 'Approved by',
    receipt: 'Confirmed by',
    guideline: 'Guideline',
  },
  offices: {
    manager: 'manager',
    communicator: 'department communicator',
    deputy: 'deputy',
    lead: 'social media lead',
    director: 'communications director',
  },
  decided: (name, office, forName, day) =>
    `${name}, ${office}${forName === '' ? '' : ` for ${forName}`}, ${day}`,
  confirmed: (name, day) => `${name}, ${day}`,
  more: 'Show or hide more',
  history: 'What has happened',
  earlier: 'Show or hide earlier steps',
  happened: {
    approved: (name) => `${name} approved the account.`,
    confirmed: (name) => `${name} confirmed the new account.`,
    opened: () => 'The account came into the register.',
  },
  gone: 'The account is not in the register.',
};

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };
