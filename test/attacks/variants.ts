/** The ways to click: honest, too late, again, and with every part of the click changed. */
import {
  FORGED,
  FORGED_STAMP,
  IDS,
  inputsOf,
  NONCES,
  REVISIONS,
  unreadableOf,
  UNKNOWN,
  VERBS,
  type Data,
} from './clicks';
import { after, forged, honest, missing, private_, type Outcome } from './oracle';
import { organisationOf, type Attacker } from './people';
import type { Situation } from './rules';
import { ANOTHER, ELSEWHERE, ID, MISSING, REVISION } from './situations';

export interface Case {
  readonly situation: Situation;
  readonly who: Attacker;
  readonly verb: string;
  readonly variant: Variant;
  /** Counts the cases: picks one of several values that are wrong in the same way. */
  readonly at: number;
}

export interface Attack {
  readonly verb: string;
  readonly data: Data;
  readonly expected: Outcome;
  /** The matter it is about, when it says one that could exist. */
  readonly matter?: string;
  /** Clicked first, honestly: this is the click again. */
  readonly first?: Data;
}

export const NONCE = 'nonce-of-the-card';

/** What the honest click sends. */
export function honestData({ verb, situation, who }: Case): Data {
  const revision = situation === 'nothing' ? 0 : REVISION;
  return { ...inputsOf(verb, situation, who), matter: { id: ID, revision, nonce: NONCE } };
}

function stamped(one: Case, changes: Data): Data {
  const data = honestData(one);
  return { ...data, matter: { ...(data['matter'] as Data), ...changes } };
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!;
}

type Making = (one: Case) => Omit<Attack, 'verb'> & { readonly verb?: string };

/** A revision that is not the matter's. */
function revised(one: Case, revision: number): ReturnType<Making> {
  return {
    data: stamped(one, { revision }),
    expected: after(one.verb, one.who, one.situation),
    matter: ID,
  };
}

export const VARIANTS = {
  honest: (one) => ({
    data: honestData(one),
    expected: honest(one.verb, one.who, one.situation),
    matter: ID,
  }),
  'an older revision': (one) => revised(one, one.situation === 'nothing' ? 1 : REVISION - 1),
  'a revision to come': (one) => revised(one, REVISION + 1 + one.at),
  'revision that is none': (one) => ({
    data: stamped(one, { revision: pick(REVISIONS, one.at) }),
    expected: forged(one.who),
  }),
  'the same click again': (one) => {
    const once = honest(one.verb, one.who, one.situation);
    const again = once.kind === 'done' ? ({ kind: 'again' } as const) : once;
    return { data: honestData(one), first: honestData(one), expected: again, matter: ID };
  },
  'again with a new nonce': (one) => {
    const once = honest(one.verb, one.who, one.situation);
    const again = once.kind === 'done' ? ({ kind: 'late' } as const) : once;
    const data = stamped(one, { nonce: 'another-nonce-of-it' });
    return { data, first: honestData(one), expected: again, matter: ID };
  },
  'the id of somebody else’s draft': (one) => ({
    data: stamped(one, { id: ANOTHER, revision: REVISION }),
    expected:
      organisationOf(one.who) === 'bolaget' ? missing(one.verb, one.who) : private_(one.verb, one.who),
    matter: ANOTHER,
  }),
  'the id of another organisation’s matter': (one) => ({
    data: stamped(one, { id: ELSEWHERE, revision: REVISION }),
    expected:
      organisationOf(one.who) === 'bolaget' ? private_(one.verb, one.who) : missing(one.verb, one.who),
    matter: ELSEWHERE,
  }),
  'the id of nothing': (one) => {
    const id = pick([MISSING, 'instagram:biblioteket', '2026-01-12-bbbbbbbbbbbbbbbbbbbbbbbbb'], one.at);
    return {
      data: stamped(one, { id, revision: REVISION }),
      expected: missing(one.verb, one.who),
      matter: id,
    };
  },
  'an id that was never given': (one) => ({
    data: stamped(one, {
      id: pick(['instagram:biblioteket', '2027-01-01-aaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa'], one.at),
      revision: 0,
    }),
    expected: forged(one.who),
  }),
  'an id that is none': (one) => ({
    data: stamped(one, { id: pick(IDS, one.at) }),
    expected: forged(one.who),
  }),
  'a nonce that is none': (one) => ({
    data: stamped(one, { nonce: pick(NONCES, one.at) }),
    expected: forged(one.who),
  }),
  'no stamp': (one) => ({
    data: { ...honestData(one), matter: pick([undefined, null, 'matter', [], {}], one.at) },
    expected: forged(one.who),
  }),
  'a verb of no card': (one) => ({
    verb: pick(UNKNOWN, one.at)(one.verb),
    data: honestData(one),
    expected: forged(one.who),
  }),
  'forged fields': (one) => ({
    data: {
      ...FORGED,
      ...honestData(one),
      matter: { ...FORGED_STAMP, ...(honestData(one)['matter'] as Data) },
    },
    expected: honest(one.verb, one.who, one.situation),
    matter: ID,
  }),
  'inputs of another shape': (one) => {
    const wrong = unreadableOf(one.verb);
    const data = { ...honestData(one), ...(wrong.length === 0 ? {} : pick(wrong, one.at)) };
    const expected = wrong.length === 0 ? honest(one.verb, one.who, one.situation) : forged(one.who);
    return { data, expected, matter: ID };
  },
} as const satisfies Readonly<Record<string, Making>>;
export type Variant = keyof typeof VARIANTS;

export function attackOf(one: Case): Attack {
  const made: ReturnType<Making> = VARIANTS[one.variant](one);
  return { ...made, verb: made.verb ?? `application.${one.verb}` };
}

/** How many inputs cannot be read, so that verbs without any are not counted twice. */
export function applies({ verb, variant }: Pick<Case, 'verb' | 'variant'>): boolean {
  return variant !== 'inputs of another shape' || unreadableOf(verb).length > 0;
}

export { VERBS };
