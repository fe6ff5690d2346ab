/** The buttons of an application's card: one primary, the dangerous one last, only what this reader may do now. Pure. */
import type { Person } from '../../kernel/actor';
import type { Button, Field } from '../../kernel/card';
import type { Refusal } from '../../kernel/decision';
import type { ApplicationCommand } from './commands';
import { isOpen, proposalIn, wantsTalk } from './consultation';
import { colleaguesFor, namesOf } from './deciders';
import type { Facts } from './facts';
import type { Problem } from './fields';
import { isSubmission, type Application } from './model';
import type { Part } from './part';
import type { Texts } from './texts-shape';

export function buttonsFor(part: Part, state: Application, facts: Facts, { buttons }: Texts): Button[] {
  const button = (
    name: keyof Texts['buttons'],
    verb: string,
    style: Button['style'] = 'default',
  ): Button => ({
    title: buttons[name],
    verb: `application.${verb}`,
    style,
  });
  const talked = button('talked', 'record', 'positive');
  const propose = (style?: Button['style']): Button => ({
    ...button('propose', 'plan', style),
    data: { seen: proposalIn(state) },
  });
  /** Before a time is agreed on, a time is what is needed. */
  const talking = (): Button[] =>
    state.consultation?.status === 'asked'
      ? [propose('positive'), button('talked', 'record')]
      : isOpen(state.consultation)
        ? [talked, propose()]
        : [talked];
  switch (part) {
    case 'decide': {
      const missing = wantsTalk(state, facts);
      return [
        ...(missing ? talking() : [button('approve', 'approve', 'positive')]),
        button('ask', 'ask'),
        button('reject', 'reject', 'destructive'),
      ];
    }
    case 'question':
      return [button('ask', 'ask')];
    case 'advise':
      return talking();
    case 'join':
      return [button('welcome', 'welcome', 'positive'), button('decline', 'decline', 'destructive')];
    case 'acknowledge':
      return [button('acknowledge', 'acknowledge', 'positive')];
    case 'create':
      return [button('report', 'report', 'positive')];
    case 'inspect':
      return [button('confirm', 'confirm', 'positive'), button('giveBack', 'return', 'destructive')];
    case 'applicant':
      return ofApplicant(state, facts, button);
    case 'amend':
    case undefined:
      return [];
    default:
      return part satisfies never;
  }
}

function ofApplicant(
  state: Application,
  facts: Facts,
  button: (name: keyof Texts['buttons'], verb: string, style?: Button['style']) => Button,
): Button[] {
  const withdraw = button('withdraw', 'withdraw', 'destructive');
  if (state.status === 'joining') return [button('resume', 'resume'), withdraw];
  if (state.status !== 'submitted') return [];
  return wantsTalk(state, facts) ? [button('talked', 'record'), withdraw] : [withdraw];
}

/** "Lämna över" is folded away: the list of colleagues with its button, open when something was wrong with it. */
export function handOverFor(
  state: Application,
  viewer: Person,
  facts: Facts,
  words: Texts,
  attempt: ApplicationCommand | undefined,
  notice: Refusal | undefined,
): object {
  const colleagues = isSubmission(state) ? colleaguesFor(state, viewer.id, facts) : [];
  if (colleagues.length === 0) return {};
  const problem = notice?.fields?.['to'] as Problem | undefined;
  const field: Field = {
    id: 'to',
    kind: 'list',
    ...words.inputs.to,
    error: words.clientError,
    required: false,
    value: attempt?.type === 'hand-over' ? attempt.to : '',
    choices: colleagues
      .map((id) => ({ title: namesOf([id], state, facts), value: id }))
      .filter(({ title }) => title !== ''),
    ...(problem === undefined ? {} : { problem: words.problems[problem]({}) }),
  };
  return {
    aside: {
      title: words.handOver,
      open: problem !== undefined,
      fields: [field],
      button: {
        title: words.buttons.handOver,
        verb: 'application.hand-over',
        style: 'default',
      } satisfies Button,
    },
  };
}
