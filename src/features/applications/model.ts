/** An application for an account: its states, the commands that people send, and the events that are kept. */
import { z } from 'zod';
import { taken } from '../../kernel/words';
import type { Answer, Tick } from '../../kernel/effect';
import { Decided, PersonRef, Receipt } from '../register/model';

/** Answers by field id, as typed; empty when not answered yet. */
export const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

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
};
const submission = {
  ...base,
  submittedAt: z.string(),
  handle: z.string(),
  claim: z.string(),
  responsible: PersonRef,
  deputies: z.array(PersonRef),
};
const approved = { ...submission, approval: Decided };
const acknowledged = { ...approved, receipt: Receipt };

export const Application = z.discriminatedUnion('status', [
  /** `taken`: name of the person who has the account that was applied for. */
  z.object({ status: z.literal('draft'), ...base, step: z.number(), taken: z.string().exactOptional() }),
  /** Sent in, while the handle is claimed. */
  z.object({ status: z.literal('claiming'), ...submission }),
  z.object({ status: z.literal('submitted'), ...submission }),
  z.object({ status: z.literal('approved'), ...approved }),
  z.object({ status: z.literal('acknowledged'), ...acknowledged }),
  z.object({ status: z.literal('active'), ...acknowledged, link: z.string(), activeAt: z.string() }),
  z.object({ status: z.literal('rejected'), ...submission, rejection: Decided, words: z.string() }),
  /** A draft that nobody touched; the document is deleted. */
  z.object({ status: z.literal('expired'), ...base }),
  /** `submittedAt`: it had been sent in, so those who would have decided know of it. */
  z.object({
    status: z.literal('withdrawn'),
    ...base,
    submittedAt: z.string().exactOptional(),
    withdrawnAt: z.string(),
  }),
]);
export type Application = z.infer<typeof Application>;
export type Status = Application['status'];
type In<S extends Status> = Extract<Application, { status: S }>;
export type Draft = In<'draft'>;
export type Submission = Exclude<Application, { status: 'draft' | 'withdrawn' | 'expired' }>;

/** How a step of the form is left: forward is checked, back and saving are not. */
export type Leaving = 'next' | 'back' | 'save' | 'submit';

export type ApplicationCommand =
  | { readonly type: Leaving; readonly step: number; readonly inputs: Answers }
  | { readonly type: 'withdraw' }
  | { readonly type: 'approve' }
  | { readonly type: 'reject'; readonly words: string }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'report'; readonly link: string; readonly confirmed: readonly string[] }
  | Answer
  | Tick;

export type ApplicationEvent =
  | {
      readonly type: 'begun';
      readonly applicant: { readonly id: string; readonly name: string };
      readonly guideline: string;
      readonly at: string;
    }
  | {
      readonly type: 'answered';
      readonly at: string;
      readonly answers: Answers;
      readonly step: number;
      /** Kept for later at the person's own wish. */
      readonly saved?: true;
    }
  | {
      readonly type: 'submitted';
      readonly at: string;
      readonly guideline: string;
      readonly handle: string;
      readonly claim: string;
      readonly responsible: PersonRef;
      readonly deputies: PersonRef[];
    }
  | { readonly type: 'claimed' }
  | { readonly type: 'taken'; readonly name: string }
  | { readonly type: 'withdrawn'; readonly at: string }
  | { readonly type: 'approved'; readonly approval: Decided }
  | { readonly type: 'rejected'; readonly rejection: Decided; readonly words: string }
  | { readonly type: 'acknowledged'; readonly receipt: z.infer<typeof Receipt> }
  | { readonly type: 'created'; readonly link: string; readonly at: string }
  /** `count` reminders more were told; with `lead` among those told, the lead may decide. */
  | { readonly type: 'reminded'; readonly count: number; readonly escalated: boolean }
  | { readonly type: 'expired' };

/** Longest text of one input that is looked at; the field's own limit is told in words. */
const MOST = 20_000;
const words = z.string().max(MOST).transform(taken);

/** What the client sends beside the matter's stamp: inputs by field id. */
function inputsOf(data: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) =>
      typeof value === 'string' && /^[a-z][A-Za-z0-9-]{0,60}$/.test(id)
        ? [[id, taken(value.slice(0, MOST))]]
        : [],
    ),
  );
}

function leaving(type: Leaving) {
  return z
    .looseObject({ step: z.number().int().min(0).max(20), carried: z.looseObject({}).optional() })
    .transform(({ step, carried, ...data }): ApplicationCommand => ({
      type,
      step,
      inputs: { ...inputsOf(carried ?? {}), ...inputsOf(data) },
    }));
}

/** What people send, by verb. */
export const verbs: Readonly<Record<string, z.ZodType<ApplicationCommand>>> = {
  'application.next': leaving('next'),
  'application.back': leaving('back'),
  'application.save': leaving('save'),
  'application.submit': leaving('submit'),
  'application.withdraw': z.object({}).transform((): ApplicationCommand => ({ type: 'withdraw' })),
  'application.approve': z.object({}).transform((): ApplicationCommand => ({ type: 'approve' })),
  'application.reject': z
    .object({ words: words.optional() })
    .transform((data): ApplicationCommand => ({ type: 'reject', words: data.words ?? '' })),
  'application.acknowledge': z.object({}).transform((): ApplicationCommand => ({ type: 'acknowledge' })),
  'application.report': z.looseObject({ link: words.optional() }).transform((data): ApplicationCommand => ({
    type: 'report',
    link: data.link ?? '',
    confirmed: Object.entries(inputsOf(data)).flatMap(([id, value]) =>
      id.startsWith('check-') && value === 'yes' ? [id.slice('check-'.length)] : [],
    ),
  })),
};
