/** The table of decisions on a capture: every command, and what comes of it in every status. */
import type { CaptureCommand } from '../../../src/features/archiving/commands';
import type { Facts } from '../../../src/features/archiving/facts';
import type { Capture } from '../../../src/features/archiving/model';
import type { Actor } from '../../../src/kernel/actor';
import { account } from '../../support/accounts';
import { PEOPLE } from '../../support/house';
import { person } from '../world';
import { ACCOUNT_ID, done, EACH, kept, stop, waiting } from './captures';
import { SYSTEM } from './outcome';

const EMMA = { id: PEOPLE.emma.aad, name: 'Emma English' };
export const DOUBT = { pictures: [kept('b')], why: 'same-as-before' as const };
export const GIVEN: Readonly<Record<string, Capture | undefined>> = {
  none: undefined,
  ...EACH,
  'in doubt': waiting({ doubt: DOUBT }),
  'done, one in doubt': done({ doubt: DOUBT }),
};

/** One line of the table: the command, who sends it with which facts, and what comes of it; all else is `otherwise`. */
export type Row = readonly [
  what: string,
  command: CaptureCommand,
  actor: Actor,
  more: Partial<Facts>,
  then: Readonly<Record<string, string>>,
  otherwise: string,
];

const { by: _by, name: _name, via: _via, at: _at, link: _link, ...PICTURE } = kept('c');
const [anna, karin] = [person('anna'), person('karin')];
const NOT_IN_DOUBT = { 'in doubt': 'in-doubt', 'done, one in doubt': 'in-doubt' };

export const TABLE: readonly Row[] = [
  [
    'a picture comes',
    { type: 'take', picture: PICTURE, via: 'chat' },
    anna,
    {},
    {
      none: 'gone',
      disputed: 'disputed',
      sealed: 'supplemented → sealed; refresh',
      'in doubt': 'kept → done; refresh',
    },
    'kept → done; refresh',
  ],
  [
    'a picture comes that was here before',
    { type: 'take', picture: PICTURE, via: 'link' },
    anna,
    { known: 'same-as-other' },
    {
      none: 'gone',
      disputed: 'disputed',
      impossible: 'kept → done; refresh',
      sealed: 'supplemented → sealed; refresh',
      done: 'doubted → done; refresh',
      'done, one in doubt': 'doubted → done; refresh',
    },
    'doubted → waiting; refresh',
  ],
  [
    '*Ja, det är rätt*',
    { type: 'trust' },
    anna,
    {},
    {
      none: 'gone',
      'in doubt': 'trusted → done; refresh',
      'done, one in doubt': 'trusted → done; refresh',
    },
    'already',
  ],
  [
    '*Nej, fel bild*',
    { type: 'drop' },
    anna,
    {},
    {
      none: 'gone',
      'in doubt': 'dropped → waiting; refresh',
      'done, one in doubt': 'dropped → done; refresh',
    },
    'already',
  ],
  [
    '*Fel bild, ta en ny*',
    { type: 'supersede' },
    anna,
    {},
    { none: 'gone', done: 'superseded → waiting; refresh', ...NOT_IN_DOUBT },
    'not-open',
  ],
  [
    '*Ladda upp*',
    { type: 'link' },
    anna,
    {},
    {
      none: 'gone',
      disputed: 'disputed',
      waiting: 'link-given → waiting',
      'in doubt': 'link-given → waiting',
      impossible: 'link-given → impossible',
      sealed: 'link-given → sealed',
    },
    'link-given → done',
  ],
  ['*Klar* without a link', { type: 'finish' }, anna, {}, {}, 'nothing'],
  [
    '*Påminn mig senare*',
    { type: 'snooze', until: '2026-09-24' },
    anna,
    {},
    {
      none: 'gone',
      waiting: 'snoozed → waiting; refresh',
      'in doubt': 'snoozed → waiting; refresh',
    },
    'not-open',
  ],
  [
    '*Inte mitt konto*',
    { type: 'not-mine', words: 'Emma tog över.' },
    anna,
    {},
    {
      none: 'gone',
      waiting: 'disputed → disputed; not-mine to karin; not-mine to kim; refresh',
      ...NOT_IN_DOUBT,
    },
    'not-open',
  ],
  [
    '*Kontot är stängt*',
    { type: 'closed', words: '' },
    anna,
    {},
    {
      none: 'gone',
      waiting: 'disputed → disputed; closed to karin; closed to kim; refresh',
      ...NOT_IN_DOUBT,
    },
    'not-open',
  ],
  [
    '*Behåll ansvarig*',
    { type: 'insist', words: 'Du står i förteckningen.' },
    karin,
    {},
    { none: 'gone', disputed: 'insisted → waiting; insisted to anna; refresh' },
    'not-open',
  ],
  [
    'G-7.2b: *Byt ansvarig*',
    { type: 'assign', person: 'Emma English' },
    karin,
    { named: EMMA },
    {
      none: 'gone',
      waiting: 'assigned → waiting; assign to account; assigned to emma; refresh',
      disputed: 'assigned → waiting; assign to account; assigned to emma; refresh',
      ...NOT_IN_DOUBT,
    },
    'not-open',
  ],
  [
    '*Bild går inte att få*',
    { type: 'rule-out', words: 'Kontot är låst.' },
    karin,
    {},
    { none: 'gone', done: 'not-open', sealed: 'not-open', ...NOT_IN_DOUBT },
    'ruled-out → impossible; refresh',
  ],
  [
    '*Markera som stängt*',
    { type: 'close-account', words: 'Stängt i juni.' },
    karin,
    {},
    {
      none: 'gone',
      sealed: 'not-open',
      done: 'account-closed → done; close to account; refresh',
      ...NOT_IN_DOUBT,
    },
    'account-closed → impossible; close to account; refresh',
  ],
  [
    'the account is closed from another capture',
    { type: 'account-gone', stop: stop('karin', 'Stängt i juni.') },
    SYSTEM,
    {},
    {
      waiting: 'account-closed → impossible; refresh',
      disputed: 'account-closed → impossible; refresh',
      'in doubt': 'account-closed → done; refresh',
    },
    'nothing',
  ],
  [
    '*Påminn igen*',
    { type: 'remind-again' },
    karin,
    {},
    {
      none: 'gone',
      waiting: 'sent-again → waiting; missing to anna',
      'in doubt': 'sent-again → waiting; missing to anna',
    },
    'not-open',
  ],
  [
    'the message of a day with one line asks for the card',
    { type: 'remind', to: PEOPLE.bo.aad },
    SYSTEM,
    {},
    {
      waiting: 'sent → waiting; missing to bo',
      'in doubt': 'sent → waiting; missing to bo',
    },
    'nothing',
  ],
  [
    'the season is closed',
    { type: 'seal', season: '2026-autumn', reason: 'Museet bytte telefon.' },
    SYSTEM,
    {},
    { none: 'nothing', sealed: 'nothing' },
    'sealed → sealed; refresh',
  ],
  [
    'the season opens',
    { type: 'open', capture: waiting() },
    SYSTEM,
    {},
    { none: 'opened → waiting' },
    'nothing',
  ],
  [
    'an extra one is begun',
    { type: 'start', account: ACCOUNT_ID, occasion: 'visual-change' },
    karin,
    { account: account(), accountId: ACCOUNT_ID },
    { none: 'opened → waiting; missing to anna' },
    'already',
  ],
  [
    'the timer comes',
    { type: 'tick' },
    SYSTEM,
    {},
    {
      waiting: 'reminded → waiting; line to anna',
      'in doubt': 'reminded → waiting; line to anna',
    },
    'early',
  ],
];
