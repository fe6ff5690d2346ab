/** The shape of every text of triage: a missing English one does not compile. */
import type { Reason } from './effects';
import type { Code, Problem } from './facts';
import type { PostKind, Removal, Status, Suggestion } from './model';
import type { QueueTexts } from './texts-shape-queue';

type Labelled = { readonly label: string; readonly help?: string };
/** Refusals that say who may, in the words of `policy`. */
type Denied =
  | 'forbidden'
  | 'not-yours'
  | 'secret'
  | 'registrar-decides'
  | 'not-registrar'
  | 'not-remover'
  | 'not-lead'
  | 'not-second'
  | 'same-person'
  | 'busy';

export interface Texts {
  readonly title: string;
  /** Of a masked case, and of one that is not described yet. */
  readonly numbered: (number: string) => string;
  readonly kinds: Readonly<Record<PostKind, string>>;
  readonly standing: Readonly<Record<Status, string>>;
  readonly due: (when: string) => string;
  readonly late: (when: string) => string;
  /** Progress of the form: safety, what it is, the questions. */
  readonly step: (at: number, of: number) => string;
  readonly answers: Readonly<Record<'yes' | 'no' | 'unsure', string>>;
  readonly examples: Readonly<Record<'is' | 'isNot', (example: string) => string>>;
  readonly suggestion: {
    readonly title: string;
    readonly says: Readonly<Record<Suggestion['outcome'], string>>;
    /** "may touch": names are those of the guideline's `touches`. */
    readonly touches: (names: string) => string;
    readonly unsure: (count: number) => string;
    readonly rule: (rule: string, version: number) => string;
    readonly clauses: (clauses: string) => string;
    readonly paragraph: (law: string, place: string, about: string) => string;
    readonly people: string;
    readonly basis: Readonly<Record<'law' | 'guideline' | 'both', string>>;
    readonly noCulling: string;
  };
  readonly next: {
    readonly safety: string;
    readonly describing: string;
    readonly asking: string;
    readonly suggested: string;
    readonly asked: string;
    readonly evidence: string;
    readonly registration: string;
    readonly registrationOwn: string;
    readonly removal: string;
    readonly telling: string;
    readonly answering: string;
    readonly culling: string;
    readonly cullingOwn: string;
    readonly alarm: string;
    readonly handed: string;
    readonly done: string;
    readonly withdrawn: string;
    readonly masked: string;
    readonly held: (name: string) => string;
    readonly returned: (name: string) => string;
  };
  readonly facts: Readonly<
    Record<
      | 'day'
      | 'text'
      | 'handlers'
      | 'ground'
      | 'secrecy'
      | 'registration'
      | 'removed'
      | 'pictures'
      | 'reason'
      | 'decision'
      | 'missing'
      | 'unsure'
      | 'confirmed',
      string
    >
  >;
  readonly secrecy: Readonly<Record<'open' | 'suspected' | 'secret', string>>;
  readonly registration: {
    readonly number: (number: string) => string;
    readonly pending: (day: string) => string;
    readonly notNeeded: string;
  };
  readonly removals: Readonly<Record<Removal['how'], string>>;
  readonly diary: Readonly<
    Record<
      | 'title'
      | 'number'
      | 'made'
      | 'secured'
      | 'sender'
      | 'receiver'
      | 'category'
      | 'secrecy'
      | 'evidence'
      | 'link'
      | 'us'
      | 'someone'
      | 'none'
      | 'registrarSays',
      string
    >
  >;
  readonly diaryTitle: (kind: string, where: string, day: string) => string;
  readonly reply: Readonly<Record<'title', string>>;
  readonly buttons: Readonly<
    Record<
      | 'goOn'
      | 'back'
      | 'answer'
      | 'withdraw'
      | 'hold'
      | 'release'
      | 'takeOver'
      | 'remove'
      | 'register'
      | 'keep'
      | 'cull'
      | 'consult'
      | 'agree'
      | 'disagree'
      | 'upload'
      | 'wrong'
      | 'secure'
      | 'sendBack'
      | 'number'
      | 'later'
      | 'notNeeded'
      | 'secret'
      | 'open'
      | 'name'
      | 'removed'
      | 'told'
      | 'notTold'
      | 'platform'
      | 'police'
      | 'handOver'
      | 'otherWay'
      | 'follow'
      | 'useHeld'
      | 'secrecy'
      | 'save'
      | 'send'
      | 'addPicture'
      | 'saveDay'
      | 'saveReason'
      | 'saveDecision'
      | 'saveSecrecy'
      | 'propose'
      | 'answerBack'
      | 'letRead'
      | 'stop',
      string
    >
  >;
  readonly inputs: Readonly<
    Record<
      | 'account'
      | 'page'
      | 'platform'
      | 'department'
      | 'day'
      | 'link'
      | 'text'
      | 'words'
      | 'reason'
      | 'number'
      | 'later'
      | 'notNeeded'
      | 'sendBack'
      | 'reference'
      | 'person'
      | 'how'
      | 'remains'
      | 'notTold'
      | 'police',
      Labelled
    >
  >;
  readonly otherPage: string;
  readonly otherPlatform: string;
  /** What stands on the cards besides. */
  readonly card: {
    /** Kind and sender in one, as the form asks for them. */
    readonly what: Readonly<Record<`${PostKind}-${'ours' | 'others'}`, string>>;
    readonly whatLabel: string;
    readonly elsewhere: string;
    readonly about: string;
    readonly forward: string;
    /** Which questions a page has. */
    readonly page: (first: number, last: number, of: number) => string;
    readonly child: string;
    readonly whatNow: string;
    readonly more: string;
    readonly at: (day: string, time: string) => string;
    readonly and: (names: string, last: string) => string;
    readonly askedOwn: string;
    readonly othersDecide: string;
    readonly again: string;
    readonly remains: string;
    readonly count: (count: number) => string;
    readonly sums: string;
    readonly masked: string;
    readonly follow: string;
    readonly held: (name: string, day: string) => string;
    readonly link: string;
    readonly ready: string;
    readonly pending: (day: string) => string;
    readonly reconsider: string;
    readonly saved: (name: string, day: string) => string;
    readonly saidBy: (name: string, words: string) => string;
    readonly rule: string;
    readonly laws: string;
    readonly paste: string;
    readonly told: string;
  };
  readonly links: {
    readonly page: string;
    readonly post: string;
    readonly picture: (at: number) => string;
  };
  readonly queue: QueueTexts;
  readonly list: {
    readonly about: string;
    readonly next: Readonly<Record<Status, string>>;
  };
  readonly upload: {
    readonly title: string;
    readonly none: string;
    readonly some: string;
    readonly what: readonly string[];
    readonly file: (name: string, day: string) => string;
  };
  readonly clientError: string;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly refusals: Readonly<Record<Exclude<Code, 'held'> | Denied, string>> & {
    readonly held: (name: string) => string;
  };
  /** Of notifications: never a word of the post; `number` is the case's. */
  readonly summary: Readonly<Record<Reason | 'card', (number: string) => string>>;
  readonly mention: (number: string, standing: string, day: string) => string;
  readonly happened: {
    readonly title: string;
    readonly earlier: string;
    readonly opened: (name: string) => string;
    readonly alarm: (name: string) => string;
    readonly described: (name: string) => string;
    readonly answered: (name: string) => string;
    readonly withdrawn: (name: string) => string;
    readonly held: (name: string) => string;
    readonly released: (name: string) => string;
    readonly lapsed: string;
    readonly consulted: (name: string) => string;
    readonly ruled: (name: string, outcome: string) => string;
    readonly overruled: (name: string, outcome: string) => string;
    readonly proposed: (name: string) => string;
    readonly culled: (name: string) => string;
    readonly stopped: (name: string) => string;
    readonly kept: (name: string) => string;
    readonly superseded: (name: string) => string;
    readonly secured: (name: string) => string;
    readonly sentBack: (name: string) => string;
    readonly registered: (name: string) => string;
    readonly numbered: (name: string) => string;
    readonly madeSecret: (name: string) => string;
    readonly madeOpen: (name: string) => string;
    readonly named: (name: string, handler: string) => string;
    readonly removed: (name: string) => string;
    readonly told: (name: string) => string;
    readonly notTold: (name: string) => string;
    readonly reported: Readonly<Record<'platform' | 'police', (name: string) => string>>;
    readonly handed: (name: string) => string;
    readonly reminded: string;
  };
}
