/** The shape of every text of archiving: a missing English one does not compile. */
import type { Figures } from './figures';
import type { Code, Problem } from './facts';
import type { Doubt, In, Occasion } from './model';
import type { SeasonCode } from './season-model';

type Labelled = { readonly label: string; readonly help?: string };

export interface Texts {
  readonly title: (season: string) => string;
  readonly extraTitle: Readonly<Record<Occasion, string>>;
  readonly seasonName: (name: string, year: string) => string;
  readonly standing: Readonly<
    Record<'waiting' | 'disputed' | 'done' | 'impossible' | 'sealed' | 'missing', string>
  >;
  readonly due: (day: string) => string;
  readonly late: (day: string) => string;
  readonly snoozedUntil: (day: string) => string;
  readonly next: {
    readonly own: string;
    readonly office: (name: string) => string;
    readonly link: string;
    readonly done: (count: number, most: number) => string;
    readonly notMine: (name: string) => string;
    readonly closed: (name: string) => string;
    readonly disputedOwn: string;
    readonly impossible: string;
    readonly sealed: string;
    readonly follow: string;
    readonly start: string;
    readonly noAccounts: string;
  };
  readonly doubt: Readonly<Record<Doubt['why'], string>>;
  readonly whatTitle: string;
  readonly atMost: (count: number) => string;
  readonly facts: Readonly<
    Record<'responsible' | 'link' | 'pictures' | 'reason' | 'answer' | 'said' | 'supplements', string>
  >;
  readonly kept: (name: string, forName: string, day: string) => string;
  readonly picture: (at: number) => string;
  readonly pictureInDoubt: string;
  readonly buttons: Readonly<
    Record<
      | 'upload'
      | 'uploadFor'
      | 'page'
      | 'more'
      | 'wrong'
      | 'trust'
      | 'drop'
      | 'remind'
      | 'snooze'
      | 'notMine'
      | 'closed'
      | 'assign'
      | 'insist'
      | 'inUse'
      | 'closeAccount'
      | 'ruleOut'
      | 'supplement'
      | 'start'
      | 'sendSnooze'
      | 'sendNotMine'
      | 'sendClosed'
      | 'sendAssign'
      | 'link'
      | 'open'
      | 'extra'
      | 'earlier'
      | 'later'
      | 'back'
      | 'confirm'
      | 'withdraw'
      | 'package'
      | 'download'
      | 'season',
      string
    >
  >;
  readonly inputs: Readonly<
    Record<
      | 'until'
      | 'who'
      | 'when'
      | 'person'
      | 'insist'
      | 'closeAccount'
      | 'ruleOut'
      | 'account'
      | 'occasion'
      | 'reason',
      Labelled
    >
  >;
  readonly occasions: Readonly<Record<Occasion, string>>;
  readonly clientError: string;
  readonly problems: Readonly<Record<Problem, (details: { readonly max?: string }) => string>>;
  readonly refusals: Readonly<
    Record<
      | Code
      | SeasonCode
      | 'busy'
      | 'not-yours'
      | 'not-responsible'
      | 'not-office'
      | 'not-communicator'
      | 'forbidden',
      string
    >
  >;
  readonly summary: Readonly<
    Record<'missing' | 'assigned' | 'insisted' | 'not-mine' | 'closed' | 'card', (name: string) => string>
  >;
  readonly happened: {
    readonly title: string;
    readonly earlier: string;
    readonly opened: string;
    readonly reminded: string;
    readonly remindedAgain: (name: string) => string;
    readonly snoozed: (name: string, day: string) => string;
    readonly kept: (name: string, forName: string) => string;
    readonly doubted: (name: string) => string;
    readonly trusted: (name: string) => string;
    readonly dropped: (name: string) => string;
    readonly superseded: (name: string) => string;
    readonly disputed: Readonly<Record<In<'disputed'>['claim'], (name: string) => string>>;
    readonly insisted: (name: string) => string;
    readonly assigned: (name: string, to: string) => string;
    readonly ruledOut: (name: string) => string;
    readonly accountClosed: (name: string) => string;
    readonly sealed: string;
    readonly supplemented: (name: string) => string;
  };
  readonly mention: {
    readonly own: (account: string, day: string) => string;
    readonly late: (account: string, day: string) => string;
    readonly office: (account: string, name: string) => string;
    readonly unknown: (account: string, name: string) => string;
  };
  readonly list: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly responsible: (name: string) => string;
    readonly confirm: string;
  };
  readonly page: (page: number, pages: number) => string;
  readonly file: (type: string, size: string, day: string) => string;
  readonly upload: {
    readonly status: (day: string) => string;
    readonly late: (day: string) => string;
    readonly done: string;
    readonly sealed: string;
  };
  readonly overview: {
    readonly title: string;
    readonly all: string;
    readonly intro: (season: string) => string;
    readonly noAccounts: string;
    readonly notFor: string;
    readonly counts: (figures: Figures) => string;
    readonly parts: Readonly<
      Record<'snoozed' | 'disputed' | 'late' | 'unreachable', (count: number) => string>
    >;
    readonly days: (days: number) => string;
    readonly doubled: (count: number) => string;
    readonly before: (percent: number) => string;
    readonly labels: Readonly<Record<'now' | 'days' | 'messages' | 'before', string>>;
    readonly row: Readonly<
      Record<
        'done' | 'waiting' | 'late' | 'snoozed' | 'unreachable' | 'disputed' | 'impossible' | 'missing',
        string
      >
    >;
    readonly percent: (percent: number) => string;
  };
  readonly season: {
    readonly title: (season: string) => string;
    readonly standing: Readonly<Record<'open' | 'half' | 'closing' | 'closed', string>>;
    readonly open: string;
    readonly half: (name: string) => string;
    readonly own: string;
    readonly closing: string;
    readonly closed: string;
    readonly confirmedBy: string;
    readonly confirmed: (name: string, office: string, day: string) => string;
    readonly offices: Readonly<Record<'communicator' | 'registrar', string>>;
    readonly summary: Readonly<Record<'confirm' | 'closed' | 'card', (season: string) => string>>;
  };
}
