/** What may be asked of a capture: by people on a card, by a picture that came, and by the system. */
import { z } from 'zod';
import type { Tick } from '../../kernel/effect';
import type { Picture } from '../../kernel/picture';
import { taken } from '../../kernel/words';
import type { Via } from '../../ports/flow';
import { OCCASIONS, type In, type Occasion, type Stop } from './model';

export const MOST_WORDS = 1_000;
const words = (id: string) =>
  z
    .object({
      [id]: z
        .string()
        .max(MOST_WORDS * 2)
        .default(''),
    })
    .transform((data) => taken(String(data[id])));

export type CaptureCommand =
  | { readonly type: 'start'; readonly account: string; readonly occasion: Occasion }
  | { readonly type: 'link' }
  | { readonly type: 'snooze'; readonly until: string }
  | { readonly type: 'not-mine'; readonly words: string }
  | { readonly type: 'closed'; readonly words: string }
  | { readonly type: 'trust' }
  | { readonly type: 'drop' }
  | { readonly type: 'supersede' }
  | { readonly type: 'remind-again' }
  | { readonly type: 'assign'; readonly person: string }
  | { readonly type: 'insist'; readonly words: string }
  | { readonly type: 'close-account'; readonly words: string }
  | { readonly type: 'rule-out'; readonly words: string }
  /** Not from a card: a picture that came by chat or by a link. */
  | { readonly type: 'take'; readonly picture: Picture; readonly via: Via }
  | { readonly type: 'finish' }
  /** Between documents. */
  | { readonly type: 'open'; readonly capture: In<'waiting'> }
  | { readonly type: 'remind'; readonly to: string }
  | { readonly type: 'account-gone'; readonly stop: Stop }
  | { readonly type: 'seal'; readonly season: string; readonly reason: string }
  | Tick;
export type CommandType = CaptureCommand['type'];

/** The commands that only the runtime may send, whatever a card says. */
export const BETWEEN_DOCUMENTS = ['open', 'remind', 'seal', 'account-gone', 'tick'] as const;
export type BetweenDocuments = (typeof BETWEEN_DOCUMENTS)[number];

/** What a person may send from a card; inputs become a command, and words lose what no form needs. */
export const verbs: Readonly<Record<string, z.ZodType<CaptureCommand>>> = {
  'capture.start': z
    .object({ account: z.string().max(200).default(''), occasion: z.enum(OCCASIONS).default('other') })
    .transform(({ account, occasion }) => ({ type: 'start', account, occasion })),
  'capture.link': plain('link'),
  'capture.snooze': z
    .object({ until: z.string().max(40).default('') })
    .transform(({ until }) => ({ type: 'snooze', until: taken(until) })),
  'capture.not-mine': words('who').transform((said) => ({ type: 'not-mine', words: said })),
  'capture.closed': words('when').transform((said) => ({ type: 'closed', words: said })),
  'capture.trust': plain('trust'),
  'capture.drop': plain('drop'),
  'capture.supersede': plain('supersede'),
  'capture.remind': plain('remind-again'),
  'capture.assign': words('person').transform((person) => ({ type: 'assign', person })),
  'capture.insist': words('why').transform((said) => ({ type: 'insist', words: said })),
  'capture.close-account': words('closing').transform((said) => ({ type: 'close-account', words: said })),
  'capture.rule-out': words('reason').transform((said) => ({ type: 'rule-out', words: said })),
};

function plain(type: 'link' | 'trust' | 'drop' | 'supersede' | 'remind-again'): z.ZodType<CaptureCommand> {
  return z.object({}).transform(() => ({ type }));
}
