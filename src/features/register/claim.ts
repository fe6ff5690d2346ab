/** The claim on a handle: made at submission, so that nobody else gets the same account (create-if-absent). */
import { z } from 'zod';
import { refuse } from '../../kernel/decision';
import type { Aggregate } from '../../ports/flow';

const Claim = z.object({
  /** `held` by an application, then by the account; `reserved` after closing; `free` ones are deleted. */
  status: z.enum(['held', 'reserved', 'free']),
  holder: z.string(),
  /** Name of the person who holds it, for the one who comes second. */
  name: z.string(),
});
type Claim = z.infer<typeof Claim>;

export type ClaimCommand =
  | { readonly type: 'take'; readonly holder: string; readonly name: string }
  | { readonly type: 'release'; readonly holder: string }
  | { readonly type: 'reserve'; readonly holder: string }
  | { readonly type: 'tick' };
type ClaimEvent =
  | { readonly type: 'taken'; readonly holder: string; readonly name: string }
  | { readonly type: 'released' | 'reserved' };

export const claims: Aggregate<Claim, ClaimCommand, ClaimEvent, undefined> = {
  kind: 'claim',
  schemaVersion: 1,
  restore: (raw) => Claim.parse(raw),
  verbs: {},
  facts: () => undefined,
  permits: (actor) => (actor.type === 'system' ? undefined : { code: 'forbidden' }),
  decide(command, state) {
    switch (command.type) {
      case 'take':
        if (state && state.holder !== command.holder)
          return refuse('taken', { details: { name: state.name } });
        return { events: [{ type: 'taken', holder: command.holder, name: command.name }], effects: [] };
      case 'release':
        if (state?.holder !== command.holder || state.status !== 'held') return { events: [], effects: [] };
        return { events: [{ type: 'released' }], effects: [] };
      case 'reserve':
        if (state?.holder !== command.holder || state.status !== 'held') return { events: [], effects: [] };
        return { events: [{ type: 'reserved' }], effects: [] };
      case 'tick':
        return refuse('early');
      default:
        return command satisfies never;
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'taken':
        return { status: 'held', holder: event.holder, name: event.name };
      case 'released':
        return { status: 'free', holder: state?.holder ?? '', name: '' };
      case 'reserved':
        return { status: 'reserved', holder: state?.holder ?? '', name: state?.name ?? '' };
      default:
        return event satisfies never;
    }
  },
  quiet: ['taken', 'released', 'reserved'],
  spent: ({ status }) => status === 'free',
  deadline: () => undefined,
  listed: ({ status }) => ({ status }),
  present: () => ({ card: 'home/notice', data: {}, summary: '' }),
};
