/** Puts the runtime together: from ports and features to a front, a timer and a clean stop. */
import type { Organisation } from '../kernel/organisation';
import type { Clock, Ids, Wait } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Feature } from '../ports/flow';
import type { Front } from '../ports/front';
import type { Log } from '../ports/log';
import type { Messenger } from '../ports/messenger';
import type { Store } from '../ports/store';
import { createAudit } from './audit';
import { createShow } from './cards';
import { createCommands } from './commands';
import { createDay, type DayOptions } from './day';
import { createDocuments } from './documents';
import { matterOf } from './envelope';
import { createFront, type Notices } from './front';
import { createLease } from './lease';
import { createOutbox } from './outbox';
import { createPeople, type People } from './people';
import { createPerform } from './perform';
import { createReading } from './reading';
import { createRegistry, type Registry } from './registry';
import { createRows } from './rows';
import { createTick } from './tick';
import { createTurn } from './turn';
import type { Outbox } from './work';

export interface RuntimeOptions extends Notices {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wait: Wait;
  readonly log: Log;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly features: readonly Feature[];
  readonly presentDay: DayOptions['present'];
  readonly helpVerb: string;
  readonly trustClientLocale: boolean;
}

export interface Runtime {
  readonly front: Front;
  readonly people: People;
  readonly registry: Registry;
  /** One round of the timer; true when this instance held the lease. */
  tick(): Promise<boolean>;
  /** Resolves when every effect that was started is done. */
  idle(): Promise<void>;
  /** Finishes what is under way, starts nothing more, gives the lease back. */
  stop(): Promise<void>;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  const { clock, ids, wait, log, directory, messenger } = options;
  const onTurns = options.store.withPatience('turn');
  const inBackground = options.store.withPatience('background');
  const instance = ids.fresh();

  const people = createPeople({ store: onTurns, clock, trustClientLocale: options.trustClientLocale });
  const rows = createRows(onTurns);
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
    async mention({ matter, reason }, person, reading, moment) {
      const { organisation } = moment;
      const aggregate = registry.aggregate(matter.kind);
      const loaded = await background.documents.load(aggregate, organisation, matter.id);
      if (!loaded) return undefined;
      const viewer = await people.viewer(organisation, person);
      const { state } = loaded.envelope;
      const facts = await aggregate.facts({ id: matter.id, moment, actor: viewer, state, reading });
      return aggregate.mention?.(matterOf(aggregate.kind, matter.id, loaded.envelope), viewer, reason, facts);
    },
  });
  const registry = createRegistry([
    ...options.features,
    { name: 'day', aggregates: [day], queries: {}, phrases: [] },
  ]);

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
    clock,
    wait,
    log,
    instance,
  });

  const lease = createLease(inBackground, clock, 'tick', instance);
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
  const front = createFront({
    ...options,
    registry,
    people,
    documents: turns.documents,
    reading: (organisation: Organisation) => turns.reading(organisation),
    turn: createTurn({ ...turns, outbox, show, audit, log }),
    audit,
  });

  return {
    front,
    people,
    registry,
    tick,
    idle: () => outbox.idle(),
    async stop() {
      await outbox.idle();
      outbox.stop();
      await lease.release();
    },
  };
}
