/** One application from the form to the register, in process: what each click asks of the store, and what it leaves there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/adapters/embedded/store';
import type { StoredDocument } from '../../src/ports/store';
import { openHouse, type Chat } from '../../test/support/house';
import { CHECKLIST, LINK, stepsOf } from '../../test/support/story';
import { countingStore, type Operation } from './counting-store';
import { countParses } from './parses';

export interface Work {
  readonly reads: number;
  readonly lists: number;
  readonly writes: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

export interface Click {
  readonly name: string;
  /** Until the person has the answer. */
  readonly before: Work;
  readonly after: Work;
}

export interface Story {
  readonly clicks: readonly Click[];
  /** Templates and expressions that were parsed during all these turns. */
  readonly parsed: number;
  /** Every document as it stood when the application was submitted, and at the end. */
  readonly submitted: readonly StoredDocument[];
  readonly finished: readonly StoredDocument[];
  /** The click with which the communicator approves, as a client sends it. */
  readonly approval: Readonly<Record<string, unknown>>;
  /** Id of the application. */
  readonly id: string;
  readonly serviceUrl: string;
}

/** Messages arrive this much later, so that what is written about them comes after the answer. */
const SENDING_MS = 60;

export async function tellStory(): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const documents = new Map<string, StoredDocument>();
  let operations: Operation[] = [];
  const store = countingStore(openEmbeddedStore({ folder }), (operation) => {
    operations.push(operation);
    const { written } = operation;
    if (written) documents.set(`${written.pk}/${written.id}`, written);
  });
  const parses = countParses();
  const at = new Date().toISOString();
  const house = await openHouse(['anna', 'karin', 'kim', 'sara', 'dag'], { store, at });
  try {
    const parsedAtStart = parses.expressions() + parses.templates();
    house.connector.fail(() => ({ delay: SENDING_MS }));
    const [anna, karin, sara] = [house.chat('anna'), house.chat('karin'), house.chat('sara')];
    const clicks: Click[] = [];
    async function note(name: string, turn: () => Promise<unknown>): Promise<void> {
      operations = [];
      await turn();
      const before = operations;
      operations = [];
      await house.settle();
      clicks.push({ name, before: sum(before), after: sum(operations) });
    }

    await note('message: hjälp', () => anna.say('hjälp'));
    await note('message: ny ansökan', () => anna.say('ny ansökan'));
    const steps = stepsOf({ consultedOn: at.slice(0, 10) });
    for (const [index, inputs] of steps.slice(0, -1).entries()) {
      await note(`Nästa (${index + 1})`, () => anna.click('Nästa', inputs));
    }
    await note('Skicka in', () => anna.click('Skicka in', steps.at(-1)));
    const submitted = [...documents.values()];
    const approval = karin.clickOf('Godkänn');
    await note('Godkänn', () => pressed(karin, 'Godkänn'));
    await note('Godkänn, delivered again', () => karin.send(approval));
    await note('Bekräfta mottagen', () => pressed(sara, 'Bekräfta mottagen'));
    await note('Kontot är skapat', () => pressed(anna, 'Kontot är skapat', { ...CHECKLIST, link: LINK }));
    await note('message: förteckning', () => anna.say('förteckning'));
    await note('Öppna', () => pressed(anna, 'Öppna'));
    return {
      clicks,
      parsed: parses.expressions() + parses.templates() - parsedAtStart,
      submitted,
      finished: [...documents.values()],
      approval,
      id: submitted.find(({ pk }) => pk.endsWith('/application'))?.id ?? '',
      serviceUrl: house.connector.serviceUrl,
    };
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A story whose clicks are refused would measure something else. */
async function pressed(
  chat: Chat,
  title: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { status, body } = await chat.click(title, inputs);
  if (status !== 200 || body.statusCode !== 200) throw new Error(`"${title}" was refused.`);
}

function sum(operations: readonly Operation[]): Work {
  const of = (...kinds: Operation['kind'][]): readonly Operation[] =>
    operations.filter(({ kind }) => kinds.includes(kind));
  const bytes = (some: readonly Operation[]): number => some.reduce((total, one) => total + one.bytes, 0);
  return {
    reads: of('read').length,
    lists: of('list').length,
    writes: of('write').length,
    bytesRead: bytes(of('read', 'list')),
    bytesWritten: bytes(of('write')),
  };
}
