/** The evidence: pictures that are kept untouched, the link and the day, before anything else (G-7.1c). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Refusal } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import type { Picture } from '../../kernel/picture';
import type { Via } from '../../ports/flow';
import { linkProblem } from './describe';
import { notify } from './effects';
import type { Code, Facts } from './facts';
import { current, type Case } from './model';
import { misstep } from './order';
import { actOf, invalid, type Decisions } from './part';
import { registrarsFor } from './people';

/** Pictures that count, and those in the trail with the replaced ones: the document stays small. */
export const MOST_PICTURES = 10;
const MOST_IN_TRAIL = 50;

/**
 * Why no picture may come now, asked before anything is fetched; `linkAt` is when the link it comes by was given.
 * A case that may show a child refuses every one.
 */
export function refusal(state: Case | undefined, { id }: Person, linkAt?: string): Refusal<Code> | undefined {
  const wrong = misstep('take', state);
  if (wrong || !state || !('pictures' in state)) return wrong ?? { code: 'past' };
  if (linkAt !== undefined && state.links[id] !== linkAt) return { code: 'link-over' };
  const holder = state.holder;
  if (holder && holder.by !== id) return { code: 'held', details: { name: holder.name } };
  return roomIn(state) > 0 ? undefined : { code: 'full', details: { most: MOST_PICTURES } };
}

export function roomIn(state: Extract<Case, { pictures: unknown }>): number {
  return Math.max(0, Math.min(MOST_PICTURES - current(state).length, MOST_IN_TRAIL - state.pictures.length));
}

export function take(picture: Picture, via: Via, state: Case, facts: Facts, actor: Person): Decisions {
  const no = refusal(state, actor);
  if (no || !('pictures' in state))
    return refuse(no?.code ?? 'past', no?.details ? { details: no.details } : {});
  if (current(state).some(({ sha256 }) => sha256 === picture.sha256)) return { events: [], effects: [] };
  const kept = { ...picture, ...actOf(actor, facts), via };
  return { events: [{ type: 'kept', picture: kept }], effects: [REFRESH] };
}

export function giveLink(state: Case, facts: Facts, actor: Person): Decisions {
  const no = refusal(state, actor);
  if (no) return refuse(no.code, no.details ? { details: no.details } : {});
  return { events: [{ type: 'link-given', person: actor.id, at: facts.moment.now }], effects: [] };
}

export function finish(state: Case, { id }: Person): Decisions {
  if (!('links' in state) || state.links[id] === undefined) return { events: [], effects: [] };
  return { events: [{ type: 'link-revoked', person: id }], effects: [REFRESH] };
}

/** The pictures were the wrong ones: they stay in the trail, and others are waited for. */
export function supersede(state: Case, facts: Facts, actor: Person): Decisions {
  if (!('pictures' in state) || current(state).length === 0) return refuse('needs-picture');
  return { events: [{ type: 'superseded', ...actOf(actor, facts) }], effects: [REFRESH] };
}

/** Everything is there: the package goes to the registrar. */
export function secure(link: string, state: Case, facts: Facts, actor: Person): Decisions {
  if (state.status !== 'evidence') return refuse('past');
  if (current(state).length === 0) return refuse('needs-picture');
  const problem = linkProblem(link);
  if (problem) return invalid('link', problem);
  // A direct message has no address.
  if (link === '' && state.post.link === '' && state.post.kind !== 'message')
    return refuse('needs-link', { fields: { link: 'missing' } });
  const registrars = registrarsFor(state, facts).filter((person) => person !== actor.id);
  return {
    events: [{ type: 'secured', evidence: actOf(actor, facts), link }],
    effects: [...notify(registrars, 'package', facts.moment.now), REFRESH],
  };
}
