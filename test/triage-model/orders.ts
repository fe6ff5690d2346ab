/** What people may try, by chance: mostly what fits the case, often what does not; and what a card sends for it. */
import { plusDays } from '../../src/kernel/calendar';
import type { Chance } from '../long/chance';
import { answersOf, LINK } from '../support/cases';
import { PEOPLE } from '../support/house';
import { awaits } from './offices';
import { PEOPLE_OF_TOWN, PLACES, type Known, type Order, type Question, type Townsman } from './model';

const QUESTIONS = ['attack', 'hatred', 'copyright', 'secret', 'views', 'minor'] as const;
const KINDS = [
  'safety',
  'describe',
  'answer',
  'withdraw',
  'hold',
  'release',
  'consult',
  'agree',
  'link',
  'supersede',
  'picture',
  'rule',
  'cull',
  'disagree',
  'send-back',
  'register-not',
  'secure',
  'register',
  'register-later',
  'set-secrecy',
  'name-handler',
  'remove',
  'tell',
  'report',
  'hand-over',
] as const satisfies readonly Order['do'][];

/** What moves a case on from where it is, and what somebody in a hurry would rather do. */
const FITTING: Readonly<Record<Known['status'], readonly [Order['do'], ...Order['do'][]]>> = {
  describing: ['describe'],
  asking: ['answer', 'answer', 'answer', 'answer', 'withdraw'],
  suggested: ['rule', 'rule', 'rule', 'rule', 'cull', 'consult', 'hold'],
  evidence: ['picture', 'picture', 'secure', 'secure', 'secure', 'hold', 'supersede', 'report'],
  culling: ['agree', 'disagree'],
  registration: [
    'register',
    'register',
    'register',
    'register-later',
    'register-not',
    'send-back',
    'remove',
    'tell',
  ],
  removal: ['remove', 'remove', 'remove', 'report', 'tell'],
  telling: ['tell', 'report'],
  done: ['register', 'set-secrecy', 'remove'],
  alarm: ['hand-over', 'picture', 'describe'],
  handed: ['hand-over', 'picture'],
  withdrawn: ['describe', 'picture'],
};

const OUTCOMES = ['register-delete', 'register', 'keep'] as const;

export interface Tried {
  readonly who: Townsman;
  readonly order: Order;
}

export function tryOf(known: Known | undefined, chance: Chance): Tried {
  const anybody = chance.pick(PEOPLE_OF_TOWN);
  if (!known) {
    const child = chance.is(0.04) ? true : chance.is(0.05) ? undefined : false;
    return {
      who: anybody,
      order: chance.is(0.93) ? { do: 'safety', child } : orderOf(chance.pick(KINDS), undefined, chance),
    };
  }
  const fits = chance.is(0.82);
  const kind = fits ? chance.pick(FITTING[known.status]) : chance.pick(KINDS);
  const who = fits && chance.is(0.9) ? fitting(known, kind, chance) : anybody;
  return { who, order: orderOf(kind, known, chance) };
}

/** Somebody whose part it probably is. */
function fitting(known: Known, kind: Order['do'], chance: Chance): Townsman {
  if (/^(register|send-back|set-secrecy|name-handler)/.test(kind)) return 'rolf';
  if (known.status === 'describing' || known.status === 'asking') return known.reporter;
  if (kind === 'agree') return chance.pick(['sara', 'karin', 'vera']);
  if (known.status === 'suggested' && known.asked) return 'rolf';
  if (known.holder) return known.holder;
  const waits = PEOPLE_OF_TOWN.filter((one) => awaits(one, known));
  const [first = 'sara', ...rest] = waits;
  if (known.status === 'evidence') return chance.pick([first, ...rest]);
  return chance.pick(['anna', 'anna', 'karin', 'vera', 'sara', known.reporter]);
}

function orderOf(kind: Order['do'], known: Known | undefined, chance: Chance): Order {
  const words = chance.is(0.7);
  switch (kind) {
    case 'safety':
      return { do: kind, child: chance.is(0.15) ? true : chance.is(0.1) ? undefined : false };
    case 'describe':
      return { do: kind, place: chance.is(0.9) ? chance.pick(PLACES) : 'nowhere', link: chance.is(0.8) };
    case 'answer':
      return {
        do: kind,
        all: chance.is(0.95),
        ...(chance.is(0.75) ? { yes: chance.pick(QUESTIONS) } : {}),
        ...(chance.is(0.2) ? { unsure: chance.pick(QUESTIONS) } : {}),
      };
    case 'rule': {
      const { suggestion } = known ?? {};
      const other = chance.pick(OUTCOMES);
      const follow = suggestion === 'register-delete' || suggestion === 'register' ? suggestion : other;
      return { do: kind, outcome: chance.is(0.8) ? follow : other, words };
    }
    case 'cull':
      return { do: kind, whole: chance.is(0.8), words };
    case 'disagree':
    case 'send-back':
    case 'register-not':
      return { do: kind, words };
    case 'secure':
      return { do: kind, link: chance.is(0.3) };
    case 'register':
      return { do: kind, good: chance.is(0.85) };
    case 'register-later':
      return { do: kind, days: chance.pick([0, 1, 5, 30, 31]) };
    case 'set-secrecy':
      return { do: kind, to: chance.pick(['open', 'secret']) };
    case 'name-handler':
      return { do: kind, who: chance.is(0.8) ? chance.pick(PEOPLE_OF_TOWN) : 'nobody' };
    case 'remove':
      return { do: kind, remains: chance.is(0.3), words };
    case 'tell':
      return { do: kind, told: chance.is(0.6), words };
    case 'report':
      return { do: kind, to: chance.pick(['platform', 'police']) };
    default:
      return { do: kind };
  }
}

const said = (words: boolean): string => (words ? 'Så är det.' : '');

/** The inputs of the card for it. */
export function dataOf(order: Exclude<Order, { do: 'picture' }>, today: string): object {
  switch (order.do) {
    case 'safety':
      return {
        'safety-life': 'no',
        ...(order.child === undefined ? {} : { 'safety-children': order.child ? 'unsure' : 'no' }),
      };
    case 'describe': {
      const ours = { unit: 'account-01', official: 'account-02' };
      const { place } = order;
      const where =
        place === 'unit' || place === 'official'
          ? { 'describe-account': ours[place] }
          : {
              'describe-account': 'other',
              'describe-page': 'Ortens sida',
              'describe-platform': 'instagram',
              'describe-department':
                place === 'page of care' ? 'vard-omsorg' : place === 'nowhere' ? '' : 'kultur-fritid',
            };
      return {
        ...where,
        'describe-what': 'comment-others',
        'describe-day': today,
        'describe-link': order.link ? LINK : '',
      };
    }
    case 'answer': {
      const { yes, unsure } = order;
      const words = [...(unsure && unsure !== yes ? [`?${unsure}`] : []), ...(yes ? [yes] : [])];
      const { 'answer-proposal': proposal, ...others } = answersOf(words);
      return order.all ? { ...others, 'answer-proposal': proposal } : others;
    }
    case 'rule':
      return { outcome: order.outcome, 'rule-words': said(order.words) };
    case 'cull': {
      const all = ['insight', 'justice', 'administration', 'research'].slice(order.whole ? 0 : 1);
      const confirmed = Object.fromEntries(all.map((id) => [`confirm-${id}`, 'yes']));
      return { ...confirmed, 'cull-reason': 'outdated', 'cull-words': said(order.words) };
    }
    case 'disagree':
    case 'send-back':
    case 'register-not':
      return { words: said(order.words) };
    case 'secure':
      return { link: order.link ? LINK : '' };
    case 'register':
      return { number: order.good ? 'KS 2026-1' : 'inget än' };
    case 'register-later':
      return { day: plusDays(today, order.days) };
    case 'set-secrecy':
      return { secrecy: order.to, reference: 'osl-26-1' };
    case 'name-handler':
      return { person: order.who === 'nobody' ? 'Ingen Alls' : PEOPLE[order.who].name };
    case 'remove':
      return { how: order.remains ? 'remains' : 'ours', words: said(order.words) };
    case 'tell':
      return { told: order.told ? 'told' : 'not-told', words: said(order.words) };
    case 'report':
      return { to: order.to };
    default:
      return {};
  }
}

/** Where both are said of one question, it is answered with yes. */
export function settled(order: Order): Order {
  if (order.do !== 'answer' || order.unsure === undefined || order.unsure !== order.yes) return order;
  const { unsure: _same, ...rest } = order;
  return rest;
}

export type { Question };
