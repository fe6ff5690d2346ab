/** The form and the buttons of a case's card: the one next step, and only what this reader may do now. Pure. */
import type { Button, Field } from '../../kernel/card';
import { MOST_LINE, MOST_LINK, MOST_WORDS, type CaseCommand, type CommandType } from './commands';
import { KIND } from './gather';
import type { Showing } from './facts';
import { fieldOf } from './inputs';
import { current, REMOVALS, type Case, type In } from './model';
import { misstep } from './order';
import { permits } from './policy';
import { offersOf, touchedBy } from './rules';
import type { Texts } from './texts';
import { turnsOf } from './turn';

/** Takes pictures whose references the bot holds into a case, as the card that asks "which one?" does. */
const PICTURE_VERB = 'home.picture';

type Personal = Exclude<CommandType, 'remind' | 'tick'>;

/** Whether the reader may, and the step has its place now. */
export function may(type: Personal, state: Case, { viewer, facts }: Showing, more: object = {}): boolean {
  const command = { type, ...more } as CaseCommand;
  return misstep(type, state) === undefined && permits(viewer, command, state, facts) === undefined;
}

/** Whether somebody else works on it. */
export function isHeld(state: Case, { viewer }: Showing): boolean {
  return 'holder' in state && state.holder.by !== viewer.id;
}

/** Whether somebody waits for an answer, so that nothing is suggested to follow. */
export function isAsked({ suggestion, asked }: In<'suggested'>): boolean {
  return suggestion.outcome === 'ask' || asked === 'registrar';
}

export function formFor(state: Case, showing: Showing, words: Texts): Field[] {
  const { inputs } = words;
  const { facts } = showing;
  if (isHeld(state, showing) && state.status !== 'registration') return [];
  switch (state.status) {
    case 'suggested':
      // What was asked is answered with a reason; a suggestion that is followed needs none.
      return isAsked(state) && may('rule', state, showing, { outcome: 'keep' })
        ? [fieldOf('rule', 'words', inputs.words, 'text', showing, words, { maxLength: MOST_WORDS })]
        : [];
    case 'evidence':
      return may('secure', state, showing) && current(state).length > 0 && state.post.link === ''
        ? [fieldOf('secure', 'link', inputs.link, 'link', showing, words, { maxLength: MOST_LINK })]
        : [];
    case 'registration':
      return may('register', state, showing)
        ? [fieldOf('register', 'number', inputs.number, 'line', showing, words, { maxLength: MOST_LINE })]
        : [];
    case 'removal':
      return may('remove', state, showing)
        ? [
            fieldOf('remove', 'how', inputs.how, 'list', showing, words, {
              value: 'ours',
              // That it remains is said beside, with the reason.
              choices: REMOVALS.filter((value) => value !== 'remains').map((value) => ({
                title: words.removals[value],
                value,
              })),
            }),
            fieldOf('remove', 'day', inputs.day, 'date', showing, words, { value: facts.moment.today }),
          ]
        : [];
    case 'done':
      return state.registration?.kind === 'pending' && may('register', state, showing)
        ? [fieldOf('register', 'number', inputs.number, 'line', showing, words, { maxLength: MOST_LINE })]
        : [];
    case 'alarm':
      return may('hand-over', state, showing)
        ? [fieldOf('hand-over', 'reference', inputs.police, 'line', showing, words, { maxLength: MOST_LINE })]
        : [];
    default:
      return [];
  }
}

export function buttonsFor(id: string, state: Case, showing: Showing, words: Texts): Button[] {
  const { buttons } = words;
  const button = (
    title: string,
    verb: string,
    style: Button['style'] = 'default',
    data?: Button['data'],
  ): Button => ({
    title,
    verb,
    style,
    ...(data === undefined ? {} : { data }),
  });
  const held = isHeld(state, showing);
  const hold = holdButtons(state, showing, words);
  switch (state.status) {
    case 'suggested': {
      const consult =
        state.asked === 'nobody' && may('consult', state, showing)
          ? [button(buttons.consult, 'case.consult')]
          : [];
      if (!may('rule', state, showing, { outcome: 'keep' }) || held)
        return [...(held ? [] : consult), ...hold];
      const { outcome } = state.suggestion;
      const rule = (title: string, what: string, style: Button['style'] = 'default'): Button =>
        button(title, 'case.rule', style, { outcome: what });
      return [
        ...(isAsked(state)
          ? [
              rule(buttons.remove, 'register-delete'),
              rule(buttons.register, 'register'),
              rule(buttons.keep, 'keep'),
            ]
          : outcome === 'cull'
            ? []
            : [rule(outcome === 'keep' ? buttons.keep : buttons.follow, outcome, 'positive')]),
        ...consult,
        ...hold,
      ];
    }
    case 'evidence': {
      if (!may('secure', state, showing) || held) return hold;
      const some = current(state).length > 0;
      return [
        ...(state.held !== undefined && !some
          ? [button(buttons.useHeld, PICTURE_VERB, 'positive', { held: state.held, kind: KIND, id })]
          : []),
        ...(some ? [button(buttons.secure, 'case.secure', 'positive')] : []),
        ...(showing.facts.uploadUrl === undefined
          ? [
              button(
                some ? buttons.addPicture : buttons.upload,
                'case.link',
                some || state.held !== undefined ? 'default' : 'positive',
              ),
            ]
          : []),
        ...(some ? [button(buttons.wrong, 'case.supersede')] : []),
        ...hold,
      ];
    }
    case 'registration':
      return may('register', state, showing) ? [button(buttons.number, 'case.register', 'positive')] : [];
    case 'removal':
      return may('remove', state, showing) && !held
        ? [
            button(buttons.removed, 'case.remove', 'positive'),
            ...reportButtons(state, showing, words),
            ...hold,
          ]
        : [...(held ? [] : reportButtons(state, showing, words)), ...hold];
    case 'telling':
      return may('tell', state, showing) && !held
        ? [
            button(buttons.told, 'case.tell', 'positive', { told: 'told' }),
            ...reportButtons(state, showing, words),
            ...hold,
          ]
        : [...(held ? [] : reportButtons(state, showing, words)), ...hold];
    case 'culling':
      return may('agree', state, showing) ? [button(buttons.agree, 'case.agree', 'positive')] : [];
    case 'done':
      return state.registration?.kind === 'pending' && may('register', state, showing)
        ? [button(buttons.number, 'case.register', 'positive')]
        : [];
    case 'alarm':
      return may('hand-over', state, showing) ? [button(buttons.handOver, 'case.hand-over', 'positive')] : [];
    case 'describing':
    case 'asking':
    case 'handed':
    case 'withdrawn':
      return [];
    default:
      return state satisfies never;
  }
}

/** Reports where they fit, for whoever decides on them. */
function reportButtons(state: Case, showing: Showing, { buttons }: Texts): Button[] {
  if (!('reports' in state)) return [];
  const offers = offersOf(touchedBy(state.suggestion, showing.facts.guideline));
  return (['platform', 'police'] as const)
    .filter((to) => offers.has(to) && !state.reports.some((one) => one.to === to))
    .filter((to) => may('report', state, showing, { to, words: '' }))
    .map((to) => ({ title: buttons[to], verb: 'case.report', style: 'default', data: { to } }));
}

/** *Jag tar det* where several could; letting go, or asking to take over. */
function holdButtons(state: Case, showing: Showing, { buttons }: Texts): Button[] {
  const { viewer, facts } = showing;
  if (!may('hold', state, showing)) return [];
  const holder = 'holder' in state ? state.holder : undefined;
  if (holder)
    return [
      {
        title: holder.by === viewer.id ? buttons.release : buttons.takeOver,
        verb: 'case.release',
        style: 'default',
      },
    ];
  const turns = turnsOf(state, facts);
  return turns.includes(viewer.id) ? [{ title: buttons.hold, verb: 'case.hold', style: 'default' }] : [];
}
