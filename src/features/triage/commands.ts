/** What may be asked of a case: by people on a card, by a picture that came, and by the system. */
import { z } from 'zod';
import type { Tick } from '../../kernel/effect';
import type { Picture } from '../../kernel/picture';
import { taken } from '../../kernel/words';
import type { Via } from '../../ports/flow';
import { ANSWERS, POST_KINDS, REMOVALS, type Answer, type PostKind, type Removal } from './model';

export const MOST_WORDS = 1_000;
export const MOST_TEXT = 4_000;
export const MOST_LINK = 1_000;
export const MOST_LINE = 120;

/** As it was typed; what is wrong with it is said by the decision, with its field. */
export interface Description {
  /** Id of one of our accounts, or `other`. */
  readonly account: string;
  readonly department: string;
  readonly page: string;
  readonly platform: string;
  readonly kind: PostKind;
  readonly from: 'ours' | 'others';
  /** Kind and sender as the card's list has them. */
  readonly what?: string;
  readonly day: string;
  readonly time: string;
  readonly link: string;
  readonly text: string;
}

export interface CullingForm {
  readonly reason: string;
  /** Ids of the confirmations that were given. */
  readonly confirmed: readonly string[];
  readonly words: string;
}

export type CaseCommand =
  | {
      readonly type: 'safety';
      readonly life: Answer | '';
      readonly children: Answer | '';
      /** What the case was begun with: an address, and pictures whose references alone are held. */
      readonly link?: string;
      readonly held?: string;
    }
  | { readonly type: 'describe'; readonly post: Description }
  | { readonly type: 'answer'; readonly answers: Readonly<Record<string, string>> }
  | { readonly type: 'withdraw' }
  | { readonly type: 'hold' }
  | { readonly type: 'release' }
  | {
      readonly type: 'rule';
      readonly outcome: 'register-delete' | 'register' | 'keep' | '';
      readonly words: string;
    }
  | { readonly type: 'consult' }
  | { readonly type: 'cull'; readonly form: CullingForm }
  | { readonly type: 'agree' }
  | { readonly type: 'disagree'; readonly words: string }
  | { readonly type: 'link' }
  | { readonly type: 'supersede' }
  | { readonly type: 'secure'; readonly link: string }
  | { readonly type: 'send-back'; readonly words: string }
  | { readonly type: 'register'; readonly number: string }
  | { readonly type: 'register-later'; readonly day: string }
  | { readonly type: 'register-not'; readonly words: string }
  | { readonly type: 'set-secrecy'; readonly secrecy: 'open' | 'secret'; readonly reference: string }
  | { readonly type: 'name-handler'; readonly person: string }
  | {
      readonly type: 'remove';
      readonly how: Removal['how'];
      readonly day: string;
      readonly time: string;
      readonly words: string;
    }
  | { readonly type: 'tell'; readonly told: 'told' | 'not-told'; readonly words: string }
  | { readonly type: 'report'; readonly to: 'platform' | 'police'; readonly words: string }
  | { readonly type: 'hand-over'; readonly reference: string }
  /** Not from a card: a picture that came by chat or by a link. */
  | { readonly type: 'take'; readonly picture: Picture; readonly via: Via }
  | { readonly type: 'finish' }
  /** Between documents. */
  | { readonly type: 'remind'; readonly to: string }
  | Tick;
export type CommandType = CaseCommand['type'];

const typed = (most: number) =>
  z
    .string()
    .max(most * 2)
    .default('')
    .transform(taken);
/** A text may be pasted that is far too long: it is told so, and nothing else of the form is lost. */
const pasted = z.string().max(200_000).default('').transform(taken);
const answer = z.enum([...ANSWERS, '']).default('');
const said = z.object({ words: typed(MOST_WORDS) });

/** What a person may send from a card. `case.answer` takes `answer-<id of the question>`; `case.cull` `confirm-<id>`. */
export const verbs: Readonly<Record<string, z.ZodType<CaseCommand>>> = {
  'case.safety': form(
    'safety',
    z
      .object({ life: answer, children: answer, link: typed(MOST_LINK), held: typed(64) })
      .transform((given) => ({ type: 'safety', ...given })),
  ),
  'case.describe': form(
    'describe',
    z
      .object({
        account: typed(200),
        department: typed(200),
        page: pasted,
        platform: typed(200),
        kind: z.enum(POST_KINDS).default('comment'),
        from: z.enum(['ours', 'others']).default('others'),
        /** Both in one, as a card asks for them. */
        what: z
          .enum(POST_KINDS.flatMap((kind) => [`${kind}-ours`, `${kind}-others`] as const))
          .optional()
          .catch(undefined),
        day: typed(40),
        time: typed(40),
        link: pasted,
        text: pasted,
      })
      .transform(({ what, ...post }) => ({
        type: 'describe',
        post:
          what === undefined
            ? post
            : { ...post, what, kind: kindIn(what), from: what.endsWith('-ours') ? 'ours' : 'others' },
      })),
  ),
  'case.answer': z.record(z.string(), z.unknown()).transform((data) => ({
    type: 'answer',
    answers: Object.fromEntries(prefixed(data, 'answer-')),
  })),
  'case.withdraw': plain('withdraw'),
  'case.hold': plain('hold'),
  'case.release': plain('release'),
  'case.rule': form(
    'rule',
    z
      .object({
        outcome: z.enum(['register-delete', 'register', 'keep', '']).default(''),
        words: typed(MOST_WORDS),
      })
      .transform(({ outcome, words }) => ({ type: 'rule', outcome, words })),
  ),
  'case.consult': plain('consult'),
  'case.cull': z.record(z.string(), z.unknown()).transform((data) => ({
    type: 'cull',
    form: {
      reason: line(data['cull-reason'] ?? data['reason']),
      words: line(data['cull-words'] ?? data['words']),
      confirmed: prefixed(data, 'confirm-').flatMap(([id, value]) => (value === 'yes' ? [id] : [])),
    },
  })),
  'case.agree': plain('agree'),
  'case.disagree': form(
    'disagree',
    said.transform(({ words }) => ({ type: 'disagree', words })),
  ),
  'case.link': plain('link'),
  'case.supersede': plain('supersede'),
  'case.secure': form(
    'secure',
    z.object({ link: pasted }).transform(({ link }) => ({ type: 'secure', link })),
  ),
  'case.send-back': form(
    'send-back',
    said.transform(({ words }) => ({ type: 'send-back', words })),
  ),
  'case.register': form(
    'register',
    z.object({ number: typed(MOST_LINE) }).transform(({ number }) => ({ type: 'register', number })),
  ),
  'case.register-later': form(
    'register-later',
    z.object({ day: typed(40) }).transform(({ day }) => ({ type: 'register-later', day })),
  ),
  'case.register-not': form(
    'register-not',
    said.transform(({ words }) => ({ type: 'register-not', words })),
  ),
  'case.set-secrecy': form(
    'set-secrecy',
    z
      .object({ secrecy: z.enum(['open', 'secret']), reference: typed(MOST_LINE) })
      .transform(({ secrecy, reference }) => ({ type: 'set-secrecy', secrecy, reference })),
  ),
  'case.name-handler': form(
    'name-handler',
    z.object({ person: typed(MOST_LINE) }).transform(({ person }) => ({ type: 'name-handler', person })),
  ),
  'case.remove': form(
    'remove',
    z
      .object({
        how: z.enum(REMOVALS).default('ours'),
        day: typed(40),
        time: typed(40),
        words: typed(MOST_WORDS),
      })
      .transform((removal) => ({ type: 'remove', ...removal })),
  ),
  'case.tell': form(
    'tell',
    z
      .object({ told: z.enum(['told', 'not-told']).default('told'), words: typed(MOST_WORDS) })
      .transform((telling) => ({ type: 'tell', ...telling })),
  ),
  'case.report': form(
    'report',
    z
      .object({ to: z.enum(['platform', 'police']), words: typed(MOST_WORDS) })
      .transform((report) => ({ type: 'report', ...report })),
  ),
  'case.hand-over': form(
    'hand-over',
    z
      .object({ reference: typed(MOST_LINE) })
      .transform(({ reference }) => ({ type: 'hand-over', reference })),
  ),
};

/**
 * Inputs of a form are called `<command>-<name>` on the card; what a button itself carries comes before them, so that a
 * form beside it changes nothing.
 */
function form(type: CommandType, schema: z.ZodType<CaseCommand>): z.ZodType<CaseCommand> {
  const prefix = `${type}-`;
  return z
    .record(z.string(), z.unknown())
    .transform((data) => ({
      ...Object.fromEntries(
        Object.entries(data).flatMap(([key, value]) =>
          key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
        ),
      ),
      ...data,
    }))
    .pipe(schema as z.ZodType<CaseCommand, Record<string, unknown>>);
}

function plain(
  type: 'withdraw' | 'hold' | 'release' | 'consult' | 'agree' | 'link' | 'supersede',
): z.ZodType<CaseCommand> {
  return z.object({}).transform(() => ({ type }));
}

function kindIn(what: string): PostKind {
  return POST_KINDS.find((kind) => what.startsWith(kind)) ?? 'comment';
}

function prefixed(data: Readonly<Record<string, unknown>>, prefix: string): [string, string][] {
  return Object.entries(data).flatMap(([key, value]) =>
    key.startsWith(prefix) && typeof value === 'string' ? [[key.slice(prefix.length), value]] : [],
  );
}

function line(value: unknown): string {
  return typeof value === 'string' ? taken(value.slice(0, MOST_WORDS * 2)) : '';
}
