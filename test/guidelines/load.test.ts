/** Faulty guidelines: every mistake at once, with its place and what to do; and what names a version. */
import { parseGuideline, restoreGuideline } from '../../src/guidelines/load';
import { canonical } from '../../src/guidelines/version';
import { changed, rawSundsvall, sundsvall } from './sundsvall';

function mistakesOf(raw: unknown): string[] {
  const parsed = parseGuideline(raw, 'mine.yaml');
  return parsed.ok ? [] : parsed.mistakes.map(({ place, sentence }) => `${place}: ${sentence}`);
}

const BOTH = { sv: 'Ja', en: 'Yes' };

describe('A faulty guideline', () => {
  it.each<[path: string, value: unknown, mistake: string]>([
    ['title', undefined, 'mine.yaml title: This is missing. Write a text here.'],
    ['title', null, 'mine.yaml title: This is missing. Write a text here.'],
    ['title', ' ', 'mine.yaml title: This is empty. Write a text here.'],
    ['title', 7, 'mine.yaml title: Write a text here.'],
    [
      'titel',
      'Riktlinje',
      'mine.yaml titel: Nothing of this name is known here. Correct the spelling or take it away.',
    ],
    [
      'version',
      '1',
      'mine.yaml version: Nothing of this name is known here. Correct the spelling or take it away.',
    ],
    ['id', 'Sundsvall 2017', 'mine.yaml id: Use a–z, 0–9 and single hyphens only.'],
    ['decided', '2017-02-29', 'mine.yaml decided: Write a date that exists, as YYYY-MM-DD.'],
    ['validTo', '2017-05-01', 'mine.yaml validTo: This lies before decided (2017-05-02).'],
    ['reviewMonth', 13, 'mine.yaml reviewMonth: Use at most 12.'],
    ['reviewMonth', 1.5, 'mine.yaml reviewMonth: Write a whole number here.'],
    [
      'platforms.0.id',
      'other',
      'mine.yaml platforms[0].id: The platform other is always there. Take it away here.',
    ],
    [
      'platforms.1.id',
      'instagram',
      'mine.yaml platforms[1].id: instagram stands already at platforms[0].id. Each may be there once.',
    ],
    [
      'platforms.1.hosts.0',
      'x.com',
      'mine.yaml platforms[2].hosts[0]: x.com stands already at platforms[1].hosts[0]. Each may be there once.',
    ],
    [
      'platforms.1.hosts.0',
      'https://facebook.com/',
      'mine.yaml platforms[1].hosts[0]: Write a host in lower case, such as facebook.com.',
    ],
    [
      'colours.2.hex',
      '#FFF',
      'mine.yaml colours[2].hex: Write a colour as six hexadecimal digits in lower case: #005aa0.',
    ],
    ['colours.0.name.en', undefined, 'mine.yaml colours[0].name.en: This is missing. Write a text here.'],
    ['colours', [], 'mine.yaml colours: Use at least 1 in this list.'],
    [
      'application.questions.0.clause',
      'punkt 2',
      'mine.yaml application.questions[0].clause: Name a clause of the guideline, such as G-2.1.',
    ],
    [
      'application.questions.0.kind',
      'number',
      'mine.yaml application.questions[0].kind: Write text, choice or yesno here.',
    ],
    [
      'application.questions.0.text.sv',
      undefined,
      'mine.yaml application.questions[0].text.sv: This is missing. Write a text here.',
    ],
    [
      'application.questions.0.maxLength',
      undefined,
      'mine.yaml application.questions[0].maxLength: This is missing. Write a number here.',
    ],
    [
      'application.questions.0.maxLength',
      4000,
      'mine.yaml application.questions: The answers may have 7000 characters together. Use at most 6000, so that the form can be sent.',
    ],
    [
      'application.questions.1.id',
      'why',
      'mine.yaml application.questions[1].id: why stands already at application.questions[0].id. Each may be there once.',
    ],
    [
      'application.questions.1.id',
      'handle',
      'mine.yaml application.questions[1].id: handle is a field that every form has. Give the question another id.',
    ],
    [
      'application.questions.4.maxLength',
      10,
      'mine.yaml application.questions[4].maxLength: Nothing of this name is known here. Correct the spelling or take it away.',
    ],
    [
      'application.questions.4.when',
      "isMatch(why, '(a+)+$')",
      'mine.yaml application.questions[4].when: The function isMatch is not allowed. Use and, or, not, if, contains, exists, empty.',
    ],
    [
      'application.questions.4.when',
      "accountTyp == 'official'",
      'mine.yaml application.questions[4].when: There is no question or field called accountTyp that may be used here.',
    ],
    [
      'application.questions.4.when',
      "colour == 'pink'",
      "mine.yaml application.questions[4].when: colour is never 'pink'. It is blue, green, yellow, red, purple, turquoise or grey.",
    ],
    [
      'application.questions.0.when',
      "channelTraining == 'yes'",
      'mine.yaml application.questions[0].when: There is no question or field called channelTraining that may be used here.',
    ],
    [
      'application.questions.0.when',
      'exists(why)',
      'mine.yaml application.questions[0].when: There is no question or field called why that may be used here.',
    ],
    [
      'application.chain',
      ['communicator', 'communicator'],
      'mine.yaml application.chain[1]: communicator stands already at application.chain[0]. Each may be there once.',
    ],
    [
      'application.chain',
      ['boss'],
      'mine.yaml application.chain[0]: Write manager, communicator or central here.',
    ],
    ['application.chain', [], 'mine.yaml application.chain: Use at least 1 in this list.'],
    ['application.acknowledge', 'director', 'mine.yaml application.acknowledge: Write lead here.'],
    [
      'application.trainingRequired',
      'ja',
      'mine.yaml application.trainingRequired: Write true or false here.',
    ],
    ['application.deputiesAtLeast', -1, 'mine.yaml application.deputiesAtLeast: Use at least 0.'],
    [
      'deadlines.decision.2.after',
      3,
      'mine.yaml deadlines.decision[2].after: The days must rise from one step to the next.',
    ],
    ['deadlines.decision', undefined, 'mine.yaml deadlines.decision: This is missing. Write a list here.'],
    [
      'application.questions.1.id',
      'platformName',
      'mine.yaml application.questions[1].id: platformName is a field that every form has. Give the question another id.',
    ],
    [
      'application.questions.1.id',
      'step',
      'mine.yaml application.questions[1].id: step has a meaning of its own where answers are sent. Give the question another id.',
    ],
    [
      'application.questions.1.id',
      'constructor',
      'mine.yaml application.questions[1].id: constructor has a meaning of its own where answers are sent. Give the question another id.',
    ],
    ['application.inspection', 'lead', 'mine.yaml application.inspection: Write communicator here.'],
    [
      'seasons.times.0.from',
      '02-29',
      'mine.yaml seasons.times[0].from: Write a day that exists every year, as MM-DD.',
    ],
    ['seasons.times.0.to', '03-01', 'mine.yaml seasons.times[0].to: This lies before from (03-15).'],
    [
      'seasons.times.1.from',
      '04-01',
      'mine.yaml seasons.times[1].from: This season begins before the one above it has ended.',
    ],
    [
      'seasons.ladder',
      [
        { after: 0, to: 'responsible' },
        { after: 14, to: 'deputy' },
        { after: 7, to: 'lead' },
      ],
      'mine.yaml seasons.ladder[2].after: The days must rise from one step to the next.',
    ],
    [
      'seasons.ladder.2.to',
      ['deputy', 'deputy'],
      'mine.yaml seasons.ladder[2].to[1]: This person is told already.',
    ],
    [
      'seasons.quiet.0.to',
      '07-32',
      'mine.yaml seasons.quiet[0].to: Write a day that exists every year, as MM-DD.',
    ],
    [
      'seasons.quiet',
      [
        { from: '01-10', to: '06-30' },
        { from: '08-01', to: '01-02' },
      ],
      'mine.yaml seasons.quiet: Leave at least 60 days a year on which people can be reminded.',
    ],
    [
      'laws.5.replacedBy',
      ['gdpr', 'nis2'],
      'mine.yaml laws[5].replacedBy[1]: There is no law with the id nis2 in this list.',
    ],
    [
      'laws.5.replacedBy',
      undefined,
      'mine.yaml laws[5]: A law that has ended needs both until and replacedBy.',
    ],
    ['laws.5.until', '1998-01-01', 'mine.yaml laws[5].until: This lies before from (1998-10-24).'],
  ])('%s = %j', (path, value, mistake) => {
    expect(mistakesOf(changed(path, value))).toEqual([mistake]);
  });

  it.each<[path: string, value: unknown, mistake: string]>([
    [
      'deadlines.decision.3.then',
      'lapse',
      'deadlines.decision[3].then: Only questions without an answer close an application, under changesAsked. Take it away here.',
    ],
    [
      'deadlines.changesAsked.0.then',
      'lapse',
      'deadlines.changesAsked[0].then: This step closes the application, so nothing can come after it. Put it last.',
    ],
    ['deadlines.changesAsked.2.then', 'reject', 'deadlines.changesAsked[2].then: Write lapse here.'],
    [
      'deadlines.receipt.0.when',
      'unreachable',
      'deadlines.receipt[0].when: Only those who decide can be out of reach, so this stands under decision alone. Take it away here.',
    ],
    ['deadlines.decision.0.when', 'away', 'deadlines.decision[0].when: Write unreachable here.'],
    [
      'deadlines.decision.0.to',
      ['lead', 'deputy', 'lead'],
      'deadlines.decision[0].to[2]: This person is told already.',
    ],
    [
      'deadlines.decision.0.to',
      'boss',
      'deadlines.decision[0].to: Write applicant, responsible, decider, deputy, communicator, lead or director, or a list of them.',
    ],
    [
      'deadlines.decision.0.to',
      ['lead', 'boss'],
      'deadlines.decision[0].to: Write applicant, responsible, decider, deputy, communicator, lead or director, or a list of them.',
    ],
    ['deadlines.decision.0.to', [], 'deadlines.decision[0].to: Use at least 1 in this list.'],
    [
      'deadlines.consultation.0.to',
      'decider',
      'deadlines.consultation[0].to: Nothing is decided yet while somebody wants to talk. Write communicator or deputy here.',
    ],
    [
      'deadlines.consultation.0.to',
      ['communicator', 'responsible'],
      'deadlines.consultation[0].to[1]: Nobody is responsible before the application is sent in. Write applicant here.',
    ],
    [
      'deadlines.creation.0.to',
      'decider',
      'deadlines.creation[0].to: Nobody decides while this is waited for. Write communicator, deputy or lead here.',
    ],
    [
      'deadlines.joining.1.to',
      'communicator',
      'deadlines.joining[1].to: Only the two who are concerned know of a wish to join an account. Write responsible or applicant here.',
    ],
    [
      'deadlines.joining.1.after',
      1,
      'deadlines.joining[1].after: The days must rise from one step to the next.',
    ],
    [
      'deadlines.inspection',
      [{ after: 2, to: 'communicator' }],
      'deadlines.inspection: Nobody looks at new accounts here. Name who does in application.inspection, or take this away.',
    ],
  ])('in a ladder, %s = %j', (path, value, mistake) => {
    expect(mistakesOf(changed(path, value))).toEqual([`mine.yaml ${mistake}`]);
  });

  it('has none in a ladder for a look at accounts where somebody takes it, and deciders may be told there', () => {
    const raw = changed('application.inspection', 'communicator');
    const ladder = [{ after: 2, to: ['decider', 'lead'] }];
    Object.assign(raw['deadlines'] as object, { inspection: ladder });

    expect(mistakesOf(raw)).toEqual([]);
  });

  it.each([null, undefined, 'text', [], 7])('that is %j and no guideline at all is refused', (raw) => {
    expect(mistakesOf(raw)).toEqual([
      expect.stringMatching(/^mine.yaml: .*Write a group of named values here\.$/),
    ]);
  });

  it('names all its mistakes at once, of the fields as well as across them', () => {
    const raw = changed('decided', '2017-13-01');
    Object.assign(raw, { diaryNumber: undefined, extra: true });
    Object.assign(raw['application'] as object, {
      questions: [
        { id: 'why', clause: 'G-2.1', kind: 'text', required: true, maxLength: 10, text: { sv: 'Varför?' } },
        { id: 'why', clause: 'G-2.2', kind: 'yesno', required: 'ja', text: BOTH, when: "rand() == 'a'" },
        {
          id: 'which',
          clause: 'G-2.3',
          kind: 'choice',
          required: true,
          text: BOTH,
          choices: [
            { id: 'a', name: BOTH },
            { id: 'a', name: BOTH },
          ],
        },
      ],
    });

    expect(mistakesOf(raw).map((each) => each.split(': ')[0])).toEqual([
      'mine.yaml decided',
      'mine.yaml diaryNumber',
      'mine.yaml application.questions[0].text.en',
      'mine.yaml application.questions[1].required',
      'mine.yaml extra',
      'mine.yaml application.questions[1].id',
      'mine.yaml application.questions[2].choices[1].id',
      'mine.yaml application.questions[1].when',
    ]);
  });
});

describe('A choice or yes-no question', () => {
  it('may be asked about in the questions below it, by its own answers', () => {
    const when = (answer: string) => ({
      questions: [
        {
          id: 'reach',
          clause: 'G-2.3',
          kind: 'choice',
          required: true,
          text: BOTH,
          choices: [
            { id: 'few', name: BOTH },
            { id: 'many', name: BOTH },
          ],
        },
        {
          id: 'how',
          clause: 'G-2.4',
          kind: 'yesno',
          required: true,
          text: BOTH,
          when: `reach == '${answer}'`,
        },
      ],
    });
    const raw = (answer: string) => {
      const fresh = rawSundsvall();
      Object.assign(fresh['application'] as object, when(answer));
      return fresh;
    };

    expect(mistakesOf(raw('many'))).toEqual([]);
    expect(mistakesOf(raw('all'))).toEqual([
      "mine.yaml application.questions[1].when: reach is never 'all'. It is few or many.",
    ]);
  });
});

describe('G-0.1: the version of a guideline', () => {
  it('is the same whatever the order of the keys, and another as soon as a word changes', () => {
    const raw = rawSundsvall();
    const turned = Object.fromEntries(Object.entries(raw).reverse());
    const reworded = changed('application.questions.0.text.sv', 'Varför?');
    const versions = [raw, turned, reworded].map((each) => {
      const parsed = parseGuideline(each, 'mine.yaml');
      return parsed.ok && parsed.guideline.version;
    });

    expect(versions[0]).toBe(versions[1]);
    expect(versions[2]).not.toBe(versions[0]);
  });

  it('is kept when the guideline is stored and comes back', () => {
    const before = sundsvall();
    const stored = JSON.stringify({ ...before, version: 'sundsvall-2017-00000000' });

    const after = restoreGuideline(JSON.parse(stored), 'stored');

    expect(after.ok && after.guideline.version).toBe('sundsvall-2017-00000000');
    expect(after.ok && canonical({ ...after.guideline, version: before.version })).toBe(canonical(before));
  });

  it('is missed when a stored guideline has none', () => {
    expect(restoreGuideline(rawSundsvall(), 'stored')).toMatchObject({
      ok: false,
      mistakes: [{ place: 'stored version', sentence: 'The version is missing.' }],
    });
  });
});
