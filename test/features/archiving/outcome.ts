/** What a decision on a capture comes to, in one line: events → status; effects. */
import type { CaptureCommand } from '../../../src/features/archiving/commands';
import { decide } from '../../../src/features/archiving/decide';
import { evolve } from '../../../src/features/archiving/evolve';
import type { Facts } from '../../../src/features/archiving/facts';
import type { Capture } from '../../../src/features/archiving/model';
import type { Actor } from '../../../src/kernel/actor';
import { isRefused, type Refusal } from '../../../src/kernel/decision';
import type { Effect } from '../../../src/kernel/effect';
import { PEOPLE } from '../../support/house';
import { person } from '../world';
import { facts } from './captures';

export const SYSTEM = { type: 'system', organisation: 'sundsvall' } as const;
const NAMES = new Map<string, string>(Object.entries(PEOPLE).map(([who, { aad }]) => [aad, who]));

export function whoIs(id: string): string {
  return NAMES.get(id) ?? id;
}

export function refusalOf({ code, fields }: Refusal): string {
  const problems = Object.entries(fields ?? {}).map(([field, problem]) => `${field} ${problem}`);
  return [code, ...problems].join(': ');
}

/** `missing to anna`, `line to anna`, `assign to account`, `refresh`. */
export function effectName(effect: Effect): string {
  switch (effect.kind) {
    case 'notify':
      return `${effect.reason} to ${whoIs(effect.to)}`;
    case 'mention':
      return `line to ${whoIs(effect.to)}`;
    case 'send':
      return `${effect.command.type} to ${effect.target.kind}`;
    case 'refresh':
      return effect.kind;
  }
}

/** The capture that a command makes; throws when it is refused. */
export function after(
  command: CaptureCommand,
  state: Capture | undefined,
  more: Partial<Facts> = {},
  actor: Actor = person('anna'),
): Capture {
  const decision = decide(command, state, facts(more), actor);
  if (isRefused(decision)) throw new Error(refusalOf(decision.refused));
  const next = decision.events.reduce<Capture | undefined>((before, event) => evolve(before, event), state);
  if (!next) throw new Error('nothing came of it');
  return next;
}

export function outcome(
  command: CaptureCommand,
  state: Capture | undefined,
  more: Partial<Facts> = {},
  actor: Actor = person('anna'),
): string {
  const decision = decide(command, state, facts(more), actor);
  if (isRefused(decision)) return refusalOf(decision.refused);
  if (decision.events.length === 0) return 'nothing';
  const { status } = after(command, state, more, actor);
  const events = decision.events.map(({ type }) => type).join(', ');
  return [`${events} → ${status}`, ...decision.effects.map(effectName)].join('; ');
}
