/** Who may do what with a case: the reporter, who answers for the account, its department's offices, the lead (G-7.1). */
import type { Actor, PersonId } from '../../kernel/actor';
import type { Refusal } from '../../kernel/decision';
import type { CaseCommand, CommandType } from './commands';
import type { Ground } from './facts';
import { handles, isMasked, mayRead } from './masking';
import type { Case } from './model';
import { answersFor, communicatorsOf, registrarsFor, secondsOf } from './people';

/** The commands that only the runtime may send, whatever a card says. */
const BETWEEN_DOCUMENTS: readonly CommandType[] = ['remind', 'tick'];

type Asked = { readonly type: CommandType | 'see' } & Partial<
  Pick<Extract<CaseCommand, { type: 'report' }>, 'to'>
>;

export function permits(
  actor: Actor,
  command: Asked | CaseCommand,
  state: Case | undefined,
  ground: Ground,
): Refusal | undefined {
  const { type } = command;
  if (BETWEEN_DOCUMENTS.includes(type as CommandType))
    return actor.type === 'system' ? undefined : { code: 'forbidden' };
  if (actor.type === 'system') return undefined;
  // Everybody may begin one, and nothing else can be done before it is begun.
  if (!state) return undefined;
  const { id } = actor;
  const code = reads(type, id, state, ground) ?? refusedTo(id, command, state, ground);
  return code === undefined ? undefined : { code };
}

/** What says or shows nothing of the content may be done unread: the lead hears of an alarm, a second sees a number. */
const UNREAD: readonly Asked['type'][] = ['see', 'withdraw', 'hand-over'];

/** Whoever may not read a masked case can do nothing with it (G-7.1b6). */
function reads(type: Asked['type'], id: PersonId, state: Case, ground: Ground): string | undefined {
  if (UNREAD.includes(type) || mayRead(id, state, ground)) return undefined;
  return concerns(id, state, ground) ? 'secret' : 'not-yours';
}

function refusedTo(
  id: PersonId,
  command: Asked | CaseCommand,
  state: Case,
  ground: Ground,
): string | undefined {
  const { lead } = ground.moment.organisation;
  const { type } = command;
  const registrar = registrarsFor(state, ground).includes(id);
  switch (type) {
    case 'see':
      return concerns(id, state, ground) ? undefined : 'not-yours';
    case 'safety':
      return concerns(id, state, ground) ? undefined : 'not-yours';
    case 'describe':
      return handles(id, state, ground) ? undefined : 'not-yours';
    case 'answer':
      return handles(id, state, ground) || (!isMasked(state) && serves(id, state, ground))
        ? undefined
        : 'not-yours';
    case 'withdraw':
      return state.reporter.id === id || id === lead ? undefined : 'not-yours';
    case 'rule':
    case 'cull':
      if (state.status === 'suggested' && state.asked === 'registrar')
        return registrar ? undefined : 'registrar-decides';
      return serves(id, state, ground) || registrar ? undefined : 'not-yours';
    case 'consult':
      return serves(id, state, ground) || state.reporter.id === id ? undefined : 'not-yours';
    case 'hold':
    case 'release':
    case 'take':
    case 'finish':
    case 'link':
    case 'supersede':
    case 'secure':
      return concerns(id, state, ground) ? undefined : 'not-yours';
    case 'agree':
      if (proposed(id, state)) return 'same-person';
      return secondsOf(state, ground).includes(id) ? undefined : 'not-second';
    case 'disagree':
      return proposed(id, state) || secondsOf(state, ground).includes(id) ? undefined : 'not-second';
    case 'register':
    case 'register-later':
    case 'register-not':
    case 'send-back':
    case 'set-secrecy':
    case 'name-handler':
      return registrar ? undefined : 'not-registrar';
    case 'remove':
    case 'tell':
      return mayRemove(id, state, ground) ? undefined : 'not-remover';
    case 'report': {
      const { platform, police } = ground.guideline.triage.reports;
      const { decidedBy } = command.to === 'police' ? police : platform;
      if (decidedBy === 'lead') return id === lead ? undefined : 'not-lead';
      return serves(id, state, ground) ? undefined : 'not-yours';
    }
    case 'hand-over':
      return id === lead || id === state.reporter.id ? undefined : 'not-lead';
    case 'remind':
    case 'tick':
      return 'forbidden';
    default:
      return type satisfies never;
  }
}

/** Whoever answers for the account, the department's communicators, and the lead. */
export function serves(id: PersonId, state: Case, ground: Pick<Ground, 'moment'>): boolean {
  return (
    answersFor(id, state) ||
    communicatorsOf(state, ground).includes(id) ||
    ground.moment.organisation.lead === id
  );
}

/** Everybody who may see that there is a case; while it is masked that is its number. */
export function concerns(id: PersonId, state: Case, ground: Pick<Ground, 'moment'>): boolean {
  return state.reporter.id === id || handles(id, state, ground) || serves(id, state, ground);
}

/** The lead removes on official accounts and other people's pages; on a unit's those who are closest to it do. */
function mayRemove(id: PersonId, state: Case, ground: Ground): boolean {
  if (answersFor(id, state) || communicatorsOf(state, ground).includes(id)) return true;
  const account = 'post' in state ? state.post.account : undefined;
  return ground.moment.organisation.lead === id && account?.accountType !== 'unit';
}

function proposed(id: PersonId, state: Case): boolean {
  return state.status === 'culling' && state.culling.by === id;
}
