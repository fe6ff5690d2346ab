/** The bot of the simulated year behind its real server, with a connector that notes what came to whom, and when. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Bot } from '../../src/compose';
import { readConfig } from '../../src/config';
import type { Store } from '../../src/ports/store';
import { installationUpdate, invoke, message } from '../support/activities';
import { actionsOf, nodesOf, type Action } from '../support/card-parts';
import { startFakeConnector, type ConnectorRequest } from '../support/fake-connector';
import { BLOCKED, EVERYBODY, keyOf, organisationFile, PERSONAS } from './year-people';
import { localTime } from './year-calendar';

/** A message of the day as it came. */
export interface Told {
  readonly person: string;
  readonly at: number;
  readonly lines: readonly { readonly life: string; readonly text: string }[];
}

export interface Town {
  clock: number;
  readonly told: readonly Told[];
  readonly alerts: readonly string[];
  /** Messages that came, of every kind. */
  readonly posts: () => number;
  /** Called for every message that is refused. */
  onRefused: (person: string) => void;
  say(who: string, text: string): Promise<unknown>;
  /** The card that stands in the chat after `say`. */
  card(who: string): unknown;
  click(who: string, action: Pick<Action, 'verb' | 'data'>): Promise<unknown>;
  document(
    kind: string,
    id: string,
  ): Promise<{ events: readonly unknown[]; state: { status: string } } | undefined>;
  /** Rounds of the timer until nothing is due. */
  tick(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A second and a third round take what the one before made due. */
const ROUNDS = 3;

export function isBlocked(person: string, at: number): boolean {
  const { day } = localTime(at);
  return BLOCKED.some(({ who, from, to }) => who === person && from <= day && day <= to);
}

export async function openTown(open: () => Promise<Store> | Store, start: number): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-year-'));
  const file = join(folder, 'organisation.yaml');
  writeFileSync(file, organisationFile());
  const connector = await startFakeConnector();
  const place = { serviceUrl: connector.serviceUrl };
  const told: Told[] = [];
  const alerts: string[] = [];
  let posts = 0;
  let bot: Bot | undefined;
  let store: Store | undefined;

  connector.fail((request) => {
    const person = keyOf(request.conversation);
    const refused = request.kind !== 'open' && isBlocked(person, town.clock);
    if (request.kind === 'post') note(request, person, refused);
    return refused
      ? { status: 403, body: { error: { code: 'MessageWritesBlocked', message: '' } } }
      : undefined;
  });

  function note({ body }: ConnectorRequest, person: string, refused: boolean): void {
    if (refused) {
      town.onRefused(person);
      return;
    }
    posts += 1;
    if (!JSON.stringify(body).includes('Dagens påminnelser')) return;
    const rows = nodesOf(body).filter(({ type }) => type === 'ColumnSet');
    const lines = rows.map((row) => {
      const words = nodesOf(row).find(({ type }) => type === 'TextRun');
      return { life: String(actionsOf(row)[0]?.data['id']), text: String(words?.['text']) };
    });
    told.push({ person, at: town.clock, lines });
  }

  async function post(activity: object): Promise<unknown> {
    const response = await fetch(`${bot!.server.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The bot answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as { value?: unknown }).value;
  }

  const town: Town = {
    clock: start,
    told,
    alerts,
    posts: () => posts,
    onRefused: () => undefined,
    say: (who, text) => post(message(PERSONAS[who]!, text, place)),
    card: (who) => connector.card(PERSONAS[who]!.conversation),
    async click(who, { verb, data }) {
      const card = await post(invoke(PERSONAS[who]!, verb, data, 'card-1', place));
      await bot!.runtime.idle();
      return card;
    },
    async document(kind, id) {
      const found = await store!.get(`sundsvall/${kind}`, id);
      return found?.document.body as { events: readonly unknown[]; state: { status: string } } | undefined;
    },
    async tick() {
      for (let round = 0; round < ROUNDS; round += 1) {
        await bot!.runtime.tick();
        await bot!.runtime.idle();
      }
      connector.clear();
    },
    async stop() {
      await bot?.stop();
      bot = undefined;
    },
    async start() {
      store = await open();
      const config = readConfig({
        PORT: '0',
        DATA_DIR: folder,
        ORGANISATION_FILE: file,
        SEND_RATE_ANSWERS: '0',
        SEND_RATE_BULK: '0',
      });
      bot = await compose(config, {
        store,
        clock: { now: () => town.clock },
        tickSeconds: 0,
        log: {
          info: () => undefined,
          // Whoever blocked the bot is told about nothing; every other message has to arrive.
          warn: (event, details) => {
            if (event === 'message-doubtful' && details?.['outcome'] !== 'unreachable')
              alerts.push(`${event} ${JSON.stringify(details)}`);
          },
          alert: (event, details, error) =>
            void alerts.push(`${event} ${JSON.stringify(details)} ${String(error)}`),
        },
      });
    },
    async close() {
      await town.stop();
      await connector.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await town.start();
  for (const who of EVERYBODY) {
    const one = PERSONAS[who]!;
    await post(installationUpdate(one, place));
    connector.know(one.user, one.conversation);
  }
  return town;
}
