/** What a card costs from its data to JSON, for every template and the samples beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRenderer } from '../../src/adapters/cards/renderer';
import { readTemplates } from '../../src/adapters/cards/templates';
import { LOCALES, type Locale } from '../../src/kernel/locale';
import type { View } from '../../src/kernel/view';
import { median } from './figures';

export interface CardCost {
  readonly card: string;
  readonly samples: number;
  /** Milliseconds, with `JSON.stringify`: the middle sample and the most expensive one. */
  readonly usual: number;
  readonly most: number;
  /** Bytes of JSON of the largest sample. */
  readonly bytes: number;
}

type Stored = { readonly name: string } & Readonly<Record<Locale, { readonly summary: string }>>;

const WARM = 50;
const TIMES = 60;

export function cardCosts(folder: string): readonly CardCost[] {
  const renderer = loadRenderer(folder);
  return [...readTemplates(folder).keys()].map((card) => {
    const views = viewsOf(folder, card);
    for (let time = 0; time < WARM; time += 1) for (const view of views) renderer.card(view);
    const costs = views.map((view) =>
      median(Array.from({ length: TIMES }, () => timed(() => renderer.card(view)))),
    );
    return {
      card,
      samples: views.length,
      usual: median(costs),
      most: Math.max(...costs),
      bytes: Math.max(...views.map((view) => Buffer.byteLength(JSON.stringify(renderer.card(view))))),
    };
  });
}

function viewsOf(folder: string, card: string): readonly View[] {
  const text = readFileSync(join(folder, `${card}.sample.json`), 'utf8');
  return (JSON.parse(text) as readonly Stored[]).flatMap((sample) =>
    LOCALES.map((locale) => ({ card, data: sample[locale], summary: sample[locale].summary })),
  );
}

function timed(render: () => object): number {
  const begun = performance.now();
  JSON.stringify(render());
  return performance.now() - begun;
}
