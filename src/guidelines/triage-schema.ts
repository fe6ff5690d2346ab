/** The part of a guideline that triage follows: questions, rules in order, paragraphs, ladders, culling (G-7.1, G-7.4). */
import { z } from 'zod';
import { oneOf } from './mistakes';
import { clause, date, localised, slug, text } from './schema-parts';

/** What the document says about a kind of post, and what a rule can come to; `ask`: the registrar decides. */
export const ACTIONS = ['register-delete', 'register', 'cull'] as const;
export const OUTCOMES = ['register-delete', 'ask', 'register', 'cull', 'keep'] as const;

/** The four assurances without which nothing is culled (G-7.4d–g). */
export const CONFIRMATIONS = ['insight', 'justice', 'administration', 'research'] as const;
export const CULLING_REASONS = ['temporary', 'outdated', 'unimportant'] as const;

const ruleId = z.strictObject({ id: slug, version: z.int().min(1) });

/** A paragraph that may be touched; in force at least from the first of its days. */
const reference = z.strictObject({
  id: slug,
  law: slug,
  place: localised,
  about: localised,
  from: date,
  /** The last day it was in force. */
  until: date.exactOptional(),
});

const safetyQuestion = z.strictObject({
  rule: ruleId,
  text: localised,
  help: localised,
  /** What is said to yes and to unsure. */
  answer: localised,
  references: z.array(slug).min(1),
});

const triageQuestion = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][A-Za-z0-9]*$/, 'Begin with a lower-case letter and use a–z, A–Z and 0–9 only.'),
  clause,
  /** The section of the decided document. */
  section: z.string().regex(/^\d+(\.\d+)*$/, 'Name a section of the document, such as 7.1.'),
  action: z.enum(ACTIONS),
  /** Where the duty to remove stands: in a law, in the guideline alone, or now in one and now in the other. */
  basis: z.enum(['law', 'guideline', 'both']).exactOptional(),
  /** Yes and unsure make the case a secret one (G-7.1b6). */
  masks: z.literal(true).exactOptional(),
  text: localised,
  note: localised.exactOptional(),
  /** An example that is, and one that is not. */
  is: localised,
  isNot: localised,
  /** Completes "may touch …". */
  touches: localised,
  references: z.array(slug).min(1),
  offers: z.array(z.enum(['platform', 'police'])),
  /** To be copied for the author, or for whoever asked. */
  reply: localised,
});

const rule = z.strictObject({
  ...ruleId.shape,
  clause,
  outcome: z.enum(OUTCOMES),
  /** Absent for the last one, which always holds. */
  when: text.exactOptional(),
});

/** Hours or days of work; `days: 0` is the end of the same day. */
const span = z
  .strictObject({
    hours: z.int().min(1).max(8).exactOptional(),
    days: z.int().min(0).max(60).exactOptional(),
  })
  .refine(
    ({ hours, days }) => (hours === undefined) !== (days === undefined),
    'Write either hours or days here.',
  );

const toldOfCases = z.enum([
  'reporter',
  'holder',
  'decider',
  'second',
  'responsible',
  'deputy',
  'communicator',
  'registrar',
  'lead',
  'director',
]);

const stepLadder = z.strictObject({
  due: span,
  ladder: z
    .array(
      z.strictObject({
        after: span,
        to: z
          .union(
            [toldOfCases, z.array(toldOfCases).min(1)],
            `Write ${oneOf(toldOfCases.options)}, or a list of them.`,
          )
          .transform((to) => (Array.isArray(to) ? to : [to])),
      }),
    )
    .min(1),
});

export const TRIAGE_STEPS = [
  'assess',
  'decide',
  'evidence',
  'registration',
  'removal',
  'telling',
  'culling',
  'alarm',
  'pending',
] as const;
export type TriageStep = (typeof TRIAGE_STEPS)[number];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM.');

const assurance = { clause, text: localised };

export const triageSchema = z.strictObject({
  references: z.array(reference).min(1),
  safety: z.strictObject({ life: safetyQuestion, children: safetyQuestion }),
  questions: z.array(triageQuestion).min(1),
  rules: z.array(rule).min(1),
  culling: z.strictObject({
    reasons: z.array(z.strictObject({ id: z.enum(CULLING_REASONS), ...assurance })).min(1),
    /** All of them, always. */
    confirmations: z
      .array(z.strictObject({ id: z.enum(CONFIRMATIONS), ...assurance }))
      .length(CONFIRMATIONS.length, 'All four are confirmed: insight, justice, administration, research.'),
    references: z.array(slug).min(1),
  }),
  reports: z.strictObject({
    platform: z.strictObject({ decidedBy: z.enum(['responsible', 'lead']), text: localised }),
    police: z.strictObject({ decidedBy: z.enum(['responsible', 'lead']), text: localised }),
  }),
  /** When hours of work are counted. */
  office: z.strictObject({ from: time, to: time }),
  deadlines: z.strictObject(
    Object.fromEntries(TRIAGE_STEPS.map((step) => [step, stepLadder])) as Record<
      TriageStep,
      typeof stepLadder
    >,
  ),
  /** Working days for which somebody holds a case before others may take it. */
  heldDays: z.int().min(1).max(10),
});
