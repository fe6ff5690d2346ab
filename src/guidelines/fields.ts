/** The form's fixed fields: what a condition may look at besides a guideline's own questions. */
import type { Known } from './conditions';
import { find } from './probe';

/** Ids of the fields that every application has; what they ask is code, what can be chosen is data. */
export const APPLICATION_FIELDS = [
  'platform',
  'platformName',
  'handle',
  'accountType',
  'department',
  'unit',
  'manager',
  'purpose',
  'audience',
  'responsible',
  'deputies',
  'mailbox',
  'watchers',
  'frequency',
  'responseTime',
  'colour',
  'training',
  'consultedWith',
  'consultedOn',
] as const;
export type ApplicationField = (typeof APPLICATION_FIELDS)[number];

/** G-1.6: an account is official or belongs to one unit. */
export const ACCOUNT_TYPES = ['official', 'unit'] as const;
/** Unsure is an answer of its own, never a no. */
export const YES_NO_ANSWERS = ['yes', 'no', 'unsure'] as const;

/** The fields with the answers each can have in this guideline, which nobody has checked yet. */
export function knownFields(raw: unknown): Known {
  const answers: Partial<Record<ApplicationField, readonly string[]>> = {
    platform: [...texts(raw, 'platforms.*.id'), 'other'],
    accountType: ACCOUNT_TYPES,
    frequency: texts(raw, 'application.frequencies.*.id'),
    responseTime: texts(raw, 'application.responseTimes.*.id'),
    colour: texts(raw, 'colours.*.id'),
    training: YES_NO_ANSWERS,
  };
  return new Map(APPLICATION_FIELDS.map((field) => [field, answers[field]]));
}

/** The answers a question of the file can have; undefined where people write words. */
export function answersTo(question: unknown): readonly string[] | undefined {
  const [kind] = texts(question, 'kind');
  if (kind === 'yesno') return YES_NO_ANSWERS;
  return kind === 'choice' ? texts(question, 'choices.*.id') : undefined;
}

function texts(raw: unknown, pattern: string): string[] {
  return find(raw, pattern).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
