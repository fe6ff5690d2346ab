/** What a guideline holds: the rules of one decided document as data. A key that is not listed here is a mistake. */
import { z } from 'zod';
import type { Condition } from './conditions';
import { choice, clause, date, dayOfYear, localised, rungs, seasonRungs, slug, text } from './schema-parts';
import { triageSchema } from './triage-schema';

const platform = z.strictObject({
  id: slug.refine((id) => id !== 'other', 'The platform other is always there. Take it away here.'),
  name: text,
  /** Hosts of its links, all aliases; a subdomain belongs to its host. None: the link says nothing (Mastodon). */
  hosts: z
    .array(
      z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Write a host in lower case, such as facebook.com.'),
    )
    .exactOptional(),
});

const colour = z.strictObject({
  id: slug,
  name: localised,
  hex: z.string().regex(/^#[0-9a-f]{6}$/, 'Write a colour as six hexadecimal digits in lower case: #005aa0.'),
});

const asked = {
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][A-Za-z0-9]*$/, 'Begin with a lower-case letter and use a–z, A–Z and 0–9 only.'),
  clause,
  text: localised,
  help: localised.exactOptional(),
  required: z.boolean(),
  when: text.exactOptional(),
};

/** A yes-no question has three answers: `yes`, `no` and `unsure`. */
const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...asked, maxLength: z.int().min(1).max(4000) }),
  z.strictObject({ kind: z.literal('choice'), ...asked, choices: z.array(choice).min(2) }),
  z.strictObject({ kind: z.literal('yesno'), ...asked }),
]);

/** An item of the list that is gone through before an account becomes active. */
const checkItem = z.strictObject({ id: slug, clause: clause.exactOptional(), text: localised });

const application = z.strictObject({
  questions: z.array(question).min(1),
  responseTimes: z.array(choice).min(1),
  frequencies: z.array(choice).min(1),
  deputiesAtLeast: z.int().min(0).max(5),
  /** The talk with the communicator must be recorded before the application can be approved (G-2.0). */
  consultationRequired: z.boolean(),
  /** Whether the responsible person must be trained before the account starts (G-5.5). */
  trainingRequired: z.boolean(),
  checklist: z.array(checkItem).min(1),
  /** Who approves a unit account, in this order (G-1.7). */
  chain: z
    .array(z.enum(['manager', 'communicator', 'central']))
    .min(1)
    .max(3),
  /** Who confirms that a new account is known (G-4.2c). */
  acknowledge: z.literal('lead'),
  /** Who looks at the new account before it becomes active (G-5.4); nobody unless it is named. */
  inspection: z.literal('communicator').exactOptional(),
});

const deadlines = z.strictObject({
  /** Calendar days after which a draft that nobody touched is deleted. */
  draftDays: z.int().min(1).max(365),
  consultation: rungs,
  decision: rungs,
  changesAsked: rungs,
  receipt: rungs,
  creation: rungs,
  /** An answer to the wish to join an account; nobody is reminded unless it is named. */
  joining: rungs.exactOptional(),
  /** The look at a new account; as for a decision unless it is named. */
  inspection: rungs.exactOptional(),
});

const period = { from: dayOfYear, to: dayOfYear };

const seasons = z.strictObject({
  /** Once, twice or more a year (G-7.3a); both days included. */
  times: z.array(z.strictObject({ id: slug, name: localised, ...period })).min(1),
  /** Who is reminded so many calendar days after the season began (G-7.3b, G-7.3d). */
  ladder: seasonRungs,
  /** Nobody is reminded then; both days included, and a period may pass the new year. */
  quiet: z.array(z.strictObject(period)).max(12),
  /** Days ahead that a reminder can be put off at most. */
  snoozeDays: z.int().min(1).max(60),
  /** What the pictures of an account should show, and how many there may be (G-7.3c). */
  pictures: z.strictObject({ show: z.array(localised).min(1).max(6), atMost: z.int().min(1).max(20) }),
});

const law = z.strictObject({
  id: slug,
  name: localised,
  /** Number in Svensk författningssamling, or what stands for it (`EU 2016/679`). */
  sfs: text,
  /** Named in the guideline itself; others replaced or joined it later. */
  named: z.boolean(),
  from: date.exactOptional(),
  /** The last day it was in force. */
  until: date.exactOptional(),
  replacedBy: z.array(slug).min(1).exactOptional(),
  note: localised,
});

export const guidelineSchema = z.strictObject({
  id: slug,
  title: text,
  decidedBy: text,
  decided: date,
  validTo: date,
  diaryNumber: text,
  targetGroup: text,
  /** 1–12: when the yearly review is due (G-0.2). */
  reviewMonth: z.int().min(1).max(12).exactOptional(),
  platforms: z.array(platform).min(1),
  colours: z.array(colour).min(1),
  application,
  deadlines,
  seasons,
  triage: triageSchema,
  laws: z.array(law).min(1),
});

type Frozen<T> = T extends Condition | string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };
type WithCondition<Q> = Q extends { when?: string } ? Omit<Q, 'when'> & { when?: Condition } : never;

/** As it is written in a file: conditions are texts. */
export type GuidelineContent = z.infer<typeof guidelineSchema>;
type ApplicationContent = GuidelineContent['application'];

export type Question = Frozen<WithCondition<ApplicationContent['questions'][number]>>;
export type Application = Frozen<Omit<ApplicationContent, 'questions'>> & {
  readonly questions: readonly Question[];
};

type TriageContent = GuidelineContent['triage'];
export type TriageRule = Frozen<WithCondition<TriageContent['rules'][number]>>;
export type Triage = Frozen<Omit<TriageContent, 'rules'>> & { readonly rules: readonly TriageRule[] };

/** A checked guideline, ready to use: conditions are prepared, and `version` names exactly this content (G-0.1). */
export type Guideline = Frozen<Omit<GuidelineContent, 'application' | 'triage'>> & {
  readonly application: Application;
  readonly triage: Triage;
  readonly version: string;
};
