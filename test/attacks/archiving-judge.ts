/** Makes one attack on a capture or a season, and says in one line what was wrong with the answer. */
import type { Capture } from '../../src/features/archiving/model';
import type { Season } from '../../src/features/archiving/season-model';
import type { StoredDocument } from '../../src/ports/store';
import * as captures from '../features/archiving/captures';
import { DOUBT } from '../features/archiving/decisions';
import { ANOTHER, clickOf, dataOf, ELSEWHERE, expectedOf, ID, REVISION, type Case } from './archiving';
import type { CAPTURE_RULES, SEASON_RULES } from './archiving-rules';
import { SECRET } from './clicks';
import { ATTACKERS } from './people';
import type { World } from './world';

const AT = '2026-11-20T09:00:00.000Z';
/** Still in its season at the time of the attacks. */
const LATE = { to: '2026-12-20' };

const CAPTURES: Readonly<Record<keyof typeof CAPTURE_RULES, Capture>> = {
  waiting: captures.waiting(LATE),
  'in doubt': captures.waiting({ ...LATE, doubt: DOUBT }),
  disputed: { ...captures.disputed('closed'), ...LATE },
  done: captures.done(LATE),
  impossible: { ...captures.impossible(), ...LATE },
  sealed: captures.sealed(LATE),
};
const SEASONS: Readonly<Record<keyof typeof SEASON_RULES, Season>> = {
  open: captures.openSeason(),
  half: captures.openSeason(captures.confirmation('karin', 'communicator')),
  closing: captures.closing(),
  closed: captures.closed(),
};

function documentOf(pk: string, id: string, state: Capture | Season, seq: number): StoredDocument {
  const { status, department, season } = state;
  const rest = { events: [], accepted: [], seq, outbox: [], cards: {}, ledger: [] };
  const listed = { status, department, season };
  return { pk, id, changedAt: AT, listed, body: { schemaVersion: 1, revision: REVISION, state, ...rest } };
}

function documentsOf({ kind, situation }: Case, seq: number): StoredDocument[] {
  const own = (kind === 'capture' ? CAPTURES : SEASONS) as Readonly<Record<string, Capture | Season>>;
  const state = own[situation]!;
  const elsewhere = { responsible: { name: 'Otto Ottosson' }, deputies: [] };
  return [
    documentOf(`sundsvall/${kind}`, ID, state, seq),
    documentOf(`sundsvall/${kind}`, ANOTHER, { ...state, ...elsewhere, department: 'vard-omsorg' }, seq),
    documentOf(`bolaget/${kind}`, ELSEWHERE, { ...state, ...elsewhere }, seq),
  ];
}

/** One line that says what was wrong with the answer to an attack; undefined when it held. */
export async function judge(world: World, one: Case): Promise<string | undefined> {
  world.place((seq) => documentsOf(one, seq));
  if (one.way.startsWith('again'))
    await world.click(one.who, { verb: `${one.kind}.${one.verb}`, data: dataOf(one) });
  const before = world.matters();
  const audited = world.audits().length;
  const reply = await world.click(one.who, clickOf(one));
  const expected = expectedOf(one);
  const broken: string[] = [];
  const audits = world.audits().slice(audited);
  const wanted = expected.kind === 'forbidden' || expected.kind === 'forged' ? [expected.kind] : [];
  const found = audits.map(({ body }) => (body as { readonly what: string }).what);
  if (found.join() !== wanted.join())
    broken.push(`audited ${found.join() || 'nothing'}, not ${wanted.join()}`);
  if (JSON.stringify(audits).includes(SECRET)) broken.push('audited what was typed');
  if (world.logged().some((entry) => entry.includes(SECRET))) broken.push('the log holds what was typed');
  if (expected.kind === 'stranger' && reply.kind !== 'error') broken.push(`answered with ${reply.kind}`);
  if (expected.kind === 'done') {
    const body = world.find(`sundsvall/${one.kind}`, ID)?.body as {
      state: Capture | Season;
      events: { by: string }[];
    };
    if (body.state.status !== expected.status)
      broken.push(`became ${body.state.status}, not ${expected.status}`);
    if (body.events[0]?.by !== ATTACKERS[one.who].aad) broken.push('the trail names somebody else');
    if (JSON.stringify(body.state).includes(ATTACKERS.nina.aad)) broken.push('took a forged person');
  } else {
    const now = world.matters();
    for (const key of new Set([...before.keys(), ...now.keys()]))
      if (before.get(key) !== now.get(key)) broken.push(`changed ${key}`);
  }
  const { way, verb, who, situation, at } = one;
  return broken.length === 0
    ? undefined
    : `${way} | ${one.kind}.${verb} | ${who} | ${situation} | #${at}: ${broken.join('; ')}`;
}
