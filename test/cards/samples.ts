/** The cards' samples: views as `present` returns them, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRenderer } from '../../src/adapters/cards/renderer';
import { readTemplates } from '../../src/adapters/cards/templates';
import { LOCALES, type Locale } from '../../src/kernel/locale';
import type { View } from '../../src/kernel/view';

export const FOLDER = join(__dirname, '../../cards');
export const TEMPLATES = readTemplates(FOLDER);
export const RENDERER = loadRenderer(FOLDER);

export interface Sample {
  readonly title: string;
  readonly card: string;
  readonly name: string;
  readonly locale: Locale;
  readonly view: View;
}

type Data = { readonly summary: string };
type Stored = { readonly name: string } & Readonly<Record<Locale, Data>>;

export function stored(card: string): readonly Stored[] {
  return JSON.parse(readFileSync(join(FOLDER, `${card}.sample.json`), 'utf8')) as readonly Stored[];
}

export const SAMPLES: readonly Sample[] = [...TEMPLATES.keys()].flatMap((card) =>
  stored(card).flatMap((sample) =>
    LOCALES.map((locale) => ({
      title: `${card}, ${sample.name}, ${locale}`,
      card,
      name: sample.name,
      locale,
      view: { card, data: sample[locale], summary: sample[locale].summary },
    })),
  ),
);
