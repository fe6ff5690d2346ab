/** The invented municipality: its files, what Ines of the technical office answers, and its checklist. */
import { join } from 'node:path';
import { dataOf, edited } from './card-parts';
import type { Chat, Clicked } from './house';

type Inputs = Readonly<Record<string, string>>;

const DATA = join(__dirname, '../guidelines/data');
export const EXEMPELSTAD = {
  organisation: join(DATA, 'exempelstad.yaml'),
  guideline: join(DATA, 'exempelstad-2026.yaml'),
} as const;

/** The settings of a bot that serves this municipality alone. */
export const ENV: Readonly<Record<string, string>> = {
  ORGANISATION_FILE: EXEMPELSTAD.organisation,
  GUIDELINE_FILE: EXEMPELSTAD.guideline,
};

const STEPS: readonly Inputs[] = [
  { platform: 'flickr', handle: '@gatorna', accountType: 'unit', department: 'teknik' },
  {
    unit: 'Gatuenheten',
    manager: 'Mats Mellanchef',
    purpose: 'Visa hur gatorna blir till.',
    audience: 'Alla som går och cyklar.',
  },
  { reach: 'residents', ownAccounts: 'De handlar om allt.', children: 'no' },
  {
    responsible: 'Ines Ingenjör',
    deputies: 'Tore Turist, Rut Register',
    mailbox: 'gator@exempelstad.example',
    training: 'yes',
  },
  { watchers: 'Ines och Rut', frequency: 'weekdays', responseTime: 'three-days', colour: 'rye' },
  {},
];

/** What is answered, step by step; `changed` replaces and adds answers by field id. */
export function answersOf(changed: Inputs = {}): readonly Inputs[] {
  const known = new Set(STEPS.flatMap((step) => Object.keys(step)));
  const added = Object.entries(changed).filter(([id]) => !known.has(id));
  return STEPS.map((step, at) => ({
    ...Object.fromEntries(Object.entries(step).map(([id, value]) => [id, changed[id] ?? value])),
    ...(at === 2 ? Object.fromEntries(added) : {}),
  }));
}

/** The whole form in one click, for stories that begin after it. */
export async function applyInExempelstad(applicant: Chat, changed: Inputs = {}): Promise<Clicked> {
  await applicant.say('ny ansökan');
  const click = applicant.clickOf('Nästa');
  const answers = Object.assign({}, ...answersOf(changed)) as Inputs;
  const step = STEPS.length - 1;
  return applicant.send(
    edited(click, { verb: 'application.submit', data: { ...dataOf(click), ...answers, step } }),
  );
}

export const CHECKED: Inputs = {
  'check-emblem': 'yes',
  'check-house-rules': 'yes',
  'check-emergency': 'yes',
};
