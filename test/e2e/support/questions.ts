/** The forms of triage, filled in as a person does it: danger, where it stands, the questions page by page. */
import { sundsvall } from '../../guidelines/sundsvall';
import type { ChatWindow } from './window';

const { safety, questions } = sundsvall().triage;
const ON_A_PAGE = 4;

export type Given = 'Ja' | 'Nej' | 'Jag vet inte';

/** Step 1: nobody is in danger, and no child. */
export async function isSafe(window: ChatWindow): Promise<void> {
  await window.choose(safety.life.text.sv, 'Nej');
  await window.choose(safety.children.text.sv, 'Nej');
  await window.click('Gå vidare', 'Steg 1 av 3');
  await window.expectText('Steg 2 av 3');
}

/** Step 2: a comment on one of our accounts. */
export async function describes(window: ChatWindow, text: string, link = ''): Promise<void> {
  await window.choose('Vilket konto står det på?', 'biblioteket · Instagram');
  if (link !== '') await window.fill('Länk till inlägget', link);
  await window.fill('Vad står det?', text);
  await window.click('Gå vidare', 'Steg 2 av 3');
  await window.expectText('Steg 3 av 3');
}

/** Step 3: every question with no but these; `leave` is left without an answer. */
export async function answers(
  window: ChatWindow,
  given: Readonly<Record<string, Given>>,
  leave: string[] = [],
): Promise<void> {
  for (const [at, { id, text }] of questions.entries()) {
    if (at > 0 && at % ON_A_PAGE === 0) await window.click('Fler frågor', 'Steg 3 av 3');
    if (!leave.includes(id)) await window.choose(text.sv, given[id] ?? 'Nej');
  }
  await window.click('Se förslaget', 'Steg 3 av 3');
}

export function questionText(id: string): string {
  return questions.find((one) => one.id === id)?.text.sv ?? '';
}
