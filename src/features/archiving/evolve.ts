/** What an event makes of a capture. Pure. */
import type { CaptureEvent } from './events';
import { current, type Capture, type Doubt, type In, type Kept } from './model';

export function evolve(state: Capture | undefined, event: CaptureEvent): Capture {
  if (event.type === 'opened') return event.capture;
  if (!state) throw new Error('a capture begins with being opened');
  switch (event.type) {
    case 'reminded':
      return { ...state, told: state.told + event.count };
    case 'sent':
    case 'sent-again':
      return state;
    case 'snoozed':
      return state.status === 'waiting' ? { ...state, snoozed: event.until } : state;
    case 'woken':
      return state.status === 'waiting' ? awake(state) : state;
    case 'link-given':
      return { ...state, links: { ...state.links, [event.person]: event.at } };
    case 'link-revoked': {
      const { [event.person]: _over, ...links } = state.links;
      return { ...state, links };
    }
    case 'kept': {
      const { picture } = event;
      return done(
        { ...state, pictures: [...state.pictures, picture], links: linksAfter(picture, state) },
        picture.at,
      );
    }
    case 'doubted':
      return doubted(state, event.picture, event.why);
    case 'trusted':
      return doubtOf(state) ? done(certain(state), event.at) : state;
    case 'dropped': {
      const { by, name, at } = event;
      return certain(state, (one) => replaced(one, { by, name, at }));
    }
    case 'superseded': {
      const { by, name, at } = event;
      const pictures = state.pictures.map((one) => (one.superseded ? one : replaced(one, { by, name, at })));
      return waiting({ ...state, pictures });
    }
    case 'disputed': {
      const { claim, dispute } = event;
      return { ...bare(state), links: {}, status: 'disputed', claim, dispute };
    }
    case 'insisted':
      return { ...waiting(state), answer: { name: event.name, words: event.words } };
    case 'assigned':
      // Whoever takes over has been told by a card of their own: the ladder begins anew behind it.
      return {
        ...waiting(state),
        responsible: event.responsible,
        told: event.told,
        from: event.from,
        links: {},
      };
    case 'ruled-out':
    case 'account-closed': {
      const counted = certain(state);
      return current(counted).length > 0
        ? done(counted, event.stop.at)
        : { ...bare(counted), links: {}, status: 'impossible', stop: event.stop };
    }
    case 'sealed':
      return sealed(state, event);
    case 'supplemented':
      return state.status === 'sealed'
        ? { ...state, supplements: [...state.supplements, event.picture] }
        : state;
    default:
      return event satisfies never;
  }
}

type Sealed = Extract<CaptureEvent, { type: 'sealed' }>;
type Common = Omit<In<'waiting'>, 'status' | 'doubt' | 'snoozed' | 'answer'>;

/** What every status has. */
function bare(state: Capture): Common {
  const { account, department, responsible, deputies, season, from, to, guideline, openedAt, told } = state;
  const { pictures, links, seasonName, occasion } = state;
  return {
    account,
    department,
    responsible,
    deputies,
    season,
    ...(seasonName === undefined ? {} : { seasonName }),
    ...(occasion === undefined ? {} : { occasion }),
    from,
    to,
    guideline,
    openedAt,
    told,
    pictures,
    links,
  };
}

function waiting(state: Capture): In<'waiting'> {
  return { ...bare(state), status: 'waiting' };
}

function awake({ snoozed: _over, ...state }: In<'waiting'>): In<'waiting'> {
  return state;
}

/** With a picture that counts; one that is in doubt stays so. */
function done(state: Capture, at: string): Capture {
  const doneAt = state.status === 'done' ? state.doneAt : at;
  const doubt = doubtOf(state);
  return { ...bare(state), status: 'done', doneAt, ...(doubt ? { doubt } : {}) };
}

/** The picture is in: only the page it came from goes on, until its person is done. */
function linksAfter({ via, by }: Kept, { links }: Capture): Capture['links'] {
  const own = links[by];
  return via === 'link' && own !== undefined ? { [by]: own } : {};
}

/** Pictures that were in doubt are in the trail with the others; they count, unless they are made ones that do not. */
function certain(state: Capture, as: (picture: Kept) => Kept = (picture) => picture): Capture {
  if (state.status !== 'waiting' && state.status !== 'done') return state;
  const { doubt, ...rest } = state;
  return doubt ? { ...rest, pictures: [...rest.pictures, ...doubt.pictures.map(as)] } : state;
}

function doubted(state: Capture, picture: Kept, why: Doubt['why']): Capture {
  if (state.status !== 'waiting' && state.status !== 'done') return state;
  return { ...state, doubt: { why, pictures: [...(state.doubt?.pictures ?? []), picture] } };
}

export function doubtOf(state: Capture): Doubt | undefined {
  return state.status === 'waiting' || state.status === 'done' ? state.doubt : undefined;
}

function replaced(picture: Kept, superseded: NonNullable<Kept['superseded']>): Kept {
  return { ...picture, superseded };
}

function sealed(state: Capture, event: Pick<Sealed, 'at' | 'reason' | 'packed'>): Capture {
  const { at, reason, packed } = event;
  if (state.status === 'sealed') return state;
  // A picture that nobody answered for is a picture all the same.
  if (doubtOf(state)) return sealed(done(certain(state), at), event);
  const common: Omit<In<'sealed'>, 'outcome'> = {
    ...bare(state),
    links: {},
    status: 'sealed',
    sealedAt: at,
    ...(packed === undefined ? {} : { packed }),
    supplements: [],
  };
  switch (state.status) {
    case 'done':
      return { ...common, outcome: 'done', doneAt: state.doneAt };
    case 'impossible':
      return { ...common, outcome: 'impossible', reason: state.stop.reason };
    case 'waiting':
    case 'disputed':
      return { ...common, outcome: 'missing', reason };
    default:
      return state satisfies never;
  }
}
