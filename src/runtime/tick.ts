/** The timer: takes every document that is due, oldest first, and sees to it that one faulty document stops no other. */
import type { Moment } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Aggregate } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Store, Stored } from '../ports/store';
import type { Done, Order } from './commands';
import type { Documents } from './documents';
import { dueOf } from './due';
import { open, type Envelope, type Loaded } from './envelope';
import type { Lease } from './lease';
import { backOff, claimHolds, isReady, plusSeconds, takeOver } from './pending';
import type { Registry } from './registry';
import { createRetime, putOff } from './retime';
import { EARLY } from './step';
import type { Outbox } from './work';

export interface TickOptions {
  readonly store: Store;
  readonly documents: Documents;
  readonly registry: Registry;
  readonly directory: Directory;
  readonly run: (order: Order) => Promise<Done>;
  readonly outbox: Outbox;
  readonly lease: Lease;
  readonly clock: Clock;
  readonly log: Log;
  readonly instance: string;
}

/** Where a document belongs. */
interface Place {
  readonly aggregate: Aggregate;
  readonly organisation: Organisation;
}

/** What a round has under way. */
interface Doing {
  readonly runs: Set<Promise<void>>;
  /** Documents with something to do. */
  found: number;
}

const PAGE = 100;
/** Documents worked on at the same time; the messenger keeps the rates. */
const WORKERS = 8;
/** Batches of one document in one round, such as accounts of a department to open captures for. */
const MOST_BATCHES = 200;
/** Failures are tried again at least hourly. */
const FORGOTTEN_SECONDS = 7_200;

/** What came of a round. */
export interface Round {
  /** Whether this instance held the lease and went through everything that was due. */
  readonly whole: boolean;
  /** Whether to look again soon: there was work, or somebody else holds the lease and may be gone. */
  readonly lively: boolean;
}

export interface Tick {
  round(): Promise<Round>;
  /** Takes no further document; resolves when the round under way is done with those it has. */
  end(): Promise<void>;
}

export function createTick(options: TickOptions): Tick {
  const { store, documents, registry, directory, run, outbox, lease, clock, log, instance } = options;
  const retime = createRetime(options);
  /** Documents that failed, with the instant before which they are left alone; also where that cannot be noted. */
  const failed = new Map<string, { count: number; next: string }>();
  /** Documents that must exist and are known to: they are not asked for again. */
  const existing = new Set<string>();

  let ended = false;
  let latest: Promise<unknown> = Promise.resolve();

  async function round(): Promise<Round> {
    if (ended || !(await lease.hold())) return { whole: false, lively: true };
    forget();
    await retime();
    for (const organisation of directory.all()) await openAll(organisation);
    const work: Doing = { runs: new Set(), found: 0 };
    const last: Stored[] = [];
    // What gathers from others waits until their effects are there: a message of the day has all its lines.
    const whole = (await workThrough(due(last), work)) && (await workThrough(each(last), work));
    return { whole, lively: !whole || work.found > 0 };
  }

  /** Side by side; true when nothing is left of the queue and everything that was begun is sent. */
  async function workThrough(queue: AsyncGenerator<Stored, void>, work: Doing): Promise<boolean> {
    const workers = await Promise.allSettled(Array.from({ length: WORKERS }, () => through(queue, work)));
    await Promise.all(work.runs);
    const stopped = workers.find((worker) => worker.status === 'rejected');
    if (stopped) throw stopped.reason;
    return workers.every((worker) => worker.status === 'fulfilled' && worker.value);
  }

  /** Every document that is due, read page by page while the workers take them; those of `last` are put aside. */
  async function* due(last: Stored[]): AsyncGenerator<Stored, void> {
    let after: string | undefined;
    do {
      const now = new Date(clock.now()).toISOString();
      const page = await store.due(now, PAGE, after);
      for (const stored of page.items) {
        if (whereIs(stored.document.pk)?.aggregate.gathers) last.push(stored);
        else yield stored;
      }
      after = page.next;
    } while (after !== undefined);
  }

  /** One worker's part; false when the lease was lost or the round was ended. */
  async function through(queue: AsyncGenerator<Stored, void>, work: Doing): Promise<boolean> {
    for (;;) {
      const { value, done } = await queue.next();
      if (done) return true;
      await outbox.room();
      if (ended || !(await lease.hold())) return false;
      await safely(value, work);
    }
  }

  /** What must exist by now is created: a season's documents. One that fails is tried again with the next round. */
  async function openAll(organisation: Organisation): Promise<void> {
    const moment = documents.moment(organisation);
    for (const { matter, command } of registry.features.flatMap(
      (feature) => feature.openings?.(moment) ?? [],
    )) {
      const key = `${organisation.id}/${matter.kind}/${matter.id}`;
      if (existing.has(key)) continue;
      try {
        const aggregate = registry.aggregate(matter.kind);
        if (await documents.load(aggregate, organisation, matter.id)) {
          existing.add(key);
          continue;
        }
        const done = await run({
          aggregate,
          organisation,
          id: matter.id,
          actor: { type: 'system', organisation: organisation.id },
          command,
        });
        if (done.kind === 'changed' || done.kind === 'replayed') existing.add(key);
      } catch (error) {
        log.alert('opening-failed', { kind: matter.kind, id: matter.id }, error);
      }
    }
  }

  /** Those that nobody asked for any more: they are in order, or deleted. */
  function forget(): void {
    const old = plusSeconds(new Date(clock.now()).toISOString(), -FORGOTTEN_SECONDS);
    for (const [key, { next }] of failed) if (next < old) failed.delete(key);
  }

  async function safely(stored: Stored, work: Doing): Promise<void> {
    const { pk, id } = stored.document;
    const key = `${pk}/${id}`;
    const now = new Date(clock.now()).toISOString();
    if ((failed.get(key)?.next ?? '') > now) return;
    try {
      await handle(stored, work);
      failed.delete(key);
    } catch (error) {
      const count = (failed.get(key)?.count ?? 0) + 1;
      failed.set(key, { count, next: backOff(now, count) });
      log.alert('timer-failed', { pk, id, count }, error);
      await note(stored, count, now).catch((again: unknown) =>
        log.alert('timer-note-failed', { pk, id }, again),
      );
    }
  }

  async function handle({ document, etag }: Stored, work: Doing): Promise<void> {
    const place = whereIs(document.pk);
    if (!place) return;
    const { aggregate, organisation } = place;
    let loaded: Loaded | undefined = open(aggregate, document, etag);
    const moment = documents.moment(organisation);
    const { failing, ...sound } = loaded.envelope;
    if (failing && failing.next > moment.now) return;
    if (failing) loaded = { ...loaded, envelope: sound };

    if (isDue(aggregate, loaded.envelope, moment)) return passed(place, document.id, work);
    const busy = claimHolds(loaded.envelope.claim, moment.now);
    if (!busy && isReady(loaded.envelope, moment.now)) return adopt(place, loaded, work);
    // Nothing to do yet: it is not looked at every minute until there is.
    await putOff(store, { document, etag }, dueOf(aggregate, loaded.envelope, moment));
  }

  /** Its deadline has passed: the command `tick`, again while a batch leaves more to do at once. */
  async function passed(place: Place, id: string, work: Doing): Promise<void> {
    const { aggregate, organisation } = place;
    work.found += 1;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const done = await run({
        aggregate,
        organisation,
        id,
        actor: { type: 'system', organisation: organisation.id },
        command: { type: 'tick' },
      });
      // Somebody else did it meanwhile: it is seen again when it is due again.
      if (done.kind === 'refused' && done.refusal.code === EARLY) return;
      if (done.kind !== 'changed')
        throw new Error(`the timer of a ${aggregate.kind} was not taken: ${done.kind}`);
      if (!done.loaded) return;
      const sent = send(place, done.loaded, work);
      if (!isDue(aggregate, done.loaded.envelope, documents.moment(organisation))) return;
      await sent;
      if (ended || !(await lease.hold())) return;
    }
  }

  /** Takes over what a crash or a failure left in the outbox. */
  async function adopt(place: Place, loaded: Loaded, work: Doing): Promise<void> {
    work.found += 1;
    const moment = documents.moment(place.organisation);
    const envelope = takeOver(loaded.envelope, moment.now, instance);
    const commit = await documents.commit(place.aggregate, moment, loaded.id, envelope, loaded);
    if (commit.kind === 'written') void send(place, commit.loaded, work);
  }

  /** Its effects go out while the next document is taken; the round waits for them in the end. */
  function send(place: Place, loaded: Loaded, { runs }: Doing): Promise<void> {
    const sending = outbox.run({ ...place, loaded, lane: 'bulk' }).finally(() => runs.delete(sending));
    runs.add(sending);
    return sending;
  }

  /** The note that it failed: in the document itself, or beside it when that cannot be read. */
  async function note(stored: Stored, count: number, now: string): Promise<void> {
    const { document, etag } = stored;
    const next = backOff(now, count);
    if (typeof document.body === 'object' && document.body !== null) {
      const body = document.body as Envelope;
      const failures = (body.failing?.count ?? 0) + 1;
      const failing = { count: failures, next: backOff(now, failures) };
      const written = await store.replace(
        { ...document, dueAt: failing.next, body: { ...body, failing } },
        etag,
      );
      if (written.ok || written.why === 'stale') return;
    }
    const trouble = {
      pk: 'system/trouble',
      id: `${document.pk.replace('/', ':')}:${document.id}`.slice(0, 255),
    };
    await store.create({ ...trouble, changedAt: now, listed: {}, body: { count, next } });
  }

  function whereIs(pk: string): Place | undefined {
    const [name = '', kind = ''] = pk.split('/');
    const organisation = directory.organisation(name);
    const aggregate = registry.aggregates.find((one) => one.kind === kind);
    return organisation && aggregate ? { aggregate, organisation } : undefined;
  }

  return {
    round() {
      const now = round();
      latest = now.catch(() => undefined);
      return now;
    },
    async end() {
      ended = true;
      await latest;
    },
  };
}

async function* each(items: readonly Stored[]): AsyncGenerator<Stored, void> {
  await Promise.resolve();
  yield* items;
}

function isDue(aggregate: Aggregate, { state }: Envelope, moment: Moment): boolean {
  const deadline = aggregate.deadline(state, moment);
  return deadline !== undefined && deadline <= moment.now;
}
