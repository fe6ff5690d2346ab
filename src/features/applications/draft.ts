/** The form's way to a submitted application: every step is kept, the last one claims the handle. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { claimId, normaliseHandle, type PersonRef } from '../register/model';
import type { Code, Facts } from './facts';
import { problemsIn, stepsOf, type Problem } from './fields';
import type { Answers, Application, ApplicationEvent, Leaving } from './model';

/** Leaves a step of the form. Forward only when the step is complete; back and saving keep what is there. */
export function leave(
  { type, step, inputs }: { type: Leaving; step: number; inputs: Answers },
  state: Application | undefined,
  facts: Facts,
  actor: Person,
): Decision<ApplicationEvent, Code> {
  if (state && state.status !== 'draft') return refuse('already');
  const { guideline, moment } = facts;
  const before = cleared(state?.answers ?? {}, step, facts);
  const answers = { ...before, ...allowed(inputs, facts, { ...before, ...inputs }) };
  const steps = stepsOf(guideline, moment.organisation, answers);
  const fields = steps[step]?.fields ?? [];
  const lenient = type === 'back' || type === 'save';
  const check = { guideline, today: moment.today, lenient };
  const problems = {
    ...problemsIn(fields, answers, check),
    ...(lenient ? {} : peopleProblems(fields, answers, facts)),
  };
  if (Object.keys(problems).length > 0) return refuse('invalid', { fields: problems });

  const next = type === 'next' ? step + 1 : type === 'back' ? step - 1 : step;
  const at = Math.max(0, Math.min(next, steps.length - 1));
  const begun: ApplicationEvent[] = state
    ? []
    : [
        {
          type: 'begun',
          applicant: { id: actor.id, name: actor.name },
          guideline: guideline.version,
          at: moment.now,
        },
      ];
  const saved = type === 'save' ? ({ saved: true } as const) : {};
  const kept: ApplicationEvent = { type: 'answered', at: moment.now, answers, step: at, ...saved };
  return type === 'submit'
    ? submit([...begun, kept], answers, facts, actor)
    : { events: [...begun, kept], effects: [] };
}

/** An input that is left empty is not sent: what this step asks for and did not get is empty now. */
export function cleared(answers: Answers, step: number, { guideline, moment }: Facts): Answers {
  const asked = stepsOf(guideline, moment.organisation, answers)[step]?.fields ?? [];
  return { ...answers, ...Object.fromEntries(asked.map(({ id }) => [id, ''])) };
}

/** Only what the form asks for is kept. */
function allowed(inputs: Answers, { guideline, moment }: Facts, all: Answers): Answers {
  const known = new Set(
    stepsOf(guideline, moment.organisation, all).flatMap(({ fields }) => fields.map(({ id }) => id)),
  );
  return Object.fromEntries(Object.entries(inputs).filter(([id]) => known.has(id)));
}

function submit(
  begun: ApplicationEvent[],
  answers: Answers,
  facts: Facts,
  actor: Person,
): Decision<ApplicationEvent, Code> {
  const { id, guideline, moment } = facts;
  const fields = stepsOf(guideline, moment.organisation, answers).flatMap((step) => step.fields);
  const check = { guideline, today: moment.today, lenient: false };
  const problems = { ...problemsIn(fields, answers, check), ...peopleProblems(fields, answers, facts) };
  const handle = normaliseHandle(answers['handle'] ?? '');
  const responsible = personNamed(answers['responsible'], facts);
  if (Object.keys(problems).length > 0 || handle === undefined || !responsible) {
    return refuse('invalid', { fields: problems });
  }
  const claim = claimId(answers['platform'] ?? '', answers['platformName'] ?? '', handle);
  const deputies = namesIn(answers['deputies']).flatMap((typed) => personNamed(typed, facts) ?? []);
  const claiming = { type: 'take', holder: id, name: actor.name };
  return {
    events: [
      ...begun,
      {
        type: 'submitted',
        at: moment.now,
        guideline: guideline.version,
        handle,
        claim,
        responsible,
        deputies,
      },
    ],
    effects: [
      {
        kind: 'send',
        key: 'claim',
        target: { kind: 'claim', id: claim },
        command: claiming,
        answer: true,
        first: true,
      },
    ],
  };
}

/** The responsible person and the deputies must be somebody, and not the same person (G-4.0b). */
function peopleProblems(
  fields: readonly { readonly id: string }[],
  answers: Answers,
  facts: Facts,
): Record<string, Problem> {
  const asked = new Set(fields.map(({ id }) => id));
  const found: Record<string, Problem> = {};
  const responsible = personNamed(answers['responsible'], facts);
  const deputies = namesIn(answers['deputies']);
  if (asked.has('responsible') && (answers['responsible'] ?? '') !== '' && !responsible)
    found['responsible'] = 'unknown-person';
  if (!asked.has('deputies') || deputies.length === 0) return found;
  const refs = deputies.map((typed) => personNamed(typed, facts));
  if (refs.includes(undefined)) found['deputies'] = 'unknown-person';
  else if (refs.some((ref) => ref && same(ref, responsible))) found['deputies'] = 'same-person';
  else if (deputies.length < facts.guideline.application.deputiesAtLeast)
    found['deputies'] = 'too-few-deputies';
  return found;
}

/** Only who was found: `constructor` is a name that nobody has. */
function personNamed(typed: string | undefined, { people }: Facts): PersonRef | undefined {
  return typed !== undefined && Object.hasOwn(people, typed) ? people[typed] : undefined;
}

function same(a: PersonRef, b: PersonRef | undefined): boolean {
  return b !== undefined && (a.id === undefined ? a.email === b.email : a.id === b.id);
}

/** Several people in one field, separated by comma, semicolon or line. */
export function namesIn(typed: string | undefined): string[] {
  return (typed ?? '')
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
