/** What must happen in the simulated seasons: the captures that open, and who is told of them on which day. */
import { addDays, localTime } from './year-calendar';
import { communicatorsOf, isBlocked, registrarsOf } from './seasons-people';
import { isTellingDay, spansOn, tellingDay, type Role, type Rules, type Span } from './seasons-rules';

const SENT = '08:30';
/** The message of the day that was missed comes as soon as the bot is back, before this hour. */
const BEFORE = '16:00';

export interface Holding {
  readonly id: string;
  readonly department: string;
  /** Nobody whom the bot knows, when absent. */
  responsible: string | undefined;
  deputies: readonly string[];
  readonly activeSince: number;
  status: 'active' | 'reserved';
}

export interface Shot {
  readonly id: string;
  readonly holding: Holding;
  readonly department: string;
  readonly to: string;
  /** The day it opened with. */
  readonly began: string;
  responsible: string | undefined;
  readonly deputies: readonly string[];
  /** The day the ladder is counted from. */
  from: string;
  status: 'waiting' | 'disputed' | 'done' | 'over';
  /** Steps behind those who answer for it, and behind the offices. */
  told: number;
  toldOffices: number;
  snoozed?: string | undefined;
}

/** A line in somebody's message of the day. */
export interface Line {
  readonly person: string;
  readonly day: string;
  readonly shot: string;
}

export interface Model {
  readonly holdings: Holding[];
  readonly shots: ReadonlyMap<string, Shot>;
  readonly expected: readonly Line[];
  /** Lines that were to be sent to somebody whom nothing reaches. */
  readonly lost: readonly (Line & { readonly department: string })[];
  /** Called for every capture that opens. */
  onOpen: (shot: Shot) => void;
  /** A step whose day has come has not been told yet. */
  readonly isBehind: (shot: Shot, day: string) => boolean;
  /** The timer runs. */
  tick(at: number): void;
}

export function createModel(rules: Rules): Model {
  const shots = new Map<string, Shot>();
  const expected: Line[] = [];
  const lost: (Line & { department: string })[] = [];
  const swept = new Map<string, { on: string; span: Span }>();
  /** Captures that each person is still to be told of, and the days on which they had their message. */
  const owed = new Map<string, Set<Shot>>();
  const had = new Set<string>();

  /** Once on each day of a season, and once more for what became active on its last day. */
  function open(today: string): void {
    const spans = [...spansOn(today, rules), ...[...swept.values()].map(({ span }) => span)];
    for (const span of spans) {
      const last = swept.get(span.key)?.on ?? '';
      if (today <= last || last > span.to) continue;
      swept.set(span.key, { on: today, span });
      for (const holding of model.holdings) openFor(holding, span, today);
    }
  }

  function openFor(holding: Holding, { key, from, to }: Span, today: string): void {
    const id = `${holding.id}:${key}`;
    const active = localTime(holding.activeSince).day;
    if (holding.status !== 'active' || shots.has(id) || active > to) return;
    const begins = active < from ? from : today > to ? to : today;
    const { department, responsible, deputies } = holding;
    const shot: Shot = {
      ...{ id, holding, department, responsible, deputies, to, from: begins, began: begins },
      ...{ status: 'waiting', told: 0, toldOffices: 0 },
    };
    shots.set(id, shot);
    model.onOpen(shot);
  }

  /** Steps whose day has come: all of them, when some were missed. */
  function stepsOf({ from }: Shot, today: string): number {
    return rules.ladder.filter(({ after }) => tellingDay(addDays(from, after), rules) <= today).length;
  }

  function owe(shot: Shot, today: string): void {
    if (shot.status !== 'waiting') return;
    const steps = stepsOf(shot, today);
    const people = new Set<string>();
    const own: readonly Role[] = ['responsible', 'deputy'];
    const tell = (from: number, roles: readonly Role[]): void => {
      for (const { to } of rules.ladder.slice(from, steps))
        for (const role of to)
          if (roles.includes(role)) for (const person of peopleOf(role, shot, today)) people.add(person);
    };
    tell(shot.toldOffices, ['communicator', 'registrar']);
    shot.toldOffices = Math.max(steps, shot.toldOffices);
    const waits = isPutOff(shot, today);
    if (waits) for (const person of answering(shot)) people.delete(person);
    if (!waits) {
      // What was put off comes back, to everybody whom the last step told.
      const again = shot.snoozed !== undefined;
      tell(again ? Math.min(shot.told, Math.max(steps - 1, 0)) : shot.told, own);
      shot.told = Math.max(steps, shot.told);
      shot.snoozed = undefined;
    }
    for (const person of people) owed.set(person, (owed.get(person) ?? new Set()).add(shot));
  }

  function isPutOff({ snoozed }: Shot, today: string): boolean {
    return snoozed !== undefined && tellingDay(snoozed, rules) > today;
  }

  function send(today: string): void {
    for (const [person, about] of owed) {
      if (had.has(`${person} ${today}`)) continue;
      owed.delete(person);
      const lines = [...about].filter((shot) => concerns(shot, person, today));
      if (lines.length === 0) continue;
      had.add(`${person} ${today}`);
      for (const { id, department } of lines) {
        const line = { person, day: today, shot: id };
        if (isBlocked(person, today)) lost.push({ ...line, department });
        else expected.push(line);
      }
    }
  }

  /** It may have come in meanwhile, gone to somebody else, or been put off. */
  function concerns(shot: Shot, person: string, today: string): boolean {
    if (shot.status !== 'waiting') return false;
    if (answering(shot).includes(person)) return !isPutOff(shot, today);
    return [...communicatorsOf(shot.department, today), ...registrarsOf(shot.department)].includes(person);
  }

  const model: Model = {
    holdings: [],
    shots,
    expected,
    lost,
    onOpen: () => undefined,
    isBehind: (shot, day) => stepsOf(shot, day) > Math.min(shot.told, shot.toldOffices),
    tick(at) {
      const { day, clock } = localTime(at);
      open(day);
      if (!isTellingDay(day, rules) || clock < SENT || clock >= BEFORE) return;
      for (const shot of shots.values()) owe(shot, day);
      send(day);
    },
  };
  return model;
}

export function answering({ responsible, deputies }: Pick<Shot, 'responsible' | 'deputies'>): string[] {
  return [...(responsible === undefined ? [] : [responsible]), ...deputies];
}

/** For somebody whom the bot does not know the deputies are told, or else the communicator. */
function peopleOf(role: Role, shot: Shot, day: string): readonly string[] {
  const { responsible, deputies, department } = shot;
  switch (role) {
    case 'responsible':
      if (responsible !== undefined) return [responsible];
      return deputies.length > 0 ? deputies : communicatorsOf(department, day);
    case 'deputy':
      return deputies;
    case 'communicator':
      return communicatorsOf(department, day);
    case 'registrar':
      return registrarsOf(department);
  }
}
