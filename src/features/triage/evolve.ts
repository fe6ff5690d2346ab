/** What an event makes of a case. Pure. */
import type { CaseEvent } from './events';
import type { Assessed, Case, Described, In, Registration, Telling } from './model';

export function evolve(state: Case | undefined, event: CaseEvent): Case {
  // Also an alarm in the midst of a case: what may show a child keeps nothing of what was there before.
  if (event.type === 'opened') return event.case;
  if (!state) throw new Error('a case begins with the questions of safety');
  switch (event.type) {
    case 'described': {
      if (!('pictures' in state)) return state;
      const { post, department, responsible, deputies, at } = event;
      const { reporter, openedAt, guideline, danger, holder, handlers, pictures, links, held } = state;
      const begun = { reporter, openedAt, guideline, danger, handlers, pictures, links };
      return {
        ...begun,
        ...(held === undefined ? {} : { held }),
        ...(holder === undefined ? {} : { holder }),
        ...(responsible === undefined ? {} : { responsible }),
        status: 'asking',
        post,
        department,
        deputies: [...deputies],
        since: at,
        told: 0,
      };
    }
    case 'answered': {
      if (!('post' in state)) return state;
      const { answers, suggestion, secrecy, at } = event;
      const reports = 'reports' in state ? state.reports : [];
      const asked = suggestion.outcome === 'ask' ? 'registrar' : 'nobody';
      const base = described(state, asked === 'registrar');
      return {
        ...base,
        status: 'suggested',
        answers,
        suggestion,
        secrecy,
        asked,
        reports,
        since: at,
        told: 0,
      };
    }
    case 'consulted':
      return state.status === 'suggested'
        ? { ...free(state), asked: 'registrar', since: event.at, told: 0 }
        : state;
    case 'withdrawn': {
      const { reporter, department, openedAt, guideline, danger, since, told } = state;
      const head = { reporter, department, openedAt, guideline, danger, since, told };
      return { ...head, status: 'withdrawn', withdrawnAt: event.at };
    }
    case 'held':
      return 'pictures' in state ? { ...state, holder: event.holder } : state;
    case 'released':
    case 'lapsed': {
      if (!('pictures' in state)) return state;
      const { holder: _over, ...rest } = state;
      return rest;
    }
    case 'ruled':
      return ruled(state, event.ruling);
    case 'culling-proposed': {
      if (!('suggestion' in state)) return state;
      const { ruling, culling } = event;
      return { ...assessed(state), status: 'culling', ruling, culling, since: culling.at, told: 0 };
    }
    case 'culling-stopped':
      return state.status === 'culling'
        ? { ...assessed(state), status: 'suggested', asked: 'nobody', since: event.at, told: 0 }
        : state;
    case 'culled':
      return state.status === 'culling'
        ? { ...done(state, event.second.at), culling: state.culling, second: event.second }
        : state;
    case 'link-given':
      return 'links' in state ? { ...state, links: { ...state.links, [event.person]: event.at } } : state;
    case 'link-revoked': {
      if (!('links' in state)) return state;
      const { [event.person]: _over, ...links } = state.links;
      return { ...state, links };
    }
    case 'kept':
      return 'pictures' in state ? { ...state, pictures: [...state.pictures, event.picture] } : state;
    case 'superseded': {
      if (!('pictures' in state)) return state;
      const { by, name, at } = event;
      const pictures = state.pictures.map((one) =>
        one.superseded ? one : { ...one, superseded: { by, name, at } },
      );
      return { ...state, pictures };
    }
    case 'secured': {
      if (state.status !== 'evidence') return state;
      const { evidence, link } = event;
      const post = link === '' ? state.post : { ...state.post, link };
      const { returned: _over, ...rest } = free(state);
      return { ...rest, post, links: {}, status: 'registration', evidence, since: evidence.at, told: 0 };
    }
    case 'sent-back': {
      if (state.status !== 'registration') return state;
      const { evidence: _insufficient, ...rest } = free(state);
      const { returned } = event;
      return { ...rest, status: 'evidence', returned, since: returned.at, told: 0 };
    }
    case 'registered': {
      if (state.status !== 'registration') return state;
      const { registration } = event;
      const status = state.ruling.outcome === 'register-delete' ? 'removal' : 'telling';
      return { ...free(state), status, registration, since: registration.at, told: 0 };
    }
    case 'number-added':
      return numbered(state, event.registration);
    case 'secrecy-set':
      return 'secrecy' in state ? { ...state, secrecy: event.secrecy } : state;
    case 'handler-named':
      return 'handlers' in state ? { ...state, handlers: [...state.handlers, event.handler] } : state;
    case 'removed':
      return state.status === 'removal'
        ? { ...state, status: 'telling', removal: event.removal, since: event.removal.at, told: 0 }
        : state;
    case 'told':
      return state.status === 'telling' ? finished(state, event.telling) : state;
    case 'reported':
      return 'reports' in state ? { ...state, reports: [...state.reports, event.report] } : state;
    case 'handed-over':
      return state.status === 'alarm' ? { ...state, status: 'handed', police: event.police } : state;
    case 'reminded':
      return { ...state, told: state.told + event.count };
    case 'sent':
      return state;
    default:
      return event satisfies never;
  }
}

function ruled(state: Case, ruling: In<'evidence'>['ruling']): Case {
  if (!('suggestion' in state)) return state;
  const base = { ...assessed(state), ruling };
  if (ruling.outcome === 'keep') return done(base, ruling.at);
  return { ...base, status: 'evidence', since: ruling.at, told: 0 };
}

function finished(state: In<'telling'>, telling: Telling): Case {
  const { evidence, registration, removal } = state;
  const kept = { evidence, registration, ...(removal === undefined ? {} : { removal }), telling };
  const finish = { ...done(state, telling.at), ...kept };
  // What was put off is reminded of on its own day.
  return registration.kind === 'pending' ? { ...finish, since: registration.day } : finish;
}

type WithRuling = Base & Pick<In<'done'>, 'ruling'>;

function done(state: WithRuling, doneAt: string): In<'done'> {
  const { ruling } = state;
  return { ...assessed(state), links: {}, status: 'done', ruling, doneAt, since: doneAt, told: 0 };
}

function numbered(state: Case, registration: Registration): Case {
  switch (state.status) {
    case 'removal':
    case 'telling':
      return { ...state, registration };
    case 'done':
      return { ...state, registration, told: 0 };
    default:
      return state;
  }
}

function free<S extends Case & { holder?: unknown }>({ holder: _over, ...state }: S): Omit<S, 'holder'> {
  return state;
}

type DescribedBase = Pick<
  Described,
  | 'reporter'
  | 'department'
  | 'openedAt'
  | 'guideline'
  | 'danger'
  | 'since'
  | 'told'
  | 'holder'
  | 'handlers'
  | 'pictures'
  | 'links'
  | 'held'
  | 'post'
  | 'responsible'
  | 'deputies'
>;
type Base = DescribedBase & Pick<Assessed, 'answers' | 'suggestion' | 'secrecy' | 'reports'>;

/** What every case with a post has; `freed` when it goes to somebody else's turn. */
function described(state: DescribedBase, freed = false): DescribedBase {
  const { reporter, department, openedAt, guideline, danger, since, told } = state;
  const { handlers, pictures, links, held, post, deputies, holder, responsible } = state;
  return {
    reporter,
    department,
    openedAt,
    guideline,
    danger,
    since,
    told,
    handlers,
    pictures,
    links,
    post,
    deputies,
    ...(held === undefined ? {} : { held }),
    ...(holder === undefined || freed ? {} : { holder }),
    ...(responsible === undefined ? {} : { responsible }),
  };
}

function assessed(state: Base): Base {
  const { answers, suggestion, secrecy, reports } = state;
  return { ...described(state), answers, suggestion, secrecy, reports };
}
