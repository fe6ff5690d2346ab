/** Applications that are not at their end yet: something to do in every window of the demo. */
import type { Unit } from './units';

/** What people at the culture and leisure department answer alike. */
const LEISURE = {
  department: 'kultur-fritid',
  manager: 'Gustav Åkerblom',
  organisation: 'Vi är två som delar på veckorna, och den tredje tar över vid semester och sjukdom.',
  decider: 'karin',
} as const;

const CARE = {
  department: 'vard-omsorg',
  manager: 'Yvonne Hägg',
  organisation: 'Arbetsledaren har kontot i sitt schema, också på helger.',
  decider: 'vera',
} as const;

export const UNDER_WAY: readonly Unit[] = [
  {
    ...LEISURE,
    unit: 'Läslustprojektet',
    mailbox: 'laslust@example.se',
    audience: 'Mellanstadiebarn och deras vuxna.',
    why: 'Barnen tipsar hellre varandra om böcker än att läsa våra listor.',
    goals: 'Fler barn ska läsa på sommarlovet.',
    value: 'De får tips från andra barn och kan rösta om nästa bok.',
    watchers: 'Två av oss i projektet.',
    colour: 'yellow',
    applicant: 'anna',
    deputies: 'Liv Lundin',
    accounts: [
      { on: 'tiktok', handle: '@laslustdemo', purpose: 'Barn tipsar om böcker.', applied: 6, until: 'draft' },
    ],
  },
  {
    ...LEISURE,
    unit: 'Sommarscenen',
    mailbox: 'sommarscenen@example.se',
    audience: 'Alla som är hemma i sommar, mest barnfamiljer.',
    why: 'Programmet ändras med vädret. Affischerna hinner inte med.',
    goals: 'Fler besökare på konserter som är gratis.',
    value: 'De ser samma dag om konserten blir av, och var den är.',
    watchers: 'Producenten och en kollega, alla dagar i juni och juli.',
    colour: 'red',
    applicant: 'anna',
    deputies: 'Oskar Öberg',
    accounts: [
      {
        on: 'instagram',
        handle: '@sommarscenen.demo',
        purpose: 'Program, ändringar och bilder från konserterna.',
        applied: 5,
        until: 'submitted',
      },
    ],
  },
  {
    ...LEISURE,
    unit: 'Skidspåren',
    mailbox: 'skidsparen@example.se',
    audience: 'Motionärer och skolor.',
    why: 'Spårläget ändras varje dag. Den som ska ut på kvällen vill veta nu.',
    goals: 'Färre samtal om spåren, fler som kommer ut.',
    value: 'De ser när spåren är preparerade och vilka som är stängda.',
    watchers: 'Den som kör pistmaskinen.',
    colour: 'turquoise',
    applicant: 'liv',
    deputies: 'skidsparen.jour@example.se',
    accounts: [
      {
        on: 'facebook',
        handle: 'skidsparendemo',
        purpose: 'Dagens spårläge och svar på frågor.',
        applied: 3,
        until: 'submitted',
      },
    ],
  },
  {
    ...CARE,
    unit: 'Daglig verksamhet Verkstan',
    mailbox: 'verkstan@example.se',
    audience: 'Kunder i butiken, och de som funderar på att börja hos oss.',
    why: 'Deltagarna vill visa vad de gör. Butiken ligger avsides och få hittar dit.',
    goals: 'Fler kunder, och att fler ser vad deltagarna kan.',
    value: 'De ser vad som är nytt i butiken och vem som har gjort det, om deltagaren vill.',
    watchers: 'Två handledare.',
    colour: 'purple',
    applicant: 'bo',
    deputies: 'Maryam Moradi',
    accounts: [
      {
        on: 'instagram',
        handle: '@verkstan.demo',
        purpose: 'Visa det som görs i verkstan, och när butiken är öppen.',
        applied: 4,
        until: 'submitted',
      },
    ],
  },
  {
    ...LEISURE,
    unit: 'Konsthallen',
    mailbox: 'konsthallen@example.se',
    audience: 'Konstintresserade och skolor.',
    why: 'Vi byter utställning ofta. På bild ser man direkt om den är något för en.',
    goals: 'Fler skolklasser på visning.',
    value: 'De ser utställningen i förväg och kan boka visning.',
    watchers: 'Intendenten och en pedagog.',
    colour: 'grey',
    applicant: 'anna',
    deputies: 'Liv Lundin',
    accounts: [
      {
        on: 'instagram',
        handle: '@konsthallen.demo',
        purpose: 'Aktuella utställningar och visningar.',
        applied: 12,
        until: 'approved',
      },
    ],
  },
  {
    ...CARE,
    unit: 'Personlig assistans',
    mailbox: 'assistans@example.se',
    audience: 'De som vill arbeta som personlig assistent.',
    why: 'Annonser når få. Våra medarbetare berättar bättre än vi.',
    goals: 'Tjugo nya vikarier till sommaren.',
    value: 'De får veta vad arbetet innebär och hur man söker.',
    watchers: 'Två arbetsledare.',
    colour: 'green',
    applicant: 'bo',
    deputies: 'Maryam Moradi',
    accounts: [
      {
        on: 'linkedin',
        handle: 'assistansdemo',
        purpose: 'Lediga tjänster och hur det är att arbeta som assistent.',
        applied: 17,
        until: 'acknowledged',
      },
    ],
  },
];
