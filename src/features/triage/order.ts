/** The order of the steps: secure, register, remove, tell – and which sentence says what is missing (G-7.1c). Pure. */
import type { Refusal } from '../../kernel/decision';
import type { CaseCommand } from './commands';
import type { Code } from './facts';
import type { Case, Status } from './model';

type Personal = Exclude<CaseCommand['type'], 'remind' | 'tick'>;

const GATHERING: readonly Status[] = ['describing', 'asking', 'suggested', 'evidence'];
const ASSESSED: readonly Status[] = [
  'suggested',
  'evidence',
  'culling',
  'registration',
  'removal',
  'telling',
  'done',
];
const OPEN: readonly Status[] = [...GATHERING, 'culling', 'registration', 'removal', 'telling'];

/** The statuses in which each command has its place; whatever comes earlier lacks something, later it is past. */
const PLACE: Readonly<Record<Personal, readonly Status[]>> = {
  // Whoever sees late that it may show a child says so, at any step.
  safety: OPEN,
  describe: ['describing', 'asking'],
  answer: ['asking', 'suggested'],
  withdraw: ['describing', 'asking'],
  hold: OPEN,
  release: OPEN,
  rule: ['suggested', 'evidence'],
  consult: ['suggested'],
  cull: ['suggested', 'evidence'],
  agree: ['culling'],
  disagree: ['culling'],
  take: GATHERING,
  link: GATHERING,
  finish: OPEN,
  supersede: GATHERING,
  secure: ['evidence'],
  'send-back': ['registration'],
  register: ['registration', 'removal', 'telling', 'done'],
  'register-later': ['registration'],
  'register-not': ['registration'],
  'set-secrecy': ASSESSED,
  'name-handler': ['asking', ...ASSESSED],
  remove: ['removal'],
  tell: ['telling'],
  report: ['evidence', 'registration', 'removal', 'telling'],
  'hand-over': ['alarm'],
};

/** How far a case has come. */
const RANK: Readonly<Record<Status, number>> = {
  describing: 0,
  asking: 1,
  suggested: 2,
  evidence: 3,
  culling: 3,
  registration: 4,
  removal: 5,
  telling: 6,
  done: 7,
  alarm: 8,
  handed: 8,
  withdrawn: 8,
};

/** Why a command has no place now; undefined when it has. */
export function misstep(type: Personal, state: Case | undefined): Refusal<Code> | undefined {
  if (!state) return type === 'safety' ? undefined : { code: 'needs-safety' };
  const { status } = state;
  if (PLACE[type].includes(status)) return undefined;
  if (type === 'hand-over') return { code: status === 'handed' ? 'already' : 'not-alarm' };
  if (status === 'alarm' || status === 'handed') return { code: 'alarm' };
  if (status === 'done' || status === 'withdrawn') return { code: 'closed' };
  if (status === 'culling') return { code: 'needs-second' };
  if (type === 'remove' && status === 'telling' && state.removal === undefined)
    return { code: 'not-removed' };
  const first = Math.min(...PLACE[type].map((place) => RANK[place]));
  return { code: first > RANK[status] ? missing(state) : 'past' };
}

/** What the case waits for. */
function missing(state: Case): Code {
  switch (state.status) {
    case 'describing':
      return 'needs-description';
    case 'asking':
      return 'needs-answers';
    case 'suggested':
      return state.asked === 'registrar' ? 'needs-registrar' : 'needs-ruling';
    case 'evidence':
      return 'needs-evidence';
    case 'registration':
      return 'needs-registration';
    case 'removal':
      return 'needs-removal';
    case 'culling':
      return 'needs-second';
    case 'alarm':
    case 'handed':
      return 'alarm';
    case 'telling':
    case 'done':
    case 'withdrawn':
      return 'closed';
    default:
      return state satisfies never;
  }
}
