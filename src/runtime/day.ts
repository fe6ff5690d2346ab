/** The message of the day: one document per person and day gathers their reminders and is sent once, at 08:30. */
import { z } from 'zod';
import type { PersonId } from '../kernel/actor';
import { atTime, clockIn, plusDays, workingDayFrom } from '../kernel/calendar';
import { refuse } from '../kernel/decision';
import { BugError } from '../kernel/errors';
import type { Effect, MatterRef } from '../kernel/effect';
import type { View } from '../kernel/view';
import type { Locale } from '../kernel/locale';
import type { Organisation } from '../kernel/organisation';
import type { CommandBase, Moment } from '../kernel/matter';
import type { Aggregate, Reading } from '../ports/flow';
import type { Done, Order } from './commands';

export const DAY_KIND = 'day';
const SENT_AT = '08:30';
/**
 * A line that comes on a working day before this hour goes out the same day, if nothing was sent yet, and so does a
 * message that could not be sent in time because nothing ran.
 */
const UNTIL = '16:00';
/**
 * A line that comes after the hour is seldom alone, as when nothing ran for a while: the message waits for the others,
 * for longer than from one round of the timer to the next while there is work.
 */
const GATHERING_MS = 8_000;
const KEPT_DAYS = 90;

const DayLine = z.object({
  key: z.string(),
  matter: z.object({ kind: z.string(), id: z.string() }),
  reason: z.string(),
  /** Of the matter: its communicators see whom messages do not reach. */
  department: z.string().exactOptional(),
});
export type DayLine = z.infer<typeof DayLine>;

const Day = z.object({
  status: z.enum(['open', 'closed', 'spent']),
  person: z.string(),
  day: z.string(),
  lines: z.array(DayLine),
  /** When the last line came. */
  addedAt: z.string().exactOptional(),
});
export type Day = z.infer<typeof Day>;

type DayCommand =
  | { readonly type: 'add'; readonly person: string; readonly day: string; readonly line: DayLine }
  | { readonly type: 'tick' };
type DayEvent =
  | {
      readonly type: 'added';
      readonly person: string;
      readonly day: string;
      readonly line: DayLine;
      readonly at: string;
    }
  | { readonly type: 'closed' }
  | { readonly type: 'spent' };

/** A line with what its matter says about it now. */
export interface DayFacts {
  readonly moment: Moment;
  readonly lines: readonly { readonly matter: MatterRef; readonly text: string }[];
}

export interface DayOptions {
  /** The text of a line as its matter stands now; undefined when it is resolved. */
  readonly mention: (
    line: DayLine,
    person: PersonId,
    reading: Reading,
    moment: Moment,
  ) => Promise<string | undefined>;
  readonly present: (lines: DayFacts['lines'], locale: Locale) => View;
  /** The command with which a matter sends this person its own card, for kinds that do. */
  readonly remind: (matter: MatterRef, person: PersonId) => CommandBase | undefined;
}

export function createDay({
  mention,
  present,
  remind,
}: DayOptions): Aggregate<Day, DayCommand, DayEvent, DayFacts> {
  /** All lines in one message; the only one of a day is the matter's own card, where it has one to send. */
  function message({ person }: Day, lines: DayFacts['lines']): Effect {
    const [only, another] = lines;
    const command = only && !another ? remind(only.matter, person) : undefined;
    return only && command
      ? { kind: 'send', key: 'day', target: only.matter, command: { ...command } }
      : { kind: 'notify', key: 'day', to: person, reason: 'day' };
  }

  return {
    kind: DAY_KIND,
    gathers: true,
    schemaVersion: 1,
    restore: (raw) => Day.parse(raw),
    verbs: {},
    async facts({ moment, state, reading, command }) {
      if (!state || command?.type === 'add') return { moment, lines: [] };
      const texts = await Promise.all(
        state.lines.map((line) => mention(line, state.person, reading, moment)),
      );
      return {
        moment,
        lines: state.lines.flatMap(({ matter }, at) => {
          const text = texts[at];
          return text === undefined ? [] : [{ matter, text }];
        }),
      };
    },
    permits: (actor, command, state) =>
      actor.type === 'system' || (command.type === 'see' && actor.id === state?.person)
        ? undefined
        : { code: 'forbidden' },
    decide(command, state, { moment, lines }) {
      switch (command.type) {
        case 'add': {
          if (state && state.status !== 'open') return refuse('closed');
          const { person, day, line } = command;
          return { events: [{ type: 'added', person, day, line, at: moment.now }], effects: [] };
        }
        case 'tick':
          if (!state) return refuse('gone');
          if (state.status !== 'open') return { events: [{ type: 'spent' }], effects: [] };
          // Sent on another day it would be that day's second message.
          if (isMissed(state, moment))
            return { events: [{ type: 'spent' }], effects: state.lines.map(moved(state)) };
          // With nothing left to say nothing is sent, and the day stays open for lines that come later.
          if (lines.length === 0) return { events: [{ type: 'spent' }], effects: [] };
          return { events: [{ type: 'closed' }], effects: [message(state, lines)] };
        default:
          return command satisfies never;
      }
    },
    evolve(state, event) {
      switch (event.type) {
        case 'added':
          return {
            status: 'open',
            person: event.person,
            day: event.day,
            addedAt: event.at,
            lines: [...(state?.lines ?? []).filter((line) => !isSame(line, event.line)), event.line],
          };
        case 'closed':
        case 'spent':
          if (!state) throw new Error('a message of the day is closed only once it was opened');
          return { ...state, status: event.type };
        default:
          return event satisfies never;
      }
    },
    quiet: ['added', 'closed', 'spent'] as const,
    spent: ({ status }) => status === 'spent',
    deadline: (state, moment) => (state.status === 'open' ? sendAt(state, moment) : removeAt(state, moment)),
    listed: ({ status, day }) => ({ status, day }),
    departments: ({ lines }) => lines.flatMap(({ department }) => department ?? []),
    present: ({ facts, locale }) => present(facts.lines, locale),
  };
}

/** One line a day about a matter: it says how the matter stands, so a later reminder takes the place of an earlier one. */
function isSame(a: DayLine, b: DayLine): boolean {
  return a.matter.kind === b.matter.kind && a.matter.id === b.matter.id && a.reason === b.reason;
}

/** 08:30 of its day, or when no line came for a while after that; one that is no working day any more moves on. */
function sendAt({ day, addedAt }: Day, { organisation: { timeZone } }: Moment): string {
  const hour = atTime(timeZone, workingDayFrom(day), SENT_AT);
  if (addedAt === undefined || addedAt <= hour) return hour;
  return new Date(Date.parse(addedAt) + GATHERING_MS).toISOString();
}

/** Nothing ran in the hours in which it may be sent. */
function isMissed(state: Day, { organisation: { timeZone }, now, today }: Moment): boolean {
  const day = workingDayFrom(state.day);
  return today > day || (today === day && clockIn(timeZone, now) >= UNTIL);
}

/** The line goes to the next message that is still open. */
function moved({ person }: Day): (line: DayLine) => Effect {
  return ({ key, matter, reason, department }) => ({
    kind: 'mention',
    key: `moved/${key}`,
    to: person,
    matter,
    reason,
    ...(department === undefined ? {} : { department }),
  });
}

function removeAt(state: Day, { organisation }: Moment): string {
  return atTime(organisation.timeZone, plusDays(state.day, KEPT_DAYS), SENT_AT);
}

export interface LineFor extends DayLine {
  readonly to: string;
  /** The first day from a working day on that the matter lets its line stand on. */
  readonly from: (day: string, moment: Moment) => string;
}

/** Days looked through for one that is still open; the first or second is. */
const MOST_DAYS = 5;

/**
 * Adds a line to the next message of the day that is still open; safe to repeat. `busy`: others kept changing that
 * message, so that it is to be tried again. Throws BugError `no-open-day` when it could be added nowhere.
 */
export async function addLine(
  run: (order: Order) => Promise<Done>,
  aggregate: Aggregate,
  organisation: Organisation,
  moment: Moment,
  { to, from, ...line }: LineFor,
): Promise<'added' | 'there' | 'busy'> {
  const late = clockIn(organisation.timeZone, moment.now) >= UNTIL;
  const next = (after: string): string => from(workingDayFrom(after), moment);
  let day = next(late ? plusDays(moment.today, 1) : moment.today);
  for (let tries = 0; tries < MOST_DAYS; tries += 1) {
    const done = await run({
      aggregate,
      organisation,
      id: `${to}:${day}`,
      actor: { type: 'system', organisation: organisation.id },
      command: { type: 'add', person: to, day, line } as DayCommand,
      key: line.key,
    });
    if (done.kind === 'changed') return 'added';
    if (done.kind === 'replayed') return 'there';
    if (done.kind === 'busy') return 'busy';
    if (done.kind !== 'refused') break;
    day = next(plusDays(day, 1));
  }
  throw new BugError('no-open-day', `A line for ${to} could not be added.`);
}
