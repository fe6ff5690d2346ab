/** Compares what came with what had to come: the same lines, each once, in one message a day, in office hours. */
import { isOfficeDay, localTime } from './year-calendar';
import type { Line } from './year-model';
import type { Told } from './year-town';

const ABOUT: readonly (readonly [RegExp, Line['about']])[] = [
  [/^Ditt utkast om/, 'draft'],
  [/vill prata om/, 'consultation'],
  [/vill vara med i ditt konto|^Du har väntat på svar/, 'joining'],
  [/väntat på beslut/, 'decision'],
  [/^Frågorna om/, 'changes'],
  [/väntat på bekräftelse/, 'receipt'],
  [/godkänt men inte skapat/, 'creation'],
];
const SCREENSHOT = /skärmdump/i;
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);

/** The lines of one message, read as a person would. */
export function linesOf({ person, at, lines }: Told): Line[] {
  const { day } = localTime(at);
  // Reminders of screenshots come in the same messages, and have a comparison of their own.
  return lines
    .filter(({ text }) => !SCREENSHOT.test(text))
    .map(({ life, text }) => {
      const about = ABOUT.find(([pattern]) => pattern.test(text))?.[1];
      if (about === undefined) throw new Error(`Nobody knows what this line means: ${text}`);
      const days = /(\d+) arbetsdag/.exec(text)?.[1] ?? '';
      return { person, day, life, about, said: about === 'draft' ? dateIn(text, day) : days };
    });
}

/** "söndag 21 februari", with the year when it is another one. */
function dateIn(text: string, today: string): string {
  const [, day = '', month = '', year = today.slice(0, 4)] =
    /tas bort \S+ (\d+) (\p{L}+)(?: (\d{4}))?/u.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return `${year}-${number}-${day.padStart(2, '0')}`;
}

/** Sentences about every line that is missing, too much or doubled, and every message at the wrong time. */
export function differences(expected: readonly Line[], told: readonly Told[]): string[] {
  const wanted = counted(expected.map(wordsFor));
  const found = counted(told.flatMap(linesOf).map(wordsFor));
  const lines = [...new Set([...wanted.keys(), ...found.keys()])].flatMap((line) => {
    const [want, have] = [wanted.get(line) ?? 0, found.get(line) ?? 0];
    return want === have ? [] : [`${have} instead of ${want}: ${line}`];
  });
  const perDay = counted(told.map(({ person, at }) => `${person} on ${localTime(at).day}`));
  const doubled = [...perDay].flatMap(([who, count]) => (count > 1 ? [`${count} messages for ${who}`] : []));
  const wrong = told.flatMap(({ person, at }) => {
    const { day, clock } = localTime(at);
    const fits = isOfficeDay(day) && clock >= '08:30' && clock < '16:00';
    return fits ? [] : [`a message for ${person} on ${day} at ${clock}`];
  });
  return [...lines.sort(), ...doubled, ...wrong];
}

function wordsFor({ person, day, life, about, said }: Line): string {
  return `${day} ${person} ${about} ${said} ${life}`;
}

function counted(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
