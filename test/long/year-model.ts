/** What must happen in the simulated year: from what people did, the lines that everybody is to get, and on which day. */
import { addDays, isOfficeDay, localTime, officeDaysAfter, officeDaysBetween } from './year-calendar';
import {
  decidersOf,
  DRAFT_DAYS,
  LADDERS,
  meant,
  WARNED_BEFORE,
  type Life,
  type Rung,
  type Situation,
  type Wait,
} from './year-rules';

const GATHERED = '06:00';
const SENT = '08:30';
const UNTIL = '16:00';

/** A line of a message: `said` is the days waited, or for a draft the day on which it is deleted. */
export interface Line {
  readonly person: string;
  readonly day: string;
  readonly life: string;
  readonly about: Situation | 'draft';
  readonly said: string;
}

interface Waiting {
  readonly life: Life;
  readonly about: Situation | 'draft';
  readonly wait: Wait | undefined;
}

interface Message {
  readonly person: string;
  readonly day: string;
  lines: Waiting[];
  closed: boolean;
}

export interface Model {
  readonly lives: Map<string, Life>;
  /** Everything that was to be told, in order. */
  readonly expected: readonly Line[];
  begin(life: Pick<Life, 'id' | 'applicant' | 'department' | 'official' | 'responsible'>, at: number): Life;
  /** The application begins to wait for this, today or from `since`. */
  waits(life: Life, situation: Situation | undefined, at: number, since?: string): void;
  /** A message to this person was refused, or they wrote to the bot again. */
  unreached(person: string, at: number): void;
  met(person: string): void;
  /** The timer runs: what is due is gathered, and what is to be sent now is sent. */
  tick(at: number, blocked: (person: string) => boolean): void;
}

export function createModel(): Model {
  const lives = new Map<string, Life>();
  const messages = new Map<string, Message>();
  const silent = new Map<string, string>();
  const expected: Line[] = [];

  function isDue(day: string, at: number): boolean {
    const now = localTime(at);
    return now.day > day || (now.day === day && now.clock >= GATHERED);
  }

  function add(person: string, line: Waiting, at: number): void {
    const { day, clock } = localTime(at);
    let on = clock >= UNTIL ? addDays(day, 1) : day;
    for (;;) {
      while (!isOfficeDay(on)) on = addDays(on, 1);
      const key = `${person} ${on}`;
      const message = messages.get(key) ?? { person, day: on, lines: [], closed: false };
      messages.set(key, message);
      if (!message.closed) {
        // One line a day about the same thing.
        const others = message.lines.filter(({ life, about }) => life !== line.life || about !== line.about);
        message.lines = [...others, line];
        return;
      }
      on = addDays(on, 1);
    }
  }

  /** Nobody there: not one of the deciders could be reached for two working days. */
  function isNobodyThere(life: Life, today: string): boolean {
    return decidersOf(life, today).every(({ person }) => {
      const since = silent.get(person);
      return since !== undefined && officeDaysBetween(since, today) >= 2;
    });
  }

  function step(life: Life, at: number): boolean {
    const today = localTime(at).day;
    const unsent = life.status === 'draft' || life.status === 'joining';
    const draftDue = addDays(life.touched, life.warned ? DRAFT_DAYS : DRAFT_DAYS - WARNED_BEFORE);
    if (unsent && isDue(draftDue, at)) {
      if (life.status === 'joining') {
        life.status = 'draft';
        life.wait = life.talk;
      } else if (life.warned) {
        life.status = 'deleted';
        life.wait = undefined;
      } else {
        life.warned = true;
        add(life.applicant, { life, about: 'draft', wait: undefined }, at);
      }
      return life.status !== 'deleted';
    }
    const { wait } = life;
    if (!wait) return false;
    const rungs: readonly Rung[] = LADDERS[wait.situation];
    const due = rungs.slice(wait.told).filter(({ after }) => isDue(officeDaysAfter(wait.since, after), at));
    if (due.length === 0) return false;
    climb(life, wait, due, today, at);
    return life.status !== 'lapsed';
  }

  function climb(life: Life, wait: Wait, due: readonly Rung[], today: string, at: number): void {
    if (due.some(({ then }) => then === 'lapse')) {
      life.status = 'lapsed';
      life.lapsed = today;
      life.wait = undefined;
      return;
    }
    const rungs: readonly Rung[] = LADDERS[wait.situation];
    // Whether somebody is there is asked again with every rung.
    const skipped = life.escalated ? [] : rungs.slice(0, wait.told).filter(({ when }) => when !== undefined);
    const holds = [...skipped, ...due].filter(({ when }) => when === undefined || isNobodyThere(life, today));
    const people = new Set(
      holds.flatMap(({ to }) => to.flatMap((word) => meant(word, life, wait.situation, today))),
    );
    wait.told += due.length;
    const raises = wait.situation === 'decision' || wait.situation === 'consultation';
    if (raises && holds.some(({ to }) => to.includes('lead'))) life.escalated = true;
    for (const person of people) add(person, { life, about: wait.situation, wait }, at);
  }

  /** Resolved meanwhile, or not this person's any more: the line is dropped. */
  function saidOf({ life, about, wait }: Waiting, person: string, today: string): string | undefined {
    if (about === 'draft')
      return life.status === 'draft' && life.warned ? addDays(life.touched, DRAFT_DAYS) : undefined;
    if (!wait || life.wait !== wait) return undefined;
    const rungs: readonly Rung[] = LADDERS[about].slice(0, wait.told);
    return rungs.some(({ to }) => to.some((word) => meant(word, life, about, today).includes(person)))
      ? String(officeDaysBetween(wait.since, today))
      : undefined;
  }

  return {
    lives,
    expected,
    begin(given, at) {
      const life: Life = {
        ...given,
        status: 'draft',
        touched: localTime(at).day,
        warned: false,
        escalated: false,
        consulted: false,
      };
      lives.set(life.id, life);
      return life;
    },
    waits(life, situation, at, since = localTime(at).day) {
      life.wait = situation === undefined ? undefined : { situation, since, told: 0 };
    },
    unreached(person, at) {
      if (!silent.has(person)) silent.set(person, localTime(at).day);
    },
    met: (person) => void silent.delete(person),

    tick(at, blocked) {
      const { day: today, clock } = localTime(at);
      const missed = [...messages.values()].filter(
        ({ closed, day }) => !closed && (day < today || (day === today && clock >= UNTIL)),
      );
      for (const message of missed) {
        message.closed = true;
        for (const line of message.lines) add(message.person, line, at);
      }
      for (const life of lives.values()) while (step(life, at));
      if (!isOfficeDay(today) || clock < SENT || clock >= UNTIL) return;
      for (const message of messages.values()) {
        if (message.closed || message.day !== today) continue;
        const { person } = message;
        const said = message.lines.flatMap((line): Line[] => {
          const words = saidOf(line, person, today);
          return words === undefined
            ? []
            : [{ person, day: today, life: line.life.id, about: line.about, said: words }];
        });
        message.lines = [];
        message.closed = said.length > 0;
        if (!blocked(person)) expected.push(...said);
      }
    },
  };
}
