/** The guideline's ladders in words: after how many working days who is told of what. */
import type { Guideline } from '../../src/guidelines/schema';
import { table } from '../bench/markdown';

type Deadlines = Guideline['deadlines'];
type Rung = Deadlines['decision'][number];

const WAITS: readonly (readonly [Exclude<keyof Deadlines, 'draftDays'>, string])[] = [
  ['consultation', 'Någon vill prata'],
  ['joining', 'Någon vill vara med i ett konto'],
  ['decision', 'En ansökan väntar på beslut'],
  ['changesAsked', 'Frågor väntar på svar'],
  ['receipt', 'Ett nytt konto ska bekräftas'],
  ['creation', 'Kontot är inte skapat än'],
  ['inspection', 'Någon ska titta på kontot'],
];

const PEOPLE: Readonly<Record<Rung['to'][number], string>> = {
  applicant: 'den som söker',
  responsible: 'den som ansvarar för kontot',
  decider: 'den som fattar beslut',
  deputy: 'ersättaren',
  communicator: 'kommunikatören',
  lead: 'ansvarig för sociala medier',
  director: 'kommunikationsdirektören',
};

export function deadlinesOf({ deadlines, application }: Guideline): string {
  const rows = WAITS.flatMap(([key, waits]) => {
    if (key === 'inspection' && application.inspection === undefined) return [];
    const rungs = deadlines[key] ?? (key === 'inspection' ? deadlines.decision : []);
    return rungs.map((rung, at) => [at === 0 ? waits : '', days(rung.after), told(rung)]);
  });
  return table(['Vad som väntar', 'Efter', 'Då får de veta'], rows);
}

function days(after: number): string {
  return after === 1 ? '1 arbetsdag' : `${after} arbetsdagar`;
}

function told({ to, when, then }: Rung): string {
  const people = to.map((one) => PEOPLE[one]).join(' och ');
  if (then === 'lapse') return `${people}, och ansökan avslutas`;
  return when === undefined ? people : `${people}, om ingen av dem som beslutar går att nå`;
}
