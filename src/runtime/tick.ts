/** The timer: takes every document that is due, oldest first, and sees to it that one faulty document stops no other. */
import type { Moment } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Aggregate } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Store, Stored, StoredDocument } from '../ports/store';
import type { Done, Order } from './commands';
import type { Documents } from './documents';
import { dueOf } from './due';
import { open, partition, type Envelope, type Loaded } from './envelope';
import type { Lease } from './lease';
import { backOff, claimHolds, isReady, plusSeconds, takeOver } from './pending';
import type { Registry } from './registry';
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

const PAGE = 100;
/** Documents worked on at the same time; the messenger keeps the rates. */
const AT_ONCE = 8;
/** Batches of one document in one round, such as accounts of a department to open captures for. */
const MOST_BATCHES = 200;
/** Failures are tried again at least hourly. */
const FORGOTTEN_SECONDS = 7_200;

/** One round; true when this instance held the lease and went through everything that was due. */
export function createTick(options: TickOptions): () => Promise<boolean> {
  const { store, documents, registry, directory, run, outbox, lease, clock, log, instance } = options;
  /** Documents that failed, with the instant before which they are left alone; also where that cannot be noted. */
  const failed = new Map<string, { count: number; next: string }>();
  /** Documents that must exist and are known to: they are not asked for again. */
  const existing = new Set<string>();

  async function round(): Promise<boolean> {
    if (!(await lease.hold())) return false;
    forget();
    await retime();
    for (const organisation of directory.all()) await openAll(organisation);
    let after: string | undefined;
    do {
      const now = new Date(clock.now()).toISOString();
      const page = await store.due(now, PAGE, after);
      for (let at = 0; at < page.items.length; at += AT_ONCE) {
        if (!(await lease.hold())) return false;
        await Promise.all(page.items.slice(at, at + AT_ONCE).map((stored) => safely(stored)));
      }
      after = page.next;
    } while (after !== undefined);
    return true;
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

  async function safely(stored: Stored): Promise<void> {
    const { pk, id } = stored.document;
    const key = `${pk}/${id}`;
    const now = new Date(clock.now()).toISOString();
    if ((failed.get(key)?.next ?? '') > now) return;
    try {
      await handle(stored);
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

  async function handle({ document, etag }: Stored): Promise<void> {
    const place = whereIs(document.pk);
    if (!place) return;
    const { aggregate, organisation } = place;
    let loaded: Loaded | undefined = open(aggregate, document, etag);
    const moment = documents.moment(organisation);
    const { failing, ...sound } = loaded.envelope;
    if (failing && failing.next > moment.now) return;
    if (failing) loaded = { ...loaded, envelope: sound };

    if (isDue(aggregate, loaded.envelope, moment)) return passed(aggregate, organisation, document.id);
    const busy = claimHolds(loaded.envelope.claim, moment.now);
    if (!busy && isReady(loaded.envelope, moment.now)) return adopt(aggregate, organisation, loaded);
    // Nothing to do yet: it is not looked at every minute until there is.
    await putOff({ document, etag }, dueOf(aggregate, loaded.envelope, moment));
  }

  /** Its deadline has passed: the command `tick`, again while a batch leaves more to do at once. */
  async function passed(aggregate: Aggregate, organisation: Organisation, id: string): Promise<void> {
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
      await outbox.run({ aggregate, organisation, loaded: done.loaded, lane: 'bulk' });
      if (!isDue(aggregate, done.loaded.envelope, documents.moment(organisation))) return;
      if (!(await lease.hold())) return;
    }
  }

  /** Takes over what a crash or a failure left in the outbox. */
  async function adopt(aggregate: Aggregate, organisation: Organisation, loaded: Loaded): Promise<void> {
    const moment = documents.moment(organisation);
    const envelope = takeOver(loaded.envelope, moment.now, instance);
    const commit = await documents.commit(aggregate, moment, loaded.id, envelope, loaded);
    if (commit.kind === 'written')
      await outbox.run({ aggregate, organisation, loaded: commit.loaded, lane: 'bulk' });
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

  /** After a change of the organisation or guideline file every deadline is computed anew. */
  async function retime(): Promise<void> {
    const version = directory.version();
    if (lease.memo() === version) return;
    for (const organisation of directory.all()) {
      for (const aggregate of registry.aggregates) await retimeAll(aggregate, organisation);
    }
    await lease.remember(version);
  }

  async function retimeAll(aggregate: Aggregate, organisation: Organisation): Promise<void> {
    let after: string | undefined;
    do {
      const query = { pk: partition(organisation.id, aggregate.kind), limit: PAGE };
      const page = await store.list(after === undefined ? query : { ...query, after });
      const moment = documents.moment(organisation);
      for (const stored of page.items) await putOff(stored, dueNow(aggregate, stored.document, moment));
      after = page.next;
      await lease.hold();
    } while (after !== undefined);
  }

  /** A write that comes too late is none: whoever was first computed the instant as well. */
  async function putOff({ document, etag }: Stored, due: string | undefined): Promise<void> {
    const { dueAt: before, ...rest } = document;
    if (due !== before) await store.replace(due === undefined ? rest : { ...rest, dueAt: due }, etag);
  }

  /** A document that cannot be read keeps its instant; its own timer tells about it. */
  function dueNow(aggregate: Aggregate, document: StoredDocument, moment: Moment): string | undefined {
    try {
      return dueOf(aggregate, open(aggregate, document, '').envelope, moment);
    } catch (error) {
      log.alert('retime-failed', { pk: document.pk, id: document.id }, error);
      return document.dueAt;
    }
  }

  function whereIs(pk: string): { aggregate: Aggregate; organisation: Organisation } | undefined {
    const [name = '', kind = ''] = pk.split('/');
    const organisation = directory.organisation(name);
    const aggregate = registry.aggregates.find((one) => one.kind === kind);
    return organisation && aggregate ? { aggregate, organisation } : undefined;
  }

  return round;
}

function isDue(aggregate: Aggregate, { state }: Envelope, moment: Moment): boolean {
  const deadline = aggregate.deadline(state, moment);
  return deadline !== undefined && deadline <= moment.now;
}
