/** Puts the runtime together: from ports and features to a front, a timer and a clean stop. */
import { OutsideError } from '../kernel/errors';
import type { Organisation } from '../kernel/organisation';
import type { Fetch } from '../ports/attachments';
import type { Clock, Ids, Wait } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Files, Inspect } from '../ports/files';
import type { Feature } from '../ports/flow';
import type { Front } from '../ports/front';
import type { Links } from '../ports/links';
import type { Log } from '../ports/log';
import type { Messenger } from '../ports/messenger';
import type { DownloadDoor, UploadDoor } from '../ports/page';
import type { Store } from '../ports/store';
import { createAudit } from './audit';
import { createShow } from './cards';
import { createCommands } from './commands';
import { createDay, type DayOptions } from './day';
import { createDocuments } from './documents';
import { createDoor } from './door';
import { createNoteDoubled } from './doubled';
import { createDownloads } from './downloads';
import { matterOf } from './envelope';
import { createFront } from './front';
import { createHeld } from './held';
import { createIntake, type Take } from './intake';
import { createLease } from './lease';
import { createOutbox } from './outbox';
import { createPeople, type People } from './people';
import { createPerform } from './perform';
import { createChatPictures, type ChatPicturesOptions } from './pictures';
import { createReading } from './reading';
import { createRegistry, type Registry } from './registry';
import { createReplies, type Notices } from './replies';
import { createRows } from './rows';
import { createTick, type Round } from './tick';
import { createTurn } from './turn';
import { createUploads, type TakeByLink } from './uploads';
import type { Outbox } from './work';

export interface RuntimeOptions extends Notices {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wait: Wait;
  readonly log: Log;
  readonly directory: Directory;
  readonly messenger: Messenger;
  /** Fetches what came with a message. */
  readonly fetch: Fetch;
  readonly files: Files;
  readonly inspect: Inspect;
  readonly features: readonly Feature[];
  readonly presentDay: DayOptions['present'];
  readonly presentWhich: ChatPicturesOptions['presentWhich'];
  readonly helpVerb: string;
  readonly trustClientLocale: boolean;
}

export interface Runtime {
  readonly front: Front;
  readonly people: People;
  readonly registry: Registry;
  /** What people reach by a link: the upload page, and downloads. */
  doors(links: Links, take: TakeByLink): { readonly uploads: UploadDoor; readonly downloads: DownloadDoor };
  /** Takes a picture into its matter, however it came. */
  readonly take: Take;
  /** One round of the timer. */
  tick(): Promise<Round>;
  /** Resolves when every effect that was started is done. */
  idle(): Promise<void>;
  /** Finishes what is under way, for ten seconds; what is left then waits for the next start. Gives the lease back. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;
const STOP_LOOK_MS = 50;

export function createRuntime(options: RuntimeOptions): Runtime {
  const { clock, ids, wait, log, directory, messenger, sentence } = options;
  const onTurns = options.store.withPatience('turn');
  const inBackground = options.store.withPatience('background');
  const instance = ids.fresh();

  const people = createPeople({ store: onTurns, clock, trustClientLocale: options.trustClientLocale });
  const rows = createRows(onTurns, clock, log);
  const show = createShow(ids);
  const audit = createAudit(onTurns, clock, ids);

  /** Turns and background work share everything but the store's patience. */
  function world(store: Store) {
    const documents = createDocuments(store, clock);
    const reading = createReading({ store, documents, people, registry: () => registry, rows });
    return { documents, reading, run: createCommands({ documents, reading, instance }) };
  }
  const turns = world(onTurns);
  const background = world(inBackground);

  const day = createDay({
    present: options.presentDay,
    remind: ({ kind }, person) => registry.aggregate(kind).remind?.(person),
    async mention({ matter, reason }, person, reading, moment) {
      const { organisation } = moment;
      try {
        const aggregate = registry.aggregate(matter.kind);
        const loaded = await background.documents.load(aggregate, organisation, matter.id);
        if (!loaded) return undefined;
        const viewer = await people.viewer(organisation, person);
        const { state } = loaded.envelope;
        const facts = await aggregate.facts({ id: matter.id, moment, actor: viewer, state, reading });
        const seen = matterOf(aggregate.kind, matter.id, loaded.envelope);
        return aggregate.mention?.(seen, viewer, reason, facts);
      } catch (error) {
        if (error instanceof OutsideError) throw error;
        // One matter that cannot be read does not keep the other lines from being sent.
        log.alert('line-failed', { kind: matter.kind, id: matter.id }, error);
        return undefined;
      }
    },
  });
  const registry = createRegistry([
    ...options.features,
    { name: 'day', aggregates: [day], queries: {}, phrases: [] },
  ]);

  const lease = createLease(inBackground, clock, 'tick', instance);
  const outbox: Outbox = createOutbox({
    documents: background.documents,
    perform: createPerform({
      messenger,
      people,
      registry,
      show,
      notice: options.notice,
      run: background.run,
      outbox: () => outbox,
      reading: ({ organisation }) => background.reading(organisation),
      moment: ({ organisation }) => background.documents.moment(organisation),
      noteDoubled: createNoteDoubled(background.documents, () => registry),
      clock,
      log,
    }),
    async factsOf({ aggregate, organisation, loaded }, { state }, command) {
      const actor = { type: 'system', organisation: organisation.id } as const;
      const moment = background.documents.moment(organisation);
      return await aggregate.facts({
        id: loaded.id,
        moment,
        actor,
        state,
        command,
        reading: background.reading(organisation),
      });
    },
    mayBulk: () => lease.hold(),
    clock,
    wait,
    log,
    instance,
  });

  const tick = createTick({
    ...background,
    store: inBackground,
    registry,
    directory,
    outbox,
    lease,
    clock,
    log,
    instance,
  });
  const turn = createTurn({ ...turns, outbox, show, audit, log });
  const replies = createReplies(options, audit);
  const take = createIntake({ ...options, ...turns, registry, turn });
  const front = createFront({
    ...options,
    registry,
    people,
    documents: turns.documents,
    reading: (organisation: Organisation) => turns.reading(organisation),
    turn,
    replies,
    pictures: createChatPictures({
      ...options,
      registry,
      reading: turns.reading,
      turn,
      take,
      held: createHeld(clock, ids),
      replies,
    }),
  });

  return {
    front,
    people,
    registry,
    doors(links, take) {
      const door = createDoor({ ...turns, links, directory, people, registry, audit, log, sentence });
      return {
        uploads: createUploads({ door, take, run: turns.run, outbox, sentence }),
        downloads: createDownloads({ door, links, registry, reading: turns.reading }),
      };
    },
    take,
    tick: () => tick.round(),
    idle: () => outbox.idle(),
    async stop() {
      let idle = false;
      const round = tick.end();
      void round.then(() => outbox.idle()).then(() => (idle = true));
      const busy = (): boolean => !idle;
      for (let waited = 0; busy() && waited < STOP_WITHIN_MS; waited += STOP_LOOK_MS)
        await wait(STOP_LOOK_MS);
      outbox.stop();
      await round;
      await outbox.idle();
      await lease.release().catch((error: unknown) => log.alert('lease-not-released', {}, error));
    },
  };
}
