/**
 * Who may do what with a capture and a season, written by hand as G-7.3b–d say it: an oracle that calls no rule of the
 * bot. Everything that is not written is forbidden.
 */
import type { Attacker } from './people';

/** `verb:status` says where the matter stands afterwards; a verb of a part that is not listed comes too early or late. */
type Rule = Partial<Record<Part, string>>;

/** `mine`: answers for the account; `settle`: communicator, dated deputy, lead; `director`: looks, and takes the package. */
export type Part = 'mine' | 'settle' | 'registrar' | 'first' | 'communicator' | 'leads';

const PICTURES = 'start link trust drop supersede';

/** Everything that is ever this part's to do. */
export const PARTS: Readonly<Record<Part, string>> = {
  mine: `${PICTURES} snooze not-mine closed`,
  settle: `${PICTURES} remind rule-out assign insist close-account`,
  registrar: `${PICTURES} remind rule-out`,
  first: 'confirm withdraw package',
  communicator: 'confirm withdraw package',
  leads: 'package',
};

export const CAPTURE_PEOPLE: Partial<Record<Attacker, Part>> = {
  ...{ anna: 'mine', bo: 'mine', karin: 'settle', kim: 'settle', sara: 'settle', rolf: 'registrar' },
};
/** Karin confirmed first, where somebody has. */
export const SEASON_PEOPLE: Partial<Record<Attacker, Part>> = {
  ...{ karin: 'first', kim: 'communicator', rolf: 'registrar', sara: 'leads', dag: 'leads' },
};

export const CAPTURE_RULES = {
  waiting: {
    mine: 'link:waiting snooze:waiting not-mine:disputed closed:disputed',
    settle: 'link:waiting remind:waiting assign:waiting rule-out:impossible close-account:impossible',
    registrar: 'link:waiting remind:waiting rule-out:impossible',
  },
  'in doubt': {
    mine: 'link:waiting trust:done drop:waiting snooze:waiting',
    settle: 'link:waiting trust:done drop:waiting remind:waiting',
    registrar: 'link:waiting trust:done drop:waiting remind:waiting',
  },
  disputed: {
    settle: 'assign:waiting insist:waiting rule-out:impossible close-account:impossible',
    registrar: 'rule-out:impossible',
  },
  done: {
    mine: 'link:done supersede:waiting',
    settle: 'link:done supersede:waiting close-account:done',
    registrar: 'link:done supersede:waiting',
  },
  impossible: {
    mine: 'link:impossible',
    settle: 'link:impossible rule-out:impossible close-account:impossible',
    registrar: 'link:impossible rule-out:impossible',
  },
  sealed: { mine: 'link:sealed', settle: 'link:sealed', registrar: 'link:sealed' },
} as const satisfies Readonly<Record<string, Rule>>;

export const SEASON_RULES = {
  open: { first: 'confirm:open', communicator: 'confirm:open', registrar: 'confirm:open' },
  half: { first: 'withdraw:open', registrar: 'confirm:closing' },
  closing: {},
  closed: {
    ...{ first: 'package:closed', communicator: 'package:closed', registrar: 'package:closed' },
    leads: 'package:closed',
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Of a season a registrar does what the communicator does. */
export const SEASON_REGISTRAR = 'confirm withdraw package';
/** They change nothing that people decide on: a card of before stays good. */
export const QUIET = ['link', 'remind', 'package'];
