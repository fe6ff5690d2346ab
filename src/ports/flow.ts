/**
 * How a feature tells the runtime what it is: its documents (aggregates), the questions it answers (queries) and the
 * words that start them (phrases). Everything here is declared as data and pure functions; the runtime does the I/O.
 */
import type { ZodType } from 'zod';
import type { Actor, KnownPerson, Person, PersonId, Unreached } from '../kernel/actor';
import type { Decision, Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type {
  CommandBase,
  EventBase,
  Matter,
  Moment,
  Presenting,
  Recorded,
  StateBase,
} from '../kernel/matter';
import type { Phrase } from '../kernel/phrase';
import type { Line, View } from '../kernel/view';
import type { Picture } from '../kernel/picture';
import type { Download, UploadPage } from './page';
import type { Listed } from './store';

/** A thin row per document, held in memory and refreshed by change time; for lists and search only. */
export interface RowSource<S extends StateBase, R> {
  readonly aggregate: Aggregate<S>;
  row(matter: Matter<S>): R;
  /** Days for which a document that nobody writes any more stays in memory; without it, all of them do for ever. */
  readonly days?: number;
}

/** What facts and queries may read. Nothing in `decide` reads. */
export interface Reading {
  one<S extends StateBase, E extends EventBase>(
    aggregate: Aggregate<S, CommandBase, E>,
    id: string,
  ): Promise<Matter<S, E> | undefined>;
  /** One page, ordered by id; `next` continues it. */
  list<S extends StateBase, E extends EventBase>(
    aggregate: Aggregate<S, CommandBase, E>,
    where: Listed,
    page?: { readonly limit?: number; readonly after?: string },
  ): Promise<{ readonly items: readonly Matter<S, E>[]; readonly next?: string }>;
  /** Every event of a matter from the first one on, read as they are asked for. */
  trail<S extends StateBase, E extends EventBase>(matter: Matter<S, E>): AsyncIterable<Recorded<E>>;
  rows<S extends StateBase, R>(source: RowSource<S, R>): Promise<readonly R[]>;
  /** People of the organisation by exact e-mail address or full name, case-insensitive. */
  find(text: string): Promise<readonly KnownPerson[]>;
  known(id: PersonId): Promise<KnownPerson | undefined>;
  unreached(): Promise<readonly Unreached[]>;
  /** What waits for this person's decision, of every feature. */
  waiting(person: Person, moment: Moment): Promise<readonly Line[]>;
  /** What this person has going, of every feature. */
  mine(person: Person, moment: Moment): Promise<readonly Line[]>;
  /** The phrases offered in help and in the app's manifest. */
  offered(): readonly Phrase[];
}

export interface FactsRequest<S, C> {
  /** Id of the document, existing or not. */
  readonly id: string;
  readonly moment: Moment;
  readonly actor: Actor;
  readonly state: S | undefined;
  /** Absent when only a card is rendered. */
  readonly command?: C;
  readonly reading: Reading;
}

/** How a picture came: as a message, or by a link to the upload page ("via länk"). */
export type Via = 'chat' | 'link';

/** What a kind of document does with pictures. The runtime fetches, checks and keeps the bytes. */
export interface Pictures<S extends StateBase, C extends CommandBase, E extends EventBase, F> {
  /**
   * Why none may come now, asked before anything is fetched or kept. `linkAt`: the instant at which the link was
   * given, for one that comes by a link; a state may have revoked it since. What is refused with `linkAt` and not, or
   * with another code, without it is the link's end: its page is shown no more.
   */
  refuses(state: S, actor: Person, facts: F, linkAt?: string): Refusal | undefined;
  /** Its replay key is person + target + SHA-256 + how often that picture was set aside. */
  take(picture: Picture, via: Via): C;
  /** How often this picture was set aside as the wrong one: sent again after that it is no replay. Never, unless it says. */
  setAside?(state: S, sha256: string): number;
  /** The answer to the question the page asks. */
  answer(yes: boolean): C;
  /** "I am done": the page's link is revoked. */
  finish(): C;
  page(input: Presenting<S, C, E, F>): UploadPage;
}

/** One kind of document: what may happen to it, and how it looks to whom. */
export interface Aggregate<
  S extends StateBase = StateBase,
  C extends CommandBase = CommandBase,
  E extends EventBase = EventBase,
  F = unknown,
> {
  readonly kind: string;
  /** Version of the stored state; `restore` migrates older ones. */
  readonly schemaVersion: number;
  restore(raw: unknown, version: number): S;
  /** What people may send, by verb; each schema turns the card's inputs into a command. */
  readonly verbs: Readonly<Record<string, ZodType<C>>>;
  /** The only place for I/O of a turn besides the document itself. */
  facts(request: FactsRequest<S, C>): F | Promise<F>;
  /** Who may do what; undefined means yes. Also asked before a card is shown (`see`). */
  permits(
    actor: Actor,
    command: C | { readonly type: 'see' },
    state: S | undefined,
    facts: F,
  ): Refusal | undefined;
  /** Pure. `state` is undefined for a document that does not exist yet. */
  decide(command: C, state: S | undefined, facts: F, actor: Actor): Decision<E>;
  evolve(state: S | undefined, event: E): S;
  /** Events that people do not decide on: they leave the revision as it is. */
  readonly quiet: readonly E['type'][];
  /** Its timer comes after everybody else's in a round, since it gathers what they lead to. */
  readonly gathers?: boolean;
  /** What the trail keeps of an event; the whole event unless it says otherwise. The state is made from the whole one. */
  trace?(event: E): E;
  /** A state in which the document has no more use and is deleted. */
  spent?(state: S): boolean;
  /** When `tick` is due, ISO instant; undefined for never. */
  deadline(state: S, moment: Moment): string | undefined;
  listed(state: S): Listed;
  /** Departments whose communicators see whom its messages did not reach; the listed one unless it says otherwise. */
  departments?(state: S): readonly string[];
  present(input: Presenting<S, C, E, F>): View;
  /** The line of a message of the day, or undefined when the matter is resolved meanwhile. */
  mention?(matter: Matter<S, E>, viewer: Person, reason: string, facts: F): string | undefined;
  /** The first day from a working day on that a line about it may be sent on; that day itself unless it says otherwise. */
  lineFrom?(day: string, moment: Moment): string;
  /** Asks for the matter's own card when its line is the only one of a day: the command that sends it. */
  remind?(to: PersonId): C;
  readonly pictures?: Pictures<S, C, E, F>;
  /** What a link takes out; `part` names which. A refusal when this person may not, or there is none. */
  download?(asking: {
    readonly matter: Matter<S, E>;
    readonly part: string | undefined;
    readonly actor: Person;
    readonly facts: F;
    readonly moment: Moment;
    readonly reading: Reading;
  }): Download | Refusal;
}

export interface Asking<D = unknown> {
  readonly data: D;
  readonly actor: Person;
  readonly moment: Moment;
  readonly reading: Reading;
  readonly locale: Locale;
  /** A fresh id for a card that may create a document. */
  readonly fresh: string;
  /** The one thing a query may change: the language this person reads from now on. */
  readonly speak: (locale: Locale) => Promise<void>;
}

/** A card that belongs to a matter: the runtime stamps it, and keeps where it stands. */
export interface MatterCard {
  readonly matter: MatterRef;
  /** Answers a new matter's form begins with. */
  readonly prefill?: Readonly<Record<string, string>>;
}

export interface Query<D = unknown> {
  readonly data: ZodType<D>;
  /** A card, or the person's card of one matter (a fresh id shows the form of a new one). */
  answer(asking: Asking<D>): Promise<View | MatterCard> | View | MatterCard;
}

export interface Feature {
  readonly name: string;
  readonly aggregates: readonly Aggregate[];
  readonly queries: Readonly<Record<string, Query>>;
  readonly phrases: readonly Phrase[];
  /** The sentence for one of this feature's own refusals, where there is no card to show it on. */
  sentence?(refusal: Refusal, locale: Locale): string | undefined;
  /** A query for words that are no phrase, when this feature understands them. */
  hear?(text: string, moment: Moment): { readonly verb: string; readonly data: unknown } | undefined;
  /** Lists that a link takes out, by name: whole, as this person may see them then. */
  readonly exports?: Readonly<
    Record<
      string,
      (asking: {
        readonly part: string | undefined;
        readonly actor: Person;
        readonly moment: Moment;
        readonly reading: Reading;
      }) => Promise<Download | Refusal>
    >
  >;
  /** Documents that must exist by now; the timer sends each its command until it does. */
  openings?(moment: Moment): readonly {
    readonly matter: MatterRef;
    readonly command: { readonly type: string } & Readonly<Record<string, unknown>>;
  }[];
  /** Matters of this person that wait for a picture, the most pressing first. */
  awaiting?(person: Person, moment: Moment, reading: Reading): Promise<readonly Line[]>;
  waiting?(person: Person, moment: Moment, reading: Reading): Promise<readonly Line[]>;
  mine?(person: Person, moment: Moment, reading: Reading): Promise<readonly Line[]>;
}
