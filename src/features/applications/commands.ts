/** What people send about an application, by verb; each schema turns a card's inputs into a command. */
import { z } from 'zod';
import type { Answer, Tick } from '../../kernel/effect';
import { taken } from '../../kernel/words';
import type { Answers } from './model';

/** How a step of the form is left: forward is checked, back, saving and asking for a talk are not. */
export type Leaving = 'next' | 'back' | 'save' | 'submit' | 'consult';
type Leave = { readonly type: Leaving; readonly step: number; readonly inputs: Answers };

export type ApplicationCommand =
  | Leave
  | { readonly type: 'proceed'; readonly reason: string }
  | { readonly type: 'join'; readonly account: string }
  | { readonly type: 'resume' }
  | { readonly type: 'welcome'; readonly words: string }
  | { readonly type: 'decline'; readonly words: string }
  | { readonly type: 'withdraw' }
  /** `seen`: the proposal that stood on the card; empty for none. */
  | { readonly type: 'plan'; readonly day: string; readonly time: string; readonly seen: string }
  | { readonly type: 'record'; readonly day: string; readonly words: string }
  | { readonly type: 'approve' }
  | { readonly type: 'ask'; readonly about: string; readonly words: string }
  | { readonly type: 'hand-over'; readonly to: string; readonly words: string }
  | { readonly type: 'reject'; readonly words: string }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'report'; readonly link: string; readonly confirmed: readonly string[] }
  | { readonly type: 'confirm' }
  | { readonly type: 'return'; readonly words: string }
  | Answer
  | Tick;
export type CommandType = ApplicationCommand['type'];
type Of<T extends CommandType> = Extract<ApplicationCommand, { type: T }>;

/** Longest text of one input that is looked at; the field's own limit is told in words. */
const MOST = 20_000;
/** An input that is left empty is not sent at all. */
const words = z.string().max(MOST).transform(taken).default('');
/** The value of a list. */
const one = z.string().max(200).default('');

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

function leaving(type: Leaving): z.ZodType<ApplicationCommand> {
  return z
    .looseObject({ step: z.number().int().min(0).max(20), carried: z.looseObject({}).optional() })
    .transform(({ step, carried, ...data }): ApplicationCommand => ({
      type,
      step,
      inputs: { ...inputsOf(carried ?? {}), ...inputsOf(data) },
    }));
}

function plain(type: 'resume' | 'withdraw' | 'approve' | 'acknowledge' | 'confirm') {
  return z.object({}).transform((): ApplicationCommand => ({ type }));
}

function worded(type: 'welcome' | 'decline' | 'reject' | 'return') {
  return z.object({ words }).transform((data): ApplicationCommand => ({ type, ...data }));
}

export const verbs: Readonly<Record<string, z.ZodType<ApplicationCommand>>> = {
  'application.next': leaving('next'),
  'application.back': leaving('back'),
  'application.save': leaving('save'),
  'application.submit': leaving('submit'),
  'application.consult': leaving('consult'),
  'application.proceed': z
    .object({ reason: words })
    .transform((data): Of<'proceed'> => ({ type: 'proceed', ...data })),
  'application.join': z.object({ account: one }).transform((data): Of<'join'> => ({ type: 'join', ...data })),
  'application.resume': plain('resume'),
  'application.welcome': worded('welcome'),
  'application.decline': worded('decline'),
  'application.withdraw': plain('withdraw'),
  'application.plan': z
    .object({ day: one, time: words, seen: one })
    .transform((data): Of<'plan'> => ({ type: 'plan', ...data })),
  'application.record': z
    .object({ day: one, words })
    .transform((data): Of<'record'> => ({ type: 'record', ...data })),
  'application.approve': plain('approve'),
  'application.ask': z
    .object({ about: one, words })
    .transform((data): Of<'ask'> => ({ type: 'ask', ...data })),
  'application.hand-over': z
    .object({ to: one, words })
    .transform((data): Of<'hand-over'> => ({ type: 'hand-over', ...data })),
  'application.reject': worded('reject'),
  'application.acknowledge': plain('acknowledge'),
  'application.report': z.looseObject({ link: words }).transform((data): Of<'report'> => ({
    type: 'report',
    link: data.link,
    confirmed: Object.entries(inputsOf(data)).flatMap(([id, value]) =>
      id.startsWith('check-') && value === 'yes' ? [id.slice('check-'.length)] : [],
    ),
  })),
  'application.confirm': plain('confirm'),
  'application.return': worded('return'),
};
