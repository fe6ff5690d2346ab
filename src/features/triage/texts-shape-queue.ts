/** The shape of the words of the registrar's queue and of the figures. */

export interface QueueTexts {
  readonly title: string;
  readonly choose: string;
  readonly show: string;
  readonly figures: string;
  readonly table: string;
  readonly open: string;
  readonly earlier: string;
  readonly later: string;
  readonly all: string;
  readonly notClosed: string;
  readonly none: string;
  readonly notFor: string;
  readonly noFigures: string;
  readonly page: (page: number, pages: number) => string;
  readonly count: (count: number) => string;
  readonly review: (count: number) => string;
  readonly labels: Readonly<Record<'department' | 'category' | 'step' | 'age', string>>;
  readonly ages: Readonly<Record<'late' | 'week' | 'month', string>>;
  readonly ageHelp: string;
  readonly byCategory: string;
  readonly byMonth: string;
  readonly times: string;
  readonly time: Readonly<
    Record<'evidence' | 'registration' | 'removal' | 'done', (hours: number) => string>
  >;
  readonly reviewed: string;
  readonly unsure: (count: number, percent: number) => string;
  readonly overruled: (count: number) => string;
  readonly file: (day: string) => string;
  readonly head: Readonly<
    Record<
      | 'number'
      | 'department'
      | 'opened'
      | 'step'
      | 'where'
      | 'what'
      | 'day'
      | 'category'
      | 'secrecy'
      | 'registration',
      string
    >
  >;
}
