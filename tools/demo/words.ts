/** What the demo prints: Swedish first, English beside it. */
import type { Persona } from '../playground/personas';
import { windowUrl } from '../playground/personas';
import { WINDOWS } from './people';

/** A line per window: who, in which role, where. */
export function table(personas: readonly Persona[]): string {
  const rows = personas.map((persona) => {
    const role = WINDOWS.find(({ key }) => key === persona.key);
    return [persona.name, `${role?.sv ?? ''} / ${role?.en ?? ''}`, windowUrl(persona)];
  });
  const all = [['Person', 'Roll / Role', 'Adress / Address'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')).join('\n');
}

export function reach(open: boolean): string {
  return open
    ? 'OBS! Fönstren kan nås från andra datorer. Stoppa demon om du inte litar på nätverket.\n' +
        'NOTE: the windows can be reached from other computers. Stop the demo unless you trust the network.'
    : 'Fönstren nås bara från den här datorn (127.0.0.1).\n' +
        'The windows can be reached from this computer only (127.0.0.1).';
}

export const FIRST = [
  'Prova först / Try first:',
  '1. Anna: skriv "ny ansökan" och skicka in. Karin får kortet direkt och kan godkänna.',
  '   Anna: write "ny ansökan" and submit. Karin gets the card at once and can approve.',
  '2. Karin: skriv "att göra". Sara: skriv "att göra" och bekräfta. Bo: skriv "mina ärenden".',
  '   Karin: write "att göra". Sara: write "att göra" and confirm. Bo: write "mina ärenden".',
  '3. Vem som helst: skriv "förteckning" eller "hjälp". Skriv "english" för engelska.',
  '   Anybody: write "förteckning" or "hjälp". Write "english" for English.',
].join('\n');

export const HOW_TO_STOP =
  'Stoppa med Ctrl-C. Allt sparas i .data till nästa gång; npm run demo -- --fresh börjar om.\n' +
  'Stop with Ctrl-C. Everything is kept in .data for the next time; npm run demo -- --fresh starts over.';

export const SEEDING = 'Fyller förteckningen … / Filling the register …';
export const STARTING = 'Startar boten och fönstren … / Starting the bot and the windows …';
export const STOPPING = 'Stoppar … / Stopping …';

export function died(wrote: string): string {
  return `Boten har stannat, så allt stoppas. / The bot has died, so everything is stopped.\n${wrote}`;
}

/** `botOnly`: the bot's port is the only one that somebody else has. */
export function taken(ports: readonly number[], botOnly: boolean): string {
  const list = ports.join(', ');
  const advice = botOnly
    ? 'Eller välj en annan port för boten / or choose another port for the bot: npm run demo -- --port 3979'
    : '';
  return (
    `Port ${list} används redan av ett annat program, kanske en demo som är i gång. Stoppa det först.\n` +
    `Port ${list} is taken by another program, perhaps a demo that is running. Stop it first.\n${advice}`
  ).trimEnd();
}
