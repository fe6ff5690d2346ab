/** Fills in the application form as a person does: by the labels and choices they read, in either language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FixedField } from '../../../src/features/applications/fields';
import { texts } from '../../../src/features/applications/texts';
import type { Locale } from '../../../src/kernel/locale';
import type { ChatWindow } from './window';

export type Answers = Readonly<Record<string, string>>;

/** What is typed, by field id. */
export const TYPED = {
  handle: '@biblioteket.demo',
  unit: 'Stadsbiblioteket',
  manager: 'Maja Lindholm',
  purpose: 'Visa nya böcker och svara på frågor.',
  audience: 'Unga vuxna i hela kommunen.',
  why: 'Unga läser inte våra brev. De följer böcker och författare på nätet.',
  goals: 'Fler unga lånar böcker. Vi räknar nya låntagare varje halvår.',
  value: 'De får svar där de redan är.',
  organisation: 'Två av oss turas om varje vecka. Schemat gäller också semestern.',
  responsible: 'Anna Anställd',
  deputies: 'Bo Boendestöd',
  mailbox: 'biblioteket@example.se',
  watchers: 'Anna och Bo',
  consultedWith: 'Karin Kommunikatör',
  consultedOn: '2026-01-15',
} as const satisfies Answers;

/** What is chosen, by field id, as it is called in each language. */
const CHOSEN = {
  sv: {
    platform: 'Instagram',
    accountType: texts.sv.accountTypes.unit,
    department: 'Kultur och fritid',
    training: 'Ja',
    frequency: 'Varje dag',
    responseTime: 'Inom 24 timmar',
    colour: 'Blå',
  },
  en: {
    platform: 'Instagram',
    accountType: texts.en.accountTypes.unit,
    department: 'Kultur och fritid',
    training: 'Yes',
    frequency: 'Every day',
    responseTime: 'Within 24 hours',
    colour: 'Blue',
  },
} as const satisfies Record<Locale, Answers>;

export const STEPS = [
  ['platform', 'handle', 'accountType', 'department'],
  ['unit', 'manager', 'purpose', 'audience'],
  ['why', 'goals', 'value', 'organisation'],
  ['responsible', 'deputies', 'mailbox', 'training'],
  ['watchers', 'frequency', 'responseTime', 'colour'],
  ['consultedWith', 'consultedOn'],
] as const;

interface Guideline {
  readonly application: {
    readonly questions: readonly { readonly id: string; readonly text: Readonly<Record<Locale, string>> }[];
    readonly checklist: readonly { readonly id: string; readonly text: Readonly<Record<Locale, string>> }[];
  };
}

const ROOT = join(__dirname, '../../..');
const guideline = parse(readFileSync(join(ROOT, 'src/guidelines/sundsvall-2017.yaml'), 'utf8')) as Guideline;

/** The label of a field: a question of the guideline, or one that every application has. */
export function labelOf(id: string, locale: Locale = 'sv'): string {
  const question = guideline.application.questions.find((one) => one.id === id);
  return question?.text[locale] ?? texts[locale].fields[id as FixedField].label;
}

export function checklist(locale: Locale = 'sv'): readonly string[] {
  return guideline.application.checklist.map(({ text }) => text[locale]);
}

/** Fills in one step, counted from 1; `changed` replaces what is typed, and an empty text leaves the field alone. */
export async function fillStep(
  window: ChatWindow,
  step: number,
  changed: Answers = {},
  locale: Locale = 'sv',
): Promise<void> {
  await window.expectText(texts[locale].progress(step, STEPS.length));
  const chosen: Answers = CHOSEN[locale];
  const typed: Answers = { ...TYPED, ...changed };
  for (const id of STEPS[step - 1] ?? []) {
    const choice = chosen[id];
    const text = typed[id] ?? '';
    if (choice !== undefined) await window.choose(labelOf(id, locale), choice);
    else if (text !== '') await window.fill(labelOf(id, locale), text);
  }
}

export interface Applying {
  readonly changed?: Answers;
  readonly locale?: Locale;
  /** Called when a step is filled in, before it is left. */
  readonly filled?: (step: number) => Promise<unknown>;
}

/** From the typed command to the receipt. */
export async function apply(window: ChatWindow, options: Applying = {}): Promise<void> {
  const { changed = {}, locale = 'sv', filled } = options;
  const { buttons } = texts[locale];
  await window.say(locale === 'sv' ? 'ny ansökan' : 'new application');
  for (let step = 1; step <= STEPS.length; step += 1) {
    await fillStep(window, step, changed, locale);
    await filled?.(step);
    await window.click(step < STEPS.length ? buttons.next : buttons.submit);
  }
}
