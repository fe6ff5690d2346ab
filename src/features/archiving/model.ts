/** A capture: the pictures of one account for one season, or for an occasion, and how it stands (G-7.3). */
import { z } from 'zod';
import { KeptPicture } from '../../kernel/picture';
import { AccountType, PersonRef } from '../register/model';

const localised = z.object({ sv: z.string(), en: z.string() });

/** The account as it was when its pictures were asked for; part of the package an archivist gets. */
export const Subject = z.object({
  id: z.string(),
  handle: z.string(),
  platform: z.string(),
  platformName: z.string(),
  link: z.string(),
  unit: z.string(),
  accountType: AccountType,
  mailbox: z.string(),
  purpose: z.string(),
  activeSince: z.string(),
});
export type Subject = z.infer<typeof Subject>;

export const OCCASIONS = ['before-closing', 'visual-change', 'other'] as const;
export type Occasion = (typeof OCCASIONS)[number];
/** In the place of a season, for a capture that belongs to none. */
export const EXTRA = 'extra';

/** A picture of an account, with the account's address at that time. */
export const Kept = KeptPicture.extend({
  /** Name of the responsible person somebody else did it for. */
  forName: z.string().exactOptional(),
  link: z.string(),
});
export type Kept = z.infer<typeof Kept>;

const base = {
  account: Subject,
  department: z.string(),
  responsible: PersonRef,
  deputies: z.array(PersonRef),
  /** `2026-autumn`; `EXTRA` for one that belongs to no season. */
  season: z.string(),
  /** The season's name, or absent for an extra one. */
  seasonName: localised.exactOptional(),
  occasion: z.enum(OCCASIONS).exactOptional(),
  /** `YYYY-MM-DD`: reminders are counted from `from`; the pictures should be in on `to`. */
  from: z.string(),
  to: z.string(),
  guideline: z.string(),
  openedAt: z.string(),
  /** Rungs of the ladder that were told. */
  told: z.int().min(0),
  pictures: z.array(Kept),
  /** Instant at which each person's link to the upload page was given; none for those whose link was revoked. */
  links: z.record(z.string(), z.string()),
};

/** Pictures that are kept, and may be the wrong ones: the same as in an earlier season, or of another account. */
const Doubt = z.object({ pictures: z.array(Kept).min(1), why: z.enum(['same-as-before', 'same-as-other']) });
export type Doubt = z.infer<typeof Doubt>;

const Stop = z.object({ by: z.string(), name: z.string(), at: z.string(), reason: z.string() });
export type Stop = z.infer<typeof Stop>;

export const Capture = z.discriminatedUnion('status', [
  z.object({
    ...base,
    status: z.literal('waiting'),
    doubt: Doubt.exactOptional(),
    /** Put off until this day by the responsible person. */
    snoozed: z.string().exactOptional(),
    /** The communicator's words to whoever said that it was not theirs. */
    answer: z.object({ name: z.string(), words: z.string() }).exactOptional(),
  }),
  /** "Not my account", or "it is closed": the communicator's to settle. */
  z.object({
    ...base,
    status: z.literal('disputed'),
    claim: z.enum(['not-mine', 'closed']),
    dispute: Stop,
  }),
  z.object({ ...base, status: z.literal('done'), doneAt: z.string(), doubt: Doubt.exactOptional() }),
  z.object({ ...base, status: z.literal('impossible'), stop: Stop }),
  /** The season is closed: what comes later is a supplement. */
  z.object({
    ...base,
    status: z.literal('sealed'),
    outcome: z.enum(['done', 'impossible', 'missing']),
    /** Why there is no picture. */
    reason: z.string().exactOptional(),
    doneAt: z.string().exactOptional(),
    sealedAt: z.string(),
    /** Of an extra one: the season in whose package it lies. */
    packed: z.string().exactOptional(),
    supplements: z.array(Kept),
  }),
]);
export type Capture = z.infer<typeof Capture>;
export type In<S extends Capture['status']> = Extract<Capture, { status: S }>;

/** Pictures that count: not those that were replaced. */
export function current({ pictures }: Pick<Capture, 'pictures'>): Kept[] {
  return pictures.filter(({ superseded }) => superseded === undefined);
}

/** There is a picture, or a reason why there is none. */
export function isSettled({ status }: Pick<Capture, 'status'>): boolean {
  return status === 'done' || status === 'impossible';
}

/** Somebody is still to send a picture, or to say why there is none. */
export function isOpen({ status }: Pick<Capture, 'status'>): boolean {
  return status === 'waiting' || status === 'disputed';
}

/** A row of the overview, held in memory while the season is not closed. */
export interface CaptureRow {
  readonly id: string;
  readonly account: string;
  readonly handle: string;
  readonly platformName: string;
  readonly unit: string;
  readonly department: string;
  readonly season: string;
  readonly status: Capture['status'];
  /** Of a sealed one. */
  readonly outcome?: In<'sealed'>['outcome'];
  readonly to: string;
  readonly snoozed?: string;
  readonly responsible: Pick<PersonRef, 'id' | 'name'>;
  readonly deputies: readonly string[];
  /** Of the pictures that count, and of one in doubt. */
  readonly hashes: readonly string[];
  readonly openedAt: string;
  readonly doneAt?: string;
  /** Messages about it that may have come twice, by their names. */
  readonly doubled: readonly string[];
}
