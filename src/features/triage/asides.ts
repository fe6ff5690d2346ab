/** What unfolds beside a case's buttons: the other ways to decide, what a registrar can do besides. Pure. */
import type { Button, Field } from '../../kernel/card';
import { cullingDecisionOf } from '../../kernel/offices';
import { isAsked, isHeld, may } from './buttons';
import { MOST_LINE, MOST_WORDS, type CommandType } from './commands';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import type { Case } from './model';
import { secrecyParagraphs } from './rules';
import type { Texts } from './texts';

/** A button that unfolds inputs and the button that sends them. */
export interface Aside {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  /** Opens this one, or closes it again, and closes the others. */
  readonly targets: readonly { readonly elementId: string; readonly isVisible?: false }[];
  readonly fields: readonly Field[];
  readonly button: Button;
}

type Way = Omit<Aside, 'targets'>;

export function asidesFor(state: Case, showing: Showing, words: Texts): Aside[] {
  return together([...waysFor(state, showing, words), ...child(state, showing, words)]);
}

/** What a form offers besides: whoever sees that it may show a child says so at any step. */
export function childWay(state: Case, showing: Showing, words: Texts): Aside[] {
  return together(child(state, showing, words));
}

function together(ways: readonly Way[]): Aside[] {
  return ways.map((way) => ({
    ...way,
    targets: ways.map(({ id }) => (id === way.id ? { elementId: id } : { elementId: id, isVisible: false })),
  }));
}

function waysFor(state: Case, showing: Showing, words: Texts): Way[] {
  const { buttons, inputs } = words;
  const { facts, locale } = showing;
  const text = (type: CommandType, asked: { label: string; help?: string }): Field =>
    fieldOf(type, 'words', asked, 'text', showing, words, { maxLength: MOST_WORDS });
  const held = isHeld(state, showing);

  switch (state.status) {
    case 'suggested':
      return [...(held ? [] : [...culling(), ...otherWay()]), ...office()];
    case 'evidence':
      return [...(held ? [] : otherWay()), ...office()];
    case 'registration':
      return may('register-later', state, showing) ? [...registering(), ...office()] : office();
    case 'removal':
      return may('remove', state, showing) && !held
        ? [
            way('remove', words.card.remains, [text('remove', inputs.remains)], buttons.saveReason, {
              how: 'remains',
            }),
            ...office(),
          ]
        : office();
    case 'telling':
      return may('tell', state, showing) && !held
        ? [
            way('tell', buttons.notTold, [text('tell', inputs.notTold)], buttons.saveReason, {
              told: 'not-told',
            }),
            ...office(),
          ]
        : office();
    case 'culling':
      return may('disagree', state, showing)
        ? [way('disagree', buttons.disagree, [text('disagree', inputs.words)], buttons.send)]
        : [];
    case 'describing':
    case 'asking':
    case 'done':
    case 'alarm':
    case 'handed':
    case 'withdrawn':
      return [];
    default:
      return state satisfies never;
  }

  function registering(): Way[] {
    const day = fieldOf('register-later', 'day', inputs.later, 'date', showing, words);
    return [
      way('register-later', buttons.later, [day], buttons.saveDay),
      ...('secrecy' in state && state.secrecy.status === 'open'
        ? [
            way(
              'register-not',
              buttons.notNeeded,
              [text('register-not', inputs.notNeeded)],
              buttons.saveReason,
            ),
          ]
        : []),
      way('send-back', buttons.sendBack, [text('send-back', inputs.sendBack)], buttons.answerBack),
    ];
  }

  /** Anything but what was suggested: with a reason, never hindered. */
  function otherWay(): Way[] {
    if (!('suggestion' in state) || !may('rule', state, showing, { outcome: 'keep' })) return [];
    if (state.status === 'suggested' && isAsked(state)) return [];
    const now = 'ruling' in state ? state.ruling.outcome : state.suggestion.outcome;
    const titles = { 'register-delete': buttons.remove, register: buttons.register, keep: buttons.keep };
    const choices = (['register-delete', 'register', 'keep'] as const)
      .filter((outcome) => outcome !== now)
      .map((value) => ({ title: titles[value], value }));
    const outcome = fieldOf('rule', 'outcome', { label: words.card.whatNow }, 'choice', showing, words, {
      choices,
    });
    const title = state.status === 'evidence' ? words.card.reconsider : buttons.otherWay;
    return [way('rule', title, [outcome, text('rule', inputs.words)], buttons.saveDecision)];
  }

  function culling(): Way[] {
    if (!('suggestion' in state) || state.suggestion.outcome !== 'cull') return [];
    if (!may('cull', state, showing) || cullingDecisionOf(state.department, facts) === undefined) return [];
    const { reasons, confirmations } = facts.guideline.triage.culling;
    const confirm = confirmations.map(({ id, text: said }): Field => {
      const field = fieldOf('cull', `confirm-${id}`, { label: said[locale] }, 'yes', showing, words);
      return { ...field, id: `confirm-${id}`, value: field.value === '' ? 'no' : field.value };
    });
    const reason = fieldOf('cull', 'reason', inputs.reason, 'choice', showing, words, {
      choices: reasons.map(({ id, text: said }) => ({ title: said[locale], value: id })),
    });
    return [way('cull', buttons.cull, [reason, ...confirm], buttons.propose)];
  }

  /** What a registrar can do besides: who reads it, and whether it is secret. */
  function office(): Way[] {
    if (!may('set-secrecy', state, showing) || !('secrecy' in state)) return [];
    const choices = secrecyParagraphs(facts.moment.today, facts.guideline).map(({ reference, law }) => ({
      title: `${law.name[locale]} ${reference.place[locale]}`,
      value: reference.id,
    }));
    const secrecy = fieldOf(
      'set-secrecy',
      'secrecy',
      { label: words.facts.secrecy },
      'choice',
      showing,
      words,
      {
        value: state.secrecy.status === 'open' ? 'open' : 'secret',
        choices: [
          { title: buttons.open, value: 'open' },
          { title: buttons.secret, value: 'secret' },
        ],
      },
    );
    const reference = fieldOf('set-secrecy', 'reference', inputs.reference, 'list', showing, words, {
      choices,
    });
    const person = fieldOf('name-handler', 'person', inputs.person, 'line', showing, words, {
      maxLength: MOST_LINE,
    });
    return [
      way('set-secrecy', buttons.secrecy, [secrecy, reference], buttons.saveSecrecy),
      ...(state.secrecy.status === 'open'
        ? []
        : [way('name-handler', buttons.name, [person], buttons.letRead)]),
    ];
  }
}

/** What may show a child stops a case, and nothing of it is kept (G-7.1b3). */
function child(state: Case, showing: Showing, words: Texts): Way[] {
  if (CLOSED.includes(state.status) || !may('safety', state, showing)) return [];
  const { text, help } = showing.facts.guideline.triage.safety.children;
  const { locale } = showing;
  const asked = { label: text[locale], help: help[locale] };
  const children = fieldOf('safety', 'children', asked, 'choice', showing, words, {
    choices: (['yes', 'unsure'] as const).map((value) => ({ title: words.answers[value], value })),
  });
  const one = way('safety', words.card.child, [children], words.buttons.stop, { life: state.danger });
  return [{ ...one, button: { ...one.button, style: 'destructive' } }];
}

const CLOSED: readonly Case['status'][] = ['done', 'alarm', 'handed', 'withdrawn'];

function way(
  verb: CommandType,
  title: string,
  fields: readonly Field[],
  send: string,
  data?: Button['data'],
): Way {
  return {
    id: `aside-${verb}`,
    title,
    open: fields.some(({ problem }) => problem !== undefined),
    fields,
    button: { title: send, verb: `case.${verb}`, style: 'default', ...(data === undefined ? {} : { data }) },
  };
}
