/** Performs the effects of a document: claim → send → mark. One run per document at a time in this process. */
import type { Answer, Effect } from '../kernel/effect';
import { OutsideError } from '../kernel/errors';
import { instant, type Clock, type Wait } from '../ports/clock';
import type { Log } from '../ports/log';
import { createAttempts } from './attempts';
import type { Documents } from './documents';
import type { Envelope, Loaded } from './envelope';
import { marked, type Performed } from './marks';
import { claimHolds, isReady, later, plusSeconds, ready, receiverOf, withClaim } from './pending';
import type { Firsts, Outbox, Perform, Work } from './work';

export interface OutboxOptions {
  readonly documents: Documents;
  readonly perform: Perform;
  /** Facts for the answers that come back to the sender. */
  readonly factsOf: (work: Work, envelope: Envelope, command: Answer) => Promise<unknown>;
  /** Whether this instance may do bulk work now: it holds the lease. */
  readonly mayBulk: () => Promise<boolean>;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly log: Log;
  /** Token of this instance's claims; a new one for every process. */
  readonly instance: string;
}

/** What was performed, and whether to leave the rest to somebody else. */
interface Batch {
  readonly performed: readonly Performed[];
  readonly leave: boolean;
}

/** The run of one document. */
interface Job {
  done: Promise<void>;
  readonly lane: Work['lane'];
  /** Somebody committed meanwhile. */
  again: boolean;
  unanswered: boolean;
}

/** All effects in their time, or those that come before a person's answer. */
interface Mode {
  readonly only: (effect: Effect) => boolean;
  /** How often a mark may fail for the store before it is left to another run. */
  readonly most: number;
  /** The card whose answer shows what came of these effects, by activity id. */
  readonly answered?: string;
}

const ALL: Mode = { only: () => true, most: Infinity };
const FIRST: Mode = { only: (effect) => effect.kind === 'send' && effect.first === true, most: 1 };

/** Bulk runs side by side: enough that a slow answer leaves none of the rate unused, few enough that a crash finds few. */
const MOST_BULK = 16;
/** A send begins only while this much of the claim is left, so that it does not outlive it. */
const LEFT_SECONDS = 20;
/** Pause before a mark is tried again when the store is down: what was sent must not be forgotten. */
const MARK_AGAIN_MS = 1_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { documents, perform, clock, wait, log, instance } = options;
  const attempt = createAttempts();
  const running = new Map<string, Job>();
  let stopped = false;
  const halted = (): boolean => stopped;

  /** Performs and marks until nothing is ready; the claim is given back with the last mark. */
  async function drain(work: Work, mode: Mode): Promise<Firsts> {
    let { loaded } = work;
    while (loaded.envelope.claim?.token === instance) {
      const done = await batch({ ...work, loaded }, mode);
      const others = ready(loaded.envelope, instant(clock)).some(({ effect }) => !mode.only(effect));
      if (done.performed.length === 0 && others && !done.leave) break;
      const after = await mark(work, loaded, done, mode);
      if (!after) return { loaded, sure: false };
      loaded = after;
    }
    return { loaded, sure: true };
  }

  async function batch(work: Work, { only }: Mode): Promise<Batch> {
    const { loaded } = work;
    const performed: Performed[] = [];
    const waiting = new Set<string>();
    const served = new Set<string>();
    for (const pending of ready(loaded.envelope, instant(clock))) {
      const receiver = receiverOf(pending.effect);
      if (waiting.has(receiver)) continue;
      if (!only(pending.effect)) {
        // What comes before the answer does not overtake what waits for the same receiver: a name that is let go
        // would be let go after it was taken again.
        waiting.add(receiver);
        continue;
      }
      if (!claimHolds(loaded.envelope.claim, instant(clock)) || runsOut(loaded.envelope)) break;
      if (halted() || !(await may(work))) return { performed, leave: true };
      const result = await attempt(keyOf(loaded), pending, () => perform({ ...work, served }, pending));
      if (result.again) waiting.add(receiver);
      for (const person of Object.keys(result.cards ?? {})) served.add(person);
      performed.push({ pending, result });
    }
    return { performed, leave: halted() };
  }

  function runsOut({ claim }: Envelope): boolean {
    return claim === undefined || claim.until < plusSeconds(instant(clock), LEFT_SECONDS);
  }

  async function may({ lane }: Work): Promise<boolean> {
    return lane === 'answers' || (await options.mayBulk().catch(() => false));
  }

  /** Writes the results; again when somebody else wrote first or the store is down. Undefined: nothing more to do. */
  async function mark(
    work: Work,
    seen: Loaded,
    done: Batch,
    { most, answered }: Mode,
  ): Promise<Loaded | undefined> {
    let at: Loaded | undefined = seen;
    let results = done;
    let failures = 0;
    while (at) {
      try {
        const envelope: Envelope = await swept(work, at.envelope, results, answered);
        const moment = documents.moment(work.organisation);
        const commit = await documents.commit(work.aggregate, moment, at.id, envelope, at);
        if (commit.kind === 'written') return commit.loaded;
        if (commit.kind === 'removed') return undefined;
        at = await documents.load(work.aggregate, work.organisation, at.id);
      } catch (error) {
        failures += 1;
        log.alert('outbox-mark-failed', { pk: seen.pk, id: seen.id, results: done.performed.length }, error);
        if (halted() || failures >= most) return undefined;
        if (!(error instanceof OutsideError)) {
          // A bug, perhaps in what an answer leads to: the rest is marked, the answer is asked for again later.
          if (results !== done) return undefined;
          results = { ...done, performed: done.performed.map(postponed) };
        }
        await wait(MARK_AGAIN_MS);
        at = await documents.load(work.aggregate, work.organisation, seen.id).catch(() => seen);
      }
    }
    return undefined;
  }

  function postponed(one: Performed): Performed {
    return one.result.answer ? { ...one, result: { again: later(one.pending, instant(clock)) } } : one;
  }

  /** The envelope after these results, claimed on while more is ready, given back when nothing is. */
  async function swept(
    work: Work,
    before: Envelope,
    { performed, leave }: Batch,
    answered: string | undefined,
  ): Promise<Envelope> {
    const moment = documents.moment(work.organisation);
    const known = await Promise.all(
      performed.map(async (one): Promise<Performed> => {
        const { answer } = one.result;
        return answer ? { ...one, facts: await options.factsOf(work, before, answer) } : one;
      }),
    );
    const after = marked(work.aggregate, before, known, moment, answered);
    if (claimHolds(before.claim, moment.now) && before.claim.token !== instance) return after;
    const { claim: _given, ...free } = after;
    return leave || halted() || !isReady(free, moment.now) ? free : withClaim(free, moment.now, instance);
  }

  /** A commit that came while this run was under way is taken up, read afresh, before the run ends. */
  async function everything(work: Work, key: string, job: Job): Promise<void> {
    let loaded: Loaded | undefined = work.loaded;
    const more = (): boolean => job.again;
    try {
      for (;;) {
        if (loaded) await drain({ ...work, loaded, unanswered: job.unanswered }, ALL);
        if (!more()) return;
        job.again = false;
        loaded = await documents.load(work.aggregate, work.organisation, work.loaded.id);
      }
    } catch (error) {
      log.alert('outbox-failed', { pk: work.loaded.pk, id: work.loaded.id }, error);
    } finally {
      // In the same instant as the last look at `again`: whoever comes now starts a run of their own.
      running.delete(key);
    }
  }

  return {
    run(work) {
      const key = keyOf(work.loaded);
      const { unanswered = false } = work;
      const other = running.get(key);
      if (other) {
        other.again = true;
        other.unanswered ||= unanswered;
        return other.done;
      }
      const job: Job = { done: Promise.resolve(), lane: work.lane, again: false, unanswered };
      running.set(key, job);
      job.done = everything(work, key, job);
      return job.done;
    },

    async room() {
      for (;;) {
        const bulk = [...running.values()].filter(({ lane }) => lane === 'bulk');
        if (bulk.length < MOST_BULK) return;
        await Promise.race(bulk.map(({ done }) => done));
      }
    },

    // Somebody waits for the answer: a mark that fails is left to the run that follows.
    first: (work, card) => drain(work, card === undefined ? FIRST : { ...FIRST, answered: card }),

    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },

    stop() {
      stopped = true;
    },
  };
}

function keyOf(loaded: Loaded): string {
  return `${loaded.pk}/${loaded.id}`;
}
