/** The story of questions: a handle that is changed, a handover, a talk before the form is sent in, a wish to join. */
import { persona } from '../support/activities';
import { PEOPLE } from '../support/house';
import { CHECKLIST, stepsOf, SV } from '../support/story';
import { atOnce, NILS, PELLE, PIA, type Step, type Walk } from './walk';

const { anna, karin, kim, sara, dag } = PEOPLE;
const PETRA = persona(63, 'Petra Plats');
const PAUL = persona(64, 'Paul Plus');

export const ASKS = { about: 'handle', words: 'Heter ni verkligen så?' };
export const AGREED = { day: '2026-11-23', words: 'Börja i liten skala.' };

/** The first step of the form with another handle; everything else is there already. */
export function changing(who: Step['who'], handle: string): Step {
  return { who, presses: SV.submit, about: ASKS.words, inputs: stepsOf({ handle })[0]! };
}

/** The draft that is talked about. */
export function talking(who: Step['who'], handle: string): Step[] {
  return [
    { who, says: SV.start },
    { who, presses: 'Jag vill prata först', inputs: stepsOf({ handle })[0]! },
  ];
}

export const CHANGES_WALK: Walk = {
  steps: [
    ...atOnce(PIA, '@konto-ett'),
    { who: karin, presses: 'Begär komplettering', about: '@konto-ett', inputs: ASKS },
    changing(PIA, '@konto-tva'),
    ...atOnce(NILS, '@konto-ett', { done: true }),
    ...talking(PELLE, '@konto-prat'),
    {
      who: karin,
      presses: 'Föreslå tid',
      about: '@konto-prat',
      inputs: { day: '2026-11-25', time: '10.00 i Teams' },
    },
    { who: kim, presses: 'Vi har pratat', about: '@konto-prat', inputs: AGREED },
    atOnce(PELLE, '@konto-prat')[1]!,
    ...atOnce(PETRA, '@konto-tre', { done: true }),
    { who: kim, presses: 'Begär komplettering', about: '@konto-tre', inputs: ASKS },
    changing(PETRA, '@konto-ett'),
    {
      who: karin,
      presses: 'Lämna över',
      about: '@konto-tva',
      inputs: { to: sara.aad, words: 'Du känner dem bäst.' },
    },
    { who: sara, presses: 'Godkänn', about: '@konto-tva' },
    { who: dag, presses: 'Bekräfta mottagen', about: '@konto-tva' },
    {
      who: PIA,
      presses: 'Kontot är skapat',
      about: '@konto-tva',
      inputs: { ...CHECKLIST, link: 'https://www.instagram.com/konto-tva/' },
    },
    ...atOnce(PAUL, '@konto-tva', { done: true }),
    { who: PAUL, presses: 'Be att få vara med', about: 'konto-tva' },
    { who: anna, presses: 'Ja, välkommen', about: 'Paul Plus', inputs: { words: 'Kul!' } },
  ],
  ends: [
    'Pia Prov, @konto-tva: active',
    'Nils Ny, @konto-ett: submitted',
    'Pelle Plan, @konto-prat: submitted',
    'Petra Plats, @konto-ett: changes',
    'Paul Plus, @konto-tva: joined',
  ],
  // The new name is held before the old one is let go, and the old one can be had from then on.
  claims: [
    'took instagram:konto-2dett',
    'took instagram:konto-2dtva',
    'let go of instagram:konto-2dett',
    'took instagram:konto-2dett',
    'took instagram:konto-2dprat',
    'took instagram:konto-2dtre',
  ],
  people: [anna, karin, kim, sara, dag, PIA, PELLE, NILS, PETRA, PAUL],
};
