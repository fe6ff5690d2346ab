/** A small feature that opens by itself: rounds that must exist by a day, each with leaves it opens batch by batch. */
import { z } from 'zod';
import { refuse, type Decision } from '../../src/kernel/decision';
import type { Effect } from '../../src/kernel/effect';
import type { Aggregate, Feature } from '../../src/ports/flow';
import { ANNA } from './fake-world';

export const ROUND = 'round';
export const LEAF = 'leaf';
/** Leaves opened with one commit. */
const BATCH = 3;

const Round = z.object({ status: z.literal('open'), opened: z.number(), size: z.number(), from: z.string() });
type Round = z.infer<typeof Round>;
type RoundCommand =
  { readonly type: 'open'; readonly size: number; readonly from: string } | { readonly type: 'tick' };
type RoundEvent =
  | { readonly type: 'opened'; readonly size: number; readonly from: string }
  | { readonly type: 'swept'; readonly count: number };

const Leaf = z.object({ status: z.enum(['waiting', 'done']), sent: z.number() });
type Leaf = z.infer<typeof Leaf>;
type LeafCommand =
  { readonly type: 'open' | 'finish' | 'tick' } | { readonly type: 'remind'; readonly to: string };
type LeafEvent = { readonly type: 'opened' | 'finished' | 'sent' };

export interface RoundsOptions {
  /** Rounds that must exist from a day on. */
  readonly rounds: readonly { readonly id: string; readonly day: string; readonly size: number }[];
  /** Asked before a round's facts are read; throws for one that fails. */
  readonly before?: (id: string) => void;
}

export function roundsFeature({ rounds, before }: RoundsOptions): Feature {
  const round: Aggregate<Round, RoundCommand, RoundEvent, undefined> = {
    kind: ROUND,
    schemaVersion: 1,
    restore: (raw) => Round.parse(raw),
    verbs: {},
    facts({ id }) {
      before?.(id);
      return undefined;
    },
    permits: (actor) => (actor.type === 'system' ? undefined : { code: 'forbidden' }),
    decide(command, state): Decision<RoundEvent> {
      if (command.type === 'open') {
        const { size, from } = command;
        return { events: state ? [] : [{ type: 'opened', size, from }], effects: [] };
      }
      if (!state || state.opened >= state.size) return refuse('early');
      const count = Math.min(BATCH, state.size - state.opened);
      return {
        events: [{ type: 'swept', count }],
        effects: Array.from({ length: count }, (_, at): Effect => {
          const id = `leaf-${state.opened + at + 1}`;
          return { kind: 'send', key: `open/${id}`, target: { kind: LEAF, id }, command: { type: 'open' } };
        }),
      };
    },
    evolve(state, event) {
      if (event.type === 'opened') return { status: 'open', opened: 0, size: event.size, from: event.from };
      if (!state) throw new Error('a round begins with being opened');
      return { ...state, opened: state.opened + event.count };
    },
    quiet: [],
    deadline: ({ opened, size, from }) => (opened < size ? from : undefined),
    listed: ({ status }) => ({ status }),
    present: () => ({ card: 'round', data: {}, summary: '' }),
  };

  const leaf: Aggregate<Leaf, LeafCommand, LeafEvent, undefined> = {
    kind: LEAF,
    schemaVersion: 1,
    restore: (raw) => Leaf.parse(raw),
    verbs: { 'leaf/finish': z.object({}).transform(() => ({ type: 'finish' as const })) },
    facts: () => undefined,
    permits: () => undefined,
    decide(command, state): Decision<LeafEvent> {
      switch (command.type) {
        case 'open':
          return {
            events: state ? [] : [{ type: 'opened' }],
            effects: state ? [] : [{ kind: 'mention', key: 'told', to: ANNA, reason: 'told' }],
          };
        case 'remind':
          return state?.status === 'waiting'
            ? {
                events: [{ type: 'sent' }],
                effects: [{ kind: 'notify', key: `card/${state.sent + 1}`, to: command.to, reason: 'told' }],
              }
            : { events: [], effects: [] };
        case 'finish':
          return { events: [{ type: 'finished' }], effects: [] };
        case 'tick':
          return refuse('early');
      }
    },
    evolve(state, { type }) {
      if (type === 'opened') return { status: 'waiting', sent: 0 };
      if (!state) throw new Error('a leaf begins with being opened');
      return type === 'finished' ? { ...state, status: 'done' } : { ...state, sent: state.sent + 1 };
    },
    quiet: ['sent'],
    deadline: () => undefined,
    listed: ({ status }) => ({ status, department: 'kultur' }),
    present: ({ id }) => ({ card: 'leaf', data: { id }, summary: '' }),
    mention: ({ id, state }) => (state.status === 'waiting' ? id : undefined),
    remind: (to) => ({ type: 'remind', to }),
  };

  return {
    name: 'rounds',
    aggregates: [round, leaf],
    queries: {},
    phrases: [],
    openings: ({ today }) =>
      rounds
        .filter(({ day }) => day <= today)
        .map(({ id, day, size }) => ({
          matter: { kind: ROUND, id },
          command: { type: 'open', size, from: `${day}T00:00:00.000Z` },
        })),
  };
}
