/** Two people at the same instant with two different things to do on one application: one wins, the other is told. */
import { PEOPLE } from '../support/house';
import { persona, type Persona } from '../support/activities';
import { CHECKLIST } from '../support/story';
import type { ApplicationEvent } from '../../src/features/applications/events';
import { readBook } from './book';
import type { Places } from './both-stores';
import { chanceOf } from './chance';
import { AGREED, ASKS, talking } from './changes-walk';
import { checkEvents, checkRegister } from './check';
import { createJitter } from './jitter';
import { handleOf, LOST } from './races';
import { openReplicas } from './replicas';
import { activityOf, atOnce, NILS, PIA, type Step } from './walk';

const { anna, karin, kim, sara } = PEOPLE;

interface Racer {
  readonly step: Omit<Step, 'about'>;
  readonly leadsTo: ApplicationEvent['type'];
  /** What the other one is told. */
  readonly told: string;
}

export interface Duel {
  readonly name: string;
  /** Once, for all races. */
  readonly first?: readonly Step[];
  readonly before: (applicant: Persona, handle: string) => readonly Step[];
  readonly racers: (applicant: Persona) => readonly [Racer, Racer];
}

export interface Dueled {
  readonly races: number;
  /** Won by the one who stands first in the table. */
  readonly byFirst: number;
  /** Won by the one whose click was sent first. */
  readonly firstWon: number;
  /** Writes that came too late and were decided again. */
  readonly conflicts: number;
  readonly broken: readonly string[];
}

const approves = (who: Persona): Racer => ({
  step: { who, presses: 'Godkänn' },
  leadsTo: 'approved',
  told: `${who.name} godkände ansökan`,
});
const records = (who: Persona): Racer => ({
  step: { who, presses: 'Vi har pratat', inputs: AGREED },
  leadsTo: 'consultation-held',
  told: `${who.name} skrev upp samtalet`,
});

export const DUELS: readonly Duel[] = [
  {
    name: 'approve against hand over',
    before: atOnce,
    racers: () => [
      approves(karin),
      {
        step: { who: kim, presses: 'Lämna över', inputs: { to: sara.aad, words: '' } },
        leadsTo: 'handed-over',
        told: 'Kim Kollega lämnade över till Sara Samordnare',
      },
    ],
  },
  {
    name: 'approve against withdraw',
    before: atOnce,
    racers: (applicant) => [
      approves(karin),
      {
        step: { who: applicant, presses: 'Dra tillbaka' },
        leadsTo: 'withdrawn',
        told: `${applicant.name} drog tillbaka ansökan`,
      },
    ],
  },
  {
    name: 'ask against approve',
    before: atOnce,
    racers: () => [
      {
        step: { who: karin, presses: 'Begär komplettering', inputs: ASKS },
        leadsTo: 'asked',
        told: 'Karin Kommunikatör bad om komplettering',
      },
      approves(kim),
    ],
  },
  {
    name: 'two who record the talk',
    before: talking,
    racers: () => [records(karin), records(kim)],
  },
  {
    name: 'welcome against going on',
    first: [
      ...atOnce(NILS, '@biblioteket'),
      { who: karin, presses: 'Godkänn', about: '@biblioteket' },
      { who: sara, presses: 'Bekräfta mottagen', about: '@biblioteket' },
      {
        who: NILS,
        presses: 'Kontot är skapat',
        about: '@biblioteket',
        inputs: { ...CHECKLIST, link: 'https://www.instagram.com/biblioteket/' },
      },
    ],
    before: (who, handle) => [...atOnce(who, handle), { who, presses: 'Be att få vara med' }],
    racers: (applicant) => [
      {
        step: { who: anna, presses: 'Ja, välkommen', inputs: { words: 'Kul!' } },
        leadsTo: 'welcomed',
        told: 'Anna Anställd sa ja till att dela konto',
      },
      {
        step: { who: applicant, presses: 'Fortsätt utan att vänta' },
        leadsTo: 'resumed',
        told: `${applicant.name} fortsatte med sin ansökan`,
      },
    ],
  },
];

/** `times` applications, each with both clicks at the same instant; each person has a bot of their own. */
export async function raceDuel(places: Places, duel: Duel, times: number, replicas = 2): Promise<Dueled> {
  const chance = chanceOf(duel.name);
  const jitter = createJitter(chanceOf(`jitter of ${duel.name}`));
  const applicants = Array.from({ length: times }, (_, race) => persona(101 + race, `Pia Prov ${race + 1}`));
  const people = [anna, karin, kim, sara, NILS, ...applicants];
  const house = await openReplicas(places.next(), replicas, people, jitter.store);
  const clients = new Map(
    people.map((who, at) => [who, house.clientOf(who, house.doors[at % house.doors.length]!)]),
  );
  const broken: string[] = [];
  const won = new Map<string, string>();
  let firstWon = 0;

  async function does(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const client = clients.get(step.who)!;
      await client.send(activityOf(step, client, house.connector.serviceUrl));
      await house.settle();
    }
  }

  try {
    await does(duel.first ?? []);
    for (const [race, applicant] of applicants.entries()) {
      const handle = handleOf(race);
      await does(duel.before(applicant, handle));
      const racers = duel.racers(applicant).map((racer) => {
        const client = clients.get(racer.step.who)!;
        const about = applicant === racer.step.who ? handle : applicant.name;
        const click = activityOf({ ...racer.step, about }, client, house.connector.serviceUrl);
        return { ...racer, send: () => client.send(click) };
      });
      if (chance.is(0.5)) racers.reverse();
      const answers = await Promise.all(racers.map(({ send }) => send()));
      await house.settle();

      const winners = racers.filter((_, at) => !LOST.test(answers[at]!.words));
      const [winner] = winners;
      if (!winner || winners.length !== 1) {
        broken.push(`${handle}: ${winners.length} winners: ${answers.map(({ words }) => words).join(' | ')}`);
        continue;
      }
      firstWon += Number(winner === racers[0]);
      const told = answers[winner === racers[0] ? 1 : 0]!.words;
      if (!told.includes(winner.told))
        broken.push(`${handle}: the loser was not told "${winner.told}": ${told}`);
      won.set(applicant.aad, keyOf(winner));
    }
    const book = await readBook(house.store);
    for (const entry of book.applications) {
      const { applicant } = entry.state;
      const wanted = won.get(applicant.id);
      if (wanted === undefined) continue;
      const both = duel.racers(persona(0, '')).map(({ leadsTo }) => leadsTo);
      const happened = entry.envelope.events.flatMap(({ by, event }) =>
        both.some((type) => type === event.type) ? [`${event.type} by ${by}`] : [],
      );
      if (happened.join() !== wanted)
        broken.push(`${applicant.name}: ${happened.join()} where ${wanted} won`);
    }
    broken.push(...checkEvents(book), ...checkRegister(book), ...house.alerts);
    const byFirst = [...won.values()].filter((one) => one === keyOf(duel.racers(PIA)[0])).length;
    return { races: times, byFirst, firstWon, conflicts: jitter.conflicts(), broken };
  } finally {
    await house.close();
  }
}

function keyOf({ leadsTo, step }: Racer): string {
  return `${leadsTo} by ${step.who.aad}`;
}
