/** The chats of the simulated seasons: what the timer sent to whom, and people who press buttons and send pictures. */
import { account } from '../support/accounts';
import { installationUpdate, invoke } from '../support/activities';
import { actionsOf, nodesOf, type Action } from '../support/card-parts';
import { startFakeConnector, type ConnectorRequest } from '../support/fake-connector';
import { wordsOf } from '../support/house';
import type { Store } from '../../src/ports/store';
import type { Place } from './both-stores';
import type { Chance } from './chance';
import type { Holding } from './seasons-model';
import {
  EVERYBODY,
  guidelineFile,
  isBlocked,
  keyOf,
  organisationFile,
  PERSONAS,
  STRANGER,
} from './seasons-people';
import { createTwo, type Turn, type Two } from './seasons-replicas';
import type { Rules } from './seasons-rules';
import { localTime } from './year-calendar';

/** A message that the timer sent. */
export interface Told {
  readonly person: string;
  readonly at: number;
  readonly shots: readonly string[];
}

export interface Town {
  readonly two: Two;
  readonly told: readonly Told[];
  readonly faults: string[];
  readonly counts: Record<'rounds' | 'presses' | 'deaths' | 'cut' | 'overtaken', number>;
  readonly store: Store;
  fault(sentence: string): false;
  tick(turn?: Turn): Promise<void>;
  /** Opens the capture and presses a button on it; false when there is none. */
  press(who: string, shot: string, verb: string, inputs?: Readonly<Record<string, string>>): Promise<boolean>;
  picture(who: string, shot: string): Promise<boolean>;
  /** What waits for somebody, with whom messages do not reach. */
  todo(who: string): Promise<string>;
  /** The account is in the register as it is now. */
  register(holding: Holding): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(place: Place, start: number, rules: Rules, chance: Chance): Promise<Town> {
  const connector = await startFakeConnector();
  const two = createTwo(place, start, {
    'organisation.yaml': organisationFile(),
    'guideline.yaml': guidelineFile(rules),
  });
  const store = await place.open();
  const told: Told[] = [];
  const faults: string[] = [];
  const counts = { rounds: 0, presses: 0, deaths: 0, cut: 0, overtaken: 0 };
  const atDeath: number[] = [];
  let ticking = false;
  let pictures = 0;

  connector.fail((request) => {
    const person = keyOf(request.conversation);
    if (request.kind !== 'open' && isBlocked(person, localTime(two.clock).day))
      return { status: 403, body: { error: { code: 'MessageWritesBlocked', message: '' } } };
    if (request.kind === 'post' && ticking) note(request, person);
    return undefined;
  });

  /** How many are in the store. */
  async function captures(): Promise<number> {
    let count = 0;
    let after: string | undefined;
    do {
      const query = { pk: 'sundsvall/capture', limit: 200 };
      const page = await store.list(after === undefined ? query : { ...query, after });
      count += page.items.length;
      after = page.next;
    } while (after !== undefined);
    return count;
  }
  two.onDeath = async () => void atDeath.push(await captures());

  /** A list names a capture in each row; the only line of a day is the capture's own card. */
  function note({ body }: ConnectorRequest, person: string): void {
    const ids = JSON.stringify(body).includes('Dagens påminnelser')
      ? nodesOf(body)
          .filter(({ type }) => type === 'ColumnSet')
          .map((row) => actionsOf(row)[0]?.data['id'])
      : actionsOf(body)
          .slice(0, 1)
          .map(({ data }) => (data['matter'] as { id?: string } | undefined)?.id);
    told.push({ person, at: two.clock, shots: ids.map(String) });
  }

  async function post(activity: object): Promise<unknown> {
    const response = await fetch(`${two.address(chance.int(0, 1))}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The bot answered ${response.status}: ${text}`);
    await two.idle();
    return text === '' ? {} : (JSON.parse(text) as { value?: unknown }).value;
  }

  function click(who: string, verb: string, data: object): Promise<unknown> {
    return post(invoke(PERSONAS[who]!, verb, data, 'card-1', { serviceUrl: connector.serviceUrl }));
  }

  const openCard = (who: string, id: string): Promise<unknown> => click(who, 'open', { kind: 'capture', id });

  async function press(who: string, id: string, verb: string, inputs = {}): Promise<unknown> {
    counts.presses += 1;
    const card = await openCard(who, id);
    const found = actionsOf(card).find((action: Action) => action.verb === `capture.${verb}`);
    if (found) return click(who, found.verb, { ...found.data, ...inputs });
    return town.fault(`${who} finds no button to ${verb} ${id}: ${wordsOf(card).slice(0, 300)}`);
  }

  const town: Town = {
    ...{ two, told, faults, counts, store },
    fault(sentence) {
      const { day, clock } = localTime(two.clock);
      faults.push(`${day} ${clock}: ${sentence}`);
      return false;
    },
    async tick(turn) {
      const before = turn ? await captures() : 0;
      atDeath.length = 0;
      ticking = true;
      await two.tick(chance.int(0, 1), turn);
      ticking = false;
      const [count] = atDeath;
      if (count !== undefined) {
        counts.deaths += 1;
        if (count > before && (await captures()) > count) counts.cut += 1;
      } else if (turn?.how === 'is overtaken') counts.overtaken += 1;
      counts.rounds += 1;
      connector.clear();
    },
    press: async (who, shot, verb, inputs) => (await press(who, shot, verb, inputs)) !== false,
    async picture(who, shot) {
      const pathIn = (card: unknown) => /(\/upload\/[^"]+)"/.exec(JSON.stringify(card))?.[1];
      const path = pathIn(await openCard(who, shot)) ?? pathIn(await press(who, shot, 'link'));
      if (path === undefined) return town.fault(`${who} got no link for ${shot}`);
      const response = await fetch(`${two.address(chance.int(0, 1))}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
        body: new Uint8Array(Buffer.from(`png ${(pictures += 1)}`)),
      });
      await two.idle();
      return response.status === 200 || town.fault(`the page answered ${response.status} for ${shot}`);
    },
    todo: async (who) => wordsOf(await click(who, 'home.todo', {})),
    async register({ id, department, responsible, deputies, activeSince, status }) {
      const ref = (key: string) => ({ id: PERSONAS[key]!.aad, name: PERSONAS[key]!.name });
      const state = account({
        ...{ handle: id, link: `https://www.instagram.com/${id}/`, department, status },
        responsible: responsible === undefined ? { name: 'Någon Okänd' } : ref(responsible),
        deputies: deputies.map(ref),
        activeSince: new Date(activeSince).toISOString(),
        ...(status === 'reserved'
          ? { closed: { by: 'test', name: 'Test', at: new Date(two.clock).toISOString(), reason: 'Stängt.' } }
          : {}),
      });
      const document = {
        ...{ pk: 'sundsvall/account', id, changedAt: new Date(two.clock).toISOString() },
        listed: { status, department, platform: state.platform },
        body: {
          ...{ schemaVersion: 1, revision: 1, state, events: [], accepted: [] },
          ...{ seq: 0, outbox: [], cards: {}, ledger: [] },
        },
      };
      const before = await store.get(document.pk, id);
      const written = before ? await store.replace(document, before.etag) : await store.create(document);
      if (!written.ok) throw new Error(`The account could not be written: ${written.why}.`);
    },
    async close() {
      await two.close();
      await connector.close();
    },
  };

  await two.start();
  for (const who of EVERYBODY) {
    const one = PERSONAS[who]!;
    if (who === STRANGER) continue;
    await post(installationUpdate(one, { serviceUrl: connector.serviceUrl }));
    connector.know(one.user, one.conversation);
  }
  return town;
}
