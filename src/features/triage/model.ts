/** A case: one post, from the first question to the receipt, and how it stands (G-7.0, G-7.1, G-7.4). */
import { z } from 'zod';
import { KeptPicture } from '../../kernel/picture';
import { AccountType, PersonRef } from '../register/model';

export const ANSWERS = ['yes', 'no', 'unsure'] as const;
export type Answer = (typeof ANSWERS)[number];

export const POST_KINDS = ['post', 'comment', 'message'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Somebody who acted, and when. */
const Act = z.object({ by: z.string(), name: z.string(), at: z.string() });
export type Act = z.infer<typeof Act>;

/** What it is about; no author is asked for, and none is kept. */
const Post = z.object({
  /** The account it stands on; absent for somebody else's page. */
  account: z
    .object({ id: z.string(), handle: z.string(), accountType: AccountType, link: z.string() })
    .exactOptional(),
  /** Whose page, where it is not ours. */
  page: z.string(),
  platform: z.string(),
  platformName: z.string(),
  kind: z.enum(POST_KINDS),
  from: z.enum(['ours', 'others']),
  /** `YYYY-MM-DD`, and `HH:mm` or nothing. */
  day: z.string(),
  time: z.string(),
  link: z.string(),
  text: z.string(),
});
export type Post = z.infer<typeof Post>;

const OutcomeSchema = z.enum(['register-delete', 'ask', 'register', 'cull', 'keep']);

/** What the rules say, with the rule that said it; a suggestion and no more. */
const Suggestion = z.object({
  outcome: OutcomeSchema,
  rule: z.string(),
  version: z.int(),
  clauses: z.array(z.string()),
  /** Ids of the questions that were answered with yes, and with unsure. */
  yes: z.array(z.string()),
  unsure: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What a person decided; `ground` is why, and must be there where it is not what was suggested. */
const Ruling = Act.extend({
  outcome: z.enum(['register-delete', 'register', 'cull', 'keep']),
  ground: z.string(),
  /** Against what was suggested; counted, never hindered. */
  against: OutcomeSchema.exactOptional(),
});
export type Ruling = z.infer<typeof Ruling>;

/** Whether the content may be secret (G-7.1b6); only a registrar takes it away. */
const Secrecy = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('suspected') }),
  /** `reference`: the paragraph that the registrar names, once one has. */
  z.object({ status: z.literal('secret'), reference: z.string().exactOptional() }),
]);
export type Secrecy = z.infer<typeof Secrecy>;

const Registration = z.discriminatedUnion('kind', [
  Act.extend({ kind: z.literal('number'), number: z.string() }),
  /** Registered later, on a day that was said. */
  Act.extend({ kind: z.literal('pending'), day: z.string() }),
  Act.extend({ kind: z.literal('not-needed'), reason: z.string() }),
]);
export type Registration = z.infer<typeof Registration>;

export const REMOVALS = ['ours', 'author', 'platform', 'remains'] as const;
const Removal = Act.extend({
  how: z.enum(REMOVALS),
  /** The instant at which it was gone, as the person says. */
  gone: z.string(),
  /** Why it remains. */
  words: z.string(),
});
export type Removal = z.infer<typeof Removal>;

const Telling = Act.extend({ told: z.enum(['told', 'not-told']), words: z.string() });
export type Telling = z.infer<typeof Telling>;

const Report = Act.extend({ to: z.enum(['platform', 'police']), words: z.string() });
export type Report = z.infer<typeof Report>;

const Culling = Act.extend({ reason: z.string(), confirmed: z.array(z.string()), decision: z.string() });
export type Culling = z.infer<typeof Culling>;

const head = {
  reporter: z.object({ id: z.string(), name: z.string() }),
  /** Empty until somebody says which. */
  department: z.string(),
  openedAt: z.string(),
  guideline: z.string(),
  /** Danger to life: 112 was shown first. */
  danger: z.enum(ANSWERS),
  /** When the present step began, and how many rungs of its ladder are told. */
  since: z.string(),
  told: z.int().min(0),
};

const begun = {
  ...head,
  /** "Jag tar det": who works on it now. */
  holder: Act.exactOptional(),
  /** Those who may read it while it is masked, besides the registrar. */
  handlers: z.array(z.object({ id: z.string(), name: z.string() })),
  pictures: z.array(KeptPicture),
  links: z.record(z.string(), z.string()),
  /** Pictures that were sent before anything was asked: the bot's memory has their references for a while, under this id. */
  held: z.string().exactOptional(),
};

const described = {
  ...begun,
  post: Post,
  /** Of the account; nobody for somebody else's page. */
  responsible: PersonRef.exactOptional(),
  deputies: z.array(PersonRef),
};

const assessed = {
  ...described,
  answers: z.record(z.string(), z.enum(ANSWERS)),
  suggestion: Suggestion,
  secrecy: Secrecy,
  reports: z.array(Report),
};

const ruled = { ...assessed, ruling: Ruling };
const secured = { ...ruled, evidence: Act };
const registered = { ...secured, registration: Registration };

export const Case = z.discriminatedUnion('status', [
  /** Safety is answered; what it is about is asked next. */
  z.object({ ...begun, status: z.literal('describing'), link: z.string().exactOptional() }),
  z.object({ ...described, status: z.literal('asking') }),
  z.object({
    ...assessed,
    status: z.literal('suggested'),
    /** The registrar was asked: by the rules, or by a person. */
    asked: z.enum(['nobody', 'registrar']),
  }),
  z.object({
    ...ruled,
    status: z.literal('evidence'),
    /** What the registrar misses. */
    returned: Act.extend({ words: z.string() }).exactOptional(),
  }),
  z.object({ ...secured, status: z.literal('registration') }),
  z.object({ ...registered, status: z.literal('removal') }),
  z.object({ ...registered, status: z.literal('telling'), removal: Removal.exactOptional() }),
  z.object({ ...ruled, status: z.literal('culling'), culling: Culling }),
  z.object({
    ...ruled,
    status: z.literal('done'),
    doneAt: z.string(),
    evidence: Act.exactOptional(),
    registration: Registration.exactOptional(),
    removal: Removal.exactOptional(),
    telling: Telling.exactOptional(),
    culling: Culling.exactOptional(),
    second: Act.exactOptional(),
  }),
  /** Suspected sexual abuse material of children: neither picture nor text has a place here. */
  z.object({ ...head, status: z.literal('alarm') }),
  z.object({ ...head, status: z.literal('handed'), police: Act.extend({ reference: z.string() }) }),
  z.object({ ...head, status: z.literal('withdrawn'), withdrawnAt: z.string() }),
]);
export type Case = z.infer<typeof Case>;
export type Status = Case['status'];
export type In<S extends Status> = Extract<Case, { status: S }>;
/** Everything that has a post. */
export type Described = Extract<Case, { post: Post }>;
/** Everything that the rules have spoken on. */
export type Assessed = Extract<Case, { suggestion: Suggestion }>;

export function current({ pictures }: { readonly pictures: readonly KeptPicture[] }): KeptPicture[] {
  return pictures.filter(({ superseded }) => superseded === undefined);
}

/** `2026-11-23-K3F9QZ`: what notices, lists and logs call a masked case. */
export function numberOf(id: string): string {
  return `${id.slice(0, 10)}-${id.slice(-6).toUpperCase()}`;
}
