/** Makes one attack and says in one line what was wrong with the answer; undefined when it held. */
import { loadRenderer } from '../../src/adapters/cards/renderer';
import type { Reply } from '../../src/ports/front';
import { FOLDER } from '../cards/samples';
import { wordsOf } from '../support/house';
import { FORGED, SECRET } from './clicks';
import { isOwn, makesOld, sees, type Outcome } from './oracle';
import { ATTACKERS, organisationOf, type Attacker } from './people';
import type { Situation } from './rules';
import { ANOTHER, ELSEWHERE, ID } from './situations';
import { attackOf, type Case } from './variants';
import type { World } from './world';

const RENDERER = loadRenderer(FOLDER);
/** Drawing a card takes longer than all the rest: one of so many is drawn, each answer's data is looked at. */
const DRAWN = 25;

interface Body {
  readonly revision: number;
  readonly state: { readonly status: string };
  readonly events: readonly { readonly by: string }[];
}

export async function judge(world: World, one: Case): Promise<string | undefined> {
  const { verb, data, expected, matter, first } = attackOf(one);
  const broken: string[] = [];
  world.begin(one.situation);
  if (first) await world.click(one.who, { verb, data: first });
  const before = world.matters();
  const audited = world.audits().length;
  const reply = await world.click(one.who, { verb, data }).catch((error: unknown) => error as Error);
  if (reply instanceof Error) return line(one, [`threw ${reply.message}`]);
  broken.push(...wordsWrong(reply, expected, one));
  broken.push(...changesWrong(world, before, expected, one));
  broken.push(
    ...auditsWrong(world, audited, expected, { ...one, verb, ...(matter === undefined ? {} : { matter }) }),
  );
  if (world.logged().some((entry) => entry.includes(SECRET))) broken.push('the log holds what was typed');
  const alerts = world.logged().filter((entry) => !/^\["(stranger|forbidden)"/.test(entry));
  if (alerts.length > 0) broken.push(`logged ${alerts.join(' ')}`);
  return line(one, broken);
}

function line({ situation, who, verb, variant, at }: Case, broken: readonly string[]): string | undefined {
  return broken.length === 0
    ? undefined
    : `${variant} | ${verb} | ${who} | ${situation} | #${at}: ${broken.join('; ')}`;
}

function wordsWrong(reply: Reply, expected: Outcome, { who, at }: Case): string[] {
  if (expected.kind === 'stranger') {
    const told = reply.kind === 'error' && reply.status === 403 ? reply.text : '';
    return sentenceWrong(told);
  }
  if (reply.kind !== 'card') return [`answered with ${reply.kind}`];
  const { view } = reply;
  const text = JSON.stringify(view);
  const broken: string[] = [];
  if (/\$\{|undefined|\[object/.test(text)) broken.push('a card with a hole in it');
  if (at % DRAWN === 0 && wordsOf(RENDERER.card(view)).length < 20) broken.push('a card without words');
  const data = view.data as { readonly notice?: string; readonly words?: string };
  const told = view.card === 'home/notice' ? data.words : data.notice;
  const quiet = expected.kind === 'done' || expected.kind === 'again';
  if (!quiet) broken.push(...sentenceWrong(told ?? ''));
  if (quiet && told !== undefined && !/sparat|saved/.test(told)) broken.push(`was told: ${told}`);
  const english = reply.locale === 'en';
  if (english !== (who === 'emma' || who === 'vera')) broken.push('in the wrong language');
  return broken;
}

/** A capital first, a full stop last, and no empty place where a name should be. */
function sentenceWrong(told: string): string[] {
  return /^\p{Lu}.{9,}[.!?]$/su.test(told) && !/ {2}| [.,!?]|\bundefined\b/.test(told)
    ? []
    : [`no sentence: "${told}"`];
}

function changesWrong(
  world: World,
  before: ReadonlyMap<string, string>,
  expected: Outcome,
  { who, verb, situation }: Case,
): string[] {
  const now = world.matters();
  if (expected.kind !== 'done') {
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (key) => before.get(key) !== now.get(key),
    );
    return changed.length === 0 ? [] : [`changed ${changed.join(', ')}`];
  }
  const broken: string[] = [];
  const home = organisationOf(who) ?? '';
  const body = world.find(`${home}/application`, ID)?.body as Body | undefined;
  const old = before.get(`${home}/application/${ID}`);
  const was = old === undefined ? undefined : (JSON.parse(old) as { readonly body: Body }).body;
  if (body?.state.status !== expected.status)
    return [
      `${was?.state.status ?? 'nothing'} became ${body?.state.status ?? 'nothing'}, not ${expected.status}`,
    ];
  const { id } = { id: ATTACKERS[who].aad };
  const raised = body.revision - (was?.revision ?? 0);
  if (makesOld(verb) ? raised <= 0 : raised !== 0) broken.push(`the revision went up by ${raised}`);
  const added = body.events.slice(was?.events.length ?? 0);
  if (added[0]?.by !== id || !added.every(({ by }) => by === id || by === 'system'))
    broken.push('the trail names somebody else');
  for (const key of [`sundsvall/application/${ANOTHER}`, `bolaget/application/${ELSEWHERE}`])
    if (before.get(key) !== now.get(key)) broken.push(`changed ${key}`);
  if (home === 'bolaget' && situation !== 'nothing') broken.push('reached over to the other organisation');
  if (JSON.stringify(body.state).includes(ATTACKERS.nina.aad) && who !== 'nina')
    broken.push('took a forged person');
  if (JSON.stringify(body.state).includes(String(FORGED['claim']))) broken.push('took a forged claim');
  return broken;
}

function auditsWrong(
  world: World,
  audited: number,
  expected: Outcome,
  { who, verb, matter, variant, situation }: Omit<Case, 'at'> & { readonly matter?: string },
): string[] {
  const found = world.audits();
  const wanted = expected.kind === 'forbidden' || expected.kind === 'forged' ? 1 : 0;
  if (found.length - audited !== wanted)
    return [`${found.length - audited} audit documents instead of ${wanted}`];
  if (wanted === 0) return [];
  const broken: string[] = [];
  const { pk, body } = found.at(-1)!;
  const entry = body as Readonly<Record<string, string>>;
  if (pk !== `${organisationOf(who) ?? ''}/audit`) broken.push(`audited in ${pk}`);
  if (entry['what'] !== expected.kind || entry['person'] !== ATTACKERS[who].aad)
    broken.push(`audited as ${JSON.stringify(entry)}`);
  // A verb of no card is anything anybody typed: it is not written down.
  const wantedVerb = variant === 'a verb of no card' ? 'unknown' : verb;
  if (entry['verb'] !== wantedVerb) broken.push(`audited the verb ${entry['verb'] ?? ''}`);
  if (!/^[a-z][a-z-]+$/.test(entry['code'] ?? '')) broken.push('audited without a code');
  const foreign = matter !== ID || verb === 'open';
  if (expected.kind === 'forbidden' && !foreign && isOwn(verb.slice('application.'.length), who, situation))
    if (entry['code'] !== 'own-application')
      broken.push(`told ${entry['code'] ?? ''} about the own application`);
  if (expected.kind === 'forbidden' && entry['matter'] !== `application/${matter ?? ''}`)
    broken.push(`audited the matter ${entry['matter'] ?? ''}`);
  const keys = Object.keys(entry).filter(
    (key) => !['at', 'person', 'what', 'verb', 'code', 'matter'].includes(key),
  );
  if (keys.length > 0 || JSON.stringify(entry).includes(SECRET)) broken.push('audited what was typed');
  return broken;
}

/** The card itself, asked for by its id: shown to those concerned, refused to everybody else. */
export async function look(
  world: World,
  who: Attacker,
  situation: Situation,
  id: string,
): Promise<string | undefined> {
  world.begin(situation);
  const before = world.matters();
  const reply = await world.click(who, { verb: 'open', data: { kind: 'application', id } });
  const mine = organisationOf(who);
  const there =
    id === ID
      ? situation !== 'nothing' && mine === 'sundsvall'
      : mine === (id === ANOTHER ? 'sundsvall' : 'bolaget');
  const may = id === ID ? sees(who, situation) : mine !== undefined && !there;
  const expected: Outcome = { kind: mine === undefined ? 'stranger' : may ? 'late' : 'forbidden' };
  const one: Case = { situation, who, verb: `open ${id}`, variant: 'honest', at: 1 };
  const broken: string[] = [];
  const shown = reply.kind === 'card' && reply.view.card !== 'home/notice';
  if (shown !== may) broken.push(shown ? 'was shown' : 'was not shown');
  if (!may) broken.push(...wordsWrong(reply, expected, one));
  broken.push(...changesWrong(world, before, expected, one));
  broken.push(...auditsWrong(world, 0, expected, { ...one, verb: 'open', matter: id }));
  return line(one, broken);
}
