/** The way from an application to an account in the register, as people click it. */
import { dataOf, edited } from './card-parts';
import type { Chat, Clicked } from './house';

type Inputs = Readonly<Record<string, string>>;

/** What Anna answers, step by step; `changed` replaces answers by field id. */
export function stepsOf(changed: Inputs = {}): readonly Inputs[] {
  const all = (inputs: Inputs): Inputs =>
    Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, changed[id] ?? value]));
  return [
    all({
      platform: 'instagram',
      platformName: '',
      handle: '@Biblioteket',
      accountType: 'unit',
      department: 'kultur-fritid',
    }),
    all({
      unit: 'Stadsbiblioteket',
      manager: 'Maja Maj',
      purpose: 'Visa nya böcker och svara på frågor.',
      audience: 'Unga vuxna i hela kommunen.',
    }),
    all({
      why: 'Unga läser inte våra brev.',
      goals: 'Fler unga lånar böcker.',
      value: 'De får svar där de redan är.',
      organisation: 'Två av oss turas om varje vecka.',
    }),
    all({
      responsible: 'Anna Anställd',
      deputies: 'Bo Boendestöd',
      mailbox: 'biblioteket@example.se',
      training: 'yes',
    }),
    all({ watchers: 'Anna och Bo', frequency: 'daily', responseTime: '24h', colour: 'blue' }),
    all({ consultedWith: 'Karin Kommunikatör', consultedOn: '2026-11-20' }),
  ];
}

/** Sent in before anybody has talked. */
export const UNTALKED: Inputs = { consultedWith: '', consultedOn: '' };

export interface Words {
  readonly start: string;
  readonly next: string;
  readonly submit: string;
}
export const SV: Words = { start: 'ny ansökan', next: 'Nästa', submit: 'Skicka in' };
export const EN: Words = { start: 'new application', next: 'Next', submit: 'Submit' };

/** Fills in the whole form and sends it in; the answer is the receipt. */
export async function apply(applicant: Chat, changed: Inputs = {}, words: Words = SV): Promise<Clicked> {
  await applicant.say(words.start);
  return fillIn(applicant, stepsOf(changed), words);
}

/** The whole form in one click, for stories that begin after it. */
export async function applyAtOnce(applicant: Chat, changed: Inputs = {}): Promise<Clicked> {
  await applicant.say(SV.start);
  const click = applicant.clickOf(SV.next, Object.assign({}, ...stepsOf(changed)) as Inputs);
  const step = stepsOf().length - 1;
  return applicant.send(
    edited(click, { verb: 'application.submit', data: { ...dataOf(click), ...changed, step } }),
  );
}

/** Answers the steps of a form that is open, and sends it in. */
export async function fillIn(applicant: Chat, steps: readonly Inputs[], words: Words = SV): Promise<Clicked> {
  for (const inputs of steps.slice(0, -1)) await applicant.click(words.next, inputs);
  return applicant.click(words.submit, steps.at(-1));
}

export const CHECKLIST: Inputs = {
  'check-profile-picture': 'yes',
  'check-sender': 'yes',
  'check-mailbox': 'yes',
  'check-deputy-access': 'yes',
  'check-two-step': 'yes',
};
export const LINK = 'https://www.instagram.com/biblioteket/';
