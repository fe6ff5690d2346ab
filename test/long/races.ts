/** Two people at the same instant: approve against reject, and two applications for one handle; on one bot or on two. */
import { PEOPLE } from '../support/house';
import { persona } from '../support/activities';
import { stepsOf, SV } from '../support/story';
import { countOf, readBook } from './book';
import type { Places } from './both-stores';
import { chanceOf } from './chance';
import { checkRegister } from './check';
import type { Answered, Client } from './client';
import { createJitter } from './jitter';
import { openReplicas, type Replicas } from './replicas';

const { anna, karin, kim, sara } = PEOPLE;
const FIRST = persona(61, 'Pia Prov');
const SECOND = persona(62, 'Pelle Plan');
const DECISIONS = [
  ['Godkänn', {}],
  ['Avslå', { words: 'Slå er samman med biblioteket.' }],
] as const;

export interface Raced {
  readonly races: number;
  readonly approved: number;
  readonly rejected: number;
  /** Won by the one whose click was sent first. */
  readonly firstWon: number;
  /** Writes that came too late and were decided again. */
  readonly conflicts: number;
  readonly broken: readonly string[];
}

/** `times` applications, each approved and rejected at the same instant by two people on two bots. */
export async function raceDecisions(places: Places, times: number, replicas = 2): Promise<Raced> {
  const chance = chanceOf('decisions');
  const jitter = createJitter(chanceOf('jitter of decisions'));
  const people = [anna, karin, kim, sara, FIRST];
  const house = await openReplicas(places.next(), replicas, people, jitter.store);
  const broken: string[] = [];
  let firstWon = 0;
  const [karins, kims] = clientsOf(house, [karin, kim]);
  const [applicant] = clientsOf(house, [FIRST]);
  const winners = new Map<string, string>();
  try {
    for (let race = 0; race < times; race += 1) {
      const handle = handleOf(race);
      await ready(applicant!, handle).then((send) => send());
      await house.settle();

      const [karinsChoice, kimsChoice] = chance.is(0.5) ? DECISIONS : ([DECISIONS[1], DECISIONS[0]] as const);
      const racers = [
        { who: karin, won: karinsChoice[0], click: clicking(karins!, karinsChoice, handle) },
        { who: kim, won: kimsChoice[0], click: clicking(kims!, kimsChoice, handle) },
      ];
      if (chance.is(0.5)) racers.reverse();
      const answers = await Promise.all(racers.map(({ click }) => click()));
      await house.settle();

      const won = answers.map(({ words }) => !LOST.test(words));
      if (won.filter(Boolean).length !== 1) {
        broken.push(
          `${handle}: ${won.filter(Boolean).length} winners: ${answers.map(({ words }) => words).join(' | ')}`,
        );
        continue;
      }
      const winner = racers[won.indexOf(true)]!;
      firstWon += Number(won[0]);
      winners.set(handle, winner.won);
      const told = answers[won.indexOf(false)]!.words;
      const sentence = `${winner.who.name} ${winner.won === 'Godkänn' ? 'godkände' : 'avslog'} ansökan`;
      if (!told.includes(sentence)) broken.push(`${handle}: the loser was not told "${sentence}": ${told}`);
    }
    const book = await readBook(house.store);
    for (const entry of book.applications) {
      const handle = entry.state.answers['handle'] ?? '';
      const counts = { Godkänn: countOf(entry, 'approved'), Avslå: countOf(entry, 'rejected') };
      const wanted = {
        Godkänn: Number(winners.get(handle) === 'Godkänn'),
        Avslå: Number(winners.get(handle) === 'Avslå'),
      };
      if (counts.Godkänn !== wanted.Godkänn || counts.Avslå !== wanted.Avslå) {
        broken.push(`${handle}: ${JSON.stringify(counts)} where ${winners.get(handle) ?? 'nobody'} won`);
      }
    }
    const approved = [...winners.values()].filter((won) => won === 'Godkänn').length;
    broken.push(...checkRegister(book), ...house.alerts);
    return {
      races: times,
      approved,
      rejected: winners.size - approved,
      firstWon,
      conflicts: jitter.conflicts(),
      broken,
    };
  } finally {
    await house.close();
  }
}

/** `times` handles, each wanted by two people at the same instant. */
export async function raceHandles(places: Places, times: number, replicas = 2): Promise<Raced> {
  const chance = chanceOf('handles');
  const jitter = createJitter(chanceOf('jitter of handles'));
  const people = [anna, karin, kim, FIRST, SECOND];
  const house = await openReplicas(places.next(), replicas, people, jitter.store);
  const broken: string[] = [];
  let firstWon = 0;
  const applicants = clientsOf(house, [FIRST, SECOND]);
  try {
    for (let race = 0; race < times; race += 1) {
      const handle = handleOf(race);
      const racers = [];
      for (const client of applicants) racers.push({ client, send: await ready(client, handle) });
      if (chance.is(0.5)) racers.reverse();

      const answers = await Promise.all(racers.map(({ send }) => send()));
      await house.settle();

      const got = answers.map(({ words }) => words.includes('Tack! Ansökan är skickad till'));
      const winner = racers[got.indexOf(true)]?.client.who.name ?? 'nobody';
      const told = `Det finns redan ett sådant konto. Kontakta ${winner}`;
      firstWon += Number(got[0]);
      if (
        got.filter(Boolean).length !== 1 ||
        answers.filter(({ words }) => words.includes(told)).length !== 1
      ) {
        broken.push(`${handle}: ${answers.map(({ words }) => words).join(' | ')}`);
      }
    }
    const book = await readBook(house.store);
    if (book.claims.length !== times) broken.push(`${book.claims.length} claims for ${times} handles`);
    broken.push(...checkRegister(book), ...house.alerts);
    return { races: times, approved: 0, rejected: 0, firstWon, conflicts: jitter.conflicts(), broken };
  } finally {
    await house.close();
  }
}

/** What somebody is told who came second; never that it should be tried again. */
export const LOST = /Kortet var gammalt|Det är redan gjort|Flera ändrade ärendet/;

/** Each client has a bot of its own, as far as there are bots. */
function clientsOf(house: Replicas, people: readonly (typeof FIRST)[]): Client[] {
  return people.map((who, at) => house.clientOf(who, house.doors[at % house.doors.length]!));
}

export function handleOf(race: number): string {
  return `@konto-${String(race).padStart(4, '0')}`;
}

/** Opens a form and fills it in at once; what comes back sends it in. */
async function ready(client: Client, handle: string): Promise<() => Promise<Answered>> {
  await client.say(SV.start);
  const steps = stepsOf({ handle });
  const button = client.get(SV.next);
  const inputs = Object.assign({}, ...steps) as Readonly<Record<string, string>>;
  const data = { ...button.data, step: steps.length - 1 };
  return () => client.press({ ...button, verb: 'application.submit', data }, inputs);
}

function clicking(
  client: Client,
  [title, inputs]: (typeof DECISIONS)[number],
  handle: string,
): () => Promise<Answered> {
  const button = client.get(title, handle);
  return () => client.press(button, inputs);
}
