/** How people of the simulated year press buttons; whatever the bot does not take is noted as a fault. */
import { actionsOf } from '../support/card-parts';
import { stepsOf } from '../support/story';
import { wordsOf } from '../support/house';
import type { Chance } from './chance';
import { localTime } from './year-calendar';
import { PERSONAS } from './year-people';
import type { Life } from './year-rules';
import { isBlocked, type Town } from './year-town';

export type Inputs = Readonly<Record<string, string>>;

export interface Hands {
  readonly faults: string[];
  readonly presses: () => number;
  /** Opens a new form; resolves with its id. */
  newForm(who: string): Promise<string>;
  /** Opens the matter and presses a button; false when it is not there or nothing came of it. */
  press(who: string, id: string, verb: string, inputs?: Inputs, how?: 'by name'): Promise<boolean>;
  todo(who: string): Promise<ReadonlySet<string>>;
}

const LAST_STEP = 5;

export function handsFor(town: Town): Hands {
  const faults: string[] = [];
  let presses = 0;
  const fault = (sentence: string): false => {
    const { day, clock } = localTime(town.clock);
    faults.push(`${day} ${clock}: ${sentence}`);
    return false;
  };

  return {
    faults,
    presses: () => presses,
    async newForm(who) {
      await town.say(who, 'ny ansökan');
      const [action] = actionsOf(town.card(who));
      return (action?.data['matter'] as { id: string }).id;
    },

    async press(who, id, verb, inputs = {}, how) {
      // Whoever has blocked the bot does nothing with it.
      if (isBlocked(who, town.clock)) return false;
      presses += 1;
      const before = (await town.document('application', id))?.events.length ?? 0;
      const newest = before === 0 ? town.card(who) : await town.click(who, opening(id));
      const actions = actionsOf(newest);
      const found = actions.find((action) => action.verb === `application.${verb}`) ?? (how && actions[0]);
      if (!found) return fault(`${who} finds no button to ${verb} ${id}: ${wordsOf(newest).slice(0, 300)}`);
      const { matter } = found.data;
      const data = how
        ? { ...found.data, matter, ...inputs, step: stepFor(verb) }
        : { ...found.data, ...inputs };
      const answer = await town.click(who, { verb: `application.${verb}`, data });
      const after = (await town.document('application', id))?.events.length ?? 0;
      return after > before || fault(`${who} could not ${verb} ${id}: ${wordsOf(answer).slice(0, 900)}`);
    },

    async todo(who) {
      const found = new Set<string>();
      for (let page = 1; ; page += 1) {
        const card = await town.click(who, { verb: 'home.todo', data: { page } });
        const actions = actionsOf(card);
        for (const { data } of actions) {
          const { id } = (data['matter'] ?? data) as { id?: string };
          if (id !== undefined) found.add(id);
        }
        if (!actions.some(({ data }) => Number(data['page']) > page)) return found;
      }
    },
  };
}

function opening(id: string) {
  return { title: 'Öppna', verb: 'open', data: { kind: 'application', id } };
}

function stepFor(verb: string): number {
  return verb === 'submit' ? LAST_STEP : 0;
}

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ru',
  'sve',
  'tor',
  'pla',
  'gri',
  'do',
  'fen',
  'ös',
  'bal',
  'ne',
  'vik',
] as const;

/** A word that nobody else has. */
export function inventedWord(chance: Chance, letters = 4): string {
  return Array.from({ length: letters }, () => chance.pick(SYLLABLES))
    .join('')
    .replaceAll('ö', 'o');
}

/** Every answer of the form; units and purposes share no words, so that only wanted twins are found. */
export function answersFor(
  life: Life | Omit<Life, 'status'>,
  handle: string,
  chance: Chance,
  talked?: string,
): Inputs {
  const other = life.responsible === 'medarbetarea' ? 'medarbetareb' : 'medarbetarea';
  return {
    ...(Object.assign({}, ...stepsOf()) as Inputs),
    handle: `@${handle}`,
    accountType: life.official ? 'official' : 'unit',
    department: life.department,
    unit: `${inventedWord(chance)} ${inventedWord(chance)}`,
    purpose: `${inventedWord(chance, 5)} ${inventedWord(chance, 5)} ${inventedWord(chance, 5)}`,
    audience: inventedWord(chance, 5),
    responsible: PERSONAS[life.responsible]?.name ?? '',
    deputies: PERSONAS[other]?.name ?? '',
    ...(life.official ? { channelTraining: 'yes' } : {}),
    consultedWith: talked === undefined ? '' : 'Någon',
    consultedOn: talked ?? '',
  };
}
