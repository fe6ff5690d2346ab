/** The cards of triage: every status for every reader in both languages, and the samples that show them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_TEXT, type CaseCommand } from '../../../src/features/triage/commands';
import { misstep } from '../../../src/features/triage/order';
import { permits } from '../../../src/features/triage/policy';
import { LOCALES, type Locale } from '../../../src/kernel/locale';
import type { View } from '../../../src/kernel/view';
import { FOLDER, stored } from '../../cards/samples';
import { nodesOf, type Node } from '../../support/card-parts';
import type { Who } from '../../support/house';
import { cardOf, expectWhole } from '../cards';
import { person } from '../world';
import { SAMPLES } from './card-samples';
import { show, walked } from './showing';
import * as walks from './walk';

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
