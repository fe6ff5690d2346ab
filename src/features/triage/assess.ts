/** From the questions of safety to a suggestion: what is asked, and nothing that came along before it (G-7.0, G-7.1). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import { cullingDecisionOf, registrarsOf } from '../../kernel/offices';
import { notify } from './effects';
import type { CaseEvent } from './events';
import type { Code, Facts, Problem } from './facts';
import { described, linkProblem } from './describe';
import type { CaseCommand, Description } from './commands';
import { ANSWERS, type Answer, type Case, type In, type Secrecy, type Suggestion } from './model';
import { doersOf } from './people';
import { suggestionOf } from './rules';

type Decisions = Decision<CaseEvent, Code>;
type SafetyCommand = Extract<CaseCommand, { type: 'safety' }>;

/** Unsure counts as yes: danger shows 112 first, and what may show a child is never kept. */
export function safety(
  { life, children, link = '', held = '' }: SafetyCommand,
  state: Case | undefined,
  facts: Facts,
  { id, name }: Person,
): Decisions {
  const fields = {
    ...(life === '' ? { life: 'missing' } : {}),
    ...(children === '' ? { children: 'missing' } : {}),
  };
  if (life === '' || children === '') return refuse('invalid', { fields });
  const { now, organisation } = facts.moment;
  const head = {
    reporter: state?.reporter ?? { id, name },
    department: state?.department ?? '',
    openedAt: state?.openedAt ?? now,
    guideline: state?.guideline ?? facts.guideline.version,
    danger: life,
    since: now,
    told: 0,
  };
  if (children !== 'no') {
    const to = [organisation.lead, head.reporter.id].filter((person) => person !== id);
    return {
      events: [{ type: 'opened', case: { ...head, status: 'alarm' } }],
      effects: [...notify(to, 'alarm', now), REFRESH],
    };
  }
  if (state) return refuse('already');
  const begun: In<'describing'> = {
    ...head,
    status: 'describing',
    handlers: [{ id, name }],
    pictures: [],
    links: {},
    // What is no address is left out here, and asked for in the form.
    ...(link === '' || linkProblem(link) ? {} : { link }),
    ...(held === '' ? {} : { held }),
  };
  const told = life === 'no' ? [] : [organisation.lead].filter((person) => person !== id);
  return { events: [{ type: 'opened', case: begun }], effects: notify(told, 'danger', now) };
}

/** What it is about; every mistake at once, each with its field. */
export function describe(post: Description, facts: Facts): Decisions {
  const result = described(post, facts);
  if ('fields' in result) return refuse('invalid', { fields: result.fields });
  return { events: [{ type: 'described', ...result, at: facts.moment.now }], effects: [REFRESH] };
}

/** All questions, each with yes, no or unsure; what follows is said by the guideline's rules. */
export function answer(
  given: Readonly<Record<string, string>>,
  state: Case,
  facts: Facts,
  actor: Person,
): Decisions {
  if (!('post' in state)) return refuse('needs-description');
  const { questions } = facts.guideline.triage;
  const fields = Object.fromEntries(
    questions.flatMap(({ id }): [string, Problem][] => {
      const value = Object.hasOwn(given, id) ? given[id] : '';
      if (value === '' || value === undefined) return [[`answer-${id}`, 'missing']];
      return isAnswer(value) ? [] : [[`answer-${id}`, 'bad-answer']];
    }),
  );
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields });
  const answers = Object.fromEntries(
    questions.flatMap(({ id }): [string, Answer][] => {
      const value = given[id];
      return value !== undefined && isAnswer(value) ? [[id, value]] : [];
    }),
  );
  const { department } = state;
  const suggestion = suggestionOf(answers, facts.guideline, cullingDecisionOf(department, facts));
  const secrecy = secrecyAfter(answers, state, facts);
  const { now } = facts.moment;
  return {
    events: [{ type: 'answered', answers, suggestion, secrecy, at: now }],
    effects: [...told(suggestion, secrecy, state, facts, actor), REFRESH],
  };
}

function isAnswer(value: string): value is Answer {
  return (ANSWERS as readonly string[]).includes(value);
}

/** Answers only make a case more secret; less is for a registrar to say (G-7.1b6). */
function secrecyAfter(answers: Readonly<Record<string, Answer>>, state: Case, { guideline }: Facts): Secrecy {
  const masking = guideline.triage.questions.flatMap(({ id, masks }) => (masks ? [answers[id]] : []));
  const before: Secrecy = 'secrecy' in state ? state.secrecy : { status: 'open' };
  if (before.status === 'secret') return before;
  if (masking.includes('yes')) return { status: 'secret' };
  return masking.includes('unsure') ? { status: 'suspected' } : before;
}

/** The registrar where they decide, or where only they may read it; whoever answers for the account in any case. */
function told({ outcome }: Suggestion, secrecy: Secrecy, state: Case, facts: Facts, { id }: Person) {
  const { now } = facts.moment;
  const registrars = registrarsOf(state.department, facts).filter((person) => person !== id);
  const doers = doersOf(state, facts).filter((person) => person !== id);
  if (outcome === 'ask') return notify(registrars, 'ask', now);
  return notify(secrecy.status === 'open' ? doers : [...registrars, ...doers], 'suggested', now);
}

export function withdraw({ moment }: Facts): Decisions {
  return { events: [{ type: 'withdrawn', at: moment.now }], effects: [REFRESH] };
}
