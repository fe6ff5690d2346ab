/** One turn of a person on one document: run the command, do what comes before the answer, show the card, then send. */
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { Organisation } from '../kernel/organisation';
import type { View } from '../kernel/view';
import type { CommandBase } from '../kernel/matter';
import type { Aggregate, Reading } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Audit } from './audit';
import { isView, type Showing } from './cards';
import type { Done, Order } from './commands';
import type { Documents } from './documents';
import type { Envelope, Loaded } from './envelope';
import type { Outbox } from './work';

export interface Place {
  readonly aggregate: Aggregate;
  readonly organisation: Organisation;
  readonly id: string;
}

export interface HumanOrder extends Place {
  readonly actor: Person;
  readonly command: CommandBase;
  readonly verb: string;
  readonly key: string;
  readonly revision: number | 'any';
  readonly card?: string;
}

export interface Opening extends Place {
  readonly actor: Person;
  readonly card: string | undefined;
  readonly prefill?: Readonly<Record<string, string>> | undefined;
  /** Why something else was not done. */
  readonly notice?: Refusal;
}

/** The card to answer with, a refusal only when there is none that this person may see; and why nothing was changed. */
export interface Answered {
  readonly shown: View | Refusal;
  readonly refusal?: Refusal;
}

export interface Turn {
  command(order: HumanOrder): Promise<Answered>;
  /** The person's card of a matter as it is now; one that does not exist yet shows the form of a new one. */
  open(order: Opening): Promise<View | Refusal>;
  /** Keeps where a card stands, without touching the revision. */
  placed(order: Place & { readonly person: string; readonly activity: string }): Promise<void>;
}

export interface TurnOptions {
  readonly documents: Documents;
  readonly run: (order: Order) => Promise<Done>;
  readonly outbox: Outbox;
  readonly show: (showing: Showing) => Promise<View | Refusal>;
  readonly reading: (organisation: Organisation) => Reading;
  readonly audit: Audit;
  readonly log: Log;
}

/** Shows the person's card of a matter, wherever it is asked for from a list. */
export const OPEN_VERB = 'open';
const PLACING_TRIES = 3;

export function createTurn(options: TurnOptions): Turn {
  const { documents, run, outbox, show, reading, audit, log } = options;

  async function command(order: HumanOrder): Promise<Answered> {
    const { aggregate, organisation, id, actor } = order;
    const done = await run(order);
    const notice = 'refusal' in done ? done.refusal : undefined;
    if (done.kind === 'forbidden') await forbidden(order, order.verb, done.refusal);
    const shownAs = async (envelope: Envelope | undefined): Promise<View | Refusal> => {
      const shown = await show({
        aggregate,
        id,
        envelope,
        moment: done.moment,
        viewer: actor,
        reading: reading(organisation),
        ...(notice ? { notice, attempt: order.command } : {}),
      });
      return isView(shown) ? shown : (notice ?? shown);
    };
    if (done.kind !== 'changed')
      return { shown: await shownAs(done.loaded?.envelope), ...(notice ? { refusal: notice } : {}) };
    const { loaded } = done;
    return { shown: await (loaded ? answered(order, loaded, shownAs) : shownAs(done.envelope)) };
  }

  /** Somebody reached for what is not theirs: in the log, and in the audit trail. */
  async function forbidden(
    { aggregate, organisation, id, actor }: Place & { readonly actor: Person },
    verb: string,
    { code }: Refusal,
  ): Promise<void> {
    log.warn('forbidden', { person: actor.id, verb, id, code });
    await audit(organisation, actor, { what: 'forbidden', verb, matter: `${aggregate.kind}/${id}`, code });
  }

  /** Performs what comes before the answer, makes the answer, and starts the rest. */
  async function answered<T>(
    { aggregate, organisation, card }: HumanOrder,
    committed: Loaded,
    answer: (envelope: Envelope) => Promise<T>,
  ): Promise<T> {
    const work = { aggregate, organisation, lane: 'answers' } as const;
    const { loaded, sure } = await outbox.first({ ...work, loaded: committed }, card);
    let unanswered = true;
    try {
      const made = await answer(loaded.envelope);
      unanswered = !sure;
      return made;
    } finally {
      void outbox.run({ ...work, loaded, unanswered });
    }
  }

  async function place(
    { aggregate, organisation, id }: Place,
    person: string,
    activity: string,
    known?: Loaded,
  ): Promise<Loaded | undefined> {
    for (let tries = 1; ; tries += 1) {
      const loaded = tries === 1 && known ? known : await documents.load(aggregate, organisation, id);
      if (!loaded || loaded.envelope.cards[person] === activity) return loaded;
      const envelope = { ...loaded.envelope, cards: { ...loaded.envelope.cards, [person]: activity } };
      const commit = await documents.commit(aggregate, documents.moment(organisation), id, envelope, loaded);
      if (commit.kind === 'written') return commit.loaded;
      if (tries >= PLACING_TRIES) return loaded;
    }
  }

  return {
    command,

    async open(order) {
      const { aggregate, organisation, id, actor, card, prefill, notice } = order;
      const loaded = await documents.load(aggregate, organisation, id);
      const shownAs = (seen: Loaded | undefined): Promise<View | Refusal> =>
        show({
          aggregate,
          id,
          envelope: seen?.envelope,
          moment: documents.moment(organisation),
          viewer: actor,
          reading: reading(organisation),
          ...(prefill === undefined || seen ? {} : { prefill }),
          ...(notice === undefined ? {} : { notice }),
        });
      const shown = await shownAs(loaded);
      if (loaded && !isView(shown)) await forbidden(order, OPEN_VERB, shown);
      if (card === undefined || !loaded || !isView(shown)) return shown;
      const placed = await place(order, actor.id, card, loaded);
      // What happened before the card was known to stand there did not bring it up to date.
      return placed?.envelope.revision === loaded.envelope.revision ? shown : shownAs(placed);
    },

    async placed(order) {
      await place(order, order.person, order.activity);
    },
  };
}
