/** How a case ought to go, said a second time and simply: who may do what, when, and what comes of it. */
import type { Who } from '../support/house';
import { mayDo, reads } from './offices';

export const PEOPLE_OF_TOWN = ['anna', 'bo', 'karin', 'kim', 'vera', 'rolf', 'sara', 'dag'] as const;
export type Townsman = (typeof PEOPLE_OF_TOWN)[number] & Who;

/** A unit's account, an official one, and pages of others; care has no decision on culling. */
export const PLACES = ['unit', 'official', 'page of culture', 'page of care'] as const;
export type Place = (typeof PLACES)[number];

export type Outcome = 'register-delete' | 'ask' | 'register' | 'cull' | 'keep';
type Status =
  | 'describing'
  | 'asking'
  | 'suggested'
  | 'evidence'
  | 'culling'
  | 'registration'
  | 'removal'
  | 'telling'
  | 'done'
  | 'alarm'
  | 'handed'
  | 'withdrawn';

/** What people decide on. */
export interface Known {
  readonly status: Status;
  readonly reporter: Townsman;
  readonly place?: Place;
  readonly holder?: Townsman;
  readonly handlers: readonly Townsman[];
  readonly secrecy: 'none' | 'open' | 'suspected' | 'secret';
  readonly suggestion?: Outcome;
  readonly asked: boolean;
  readonly outcome?: Outcome;
  /** Who decided on it. */
  readonly ruler?: Townsman;
  readonly pictures: number;
  readonly kept: number;
  readonly linked: boolean;
  readonly offers: readonly ('platform' | 'police')[];
  readonly reported: readonly ('platform' | 'police')[];
  readonly registration: 'none' | 'number' | 'pending' | 'not-needed';
  readonly removed: boolean;
  readonly proposer?: Townsman;
}

export type Order =
  | { readonly do: 'safety'; readonly child: boolean | undefined }
  | { readonly do: 'describe'; readonly place: Place | 'nowhere'; readonly link: boolean }
  | { readonly do: 'answer'; readonly yes?: Question; readonly unsure?: Question; readonly all: boolean }
  | { readonly do: 'withdraw' | 'hold' | 'release' | 'consult' | 'agree' | 'link' | 'supersede' | 'picture' }
  | {
      readonly do: 'rule';
      readonly outcome: 'register-delete' | 'register' | 'keep';
      readonly words: boolean;
    }
  | { readonly do: 'cull'; readonly whole: boolean; readonly words: boolean }
  | { readonly do: 'disagree' | 'send-back' | 'register-not'; readonly words: boolean }
  | { readonly do: 'secure'; readonly link: boolean }
  | { readonly do: 'register'; readonly good: boolean }
  | { readonly do: 'register-later'; readonly days: number }
  | { readonly do: 'set-secrecy'; readonly to: 'open' | 'secret' }
  | { readonly do: 'name-handler'; readonly who: Townsman | 'nobody' }
  | { readonly do: 'remove'; readonly remains: boolean; readonly words: boolean }
  | { readonly do: 'tell'; readonly told: boolean; readonly words: boolean }
  | { readonly do: 'report'; readonly to: 'platform' | 'police' }
  | { readonly do: 'hand-over' };

export type Question = 'attack' | 'hatred' | 'copyright' | 'secret' | 'views' | 'minor';
const OFFERS: Readonly<Record<Question, readonly ('platform' | 'police')[]>> = {
  attack: ['platform'],
  hatred: ['platform', 'police'],
  copyright: ['platform'],
  secret: [],
  views: [],
  minor: [],
};

const GATHERING: readonly Status[] = ['describing', 'asking', 'suggested', 'evidence'];
const OPEN: readonly Status[] = [...GATHERING, 'culling', 'registration', 'removal', 'telling'];
const ASSESSED: readonly Status[] = [
  'suggested',
  'evidence',
  'culling',
  'registration',
  'removal',
  'telling',
  'done',
];
/** Done while another holds the case. */
const BESIDE: readonly Order['do'][] = [
  'safety',
  'hold',
  'release',
  'agree',
  'disagree',
  'send-back',
  'register',
  'register-later',
  'register-not',
  'set-secrecy',
  'name-handler',
  'hand-over',
];
const MOST_PICTURES = 10;

/** The case after the order, or undefined when it is refused and nothing changes. */
export function after(known: Known | undefined, who: Townsman, order: Order): Known | undefined {
  if (!known) return order.do === 'safety' ? begun(who, order.child) : undefined;
  const unread = order.do === 'withdraw' || order.do === 'hand-over';
  if (!unread && !reads(who, known)) return undefined;
  if (!mayDo(who, known, order)) return undefined;
  const free = known.holder === undefined || known.holder === who || BESIDE.includes(order.do);
  return free ? next(known, who, order) : undefined;
}

function begun(who: Townsman, child: boolean | undefined): Known | undefined {
  if (child === undefined) return undefined;
  const known: Known = {
    status: child ? 'alarm' : 'describing',
    reporter: who,
    handlers: child ? [] : [who],
    secrecy: 'none',
    asked: false,
    pictures: 0,
    kept: 0,
    linked: false,
    offers: [],
    reported: [],
    registration: 'none',
    removed: false,
  };
  return known;
}

function next(known: Known, who: Townsman, order: Order): Known | undefined {
  const { status } = known;
  const inside = (...places: readonly Status[]): boolean => places.includes(status);
  switch (order.do) {
    case 'safety':
      if (order.child !== true || !inside(...OPEN)) return undefined;
      return {
        ...begun(known.reporter, true)!,
        ...(known.place === undefined ? {} : { place: known.place }),
      };
    case 'describe':
      if (!inside('describing', 'asking') || order.place === 'nowhere') return undefined;
      return { ...known, status: 'asking', place: order.place, linked: order.link };
    case 'answer':
      return inside('asking', 'suggested') && order.all ? answered(known, order) : undefined;
    case 'withdraw':
      return inside('describing', 'asking') ? bare(known, 'withdrawn') : undefined;
    case 'hand-over':
      return inside('alarm') ? { ...known, status: 'handed' } : undefined;
    case 'hold':
      return inside(...OPEN) && !known.holder ? { ...known, holder: who } : undefined;
    case 'release':
      return inside(...OPEN) && known.holder ? unheld(known) : undefined;
    case 'consult':
      return inside('suggested') && !known.asked ? { ...unheld(known), asked: true } : undefined;
    case 'rule':
      return ruled(known, who, order);
    case 'cull': {
      const decided = known.place !== 'page of care';
      const fits = order.whole && (order.words || (known.suggestion === 'cull' && inside('suggested')));
      if (!inside('suggested', 'evidence') || !decided || !fits) return undefined;
      return { ...known, status: 'culling', outcome: 'cull', proposer: who };
    }
    case 'agree':
      return inside('culling') ? { ...known, status: 'done' } : undefined;
    case 'disagree':
      if (!inside('culling') || !order.words) return undefined;
      return { ...without(known), status: 'suggested', asked: false };
    case 'picture':
      if (!inside(...GATHERING) || known.pictures >= MOST_PICTURES) return undefined;
      return { ...known, pictures: known.pictures + 1, kept: known.kept + 1 };
    case 'link':
      return inside(...GATHERING) && known.pictures < MOST_PICTURES ? known : undefined;
    case 'supersede':
      return inside(...GATHERING) && known.pictures > 0 ? { ...known, pictures: 0 } : undefined;
    case 'secure':
      if (!inside('evidence') || known.pictures === 0 || !(order.link || known.linked)) return undefined;
      return { ...unheld(known), status: 'registration', linked: true };
    case 'send-back':
      return inside('registration') && order.words ? { ...unheld(known), status: 'evidence' } : undefined;
    case 'register':
      if (!order.good) return undefined;
      if (inside('registration')) return registered(known, 'number');
      return inside('removal', 'telling', 'done') && known.registration === 'pending'
        ? { ...known, registration: 'number' }
        : undefined;
    case 'register-later': {
      const fits = order.days >= 1 && order.days <= 30;
      return inside('registration') && fits ? registered(known, 'pending') : undefined;
    }
    case 'register-not':
      if (!inside('registration') || !order.words || known.secrecy !== 'open') return undefined;
      return registered(known, 'not-needed');
    case 'set-secrecy':
      if (!inside(...ASSESSED) || (order.to === 'open' && known.secrecy === 'open')) return undefined;
      return { ...known, secrecy: order.to };
    case 'name-handler': {
      const { who: named } = order;
      if (!inside('asking', ...ASSESSED) || named === 'nobody' || known.handlers.includes(named))
        return undefined;
      return { ...known, handlers: [...known.handlers, named] };
    }
    case 'remove':
      if (!inside('removal') || (order.remains && !order.words)) return undefined;
      return { ...known, status: 'telling', removed: true };
    case 'tell':
      return inside('telling') && (order.told || order.words)
        ? { ...unheld(known), status: 'done' }
        : undefined;
    case 'report':
      if (!inside('evidence', 'registration', 'removal', 'telling')) return undefined;
      if (!known.offers.includes(order.to) || known.reported.includes(order.to)) return undefined;
      return { ...known, reported: [...known.reported, order.to] };
    default:
      return order satisfies never;
  }
}

function answered(known: Known, { yes, unsure }: Extract<Order, { do: 'answer' }>): Known {
  const culls = known.place !== 'page of care';
  const deletes: readonly (Question | undefined)[] = ['attack', 'hatred', 'copyright', 'secret'];
  const suggestion = ((): Outcome => {
    if (yes !== undefined && deletes.includes(yes)) return 'register-delete';
    if (unsure !== undefined && unsure !== 'minor') return 'ask';
    if (yes === 'views') return 'register';
    if (unsure === 'minor') return 'ask';
    return yes === 'minor' && culls ? 'cull' : 'keep';
  })();
  const secrecy = ((): Known['secrecy'] => {
    if (known.secrecy === 'secret' || yes === 'secret') return 'secret';
    if (unsure === 'secret') return 'suspected';
    return known.secrecy === 'none' ? 'open' : known.secrecy;
  })();
  const asked = suggestion === 'ask';
  const touched = [yes, unsure].flatMap((one) => (one === undefined ? [] : OFFERS[one]));
  return {
    ...(asked ? unheld(known) : known),
    status: 'suggested',
    suggestion,
    secrecy,
    asked,
    offers: [...new Set(touched)],
  };
}

function ruled(
  known: Known,
  who: Townsman,
  { outcome, words }: Extract<Order, { do: 'rule' }>,
): Known | undefined {
  const again = known.status === 'evidence';
  if (!again && known.status !== 'suggested') return undefined;
  if (again && known.outcome === outcome) return undefined;
  if (!words && (again || known.suggestion !== outcome)) return undefined;
  return { ...known, ruler: who, outcome, status: outcome === 'keep' ? 'done' : 'evidence' };
}

function registered(known: Known, registration: Known['registration']): Known {
  const status = known.outcome === 'register-delete' ? 'removal' : 'telling';
  return { ...unheld(known), registration, status };
}

export function unheld({ holder: _over, ...known }: Known): Known {
  return known;
}

function without({ outcome: _stopped, proposer: _gone, ruler: _over, ...known }: Known): Known {
  return known;
}

function bare(known: Known, status: Status): Known {
  const { reporter, place } = known;
  return { ...begun(reporter, true)!, status, ...(place === undefined ? {} : { place }) };
}
