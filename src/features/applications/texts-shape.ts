/** What an application has words for; Swedish and English both fill it, or they do not compile. */
import type { Code } from './facts';
import type { Situation } from './deadlines';
import type { FixedField, Problem, StepName } from './fields';
import type { Status } from './model';
import type { Refusals } from './policy';

export interface FieldText {
  readonly label: string;
  readonly help?: string;
}

/** Why a click changed nothing; `what` is the last thing that happened, in words. */
export type NoticeCode = Code | Refusals | 'busy' | 'taken';

/** The form, and the accounts that are shown before it is sent in. */
export interface FormTexts {
  readonly progress: (step: number, of: number) => string;
  readonly steps: Readonly<Record<StepName, { readonly heading: string; readonly intro: string }>>;
  readonly fields: Readonly<Record<FixedField, FieldText>>;
  readonly otherPlatform: string;
  readonly accountTypes: Readonly<Record<'unit' | 'official', string>>;
  readonly yesNo: Readonly<Record<'yes' | 'no' | 'unsure', string>>;
  readonly clientError: string;
  readonly problems: Readonly<
    Record<Problem, (details: { readonly max?: number; readonly name?: string }) => string>
  >;
  readonly twins: {
    readonly heading: (count: number) => string;
    readonly intro: (count: number) => string;
    /** When the only one that could be joined has said no. */
    readonly declinedIntro: string;
    readonly same: string;
    readonly sameIntro: string;
    readonly yours: string;
    readonly responsible: (name: string) => string;
  };
  readonly asks: (name: string, words: string) => string;
  readonly declined: (answer: {
    readonly name: string;
    readonly handle: string;
    readonly words: string;
  }) => string;
}

export interface Texts extends FormTexts {
  readonly title: string;
  readonly buttons: Readonly<
    Record<
      | 'next'
      | 'back'
      | 'save'
      | 'submit'
      | 'consult'
      | 'proceed'
      | 'join'
      | 'resume'
      | 'welcome'
      | 'decline'
      | 'withdraw'
      | 'propose'
      | 'talked'
      | 'chat'
      | 'approve'
      | 'ask'
      | 'handOver'
      | 'reject'
      | 'acknowledge'
      | 'report'
      | 'look'
      | 'confirm'
      | 'giveBack'
      | 'open',
      string
    >
  >;
  /** The inputs beside buttons; `words` differs with what they are for. */
  readonly inputs: Readonly<
    Record<
      | 'words'
      | 'wordsAndTalk'
      | 'moreWords'
      | 'agreed'
      | 'toApplicant'
      | 'missing'
      | 'about'
      | 'to'
      | 'day'
      | 'dayOrProposed'
      | 'time'
      | 'reason',
      FieldText
    >
  >;
  /** Opens and closes the folded list of colleagues. */
  readonly handOver: string;
  /** Marks an answer that was changed, and shows what it was. */
  readonly changedLabel: (label: string) => string;
  readonly was: (now: string, before: string) => string;
  readonly unchanged: string;
  readonly handed: (name: string, words: string) => string;
  /** A talk that the applicant has written down. */
  readonly talkToldBy: (name: string, day: string, words: string) => string;
  readonly talk: (name: string, day: string, words: string) => string;
  readonly link: FieldText;
  readonly standing: Readonly<Record<Status, string>>;
  /** For a person who was asked to share an account, when nobody waits for the answer. */
  readonly over: string;
  /** The guideline that applies, and who decided it (G-4.1). */
  readonly rules: (title: string, decidedBy: string, day: string) => string;
  readonly waitsForYou: string;
  readonly answered: string;
  readonly since: (workingDays: number) => string;
  readonly next: {
    readonly draft: string;
    readonly talkAsked: (names: string) => string;
    readonly talkPlanned: (name: string, day: string, time: string) => string;
    readonly talked: (name: string, day: string, words: string) => string;
    readonly advise: (applicant: string) => string;
    readonly advisePlanned: (name: string, applicant: string, day: string, time: string) => string;
    readonly advised: (applicant: string) => string;
    readonly adviseSubmitted: (applicant: string) => string;
    readonly join: (applicant: string, handle: string) => string;
    readonly answered: (applicant: string, handle: string) => string;
    readonly joining: (name: string, handle: string) => string;
    readonly joined: (name: string, handle: string, words: string) => string;
    /** For those who only follow it. */
    readonly joinedOther: (applicant: string, handle: string) => string;
    readonly joinedBy: (applicant: string, handle: string) => string;
    readonly claiming: string;
    readonly submitted: (names: string) => string;
    readonly submittedBeforeTalk: (names: string) => string;
    /** For those who only follow it. */
    readonly waits: (names: string) => string;
    readonly decide: (name: string) => string;
    /** When the applicant has answered questions. */
    readonly decideAgain: (name: string) => string;
    readonly decideAfterTalk: (name: string) => string;
    readonly stepOf: (step: number, of: number) => string;
    readonly amend: (name: string) => string;
    readonly changes: (applicant: string) => string;
    readonly approved: (name: string) => string;
    readonly acknowledge: string;
    readonly acknowledged: (name: string) => string;
    readonly create: string;
    readonly returned: (name: string, words: string) => string;
    readonly created: (names: string) => string;
    readonly inspect: (name: string) => string;
    readonly active: string;
    readonly rejected: (reason: string, name: string) => string;
    /** For everybody but the applicant. */
    readonly refused: (reason: string) => string;
    readonly lapsed: string;
    readonly withdrawn: string;
    readonly expired: string;
    readonly settled: (name: string) => string;
  };
  readonly notices: Readonly<
    Record<NoticeCode, (details: Readonly<Record<string, string | number>>) => string>
  >;
  readonly happened: Readonly<
    Record<
      | 'consultationAsked'
      | 'welcomed'
      | 'declined'
      | 'resumed'
      | 'submitted'
      | 'resubmitted'
      | 'taken'
      | 'withdrawn'
      | 'asked'
      | 'acknowledged'
      | 'created'
      | 'returned'
      | 'confirmed',
      (name: string) => string
    >
  > &
    Readonly<Record<'endorsed' | 'approved' | 'rejected', (name: string, forName: string) => string>> & {
      readonly consultationPlanned: (name: string, day: string, time: string) => string;
      readonly consultationHeld: (name: string) => string;
      readonly joinAsked: (name: string, handle: string) => string;
      readonly handedOver: (name: string, to: string) => string;
      readonly lapsed: string;
    };
  readonly facts: Readonly<
    Record<
      | 'purpose'
      | 'audience'
      | 'responsible'
      | 'deputies'
      | 'mailbox'
      | 'colour'
      | 'talk'
      | 'twin'
      | 'twins'
      | 'goOn'
      | 'changed'
      | 'question'
      | 'handed'
      | 'applicant'
      | 'guideline'
      | 'link',
      string
    >
  >;
  /** Lines of the message of the day; `applicant` is empty for the applicant's own. */
  readonly late: Readonly<Record<Situation, (name: string, days: number, applicant: string) => string>> & {
    readonly draft: (name: string, day: string) => string;
  };
  readonly saved: string;
  /** Beside the box of an item on the checklist. */
  readonly done: string;
  readonly more: string;
  readonly history: string;
  readonly earlier: string;
  readonly summaries: Readonly<
    Record<
      | 'form'
      | 'consult'
      | 'planned'
      | 'talked'
      | 'join'
      | 'welcomed'
      | 'declined'
      | 'decide'
      | 'again'
      | 'handed'
      | 'informed'
      | 'changes'
      | 'lapsed'
      | 'acknowledge'
      | 'approved'
      | 'rejected'
      | 'create'
      | 'inspect'
      | 'returned'
      | 'active'
      | 'other',
      string
    >
  >;
  readonly unnamed: string;
}
