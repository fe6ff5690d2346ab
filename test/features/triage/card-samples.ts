/** What the files beside the templates of triage show, by card and name. */
import type { Showing } from '../../../src/features/triage/facts';
import type { Locale } from '../../../src/kernel/locale';
import type { View } from '../../../src/kernel/view';
import type { Who } from '../../support/house';
import { QUEUE } from './queue-samples';
import { show, walked, type Walked } from './showing';
import {
  answers,
  ASKING,
  ATTACK,
  BEGUN,
  GONE,
  MINOR,
  NUMBER,
  NUMBERED,
  picture,
  POST,
  REMOVE,
  RULED,
  ruling,
  SAFE,
  SECURE,
  SECURED,
  TELL,
  type Step,
} from './walk';

type Samples = Readonly<Record<string, (locale: Locale) => View>>;

function of(steps: readonly Step[], who: Who, rest: Partial<Showing> = {}): (locale: Locale) => View {
  const walk: Walked = walked(steps);
  return (locale) => show(walk, who, locale, rest);
}

const SECRET: readonly Step[] = [...ASKING, ['anna', answers('secret')]];
const SECRET_PACKAGE: readonly Step[] = [
  ...SECRET,
  ['anna', ruling('register-delete')],
  ['anna', picture('a')],
  ['anna', SECURE],
];
const ASKED: readonly Step[] = [...ASKING, ['anna', answers('?attack')]];
const REGISTER: readonly Step[] = [...ASKING, ['anna', answers('views')]];
const HATRED: readonly Step[] = [...ASKING, ['anna', answers('hatred', 'views')]];
const HATRED_GONE: readonly Step[] = [
  ...HATRED,
  ['anna', ruling('register-delete')],
  ['anna', picture('a')],
  ['anna', SECURE],
  ['rolf', NUMBER],
];
const ALARM: readonly Step[] = [['anna', { ...SAFE, children: 'unsure' } as Step[1]]];
const LATER: Step = ['rolf', { type: 'register-later', day: '2026-11-27' }];

const form: Samples = {
  'two questions about danger': (locale) => show(undefined, 'anna', locale, { prefill: { link: POST.link } }),
  'an answer about danger is missing': (locale) =>
    show(undefined, 'anna', locale, {
      attempt: { type: 'safety', life: 'no', children: '' },
      notice: { code: 'invalid', fields: { children: 'missing' } },
    }),
  'where the post stands': of(BEGUN, 'anna'),
  'where the post stands, in danger': of([['anna', { ...SAFE, life: 'yes' } as Step[1]]], 'anna'),
  'on somebody else’s page, with what is wrong': of(BEGUN, 'anna', {
    attempt: {
      type: 'describe',
      post: { ...POST, account: 'other', page: '', link: 'ingen länk', platform: 'facebook' },
    },
    notice: { code: 'invalid', fields: { page: 'missing', link: 'bad-link' } },
  }),
  'on somebody else’s page, on a day to come': of(BEGUN, 'anna', {
    attempt: {
      type: 'describe',
      post: { ...POST, account: 'other', page: 'Ortens sida', day: '2027-01-01' },
    },
    notice: { code: 'invalid', fields: { day: 'in-future' } },
  }),
  'the questions': of(ASKING, 'anna'),
  'it may show a child, without an answer': of(ASKING, 'anna', {
    attempt: { type: 'safety', life: 'no', children: '' },
    notice: { code: 'invalid', fields: { children: 'missing' } },
  }),
  'an answer on the second page is missing': of(ASKING, 'anna', {
    attempt: { type: 'answer', answers: { attack: 'no' } },
    notice: { code: 'invalid', fields: { 'answer-copyright': 'missing' } },
  }),
};

const cases: Samples = {
  'suggested, for the reporter': of(HATRED, 'anna', { reason: 'suggested' }),
  'suggested, to keep': of([...ASKING, ['anna', answers()]], 'anna'),
  'suggested, may be culled': of(MINOR.slice(0, -1), 'anna'),
  'suggested, another way without a reason': of(ATTACK, 'anna', {
    attempt: { type: 'rule', outcome: 'keep', words: '' },
    notice: { code: 'invalid', fields: { words: 'missing' } },
  }),
  'the registrar is asked, for the reporter': of(ASKED, 'anna'),
  'the registrar is asked, for the registrar': of(ASKED, 'rolf', { reason: 'ask' }),
  'the registrar is asked, and gives no reason': of(ASKED, 'rolf', {
    attempt: { type: 'rule', outcome: 'keep', words: '' },
    notice: { code: 'invalid', fields: { words: 'missing' } },
  }),
  'held by somebody else': of([...ATTACK, ['karin', { type: 'hold' }]], 'anna'),
  'to be secured': of(RULED, 'anna', { reason: 'evidence' }),
  'to be secured, on the upload page': (locale) =>
    show(walked(RULED), 'anna', locale, {}, { uploadUrl: 'https://kanalvakt.example/upload/token' }),
  'secured, to be sent': of([...RULED, ['anna', picture('a')]], 'anna'),
  'sent back': of(
    [...SECURED, ['rolf', { type: 'send-back', words: 'Datumet syns inte på bilden.' }]],
    'anna',
    { reason: 'sent-back' },
  ),
  'the package, for the registrar': of(SECURED, 'rolf', { reason: 'package' }),
  'a number without a digit': of(SECURED, 'rolf', {
    attempt: { type: 'register', number: 'KFN' },
    notice: { code: 'invalid', fields: { number: 'bad-number' } },
  }),
  'the package, for the reporter': of(SECURED, 'anna'),
  'to be removed': of(HATRED_GONE, 'anna', { reason: 'registered' }),
  'to be told': of(GONE, 'anna'),
  'to be answered': of(
    [
      ...REGISTER,
      ['anna', ruling('register')],
      ['anna', picture('a')],
      ['anna', SECURE],
      ['rolf', { type: 'register-not', words: 'Frågan är redan besvarad i ett annat ärende.' }],
    ],
    'anna',
  ),
  'done, for the reporter': of([...GONE, ['anna', TELL]], 'anna', { reason: 'done' }),
  'done, for the lead': of([...GONE, ['anna', TELL]], 'sara'),
  'done, but for the number': of([...SECURED, LATER, ['anna', REMOVE], ['anna', TELL]], 'rolf'),
  'a second person is needed, for the first': of(MINOR, 'anna'),
  'a second person is needed, for the second': of(MINOR, 'karin', { reason: 'second' }),
  culled: of([...MINOR, ['karin', { type: 'agree' }]], 'anna'),
  'secret, for the responsible person': of([...SECRET_PACKAGE], 'bo'),
  'secret, for the registrar': of([...SECRET_PACKAGE], 'rolf'),
  'secret and open again': of(
    [...SECRET_PACKAGE, ['rolf', { type: 'set-secrecy', secrecy: 'open', reference: '' }]],
    'bo',
  ),
  'an alarm, for the reporter': of(ALARM, 'anna', { reason: 'alarm' }),
  'an alarm, for the lead': of(ALARM, 'sara', { reason: 'alarm' }),
  'handed to the police': of([...ALARM, ['sara', { type: 'hand-over', reference: 'K-1234-26' }]], 'sara'),
  withdrawn: of([...ASKING, ['anna', { type: 'withdraw' }]], 'anna'),
  'too early': of(SECURED, 'anna', {
    attempt: REMOVE,
    notice: { code: 'needs-registration' },
  }),
};

export const SAMPLES: Readonly<Record<string, Samples>> = {
  'triage/form': form,
  'triage/case': cases,
  'triage/queue': QUEUE,
};
/** A case at each of its steps, and on its side ways. */
export const WALKS = {
  describing: walked(BEGUN),
  asking: walked(ASKING),
  suggested: walked(HATRED),
  'suggested to cull': walked(MINOR.slice(0, -1)),
  asked: walked(ASKED),
  held: walked([...ATTACK, ['karin', { type: 'hold' }]]),
  evidence: walked(RULED),
  kept: walked([...RULED, ['anna', picture('a')]]),
  registration: walked(SECURED),
  removal: walked(NUMBERED),
  telling: walked(GONE),
  done: walked([...GONE, ['anna', TELL]]),
  pending: walked([...SECURED, LATER]),
  culling: walked(MINOR),
  secret: walked(SECRET),
  'secret package': walked(SECRET_PACKAGE),
  alarm: walked(ALARM),
  handed: walked([...ALARM, ['sara', { type: 'hand-over', reference: '' }]]),
  withdrawn: walked([...ASKING, ['anna', { type: 'withdraw' }]]),
} as const satisfies Readonly<Record<string, Walked>>;
