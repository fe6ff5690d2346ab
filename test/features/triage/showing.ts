/** A case as a reader sees it: cards for tests and samples, with what has happened to the case. */
import type { CaseEvent } from '../../../src/features/triage/events';
import type { Facts, Showing } from '../../../src/features/triage/facts';
import type { Case } from '../../../src/features/triage/model';
import { mayRead } from '../../../src/features/triage/masking';
import { present } from '../../../src/features/triage/present';
import type { Locale } from '../../../src/kernel/locale';
import type { Recorded } from '../../../src/kernel/matter';
import type { View } from '../../../src/kernel/view';
import { PEOPLE, type Who } from '../../support/house';
import { person } from '../world';
import { facts, ID, send, type Step } from './walk';

const CHOICES = [
  { title: 'biblioteket · Instagram', value: 'account-01' },
  { title: 'museet · Facebook', value: 'account-02' },
];
const PICTURE = 'https://kanalvakt.example/download/token';

/** A case with its trail, as the steps make it. */
export interface Walked {
  readonly state: Case;
  readonly events: readonly Recorded<CaseEvent>[];
}

export function walked(steps: readonly Step[]): Walked {
  const events: Recorded<CaseEvent>[] = [];
  let state: Case | undefined;
  for (const [who, command, more] of steps) {
    const done = send(state, who, command, more);
    if (done.refused) throw new Error(`${who} ${command.type}: ${JSON.stringify(done.refused)}`);
    const { aad: by, name } = PEOPLE[who];
    events.push(...done.events.map((event) => ({ at: '2026-11-23T09:00:00.000Z', by, name, event })));
    state = done.state;
  }
  if (!state) throw new Error('no case');
  return { state, events };
}

export function show(
  walk: Walked | undefined,
  who: Who,
  locale: Locale,
  rest: Partial<Showing> = {},
  more: Partial<Facts> = {},
): View {
  const viewer = person(who, locale);
  const known = facts({ choices: CHOICES, ...more });
  const pictures = walk && 'pictures' in walk.state && mayRead(viewer.id, walk.state, known);
  return present({
    id: ID,
    matter: walk && { kind: 'case', id: ID, revision: 3, ...walk },
    viewer,
    locale,
    facts: pictures && walk.state.pictures.length > 0 ? { ...known, pictureUrls: [PICTURE] } : known,
    ...rest,
  });
}
