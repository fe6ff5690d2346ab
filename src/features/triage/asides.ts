/** What unfolds beside a case's buttons: the other ways to decide, what a registrar can do besides. Pure. */
import type { Button, Field } from '../../kernel/card';
import { cullingDecisionOf } from '../../kernel/offices';
import { isHeld, may } from './buttons';
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
  readonly fields: readonly Field[];
  readonly button: Button;
}

export function asidesFor(state: Case, showing: Showing, words: Texts): Aside[] {
  const { buttons, inputs } = words;
  const { facts, locale } = showing;
  const aside = (
    verb: CommandType,
    title: string,
    fields: readonly Field[],
    send = buttons.save,
    style: Button['style'] = 'default',
    data?: Button['data'],
  ): Aside => ({
    id: `aside-${verb}${data === undefined ? '' : `-${Object.values(data).join('-')}`}`,
    title,
    open: fields.some(({ problem }) => problem !== undefined),
    fields,
    button: { title: send, verb: `case.${verb}`, style, ...(data === undefined ? {} : { data }) },
  });
  const text = (type: CommandType, asked: { label: string; help?: string }): Field =>
    fieldOf(type, 'words', asked, 'text', showing, words, { maxLength: MOST_WORDS });
  const held = isHeld(state, showing);

  switch (state.status) {
    case 'suggested':
      return [...(held ? [] : [...otherWay(), ...culling()]), ...office()];
    case 'evidence':
      return [...(held ? [] : otherWay()), ...office()];
    case 'registration':
      return [
        ...(may('register-later', state, showing)
          ? [
              aside('register-later', buttons.later, [
                fieldOf('register-later', 'day', inputs.later, 'date', showing, words),
              ]),
              ...(state.secrecy.status === 'open'
                ? [aside('register-not', buttons.notNeeded, [text('register-not', inputs.notNeeded)])]
                : []),
              aside('send-back', buttons.sendBack, [text('send-back', inputs.sendBack)], buttons.send),
            ]
          : []),
        ...office(),
      ];
    case 'removal':
      return office();
    case 'telling':
      return [
        ...(may('tell', state, showing) && !held
          ? [
              aside('tell', buttons.notTold, [text('tell', inputs.notTold)], buttons.save, 'default', {
                told: 'not-told',
              }),
            ]
          : []),
        ...office(),
      ];
    case 'culling':
      return may('disagree', state, showing)
        ? [aside('disagree', buttons.disagree, [text('disagree', inputs.words)], buttons.send)]
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

  /** Anything but what was suggested: with a reason, never hindered. */
  function otherWay(): Aside[] {
    if (!('suggestion' in state) || !may('rule', state, showing, { outcome: 'keep' })) return [];
    if (state.status === 'suggested' && (state.suggestion.outcome === 'ask' || state.asked === 'registrar'))
      return [];
    const now = 'ruling' in state ? state.ruling.outcome : state.suggestion.outcome;
    const titles = { 'register-delete': buttons.remove, register: buttons.register, keep: buttons.keep };
    const choices = (['register-delete', 'register', 'keep'] as const)
      .filter((outcome) => outcome !== now)
      .map((value) => ({ title: titles[value], value }));
    return [
      aside(
        'rule',
        state.status === 'evidence' ? words.card.reconsider : buttons.otherWay,
        [
          fieldOf('rule', 'outcome', { label: buttons.otherWay }, 'choice', showing, words, { choices }),
          text('rule', inputs.words),
        ],
        buttons.save,
      ),
    ];
  }

  function culling(): Aside[] {
    if (!('suggestion' in state) || state.suggestion.outcome !== 'cull') return [];
    if (!may('cull', state, showing) || cullingDecisionOf(state.department, facts) === undefined) return [];
    const { reasons, confirmations } = facts.guideline.triage.culling;
    const confirm = confirmations.map(({ id, text: said }): Field => {
      const field = fieldOf('cull', `confirm-${id}`, { label: said[locale] }, 'yes', showing, words);
      return { ...field, id: `confirm-${id}`, value: field.value === '' ? 'no' : field.value };
    });
    return [
      aside(
        'cull',
        buttons.cull,
        [
          fieldOf('cull', 'reason', inputs.reason, 'choice', showing, words, {
            choices: reasons.map(({ id, text: said }) => ({ title: said[locale], value: id })),
          }),
          ...confirm,
        ],
        buttons.send,
      ),
    ];
  }

  /** What a registrar can do besides: who reads it, and whether it is secret. */
  function office(): Aside[] {
    if (!may('set-secrecy', state, showing) || !('secrecy' in state)) return [];
    const choices = secrecyParagraphs(facts.moment.today, facts.guideline).map(({ reference, law }) => ({
      title: `${law.name[locale]} ${reference.place[locale]}`,
      value: reference.id,
    }));
    return [
      aside('set-secrecy', buttons.secrecy, [
        fieldOf('set-secrecy', 'secrecy', { label: words.facts.secrecy }, 'choice', showing, words, {
          value: state.secrecy.status === 'open' ? 'open' : 'secret',
          choices: [
            { title: buttons.open, value: 'open' },
            { title: buttons.secret, value: 'secret' },
          ],
        }),
        fieldOf('set-secrecy', 'reference', inputs.reference, 'list', showing, words, { choices }),
      ]),
      ...(state.secrecy.status === 'open'
        ? []
        : [
            aside('name-handler', buttons.name, [
              fieldOf('name-handler', 'person', inputs.person, 'line', showing, words, {
                maxLength: MOST_LINE,
              }),
            ]),
          ]),
    ];
  }
}
