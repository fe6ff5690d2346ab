/** A picture that came: kept, asked about, or not taken; and what people say about it afterwards (G-7.3c). Pure. */
import type { Person } from '../../kernel/actor';
import { refuse, type Decision, type Refusal } from '../../kernel/decision';
import { REFRESH } from '../../kernel/effect';
import type { Picture } from '../../kernel/picture';
import type { Via } from '../../ports/flow';
import type { CaptureEvent } from './events';
import { doubtOf } from './evolve';
import type { Code, Facts } from './facts';
import { current, type Capture, type Kept } from './model';
import { answersFor } from './policy';

type Decisions = Decision<CaptureEvent, Code>;

/** Pictures in the trail, replaced ones too: the document stays small. */
const MOST_IN_TRAIL = 100;

/** Why no picture may come now; `linkAt` is when the link it comes by was given. */
export function refusal(
  state: Capture | undefined,
  { id }: Person,
  facts: Pick<Facts, 'guideline'>,
  linkAt?: string,
): Refusal<Code> | undefined {
  if (!state) return { code: 'gone' };
  if (linkAt !== undefined && state.links[id] !== linkAt) return { code: 'link-over' };
  if (state.status === 'disputed') return { code: 'disputed' };
  const room = roomIn(state, facts);
  return room > 0 ? undefined : { code: 'full', details: { most: facts.guideline.seasons.pictures.atMost } };
}

/** How many more pictures may come. */
export function roomIn(state: Capture, { guideline }: Pick<Facts, 'guideline'>): number {
  const { atMost } = guideline.seasons.pictures;
  const trail = state.pictures.length + (state.status === 'sealed' ? state.supplements.length : 0);
  const taken =
    state.status === 'sealed'
      ? state.supplements.length
      : current(state).length + (doubtOf(state)?.pictures.length ?? 0);
  return Math.max(0, Math.min(atMost - taken, MOST_IN_TRAIL - trail));
}

export function take(
  picture: Picture,
  via: Via,
  state: Capture | undefined,
  facts: Facts,
  actor: Person,
): Decisions {
  const no = refusal(state, actor, facts);
  if (no || !state) return refuse(no?.code ?? 'gone', no?.details ? { details: no.details } : {});
  const here = [
    ...current(state),
    ...(doubtOf(state)?.pictures ?? []),
    ...(state.status === 'sealed' ? state.supplements : []),
  ];
  // Somebody else sent the same one: it is in.
  if (here.some(({ sha256 }) => sha256 === picture.sha256)) return { events: [], effects: [] };
  const kept = keptBy(picture, via, state, facts, actor);
  if (state.status === 'sealed')
    return { events: [{ type: 'supplemented', picture: kept }], effects: [REFRESH] };
  if (facts.known !== undefined && state.status !== 'impossible')
    return { events: [{ type: 'doubted', picture: kept, why: facts.known }], effects: [REFRESH] };
  return { events: [{ type: 'kept', picture: kept }], effects: [REFRESH] };
}

/** The picture in doubt is the right one, or it is not; it stays in the trail either way. */
export function settle(
  right: boolean,
  state: Capture | undefined,
  { moment }: Facts,
  { id, name }: Person,
): Decisions {
  if (!state) return refuse('gone');
  if (!doubtOf(state)) return refuse('already');
  const event: CaptureEvent = right
    ? { type: 'trusted', at: moment.now }
    : { type: 'dropped', by: id, name, at: moment.now };
  return { events: [event], effects: [REFRESH] };
}

/** The pictures were the wrong ones: others are waited for, and these stay in the trail. */
export function supersede(state: Capture | undefined, { moment }: Facts, { id, name }: Person): Decisions {
  if (state?.status !== 'done') return refuse(state ? 'not-open' : 'gone');
  return { events: [{ type: 'superseded', by: id, name, at: moment.now }], effects: [REFRESH] };
}

function keptBy(picture: Picture, via: Via, state: Capture, { moment }: Facts, { id, name }: Person): Kept {
  return {
    ...picture,
    by: id,
    name,
    ...(answersFor(id, state) ? {} : { forName: state.responsible.name }),
    via,
    at: moment.now,
    link: state.account.link,
  };
}
