/** docs/triage-cases.md: the answered cases as a table, in words for those who review the guideline. */
import type { Guideline } from '../../src/guidelines/schema';
import type { AnsweredCase } from '../../test/features/triage/cases';

const INTRO = `# Exempel på bedömningar

Här står inlägg av många slag, hur frågorna besvaras och vad boten föreslår.
Exemplen är skrivna för hand efter riktlinjen, och ett test ser till att reglerna följer dem.
Boten ger förslag. Det är människor som bestämmer.
Varje förslag säger vilken regel det kommer från, och vilken version av regeln.
Svaret ”vet inte” är ett eget svar, och då går frågan till registratorn.`;

const OUTCOMES: Readonly<Record<AnsweredCase['outcome'], string>> = {
  'register-delete': 'Spara, diarieför och ta bort',
  ask: 'Registratorn avgör',
  register: 'Spara och diarieför',
  cull: 'Får gallras, av två personer',
  keep: 'Behåll',
  alarm: 'Ingen bild och ingen text. Polisen först',
};

const SAFETY: Readonly<Record<NonNullable<AnsweredCase['safety']>, string>> = {
  danger: 'fara för liv: ja (ring 112 först)',
  'danger unsure': 'fara för liv: vet inte (ring 112 först)',
  children: 'barn: ja',
  'children unsure': 'barn: vet inte',
};

export function casesPage(cases: readonly AnsweredCase[], { triage }: Guideline): string {
  const order = Object.keys(OUTCOMES) as AnsweredCase['outcome'][];
  const sections = order.flatMap((outcome) => {
    const own = cases.filter((one) => one.outcome === outcome);
    return own.length === 0
      ? []
      : [`## ${OUTCOMES[outcome]}\n\n${table(own.map((one) => line(one, triage)))}`];
  });
  const questions = table(
    triage.questions.map(({ id, clause, text }) => [id, clause, text.sv]),
    ['Kort namn', 'Punkt', 'Fråga'],
  );
  return `${[INTRO, ...sections, `## Frågorna\n\n${questions}`].join('\n\n')}\n`;
}

function line(one: AnsweredCase, triage: Guideline['triage']): string[] {
  const called = (id: string) =>
    triage.questions.some((each) => each.id === id) ? id : `${id} (finns inte)`;
  const answers = [
    ...(one.safety === undefined ? [] : [SAFETY[one.safety]]),
    ...one.yes.map((id) => `${called(id)}: ja`),
    ...one.unsure.map((id) => `${called(id)}: vet inte`),
    ...(one.noDecision ? ['inget beslut om gallring'] : []),
  ];
  return [
    one.post,
    answers.length === 0 ? 'nej på allt' : answers.join(', '),
    one.clauses.split(' ').join(', '),
    one.rule,
  ];
}

function table(
  body: readonly (readonly string[])[],
  head: readonly string[] = ['Inlägg', 'Svar', 'Punkter', 'Regel och version'],
): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, 3, ...body.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
