/** The organisation file as it is written: people are named by short keys. */
import { z } from 'zod';
import { date, slug, text } from '../../guidelines/schema-parts';

const locale = z.enum(['sv', 'en']);
const entraId = z.guid('Write an Entra object id: 00000000-0000-0000-0000-000000000000.').toLowerCase();

const department = z.strictObject({
  id: slug,
  name: text,
  /** The department above; its communicators serve this one when it has none of its own. */
  parent: slug.exactOptional(),
  communicators: z.array(slug).default([]),
  registrars: z.array(slug).default([]),
  /** Both days included. */
  deputies: z.array(z.strictObject({ for: slug, person: slug, from: date, to: date })).default([]),
  /** Reference to the local culling decision (G-7.4). */
  cullingDecision: text.exactOptional(),
});

const person = z.strictObject({
  id: entraId,
  name: text,
  email: z.email('Write an e-mail address.'),
  locale: locale.exactOptional(),
});

export const organisationSchema = z.strictObject({
  organisation: z.strictObject({
    id: slug,
    name: text,
    timeZone: z
      .string()
      .refine(isTimeZone, 'Write a time zone such as Europe/Stockholm.')
      .default('Europe/Stockholm'),
    locale: locale.default('sv'),
    /** May be left out when there is only one guideline. */
    guideline: slug.exactOptional(),
    /** The Entra tenant whose people belong here also when the file does not list them. */
    tenant: entraId.exactOptional(),
  }),
  roles: z.strictObject({ communicationsDirector: slug, socialMediaLead: slug }),
  departments: z.array(department).min(1),
  people: z.record(slug, person),
});

export type OrganisationFile = z.infer<typeof organisationSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
