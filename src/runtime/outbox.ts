/** Performs the effects of a document: claim → send → mark. One run per document at a time in this process. */
import type { Answer, Effect } from '../kernel/effect';
import { instant, type Clock, type Wait } from '../ports/clock';
import type { Log } from '../ports/log';
import { createAttempts } from './attempts';
import type { Documents } from './documents';
import type { Envelope, Loaded } from './envelope';
import { marked, type Result } from './marks';
import { CLAIM_SECONDS, claimHolds, plusSeconds, ready } from './pending';
import type { Outbox, Perform, Work } from './work';

export interface OutboxOptions {
  readonly documents: Documents;
  readonly perform: Perform;
  /** Facts for the answers that come back to the sender. */
  readonly factsOf: (work: Work, envelope: Envelope, command: Answer) => Promise<unknown>;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly log: Log;
  /** Token of this instance's claims; a new one for every process. */
  readonly instance: string;
}

type Results = ReadonlyMap<number, Result>;

/** Results are written, and the claim renewed, at least this often while sending takes long. */
const MARK_AFTER_MS = 10_000;
/** Pause before a mark is tried again when the store is down: what was sent must not be forgotten. */
const MARK_AGAIN_MS = 1_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { documents, perform, clock, wait, log, instance } = options;
  const attempts = createAttempts();
  const running = new Map<string, { done: Promise<void>; again: boolean }>();
  let stopped = false;
  const halted = (): boolean => stopped;

  /** Performs and marks until nothing is ready; the claim is given back with the last mark. */
  async function drain(work: Work, only: (effect: Effect) => boolean): Promise<Loaded> {
    let { loaded } = work;
    while (!halted() && loaded.envelope.claim?.token === instance) {
      const results = await batch({ ...work, loaded }, only);
      const left = ready(loaded.envelope, instant(clock)).some(({ effect }) => !only(effect));
      if (results.size === 0 && left) return loaded;
      const after = await mark(work, loaded, results);
      if (!after) return loaded;
      loaded = after;
    }
    return loaded;
  }

  async function batch(work: Work, only: (effect: Effect) => boolean): Promise<Results> {
    const { loaded } = work;
    const key = keyOf(loaded);
    const results = new Map<number, Result>();
    const started = clock.now();
    for (const pending of ready(loaded.envelope, instant(clock))) {
      if (!only(pending.effect) || !attempts.isNews(key, pending)) continue;
      if (halted() || clock.now() - started > MARK_AFTER_MS) break;
      if (!claimHolds(loaded.envelope.claim, instant(clock))) break;
      const result = await perform(work, pending);
      attempts.tried(key, pending, result.again);
      results.set(pending.seq, result);
    }
    return results;
  }

  /** Writes the results; again when somebody else wrote first or the store is down. Undefined: nothing more to do. */
  async function mark(work: Work, seen: Loaded, results: Results): Promise<Loaded | undefined> {
    let at: Loaded | undefined = seen;
    while (at) {
      try {
        const envelope: Envelope = await swept(work, at.envelope, results);
        const commit = await documents.commit(
          work.aggregate,
          documents.moment(work.organisation),
          at.id,
          envelope,
          at,
        );
        if (commit.kind === 'written') return commit.loaded;
        if (commit.kind === 'removed') return undefined;
        at = await documents.load(work.aggregate, work.organisation, at.id);
      } catch (error) {
        log.alert('outbox-mark-failed', { pk: seen.pk, id: seen.id, results: results.size }, error);
        if (halted()) return undefined;
        await wait(MARK_AGAIN_MS);
        at = await documents.load(work.aggregate, work.organisation, seen.id).catch(() => seen);
      }
    }
    return undefined;
  }

  /** The envelope after these results, claimed on while more is ready, given back when nothing is. */
  async function swept(work: Work, before: Envelope, results: Results): Promise<Envelope> {
    const moment = documents.moment(work.organisation);
    const answers = await Promise.all(
      [...results.values()].flatMap(({ answer }) =>
        answer ? [options.factsOf(work, before, answer).then((facts) => ({ answer, facts }))] : [],
      ),
    );
    const after = marked(work.aggregate, before, results, answers, moment);
    if (claimHolds(before.claim, moment.now) && before.claim.token !== instance) return after;
    const { claim: _given, ...free } = after;
    if (halted() || ready(after, moment.now).length === 0) return free;
    return { ...free, claim: { token: instance, until: plusSeconds(moment.now, CLAIM_SECONDS) } };
  }

  /** A commit that came while this run was under way is taken up, read afresh, before the run ends. */
  async function everything(work: Work, job: { again: boolean }): Promise<void> {
    let loaded: Loaded | undefined = work.loaded;
    const more = (): boolean => job.again;
    do {
      job.again = false;
      await drain({ ...work, loaded }, () => true);
      loaded = more() ? await documents.load(work.aggregate, work.organisation, loaded.id) : undefined;
    } while (loaded !== undefined && !halted());
  }

  return {
    run(work) {
      const key = keyOf(work.loaded);
      const other = running.get(key);
      if (other) {
        other.again = true;
        return other.done;
      }
      const job = { done: Promise.resolve(), again: false };
      running.set(key, job);
      job.done = everything(work, job)
        .catch((error: unknown) =>
          log.alert('outbox-failed', { pk: work.loaded.pk, id: work.loaded.id }, error),
        )
        .finally(() => running.delete(key));
      return job.done;
    },

    first: (work) => drain(work, (effect) => effect.kind === 'send' && effect.first === true),

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
