/** Plays the people of the demo: they read the card they get, fill in what it asks for and press its button. */
import type { Button, Field } from '../../src/kernel/card';
import type { Arrival, Front, Reply } from '../../src/ports/front';
import type { Entry } from './diary';
import { answersOf, linkTo } from './units';

/** What a card of a matter holds for one who acts on it. */
interface Card {
  readonly matter: { readonly id: string; readonly revision: number; readonly nonce: string };
  readonly notice?: string;
  readonly fields?: readonly Field[];
  readonly buttons: readonly Button[];
}

export interface Actors {
  /** Everybody meets the bot. */
  meet(): Promise<void>;
  perform(entry: Entry): Promise<void>;
}

/** A draft is left after this many steps of the form. */
const STEPS_OF_A_DRAFT = 2;
/** What the communicator wants to know. */
const QUESTION = 'Vilka är de viktigaste att nå, och var får de veta saker i dag?';
/** The form is shorter than this. */
const MOST_STEPS = 20;

export function createActors(front: Front, arrivals: ReadonlyMap<string, () => Arrival>): Actors {
  /** Ids of the applications, by account. */
  const ids = new Map<Entry['account'], string>();

  function arrival(key: string): Arrival {
    const arrive = arrivals.get(key);
    if (!arrive) throw new Error(`The demo has no person "${key}".`);
    return arrive();
  }

  async function press(key: string, verb: string, card: Card, inputs: Readonly<Record<string, string>>) {
    const data = card.buttons.find((button) => button.verb === verb)?.data;
    const pressed = { verb, data: { ...data, ...inputs, matter: card.matter } };
    return cardOf(await front.clicked(arrival(key), pressed));
  }

  /** Walks through the form; every card asks for some of the answers. */
  async function apply({ unit, account, consultedOn, stage }: Entry): Promise<void> {
    const answers = answersOf(unit, account, consultedOn);
    const inputs = ({ fields = [] }: Card) =>
      Object.fromEntries(fields.map(({ id, value }) => [id, answers[id] ?? value]));
    let card = cardOf(await front.said(arrival(unit.applicant), 'ny ansökan'));
    ids.set(account, card.matter.id);
    for (let step = 1; step < MOST_STEPS; step += 1) {
      const [first] = card.buttons;
      if (!first) throw new Error('The form has no button.');
      if (stage === 'talk') {
        await press(unit.applicant, 'application.consult', card, inputs(card));
        return;
      }
      if (stage === 'draft' && step > STEPS_OF_A_DRAFT) {
        await press(unit.applicant, 'application.save', card, inputs(card));
        return;
      }
      card = refuseNotice(await press(unit.applicant, first.verb, card, inputs(card)), account.handle);
      if (first.verb !== 'application.submit') continue;
      // An account like it: the applicant goes on, and says why.
      if (card.buttons.some(({ verb }) => verb === 'application.proceed'))
        await press(unit.applicant, 'application.proceed', card, { reason: unit.why });
      return;
    }
    throw new Error(`The form for ${account.handle} did not end.`);
  }

  /** The first of these people who has the button presses it. */
  async function act(keys: readonly string[], verb: string, entry: Entry): Promise<void> {
    const data = { kind: 'application', id: ids.get(entry.account) ?? '' };
    for (const key of keys) {
      const card = cardOf(await front.clicked(arrival(key), { verb: 'open', data }));
      if (!card.buttons.some((button) => button.verb === verb)) continue;
      const inputs = Object.fromEntries(
        (card.fields ?? []).map((field) => [field.id, inputOf(field, entry)]),
      );
      refuseNotice(await press(key, verb, card, inputs), entry.account.handle);
      return;
    }
    throw new Error(`Nobody of ${keys.join(', ')} has the button "${verb}" for ${entry.account.handle}.`);
  }

  return {
    async meet() {
      for (const key of arrivals.keys()) await front.met(arrival(key));
    },
    perform(entry) {
      const { unit, stage } = entry;
      switch (stage) {
        case 'draft':
        case 'talk':
        case 'submitted':
          return apply(entry);
        case 'changes':
          return act([unit.decider], 'application.ask', entry);
        case 'approved':
          return act([unit.decider, unit.otherwise ?? unit.decider], 'application.approve', entry);
        case 'acknowledged':
          return act(unit.decider === 'sara' ? ['dag'] : ['sara'], 'application.acknowledge', entry);
        case 'active':
          return act([unit.applicant], 'application.report', entry);
        default:
          return stage satisfies never;
      }
    },
  };
}

/** The checklist is all done, the link leads to the account; a question is about the audience. */
function inputOf({ id, kind, value }: Field, { account, stage }: Entry): string {
  if (kind === 'yes') return 'yes';
  if (stage === 'changes' && id === 'about') return 'audience';
  if (stage === 'changes' && id === 'words') return QUESTION;
  return id === 'link' ? linkTo(account) : value;
}

function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`The bot did not answer with a card: ${JSON.stringify(reply)}`);
  return reply.view.data as Card;
}

function refuseNotice(card: Card, handle: string): Card {
  const problems = (card.fields ?? []).flatMap(({ id, problem }) => (problem ? [`${id}: ${problem}`] : []));
  if (card.notice !== undefined) throw new Error([`${handle}: ${card.notice}`, ...problems].join('\n'));
  return card;
}
