/** Who may do what with a capture and a season, asked of the same rules that judge a click. */
import { isRefused, type Decision } from '../../src/kernel/decision';
import type { EventBase } from '../../src/kernel/matter';
import type { BetweenDocuments, CaptureCommand, CommandType } from '../../src/features/archiving/commands';
import type { decide } from '../../src/features/archiving/decide';
import type { Facts } from '../../src/features/archiving/facts';
import type { Capture } from '../../src/features/archiving/model';
import type { permits } from '../../src/features/archiving/policy';
import type * as season from '../../src/features/archiving/season';
import type { Season, SeasonCommand, SeasonFacts } from '../../src/features/archiving/season-model';
import { sv } from '../../src/features/archiving/texts-sv';
import type { Guideline } from '../../src/guidelines/schema';
import { table } from '../bench/markdown';
import {
  CAPTURES,
  IN_DOUBT,
  KEEPERS,
  keeper,
  keepersOrganisation,
  SEASONS,
  type Keeper,
} from './archiving-cases';
import { TODAY } from './people';

/** What is asked; a test asks others. */
export interface KeepingRules {
  readonly permits: typeof permits;
  readonly decide: typeof decide;
  readonly season: Pick<typeof season, 'permits' | 'decide'>;
}

const EVERYBODY = Object.keys(KEEPERS) as Keeper[];
/** It is too early or too late for it, or not this person's turn; a field that is empty can be filled in. */
const NOT_NOW = ['already', 'early', 'gone', 'not-open', 'not-closed', 'in-doubt', 'disputed', 'same-office'];

type OnCard = Exclude<CommandType, BetweenDocuments | 'start' | 'take' | 'finish'>;
const COMMANDS: Readonly<Record<OnCard, [keyof typeof sv.buttons, object]>> = {
  link: ['upload', {}],
  trust: ['trust', {}],
  drop: ['drop', {}],
  supersede: ['wrong', {}],
  snooze: ['snooze', { until: '' }],
  'not-mine': ['notMine', { words: '' }],
  closed: ['closed', { words: '' }],
  'remind-again': ['remind', {}],
  assign: ['assign', { person: '' }],
  insist: ['insist', { words: '' }],
  'rule-out': ['ruleOut', { words: '' }],
  'close-account': ['closeAccount', { words: '' }],
};
const CLOSING: Readonly<Record<'confirm' | 'withdraw' | 'package', [keyof typeof sv.buttons, object]>> = {
  confirm: ['confirm', { words: '' }],
  withdraw: ['withdraw', {}],
  package: ['package', {}],
};

const INTRO = `# Skärmdumpar

Varje konto sparas i bild två gånger om året.
Här står vem som får göra vad med bilderna av ett konto.
En bild får skickas i chatten av den som får ladda upp.`;

const ALWAYS = `### Det här gäller alltid för bilderna

- Ingen bild tas bort. En bild som är fel finns kvar i historiken.
- Två personer stänger säsongen: en kommunikatör och en registrator.
- Den som har stängt för sin del kan ångra sig tills den andra har stängt.
- När säsongen är stängd ändras inget i den. Det som kommer sedan läggs bredvid.`;

/** `guideline` is the one in force. */
export function archivingPart(guideline: Guideline, rules: KeepingRules): string[] {
  const captures = (Object.keys(CAPTURES) as Capture['status'][]).flatMap((status) => [
    `## ${sv.standing[status]} (${status})`,
    captureTable(CAPTURES[status], guideline, rules),
    ...(status === 'waiting'
      ? ['### När bilden kan vara fel', captureTable(IN_DOUBT, guideline, rules)]
      : []),
  ]);
  const seasons = (Object.keys(SEASONS) as (keyof typeof SEASONS)[]).flatMap((standing) => [
    `## Säsongen: ${sv.season.standing[standing].toLowerCase()} (${standing})`,
    seasonTable(SEASONS[standing], rules),
  ]);
  return [INTRO, readers(guideline, rules), ...captures, ...seasons, ALWAYS];
}

function captureTable(state: Capture, guideline: Guideline, rules: KeepingRules): string {
  const facts = factsOf(guideline);
  return tableBy((role) =>
    (Object.keys(COMMANDS) as OnCard[]).flatMap((type) => {
      const [title, inputs] = COMMANDS[type];
      const command = { type, ...inputs } as CaptureCommand;
      if (rules.permits(keeper(role), command, state, facts) !== undefined) return [];
      return isTime(rules.decide(command, state, facts, keeper(role))) ? [sv.buttons[title]] : [];
    }),
  );
}

function seasonTable(state: Season, rules: KeepingRules): string {
  const facts = seasonFactsOf();
  return tableBy((role) =>
    (Object.keys(CLOSING) as (keyof typeof CLOSING)[]).flatMap((type) => {
      const [title, inputs] = CLOSING[type];
      const command = { type, ...inputs } as SeasonCommand;
      if (rules.season.permits(keeper(role), command, state, facts) !== undefined) return [];
      return isTime(rules.season.decide(command, state, facts, keeper(role))) ? [sv.buttons[title]] : [];
    }),
  );
}

function readers(guideline: Guideline, { permits: may }: KeepingRules): string {
  const facts = factsOf(guideline);
  const found = EVERYBODY.filter(
    (role) => may(keeper(role), { type: 'see' }, CAPTURES.waiting, facts) === undefined,
  );
  return `Får läsa: ${found.map((role) => KEEPERS[role]).join(', ')}.`;
}

/** People who may do the same stand in one row; who may do nothing stands in none. */
function tableBy(buttonsOf: (role: Keeper) => string[]): string {
  const rows = new Map<string, Keeper[]>();
  for (const role of EVERYBODY) {
    const may = buttonsOf(role).join(' · ');
    if (may !== '') rows.set(may, [...(rows.get(may) ?? []), role]);
  }
  if (rows.size === 0) return 'Här finns inget att göra.';
  return table(
    ['Vem', 'Får göra'],
    [...rows].map(([may, roles]) => [sentence(roles.map((role) => KEEPERS[role]).join(', ')), may]),
  );
}

function isTime(decision: Decision<EventBase>): boolean {
  return !isRefused(decision) || !NOT_NOW.includes(decision.refused.code);
}

function momentOf() {
  return { now: `${TODAY}T09:00:00.000Z`, today: TODAY, organisation: keepersOrganisation() };
}

function factsOf(guideline: Guideline): Facts {
  return {
    id: '1',
    moment: momentOf(),
    guideline,
    another: false,
    siblings: [],
    choices: [],
    pictureUrls: [],
  };
}

function seasonFactsOf(): SeasonFacts {
  const figures = { all: 2, done: 1, impossible: 0, waiting: 1, snoozed: 0, disputed: 0, late: 0 };
  return {
    ...{ id: 'here:2026-autumn', moment: momentOf(), unopened: [], unsealed: [] },
    figures: { ...figures, unreachable: 0, doubled: 0 },
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
