/** Every word of the register: Swedish first, English checked against it by the compiler. */
import type { Locale } from '../../kernel/locale';
import type { Account, AccountType, Decided } from './model';

export interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly count: (count: number, page: number, pages: number) => string;
  readonly account: string;
  readonly statuses: Readonly<Record<Account['status'], string>>;
  readonly types: Readonly<Record<AccountType, string>>;
  readonly buttons: Readonly<Record<'open' | 'earlier' | 'later' | 'link' | 'back', string>>;
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
  happened: {
    approved: (name) => `${name} approved the account.`,
    confirmed: (name) => `${name} confirmed the new account.`,
    opened: () => 'The account came into the register.',
  },
  gone: 'The account is not in the register.',
};

export const texts: Readonly<Record<Locale, Texts>> = { sv, en };
