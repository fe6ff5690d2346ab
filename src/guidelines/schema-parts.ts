/** The small parts that guideline files and organisation files are made of. */
import { z } from 'zod';
import { oneOf } from './mistakes';

export const text = z.string().max(2000).regex(/\S/, 'This is empty. Write a text here.');

/** `kultur-fritid`: stored in document ids, so nothing but these characters. */
export const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use a–z, 0–9 and single hyphens only.');

/** `YYYY-MM-DD`, a day that exists. */
export const date = z.iso.date();

/** `MM-DD`, a day that exists every year. */
export const dayOfYear = z
  .string()
  .refine(
    (day) => z.iso.date().safeParse(`2001-${day}`).success,
    'Write a day that exists every year, as MM-DD.',
  );

/** One text in both languages. */
export const localised = z.strictObject({ sv: text, en: text });

/** One thing to choose: stored by its id, read by its name. */
export const choice = z.strictObject({ id: slug, name: localised });

/** `G-5.5b`: the clause a rule comes from. */
export const clause = z
  .string()
  .regex(/^G-\d+(\.\d+)*([a-z]\d?)?$/, 'Name a clause of the guideline, such as G-2.1.');

const told = z.enum(['applicant', 'responsible', 'decider', 'deputy', 'communicator', 'lead', 'director']);

/** After so many working days somebody more is told: one, or several. */
const rung = z.strictObject({
  after: z.int().min(0).max(260),
  to: z
    .union([told, z.array(told).min(1)], `Write ${oneOf(told.options)}, or a list of them.`)
    .transform((to) => (Array.isArray(to) ? to : [to])),
  /** Only while messages reach none of those who decide. */
  when: z.literal('unreachable').exactOptional(),
  /** The application is closed for want of an answer. */
  then: z.literal('lapse').exactOptional(),
});

export const rungs = z.array(rung).min(1);

const remindedOf = z.enum(['responsible', 'deputy', 'communicator', 'registrar', 'lead']);

/** After so many calendar days these are reminded of a picture that is missing. */
const seasonRung = z.strictObject({
  after: z.int().min(0).max(120),
  to: z
    .union([remindedOf, z.array(remindedOf).min(1)], `Write ${oneOf(remindedOf.options)}, or a list of them.`)
    .transform((to) => (Array.isArray(to) ? to : [to])),
});

export const seasonRungs = z.array(seasonRung).min(1);
