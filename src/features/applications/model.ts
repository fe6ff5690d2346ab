/** An application for an account: the states it can be in, and how older documents become these. */
import { z } from 'zod';
import { Decided, PersonRef, Receipt } from '../register/model';

export const SCHEMA_VERSION = 2;

/** Answers by field id, as typed; empty when not answered yet. */
export const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

/** The talk with the communicator (G-2.0): asked for by the applicant, agreed on, and what came of it. */
const Consultation = z.discriminatedUnion('status', [
  z.object({ status: z.literal('asked'), at: z.string(), told: z.number() }),
  z.object({
    status: z.literal('planned'),
    at: z.string(),
    day: z.string(),
    time: z.string(),
    name: z.string(),
    told: z.number(),
  }),
  z.object({
    status: z.literal('held'),
    day: z.string(),
    by: z.string(),
    name: z.string(),
    words: z.string(),
  }),
]);
export type Consultation = z.infer<typeof Consultation>;

/** An account in the register that looks like the one applied for, as it was when it was shown. */
export const Twin = z.object({
  id: z.string(),
  handle: z.string(),
  platformName: z.string(),
  unit: z.string(),
  department: z.string(),
  responsible: PersonRef,
  /** It is the very account that was applied for. */
  same: z.literal(true).exactOptional(),
});
export type Twin = z.infer<typeof Twin>;

/** What a decider wants to know; `about` is a field's id, or empty for the whole application. */
export const Question = z.object({
  about: z.string(),
  words: z.string(),
  by: z.string(),
  name: z.string(),
  at: z.string(),
});
export type Question = z.infer<typeof Question>;

const Handover = z.object({
  to: z.string(),
  by: z.string(),
  name: z.string(),
  words: z.string(),
  at: z.string(),
});

const base = {
  applicant: z.object({ id: z.string(), name: z.string() }),
  /** Version of the guideline the draft was begun or the application submitted under (G-0.1). */
  guideline: z.string(),
  begunAt: z.string(),
  /** When the applicant last changed something; a draft nobody touches is deleted in the end. */
  touchedAt: z.string(),
  /** Reminders told since the application came to where it stands. */
  told: z.number(),
  /** Nobody answered in time: the lead may decide too. */
  escalated: z.literal(true).exactOptional(),
  answers: Answers,
  consultation: Consultation.exactOptional(),
  /** Who was asked whether the applicant may join their account, the latest last; they read the answer they gave. */
  wishes: z.array(z.object({ person: z.string(), handle: z.string() })).exactOptional(),
};
/** `declined`: what the person who is responsible for an account answered to the wish to join it. */
const begun = {
  ...base,
  step: z.number(),
  declined: z.object({ handle: z.string(), name: z.string(), words: z.string() }).exactOptional(),
};
const submission = {
  ...base,
  submittedAt: z.string(),
  handle: z.string(),
  claim: z.string(),
  responsible: PersonRef,
  deputies: z.array(PersonRef),
  /** The unit's manager, where the guideline's chain asks one (G-1.7). */
  manager: PersonRef.exactOptional(),
  /** Accounts that look alike, and why the applicant went on all the same. */
  overlap: z.object({ twins: z.array(Twin), reason: z.string() }).exactOptional(),
  /** The steps of the chain that have approved so far. */
  approvals: z.array(Decided),
  /** The decision on the present step was given to a colleague. */
  handed: Handover.exactOptional(),
  /** The answers that were decided on before changes were asked for. */
  before: Answers.exactOptional(),
};
const asked = { step: z.number(), questions: z.array(Question), askedAt: z.string() };
const approved = { ...submission, approval: Decided };
const acknowledged = { ...approved, receipt: Receipt };
const reported = { ...acknowledged, link: z.string(), reportedAt: z.string() };

export const Application = z.discriminatedUnion('status', [
  /** `taken`: name of the person who has the account that was applied for. `twins`: the overlap to answer to. */
  z.object({
    status: z.literal('draft'),
    ...begun,
    taken: z.string().exactOptional(),
    twins: z.array(Twin).exactOptional(),
  }),
  /** The person responsible for a similar account is asked whether the applicant may join it. */
  z.object({ status: z.literal('joining'), ...begun, twin: Twin, twins: z.array(Twin), askedAt: z.string() }),
  /** Sent in, while the handle is claimed. `held`: the handle it had before, and what it goes back to. */
  z.object({
    status: z.literal('claiming'),
    ...submission,
    held: z
      .object({ handle: z.string(), claim: z.string(), told: z.number().default(0), ...asked })
      .exactOptional(),
  }),
  z.object({ status: z.literal('submitted'), ...submission }),
  /** Sent back with questions; the handle stays claimed. */
  z.object({ status: z.literal('changes'), ...submission, ...asked, taken: z.string().exactOptional() }),
  z.object({ status: z.literal('approved'), ...approved }),
  /** `returned`: why the account that was reported could not be confirmed yet. */
  z.object({
    status: z.literal('acknowledged'),
    ...acknowledged,
    returned: z.object({ name: z.string(), words: z.string(), at: z.string() }).exactOptional(),
  }),
  /** Reported; the communicator looks at it before it becomes active (G-5.4). */
  z.object({ status: z.literal('created'), ...reported }),
  z.object({ status: z.literal('active'), ...acknowledged, link: z.string(), activeAt: z.string() }),
  z.object({ status: z.literal('rejected'), ...submission, rejection: Decided, words: z.string() }),
  /** Questions that nobody answered in time. */
  z.object({ status: z.literal('lapsed'), ...submission, lapsedAt: z.string() }),
  /** The applicant joins an account that exists instead. */
  z.object({
    status: z.literal('joined'),
    ...base,
    twin: Twin,
    name: z.string(),
    words: z.string(),
    joinedAt: z.string(),
  }),
  /** A draft that nobody touched; the document is deleted. */
  z.object({ status: z.literal('expired'), ...base }),
  /** `submittedAt`: it had been sent in, so those who would have decided know of it. */
  z.object({
    status: z.literal('withdrawn'),
    ...base,
    submittedAt: z.string().exactOptional(),
    approvals: z.array(Decided).exactOptional(),
    manager: PersonRef.exactOptional(),
    handed: Handover.exactOptional(),
    withdrawnAt: z.string(),
  }),
]);
export type Application = z.infer<typeof Application>;
export type Status = Application['status'];
export type In<S extends Status> = Extract<Application, { status: S }>;
export type Draft = In<'draft'>;
/** What the applicant may write in. */
export type Open = In<'draft' | 'changes'>;
export type Submission = Exclude<
  Application,
  { status: 'draft' | 'joining' | 'joined' | 'withdrawn' | 'expired' }
>;

export function isSubmission(state: Application): state is Submission {
  switch (state.status) {
    case 'draft':
    case 'joining':
    case 'joined':
    case 'withdrawn':
    case 'expired':
      return false;
    case 'claiming':
    case 'submitted':
    case 'changes':
    case 'approved':
    case 'acknowledged':
    case 'created':
    case 'active':
    case 'rejected':
    case 'lapsed':
      return true;
    default:
      return state satisfies never;
  }
}

/** A stored state of any version; before version 2 one approval was enough and none was kept beside it. */
export function restore(raw: unknown, version: number): Application {
  if (version >= 2 || typeof raw !== 'object' || raw === null || !('submittedAt' in raw))
    return Application.parse(raw);
  return Application.parse({ ...raw, approvals: 'approval' in raw ? [raw.approval] : [] });
}
