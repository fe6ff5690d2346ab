/** When an account like it exists already: ask to join it, and what the person responsible for it answers. Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import type { ApplicationCommand } from './commands';
import { notify } from './effects';
import type { ApplicationEvent } from './events';
import type { Code, Facts } from './facts';
import { MOST_WORDS } from './fields';
import type { Application } from './model';

type Decisions = Decision<ApplicationEvent, Code>;
type Answering = Extract<ApplicationCommand, { type: 'welcome' | 'decline' }>;

/** "Be att få vara med": the person responsible for the account gets a card with yes and no. */
export function join(account: string, state: Application | undefined, { moment }: Facts): Decisions {
  if (state?.status !== 'draft' || !state.twins) return refuse('already');
  const twin = state.twins.find(({ id }) => id === account);
  const responsible = twin?.responsible.id;
  if (!twin || responsible === undefined || responsible === state.applicant.id)
    return refuse('invalid', { fields: { reason: 'not-a-choice' } });
  return {
    events: [{ type: 'join-asked', twin, at: moment.now }],
    effects: [notify(responsible, 'join'), REFRESH],
  };
}

/** Yes closes the application; no leaves the draft with the answer. Both with words. */
export function answerJoin(
  { type, words }: Answering,
  state: Application | undefined,
  { moment }: Facts,
  actor: Person,
): Decisions {
  if (state?.status !== 'joining') return refuse('already');
  if (words.length > MOST_WORDS) return refuse('invalid', { fields: { words: 'too-long' } });
  if (type === 'decline' && words === '') return refuse('invalid', { fields: { words: 'missing' } });
  const { name } = actor;
  return type === 'welcome'
    ? {
        events: [{ type: 'welcomed', name, words, at: moment.now }],
        effects: [notify(state.applicant.id, 'welcomed'), REFRESH],
      }
    : {
        events: [{ type: 'declined', name, words }],
        effects: [notify(state.applicant.id, 'declined'), REFRESH],
      };
}

/** The applicant does not wait for the answer. */
export function resume(state: Application | undefined): Decisions {
  return state?.status === 'joining'
    ? { events: [{ type: 'resumed' }], effects: [REFRESH] }
    : refuse('already');
}
