/** The buttons of a capture's card, and what unfolds beside them: only what this reader may do now. Pure. */
import type { Button, Field } from '../../kernel/card';
import { plusDays, showDay } from '../../kernel/calendar';
import { MOST_WORDS, type CommandType } from './commands';
import { doubtOf } from './evolve';
import type { Facts, Problem, Showing } from './facts';
import type { Capture } from './model';
import type { Part } from './part';
import { permits } from './policy';
import { latestSnooze } from './settle';
import { roomIn } from './take';
import type { Texts } from './texts-shape';

/** A button that unfolds inputs and the button that sends them. */
export interface Aside {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
  readonly button: Button;
}

export function buttonsFor(state: Capture, part: Part, facts: Facts, { buttons }: Texts): Button[] {
  if (part === undefined) return [];
  const link = (title: string, style: Button['style'] = 'positive'): Button[] =>
    facts.uploadUrl === undefined ? [{ title, verb: 'capture.link', style }] : [];
  if (doubtOf(state))
    return [
      { title: buttons.trust, verb: 'capture.trust', style: 'positive' },
      { title: buttons.drop, verb: 'capture.drop', style: 'default' },
    ];
  switch (state.status) {
    case 'waiting':
      return part === 'own'
        ? link(buttons.upload)
        : [
            // With the link at hand it is the page that comes first.
            {
              title: buttons.remind,
              verb: 'capture.remind',
              style: facts.uploadUrl === undefined ? 'positive' : 'default',
            },
            ...link(buttons.uploadFor, 'default'),
          ];
    case 'done':
      return [
        ...(roomIn(state, facts) > 0 ? link(buttons.more, 'default') : []),
        { title: buttons.wrong, verb: 'capture.supersede', style: 'default' },
      ];
    case 'impossible':
      return link(buttons.upload, 'default');
    case 'sealed':
      return roomIn(state, facts) > 0 ? link(buttons.supplement, 'default') : [];
    case 'disputed':
      return [];
    default:
      return state satisfies never;
  }
}

export function asidesFor(state: Capture, part: Part, showing: Showing, words: Texts): Aside[] {
  const { viewer, facts } = showing;
  const may = (type: CommandType): boolean => permits(viewer, { type }, state, facts) === undefined;
  const { buttons } = words;
  const make = (
    verb: string,
    title: string,
    field: Field,
    style: Button['style'] = 'default',
    send = title,
  ): Aside => ({
    id: `aside-${field.id}-${verb.slice('capture.'.length)}`,
    title,
    open: field.problem !== undefined,
    fields: [field],
    button: { title: send, verb, style },
  });
  const text = (id: string, input: Texts['inputs']['who'], type: CommandType): Field =>
    fieldOf(id, input, 'text', type, showing, words);
  const assign = () =>
    make(
      'capture.assign',
      buttons.assign,
      { ...text('person', words.inputs.person, 'assign'), kind: 'line' },
      'default',
      buttons.sendAssign,
    );
  const close = () =>
    make(
      'capture.close-account',
      buttons.closeAccount,
      text('closing', words.inputs.closeAccount, 'close-account'),
      'destructive',
    );
  // One thing at a time: first whether the picture is the right one.
  if (doubtOf(state)) return [];
  switch (state.status) {
    case 'waiting': {
      if (part === 'own') {
        const latest = latestSnooze(state, facts);
        return [
          ...(latest === undefined
            ? []
            : [
                make(
                  'capture.snooze',
                  buttons.snooze,
                  untilField(latest, showing, words),
                  'default',
                  buttons.sendSnooze,
                ),
              ]),
          make(
            'capture.not-mine',
            buttons.notMine,
            text('who', words.inputs.who, 'not-mine'),
            'default',
            buttons.sendNotMine,
          ),
          make(
            'capture.closed',
            buttons.closed,
            text('when', words.inputs.when, 'closed'),
            'default',
            buttons.sendClosed,
          ),
        ];
      }
      if (part !== 'office') return [];
      return [
        ...(may('assign') ? [assign()] : []),
        make('capture.rule-out', buttons.ruleOut, text('reason', words.inputs.ruleOut, 'rule-out')),
        ...(may('close-account') ? [close()] : []),
      ];
    }
    case 'disputed':
      if (part !== 'settle') return [];
      return [
        assign(),
        ...(state.claim === 'closed' ? [close()] : []),
        make(
          'capture.insist',
          state.claim === 'closed' ? buttons.inUse : buttons.insist,
          text('why', words.inputs.insist, 'insist'),
        ),
      ];
    case 'done':
      return state.occasion === 'before-closing' && may('close-account') ? [close()] : [];
    case 'impossible':
    case 'sealed':
      return [];
    default:
      return state satisfies never;
  }
}

function untilField(latest: string, showing: Showing, words: Texts): Field {
  const { moment } = showing.facts;
  const field = fieldOf(
    'until',
    words.inputs.until,
    'date',
    'snooze',
    showing,
    words,
    showDay(latest, showing.locale, moment.today),
  );
  const suggested = plusDays(moment.today, 7);
  return field.value === '' ? { ...field, value: suggested < latest ? suggested : latest } : field;
}

function fieldOf(
  id: string,
  { label, help }: Texts['inputs']['who'],
  kind: Field['kind'],
  type: CommandType,
  { attempt, notice }: Showing,
  { clientError, problems }: Texts,
  max?: string,
): Field {
  const mine = attempt?.type === type;
  const typed: unknown = mine ? Object.entries(attempt).find(([key]) => key !== 'type')?.[1] : undefined;
  const problem = mine ? (notice?.fields?.[id] as Problem | undefined) : undefined;
  return {
    id,
    kind,
    label,
    ...(help === undefined ? {} : { help }),
    error: clientError,
    required: false,
    value: typeof typed === 'string' ? typed : '',
    ...(kind === 'date' ? {} : { maxLength: MOST_WORDS }),
    ...(problem === undefined ? {} : { problem: problems[problem](max === undefined ? {} : { max }) }),
  };
}
