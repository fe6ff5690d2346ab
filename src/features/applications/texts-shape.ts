/** What an application has words for; Swedish and English both fill it, or they do not compile. */
import type { Code } from './facts';
import type { FixedField, Problem, StepName } from './fields';
import type { Status } from './model';
import type { Refusals } from './policy';

export interface FieldText {
  readonly label: string;
  readonly help?: string;
}

/** Why a click changed nothing; `what` is the last thing that happened, in words. */
export type NoticeCode = Code | Refusals | 'busy' | 'taken';

export interface Texts {
  readonly title: string;
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
  readonly buttons: Readonly<
    Record<
      | 'next'
      | 'back'
      | 'save'
      | 'submit'
      | 'withdraw'
      | 'approve'
      | 'reject'
      | 'acknowledge'
      | 'report'
      | 'open',
      string
    >
  >;
  readonly rejectWords: FieldText;
  readonly link: FieldText;
  readonly standing: Readonly<Record<Status, string>>;
  readonly waitsForYou: string;
  readonly since: (workingDays: number) => string;
  readonly next: {
    readonly draft: string;
    readonly claiming: string;
    readonly submitted: (names: string) => string;
    /** For those who only follow it. */
    readonly waits: (names: string) => string;
    readonly decide: (name: string) => string;
    readonly approved: (name: string) => string;
    readonly acknowledge: string;
    readonly acknowledged: (name: string) => string;
    readonly create: string;
    readonly active: string;
    readonly rejected: (reason: string, name: string) => string;
    /** For everybody but the applicant. */
    readonly refused: (reason: string) => string;
    readonly withdrawn: string;
    readonly expired: string;
    readonly settled: (name: string) => string;
  };
  readonly notices: Readonly<
    Record<NoticeCode, (details: Readonly<Record<string, string | number>>) => string>
  >;
  readonly happened: {
    readonly begun: (name: string) => string;
    readonly submitted: (name: string) => string;
    readonly claimed: string;
    readonly taken: (name: string) => string;
    readonly withdrawn: (name: string) => string;
    readonly approved: (name: string, forName: string) => string;
    readonly rejected: (name: string, forName: string) => string;
    readonly acknowledged: (name: string) => string;
    readonly created: (name: string) => string;
  };
  readonly facts: Readonly<
    Record<
      | 'purpose'
      | 'audience'
      | 'responsible'
      | 'deputies'
      | 'consultation'
      | 'unit'
      | 'applicant'
      | 'training'
      | 'guideline'
      | 'reason'
      | 'link'
      | 'approval',
      string
    >
  >;
  readonly consultation: (name: string, day: string) => string;
  /** Lines of the message of the day; `applicant` is empty for the applicant's own. */
  readonly late: Readonly<
    Record<'decision' | 'receipt' | 'creation', (name: string, days: number, applicant: string) => string>
  > & { readonly draft: (name: string, day: string) => string };
  readonly saved: string;
  /** Beside the box of an item on the checklist. */
  readonly done: string;
  readonly more: string;
  readonly history: string;
  readonly earlier: string;
  readonly summaries: Readonly<
    Record<'form' | 'decide' | 'acknowledge' | 'approved' | 'rejected' | 'create' | 'other', string>
  >;
  readonly on: (platform: string) => string;
  readonly unnamed: string;
}
