/** A department's season as it is stored, what may be asked of it, and what a decision on it knows (G-7.3d). */
import { z } from 'zod';
import type { Tick } from '../../kernel/effect';
import type { Moment } from '../../kernel/matter';
import { taken } from '../../kernel/words';
import { MOST_WORDS } from './commands';
import { Figures } from './figures';
import type { In } from './model';

const Confirmation = z.object({
  by: z.string(),
  name: z.string(),
  as: z.enum(['communicator', 'registrar']),
  at: z.string(),
  /** Why pictures are missing, where some are. */
  reason: z.string(),
});
export type Confirmation = z.infer<typeof Confirmation>;

const base = {
  department: z.string(),
  season: z.string(),
  name: z.object({ sv: z.string(), en: z.string() }),
  from: z.string(),
  to: z.string(),
  guideline: z.string(),
  openedAt: z.string(),
  /** Instant at which each person's link to the package was given. */
  links: z.record(z.string(), z.string()),
};

export const Season = z.discriminatedUnion('status', [
  z.object({
    ...base,
    status: z.literal('open'),
    /** The day of the last look at the register; absent while accounts are left to open a capture for. */
    sweptOn: z.string().exactOptional(),
    confirmed: Confirmation.exactOptional(),
  }),
  /** Confirmed by two: the captures are sealed one by one. */
  z.object({ ...base, status: z.literal('closing'), confirmations: z.tuple([Confirmation, Confirmation]) }),
  z.object({
    ...base,
    status: z.literal('closed'),
    confirmations: z.tuple([Confirmation, Confirmation]),
    closedAt: z.string(),
    figures: Figures,
    /** What they were called then: the package never changes. */
    called: z.object({ organisation: z.string(), department: z.string() }),
  }),
]);
export type Season = z.infer<typeof Season>;

export type SeasonCommand =
  | ({ readonly type: 'open' } & Omit<Extract<Season, { status: 'open' }>, 'status' | 'links' | 'openedAt'>)
  | { readonly type: 'confirm'; readonly words: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'package' }
  | Tick;

export type SeasonEvent =
  | { readonly type: 'opened'; readonly season: Extract<Season, { status: 'open' }> }
  | { readonly type: 'swept'; readonly on?: string; readonly opened: number }
  | { readonly type: 'confirmed'; readonly confirmation: Confirmation }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'sealing'; readonly count: number }
  | {
      readonly type: 'closed';
      readonly at: string;
      readonly figures: Figures;
      readonly called: Extract<Season, { status: 'closed' }>['called'];
    }
  | { readonly type: 'package-given'; readonly person: string; readonly at: string };

export const seasonVerbs: Readonly<Record<string, z.ZodType<SeasonCommand>>> = {
  'season.confirm': z
    .object({
      words: z
        .string()
        .max(MOST_WORDS * 2)
        .default(''),
    })
    .transform(({ words }) => ({ type: 'confirm', words: taken(words) })),
  'season.withdraw': z.object({}).transform(() => ({ type: 'withdraw' })),
  'season.package': z.object({}).transform(() => ({ type: 'package' })),
};

export interface SeasonFacts {
  readonly id: string;
  readonly moment: Moment;
  /** What to open next: captures of accounts that have none yet, a commit's worth; empty when all have theirs. */
  readonly unopened: readonly { readonly id: string; readonly capture: In<'waiting'> }[];
  /** What to seal next, a commit's worth, by id. */
  readonly unsealed: readonly string[];
  /** As it stands now. */
  readonly figures: Figures;
  /** Last season's figures, when there was one. */
  readonly before?: Figures;
  readonly packageUrl?: string;
}

export type SeasonCode =
  'gone' | 'stale' | 'early' | 'already' | 'invalid' | 'not-open' | 'not-closed' | 'same-office';

/** `kultur-fritid:2026-autumn`. */
export function seasonId(department: string, season: string): string {
  return `${department}:${season}`;
}

/** `<account>:2026-autumn`: the same however often it is asked for. */
export function captureId(account: string, season: string): string {
  return `${account}:${season}`;
}
