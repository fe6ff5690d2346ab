/** An application as each reader sees it, in every status and both languages, drawn by the real renderers. */
import { present } from '../../../src/features/applications/present';
import type { ApplicationEvent } from '../../../src/features/applications/events';
import type { Application, Status } from '../../../src/features/applications/model';
import { permits } from '../../../src/features/applications/policy';
import { texts } from '../../../src/features/applications/texts';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import type { Recorded } from '../../../src/kernel/matter';
import { buttonsOf, inputsOf, nodesOf } from '../../support/card-parts';
import { PEOPLE, wordsOf, type Who } from '../../support/house';
import { cardOf, expectWhole, folded } from '../cards';
import { moment, person } from '../world';
import { ANSWERS, application, facts, ID, ref } from './applications';

const STATUSES = [
  'draft',
  'claiming',
  'submitted',
  'changes',
  'approved',
  'acknowledged',
  'created',
  'active',
  'rejected',
  'lapsed',
  'joining',
  'joined',
  'withdrawn',
] as const;
const VIEWERS = ['anna', 'bo', 'karin', 'kim', 'sara', 'dag'] as const;

const EVENTS: readonly Recorded<ApplicationEvent>[] = [
  record('anna', 'begun'),
  record('anna', 'answered'),
  record('anna', 'submitted'),
  record('anna', 'claimed'),
  record('karin', 'approved'),
  record('sara', 'acknowledged'),
];

function record(
  who: Who,
  type: 'begun' | 'answered' | 'submitted' | 'claimed' | 'approved' | 'acknowledged',
) {
  const { aad: by, name } = PEOPLE[who];
  const event = { type, approval: { forName: '' } } as unknown as ApplicationEvent;
  return { at: '2026-11-20T09:00:00.000Z', by, name, event };
}

type More = Partial<Parameters<typeof present>[0]>;

function shown(state: Application | undefined, who: Who, locale: Locale = 'sv', more: More = {}): object {
  const matter = state && { kind: 'application', id: ID, revision: 3, state, events: EVENTS };
  return cardOf(present({ id: ID, matter, viewer: person(who, locale), locale, facts: facts(), ...more }));
}

const EACH = STATUSES.flatMap((status) => LOCALES.map((locale) => [status, locale] as const));

describe.each(EACH)('%s in %s', (status, locale) => {
  it('is whole for everybody who may see it', () => {
    for (const who of ['anna', 'bo', 'karin', 'sara'] as const) {
      const state = application(status);
      if (permits(person(who), { type: 'see' }, state, facts())) continue;

      expectWhole(shown(state, who, locale));
    }
  });
});

it('is whole with every notice, which says something', () => {
  for (const locale of LOCALES)
    for (const code of Object.keys(texts[locale].notices)) {
      const details = { names: 'Karin', name: 'Sara' };
      const plain = wordsOf(shown(application('submitted'), 'anna', locale));

      const card = shown(application('submitted'), 'anna', locale, { notice: { code, details } });

      expect(JSON.stringify(card)).not.toMatch(/undefined|\$\{/);
      expect(wordsOf(card).length).toBeGreaterThan(plain.length + 10);
    }
});

describe('the action titles are those of the contract', () => {
  /** Who can do what where; nobody else has a button. */
  const BUTTONS: Readonly<Partial<Record<Status, Partial<Record<Who, readonly string[]>>>>> = {
    submitted: {
      anna: ['Dra tillbaka'],
      karin: ['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå'],
      kim: ['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå'],
    },
    changes: {
      anna: ['Skicka in', 'Tillbaka', 'Spara utkast', 'Dra tillbaka'],
      karin: ['Begär komplettering'],
      kim: ['Begär komplettering'],
    },
    joining: { anna: ['Fortsätt utan att vänta', 'Dra tillbaka'], bo: ['Ja, välkommen', 'Nej'] },
    created: { karin: ['Kontot är rätt', 'Något saknas'], kim: ['Kontot är rätt', 'Något saknas'] },
    approved: { sara: ['Bekräfta mottagen'] },
    acknowledged: { anna: ['Kontot är skapat'] },
  };
  const ENGLISH: Readonly<Record<string, string>> = {
    'Dra tillbaka': 'Withdraw',
    Godkänn: 'Approve',
    Avslå: 'Reject',
    'Begär komplettering': 'Request changes',
    'Lämna över': 'Hand over',
    'Skicka in': 'Submit',
    Tillbaka: 'Back',
    'Spara utkast': 'Save draft',
    'Fortsätt utan att vänta': 'Go on without waiting',
    'Ja, välkommen': 'Yes, welcome',
    Nej: 'No',
    'Kontot är rätt': 'The account is right',
    'Något saknas': 'Something is missing',
    'Bekräfta mottagen': 'Acknowledge',
    'Kontot är skapat': 'Account created',
  };

  it.each(STATUSES.slice(1))('on %s', (status) => {
    for (const who of VIEWERS) {
      const titles = BUTTONS[status]?.[who] ?? [];

      expect(buttonsOf(shown(application(status), who))).toEqual(titles);
      expect(buttonsOf(shown(application(status), who, 'en'))).toEqual(titles.map((title) => ENGLISH[title]));
    }
  });

  it('on each step of the form', () => {
    const at = (step: number, locale: Locale) =>
      buttonsOf(shown({ ...application('draft'), step }, 'anna', locale));

    expect(at(0, 'sv')).toEqual(['Nästa', 'Spara utkast', 'Dra tillbaka']);
    expect(buttonsOf(shown(undefined, 'anna'))).toEqual(['Nästa', 'Spara utkast', 'Jag vill prata först']);
    expect(buttonsOf(shown({ ...application('draft'), answers: {} }, 'anna'))).toEqual([
      'Nästa',
      'Spara utkast',
      'Jag vill prata först',
      'Dra tillbaka',
    ]);
    expect(at(2, 'sv')).toEqual(['Nästa', 'Tillbaka', 'Spara utkast']);
    expect(at(5, 'sv')).toEqual(['Skicka in', 'Tillbaka', 'Spara utkast']);
    expect(at(5, 'en')).toEqual(['Submit', 'Back', 'Save draft']);
    expect(at(99, 'sv')).toEqual(['Nästa', 'Spara utkast', 'Dra tillbaka']);
  });
});

describe('what a reader is told', () => {
  it.each([
    ['submitted', 'anna', 'Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.'],
    ['submitted', 'karin', 'Anna Anställd vill starta kontot.'],
    ['submitted', 'bo', 'Ansökan väntar på beslut av Karin Kommunikatör, Kim Kollega.'],
    ['approved', 'karin', 'Nu ska Sara Samordnare bekräfta det nya kontot.'],
    ['approved', 'sara', 'Ett nytt konto är på väg.'],
    ['acknowledged', 'anna', 'Nu kan du skapa kontot.'],
    ['acknowledged', 'karin', 'Anna Anställd skapar kontot och lägger in länken.'],
    ['active', 'karin', 'Kontot står nu i förteckningen.'],
    ['rejected', 'anna', 'Vi kan inte godkänna kontot just nu. Skälet är: Ni har redan ett konto.'],
    ['rejected', 'karin', 'Ansökan fick avslag. Skälet är: Ni har redan ett konto.'],
    ['withdrawn', 'anna', 'Du kan göra en ny när du vill.'],
    ['claiming', 'anna', 'Jag kontrollerar att namnet är ledigt.'],
  ] as const)('of %s, %s reads “%s”', (status, who, sentence) => {
    expect(wordsOf(shown(application(status), who))).toContain(sentence);
  });

  it('is how long it has waited, in working days', () => {
    const since = (today: string) =>
      wordsOf(
        shown({ ...application('submitted'), submittedAt: '2026-11-20T09:00:00.000Z' }, 'karin', 'sv', {
          facts: facts({ moment: moment({ today }) }),
        }),
      );

    expect(since('2026-11-20')).toContain('sedan i dag');
    expect(since('2026-11-23')).toContain('1 arbetsdag');
    expect(since('2026-11-30')).toContain('6 arbetsdagar');
  });

  it('is the last steps first, the earlier ones folded', () => {
    const card = shown(application('acknowledged'), 'bo');

    expect(folded(card, false)).toMatch(
      /Sara Samordnare bekräftade[^]*Karin Kommunikatör godkände[^]*Anna Anställd skickade/,
    );
    expect(wordsOf(card)).not.toContain('Anna Anställd började');
  });

  it('is in the notification what it is about, never what somebody typed', () => {
    for (const locale of LOCALES)
      for (const reason of ['decide', 'acknowledge', 'approved', 'rejected', 'create', undefined]) {
        const more = reason === undefined ? {} : { reason };
        const card = shown(application('submitted'), 'karin', locale, more) as {
          speak: string;
          fallbackText: string;
        };

        expect(card.speak).toMatch(/\p{L}{3}/u);
        for (const typed of [...Object.values(ANSWERS), 'Anna Anställd'].filter((one) => one !== ''))
          expect(`${card.speak} ${card.fallbackText}`).not.toContain(typed);
      }
  });

  it('is the rules that the application is judged by', () => {
    expect(wordsOf(shown(application('submitted'), 'karin'))).toContain(
      'Sociala medier – riktlinje, KS-2017-00440',
    );
  });
});

describe('long answers', () => {
  const long = `${'ord '.repeat(149)}finis`;
  const state = application('submitted', { answers: { purpose: long, audience: 'x'.repeat(600) } });

  it('are cut at 400 characters in the first view, with the whole text folded behind', () => {
    const card = shown(state, 'karin');

    const cut = folded(card, false)
      .split('\n')
      .filter((line) => line.endsWith(' …'));
    expect(cut).toHaveLength(2);
    for (const line of cut) expect(line.length).toBeLessThanOrEqual(402);
    expect(cut[0]).toMatch(/ord …$/);
    expect(folded(card, false)).not.toContain('finis');
    expect(folded(card, true)).toContain(long);
    expect(folded(card, true)).toContain('x'.repeat(600));
  });

  it('in every field still fit on the card of every reader, in Swedish letters', () => {
    const longest = longestAnswers('å');
    for (const status of ['submitted', 'rejected', 'active'] as const) {
      const words = status === 'rejected' ? { words: 'å'.repeat(1000) } : {};
      for (const who of ['anna', 'karin'] as const)
        expectWhole(
          shown({ ...application(status, { answers: longest }), ...words }, who, 'sv', {
            attempt: { type: 'reject', words: 'å'.repeat(1000) },
          }),
        );
    }
  });

  it('on every step of the form fit on its card, in any letters', () => {
    for (let step = 0; step < 6; step += 1)
      expectWhole(shown({ ...application('draft', { answers: longestAnswers('語') }), step }, 'anna'));
  });
});

describe('the form', () => {
  it('shows a person who begins their own name as the responsible one', () => {
    const card = shown(undefined, 'anna', 'sv');
    const people = shown({ ...application('draft'), answers: {}, step: 3 }, 'anna');

    expectWhole(card);
    expect(inputsOf(people)).toMatchObject({ responsible: 'Anna Anställd', deputies: '' });
  });

  it('G-5.4: shows the seven colours as pictures with their names', () => {
    const card = shown({ ...application('draft'), step: 4 }, 'anna');

    const pictures = nodesOf(card).filter(({ type }) => type === 'Image');
    expect(pictures.map(({ altText }) => altText)).toEqual([
      'Blå',
      'Grön',
      'Gul',
      'Röd',
      'Lila',
      'Turkos',
      'Grå',
    ]);
    for (const { url } of pictures) expect(url).toMatch(/^data:image\/gif;base64,/);
  });

  it('shows every problem as a sentence beside its question, and goes to the first step that has one', () => {
    for (const problem of Object.keys(texts.sv.problems)) {
      const notice = { code: 'invalid', fields: { mailbox: problem } };
      const attempt = { type: 'submit', step: 5, inputs: {} } as const;

      const words = wordsOf(shown(application('draft'), 'anna', 'sv', { notice, attempt }));

      expect(words).toContain('Steg 4 av 6');
      expect(words).toMatch(/⚠ \p{L}/u);
    }
  });

  it('says where a name is taken, and by whom', () => {
    expect(wordsOf(shown({ ...application('draft'), taken: 'Bo Boendestöd' }, 'anna'))).toContain(
      'Det finns redan ett sådant konto. Kontakta Bo Boendestöd',
    );
  });

  it('has nothing to answer on a phone that it does not ask for in words', () => {
    for (const locale of LOCALES)
      for (let step = 0; step < 6; step += 1) {
        const card = shown({ ...application('draft'), step }, 'anna', locale);

        expect(Object.keys(inputsOf(card)).length).toBeLessThanOrEqual(5);
        expect(wordsOf(card)).toContain(texts[locale].progress(step + 1, 6));
      }
  });
});

describe('the checklist', () => {
  it('G-5.4: asks for each thing, keeps what was ticked, and says what is left', () => {
    const attempt = { type: 'report', link: 'https://x', confirmed: ['sender'] } as const;
    const notice = { code: 'invalid', fields: { 'check-profile-picture': 'unchecked', link: 'bad-link' } };

    const card = shown(application('acknowledged'), 'anna', 'sv', { attempt, notice });

    expectWhole(card);
    expect(inputsOf(card)).toEqual({
      'check-profile-picture': 'no',
      'check-sender': 'yes',
      'check-mailbox': 'no',
      'check-deputy-access': 'no',
      'check-two-step': 'no',
      link: 'https://x',
    });
    expect(wordsOf(card).match(/⚠ .*/g)).toEqual([
      '⚠ Det här behöver vara klart först.',
      '⚠ Länken ska börja med https://. Kopiera adressen från kontots sida.',
    ]);
  });
});

function longestAnswers(letter: string): Readonly<Record<string, string>> {
  const longest: Record<string, number> = {
    handle: 120,
    unit: 120,
    manager: 120,
    purpose: 600,
    audience: 600,
    why: 1000,
    goals: 1000,
    value: 1000,
    organisation: 1000,
    responsible: 120,
    deputies: 240,
    mailbox: 120,
    watchers: 200,
    consultedWith: 120,
  };
  return Object.fromEntries(Object.entries(longest).map(([id, most]) => [id, letter.repeat(most)]));
}

it.each([
  ['draft', 'planned', 'Du har fått ett förslag på tid för samtalet.'],
  ['draft', 'talked', 'Samtalet är uppskrivet. Nu kan du göra klart ansökan.'],
  ['draft', 'declined', 'Du har fått svar om kontot.'],
  ['changes', 'changes', 'Din ansökan behöver kompletteras.'],
] as const)(
  'G-4.2a: a form (%s) that comes with news (%s) says the news in the notification',
  (status, reason, says) => {
    const matter = { kind: 'application', id: ID, revision: 3, state: application(status), events: EVENTS };

    const view = present({ id: ID, matter, viewer: person('anna'), locale: 'sv', facts: facts(), reason });

    expect(view.summary).toBe(says);
  },
);

it('G-1.9: whoever answers a wish to join too late is told that the applicant went on, and no more than that', () => {
  const wishes = [{ person: PEOPLE.bo.aad, handle: 'stadsbiblioteket' }];
  const asked = { ...record('anna', 'begun'), event: { type: 'resumed' } as const };
  const later = record('anna', 'submitted');
  const deputies = [ref('kim')];
  const state: Application = { ...application('submitted'), deputies, wishes };
  const matter = { kind: 'application', id: ID, revision: 3, state, events: [asked, later] };
  const notice = { code: 'stale' };

  const view = present({ id: ID, matter, viewer: person('bo'), locale: 'sv', facts: facts(), notice });

  const words = wordsOf(cardOf(view));
  expect(permits(person('bo'), { type: 'welcome' }, state, facts())).toBeUndefined();
  expect(words).toContain('Anna Anställd fortsatte med sin ansökan');
  expect(words).toContain('Anna Anställd frågade om att få vara med i stadsbiblioteket.');
  expect(words).not.toContain('skickade in ansökan');
});
