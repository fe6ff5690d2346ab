/** The cards of triage: every status for every reader in both languages, and the samples that show them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseCommand } from '../../../src/features/triage/commands';
import { numberOf } from '../../../src/features/triage/model';
import { mayRead } from '../../../src/features/triage/masking';
import { misstep } from '../../../src/features/triage/order';
import { permits } from '../../../src/features/triage/policy';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import type { View } from '../../../src/kernel/view';
import { FOLDER, stored } from '../../cards/samples';
import { actionsOf, inputsOf, nodesOf, type Node } from '../../support/card-parts';
import type { Who } from '../../support/house';
import { cardOf, expectWhole, folded } from '../cards';
import { person } from '../world';
import { SAMPLES, WALKS } from './card-samples';
import { show } from './showing';
import { facts, ID, POST, TEXT } from './walk';

/** Written anew by hand-setting this variable; a test that finds a difference says so. */
const WRITES = process.env['WRITE_SAMPLES'] === '1';

describe.each(Object.entries(SAMPLES))('the card %s', (card, samples) => {
  const made = Object.entries(samples).map(([name, make]) => ({ name, ...inBoth(make) }));
  if (WRITES) writeFileSync(join(FOLDER, `${card}.sample.json`), `${JSON.stringify(made, null, 2)}\n`);

  it('has the samples that the rules give', () => {
    expect(stored(card)).toEqual(made);
  });

  it.each(Object.keys(samples))('is whole: %s', (name) => {
    for (const locale of LOCALES) expectWhole(cardOf(samples[name]!(locale)));
  });
});

function inBoth(make: (locale: Locale) => View): object {
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const view = make(locale);
      return [locale, { summary: view.summary, ...view.data }];
    }),
  );
}

const READERS: readonly Who[] = ['anna', 'bo', 'karin', 'kim', 'rolf', 'sara', 'emma'];
/** Pictures that are held are taken by the runtime, which asks the case itself. */
const TO_THE_CASE = 'case.';
const every = Object.entries(WALKS).flatMap(([name, walk]) => READERS.map((who) => ({ name, walk, who })));

describe.each(Object.entries(WALKS))('a case that is %s', (_, walk) => {
  it.each(READERS)('G-7.1c: offers %s only what this reader may do now, in both languages', (who) => {
    for (const locale of LOCALES) {
      const card = cardOf(show(walk, who, locale));

      expectWhole(card);
      for (const { verb, data } of actionsOf(card).filter((action) => action.verb.startsWith(TO_THE_CASE))) {
        const type = verb.replace('case.', '') as Exclude<CaseCommand['type'], 'remind' | 'tick'>;
        const command = { ...data, type } as CaseCommand;
        const refused = misstep(type, walk.state) ?? permits(person(who), command, walk.state, facts());
        expect({ verb, refused }).toEqual({ verb, refused: undefined });
      }
    }
  });

  it('G-7.1b6: says its number alone to whoever may not read it, and nothing they could press but what needs no reading', () => {
    for (const who of READERS.filter((one) => !mayRead(person(one).id, walk.state, facts()))) {
      for (const locale of LOCALES) {
        const card = cardOf(show(walk, who, locale));
        const said = JSON.stringify(card);

        expect(said).toContain(numberOf(ID));
        for (const secret of [TEXT, POST.link, 'biblioteket', 'download/token', 'Instagram'])
          expect(said).not.toContain(secret);
        expect(nodesOf(card).filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
      }
    }
  });
});

it.each(every)(
  '$name for $who: one primary action, at most four, the dangerous one last',
  ({ walk, who }) => {
    const card = cardOf(show(walk, who, 'sv'));
    const hidden = new Set(
      nodesOf(card)
        .filter(({ isVisible }) => isVisible === false)
        .flatMap((part) => nodesOf(part)),
    );
    const sets = nodesOf(card).filter((node) => node['type'] === 'ActionSet' && !hidden.has(node));
    const executed = sets.flatMap(({ actions }) => actions as readonly Node[]);
    const styles = executed
      .filter(({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl')
      .map(({ style }) => style);

    expect(styles.filter((style) => style === 'positive').length).toBeLessThanOrEqual(1);
    expect(executed.filter(({ type }) => type === 'Action.Execute').length).toBeLessThanOrEqual(4);
    expect(styles.slice(0, -1)).not.toContain('destructive');
  },
);

it('gives each input and each button in sight a name of its own', () => {
  for (const { walk, who } of every) {
    const card = cardOf(show(walk, who, 'sv'));
    const ids = nodesOf(card)
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id }) => id);
    const titles = nodesOf(card)
      .filter(({ type }) => String(type).startsWith('Action.'))
      .filter(({ title }) => title !== 'Tillbaka' && title !== 'Fler frågor')
      .map(({ title }) => title);

    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

describe('the questions', () => {
  it('G-7.1b: stand four at a time, the first page in sight', () => {
    const card = cardOf(show(WALKS.asking, 'anna', 'sv'));
    const pages = nodesOf(card).filter(({ id }) => String(id).startsWith('page-'));

    expect(
      pages.map((page) => nodesOf(page).filter(({ type }) => type === 'Input.ChoiceSet').length),
    ).toEqual([4, 4, 3]);
    expect(pages.map(({ isVisible }) => isVisible)).toEqual([true, false, false]);
  });

  it('open on the page where an answer is missing, with the sentence at its question', () => {
    const view = SAMPLES['triage/form']!['an answer on the second page is missing']!('sv');
    const card = cardOf(view);
    const pages = nodesOf(card).filter(({ id }) => String(id).startsWith('page-'));

    expect(pages.map(({ isVisible }) => isVisible)).toEqual([false, true, false]);
    expect(folded(card, false)).toContain('Svaret saknas');
  });

  it('ask for the suggestion on the last page alone', () => {
    const card = cardOf(show(WALKS.asking, 'anna', 'sv'));
    const [first, second, last] = nodesOf(card).filter(({ id }) => String(id).startsWith('page-'));

    expect([first, second].flatMap(actionsOf)).toEqual([]);
    expect(actionsOf(last).map(({ verb }) => verb)).toEqual(['case.answer']);
  });
});

it('G-7.4: a second person reads the reason and what was confirmed before they agree', () => {
  const said = folded(cardOf(show(WALKS.culling, 'karin', 'sv')), false);

  expect(said).toContain('Inlägget är inte aktuellt längre.');
  expect(said).toContain('Inlägget behövs inte i domstol.');
  expect(said).toContain('KFN-2025-00042, § 17');
});

it('G-7.1: the registrar reads which question nobody could answer, and has room for the reason that is asked for', () => {
  const said = folded(cardOf(show(WALKS.asked, 'rolf', 'sv')), false);

  expect(said).toContain('Förtalar inlägget en person');
  expect(Object.keys(inputsOf(cardOf(show(WALKS.asked, 'rolf', 'sv'))))).toContain('rule-words');
});
