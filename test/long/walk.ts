/** One story with every ending, step by step: created, rejected, withdrawn, and a handle that somebody else has. */
import { message, persona, type ActivityJson, type Persona } from '../support/activities';
import { PEOPLE } from '../support/house';
import { CHECKLIST, stepsOf, SV } from '../support/story';
import type { Client } from './client';

type Inputs = Readonly<Record<string, string>>;

const { anna, karin, kim, sara } = PEOPLE;
export const PIA = persona(61, 'Pia Prov');
export const PELLE = persona(62, 'Pelle Plan');
export const NILS = PEOPLE.nils;

const WALKERS: readonly Persona[] = [anna, karin, kim, sara, PIA, PELLE, NILS];

/** What one person does next. */
export interface Step {
  readonly who: Persona;
  /** Typed, or the title of a button. */
  readonly says?: string;
  readonly presses?: string;
  /** Words on the card with the button. */
  readonly about?: string;
  readonly inputs?: Inputs;
  /** The whole form in one click. */
  readonly atOnce?: true;
  /** Only when everything that was caused before is done. */
  readonly done?: true;
}

/** A story, and how it ends, whatever happens to the bot. */
export interface Walk {
  readonly steps: readonly Step[];
  /** Each application: whose it is, its handle, and its status. */
  readonly ends: readonly string[];
  /** Handles that are taken and let go, in this order. */
  readonly claims: readonly string[];
  readonly people: readonly Persona[];
}

/** What the step sends, from the windows as they are. Throws when the card is not there. */
export function activityOf(step: Step, client: Client, serviceUrl: string): ActivityJson {
  if (step.says !== undefined) return message(step.who, step.says, { serviceUrl });
  const button = client.get(step.presses ?? '', step.about);
  if (!step.atOnce) return client.activityOf(button, step.inputs);
  const data = { ...button.data, step: stepsOf().length - 1 };
  return client.activityOf({ ...button, verb: 'application.submit', data }, step.inputs);
}

function applying(who: Persona, handle: string): Step[] {
  const steps = stepsOf({ handle });
  return [
    { who, says: SV.start },
    ...steps.slice(0, -1).map((inputs): Step => ({ who, presses: SV.next, inputs })),
    { who, presses: SV.submit, inputs: steps.at(-1)! },
  ];
}

/** The whole form in one click; what is open already is sent in by the second step. */
export function atOnce(who: Persona, handle: string, when: Pick<Step, 'done'> = {}): Step[] {
  const inputs = Object.assign({}, ...stepsOf({ handle })) as Inputs;
  return [
    { who, says: SV.start },
    { who, presses: SV.next, inputs, atOnce: true, ...when },
  ];
}

const proceeding = (who: Persona): Step => ({
  who,
  presses: 'Fortsätt ändå',
  inputs: { reason: 'Vi når andra än biblioteket.' },
});

/** From the first word to the register, with everybody's part. */
export const WALK: Walk = {
  steps: [
    ...applying(PIA, '@konto-skapat'),
    ...applying(PELLE, '@konto-avslag'),
    { who: karin, presses: 'Godkänn', about: '@konto-skapat' },
    { who: kim, presses: 'Avslå', about: '@konto-avslag', inputs: { words: 'Slå er samman.' } },
    ...applying(NILS, '@konto-skapat'),
    { who: sara, presses: 'Bekräfta mottagen', about: '@konto-skapat' },
    {
      who: PIA,
      presses: 'Kontot är skapat',
      about: '@konto-skapat',
      inputs: { ...CHECKLIST, link: 'https://www.instagram.com/konto-skapat/' },
    },
    ...applying(anna, '@konto-tillbaka'),
    proceeding(anna),
    { who: anna, presses: 'Dra tillbaka', about: '@konto-tillbaka' },
  ],
  ends: [
    'Pia Prov, @konto-skapat: active',
    'Pelle Plan, @konto-avslag: rejected',
    'Nils Ny, @konto-skapat: draft',
    'Anna Anställd, @konto-tillbaka: withdrawn',
  ],
  claims: [
    'took instagram:konto-2dskapat',
    'took instagram:konto-2davslag',
    'let go of instagram:konto-2davslag',
    'took instagram:konto-2dtillbaka',
    'let go of instagram:konto-2dtillbaka',
  ],
  people: WALKERS,
};

/** The shortest story that has every kind of effect, for going through it again and again. */
export const SHORT_WALK: Walk = {
  steps: [
    ...atOnce(PIA, '@konto-skapat'),
    { who: karin, presses: 'Godkänn', about: '@konto-skapat' },
    ...atOnce(NILS, '@konto-skapat'),
    { who: sara, presses: 'Bekräfta mottagen', about: '@konto-skapat' },
    {
      who: PIA,
      presses: 'Kontot är skapat',
      about: '@konto-skapat',
      inputs: { ...CHECKLIST, link: 'https://www.instagram.com/konto-skapat/' },
    },
    // An account is found once it is in the register: after a death, with the next round of the timer.
    ...atOnce(PELLE, '@konto-avslag', { done: true }),
    proceeding(PELLE),
    { who: kim, presses: 'Avslå', about: '@konto-avslag', inputs: { words: 'Slå er samman.' } },
  ],
  ends: [
    'Pia Prov, @konto-skapat: active',
    'Nils Ny, @konto-skapat: draft',
    'Pelle Plan, @konto-avslag: rejected',
  ],
  claims: [
    'took instagram:konto-2dskapat',
    'took instagram:konto-2davslag',
    'let go of instagram:konto-2davslag',
  ],
  people: WALKERS,
};
