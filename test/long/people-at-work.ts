/** What people do with a bot that may be gone at any moment: they fill in, decide and confirm as their cards ask them to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKLIST, stepsOf, SV } from '../support/story';
import { ASKS } from './changes-walk';
import type { Chance } from './chance';
import type { Client } from './client';
import { until } from './until';

/** Between two looks at the window. */
const LOOK_MS = 15;
/** A person who sees the same words for this long clicks again. */
const IMPATIENT_MS = 2_000;

export interface Applying {
  readonly client: Client;
  /** Wanted by somebody else too, perhaps. */
  readonly handle: string;
  /** Taken when the first one is not free. */
  readonly spare: string;
  readonly department: string;
}

/** Applies until a handle is free, changes it when asked to, and reports the account when it may be created. */
export async function applies({ client, handle, spare, department }: Applying): Promise<void> {
  await client.say(SV.start);
  let wanted = handle;
  while ((await sendsIn(client, wanted, department)) === 'taken') wanted = spare;
  const end = await until(`the end of ${wanted}`, async () => {
    const open = client.find(SV.submit, ASKS.words);
    if (open) {
      wanted = `${wanted}-igen`;
      await client.press(open, stepsOf({ handle: wanted, department })[0]);
    }
    const button = client.find('Kontot är skapat', wanted);
    if (button) return button;
    return client.sees('Avslag', wanted) ? 'rejected' : undefined;
  });
  if (end === 'rejected') return;
  const link = `https://www.instagram.com/${wanted.slice(1)}/`;
  await untilDone(client, 'Kontot är skapat', wanted, { ...CHECKLIST, link });
}

async function sendsIn(client: Client, handle: string, department: string): Promise<'taken' | 'claimed'> {
  const steps = stepsOf({ handle, department });
  for (const inputs of steps.slice(0, -1)) await client.press(client.get(SV.next), inputs);
  const button = client.get(SV.submit);
  const click = client.activityOf(button, steps.at(-1));
  await client.send(click);
  let since = Date.now();
  return until(`an answer to ${handle}`, async () => {
    const words = client.words(button.card);
    if (words.includes('finns redan')) return 'taken';
    const alike = client.find('Fortsätt ändå');
    if (alike) {
      await client.press(alike, { reason: 'Vi når andra.' });
      return undefined;
    }
    if (!words.includes('Skickas in') && !words.includes(SV.submit)) return 'claimed';
    if (Date.now() - since > IMPATIENT_MS) {
      since = Date.now();
      await client.send(click);
    }
    return undefined;
  });
}

/** Presses whatever card has the button, until `over`; `how` chooses among the titles. */
export async function worksOff(
  client: Client,
  chance: Chance,
  over: () => boolean,
  asked: string,
  how: () => readonly [title: string, inputs: Readonly<Record<string, string>>] | undefined,
): Promise<void> {
  const left = new Set<string>();
  while (!over()) {
    await sleep(LOOK_MS);
    const open = client.find(asked, '', left);
    if (!open) continue;
    const choice = how();
    if (choice === undefined) {
      left.add(open.card);
      continue;
    }
    await sleep(chance.int(0, 20));
    const [title, inputs] = choice;
    const button = client.find(title, '', left);
    if (button) await client.press(button, inputs);
  }
}

/** Presses again while others change the matter at the same time. */
async function untilDone(
  client: Client,
  title: string,
  about: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  for (let button = client.find(title, about); button; button = client.find(title, about)) {
    const { words } = await client.press(button, inputs);
    if (words.includes('behöver ändras')) throw new Error(`The account of ${about} was not taken: ${words}`);
  }
}
