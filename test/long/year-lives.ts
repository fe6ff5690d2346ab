/** The lives of applications in the simulated year, by chance: who does what when, as far as the rules allow it. */
import type { Chance } from './chance';
import { addDays, instantOf, isOfficeDay, localTime, officeDaysAfter } from './year-calendar';
import { decisionsOf } from './year-decisions';
import { answersFor, inventedWord, type Hands, type Inputs } from './year-hands';
import type { Model } from './year-model';
import { APPLICANTS, LEAD, OFFICES } from './year-people';
import { advisersOf, type Life } from './year-rules';
import { isBlocked, type Town } from './year-town';

export type Act = () => Promise<void>;
/** One that stands in the register from the beginning. */
export interface Account {
  readonly id: string;
  readonly handle: string;
  readonly responsible: string;
}
export interface World {
  readonly town: Town;
  readonly model: Model;
  readonly hands: Hands;
  readonly chance: Chance;
  readonly schedule: (at: number, act: Act) => void;
  readonly accounts: readonly Account[];
}
export type Kind = 'abandon' | 'talk' | 'direct' | 'twin';

type Times = ReturnType<typeof timesOf>;
export interface Lived extends World, Times {
  readonly handles: Map<string, string>;
  readonly submitted: (life: Life) => void;
}

/** When somebody does something: some before 08:30, most in office hours, some in the evening. */
export function timesOf({ town, chance }: Pick<World, 'town' | 'chance'>) {
  function at(day: string): number {
    const part = chance.int(1, 100);
    const [least, most] = part <= 20 ? [367, 508] : part <= 80 ? [517, 1_010] : [1_020, 1_400];
    const minutes = chance.int(least, most);
    const clock = [Math.floor(minutes / 60), minutes % 60]
      .map((two) => String(two).padStart(2, '0'))
      .join(':');
    return Math.max(instantOf(day, clock), town.clock + chance.int(1, 40) * 60_000);
  }
  const today = (): string => localTime(town.clock).day;
  return {
    today,
    inDays: (least: number, most: number): number => at(addDays(today(), chance.int(least, most))),
    /** Mostly on working days. */
    inOfficeDays: (least: number, most: number): number => {
      const day = officeDaysAfter(today(), chance.int(least, most));
      return at(!isOfficeDay(day) || chance.is(0.95) ? day : addDays(day, 1));
    },
    isThere: (who: string): boolean => !isBlocked(who, town.clock),
  };
}

export function livesIn(world: World) {
  const { town, model, hands, chance, schedule, accounts } = world;
  const times = timesOf(world);
  const { today, inDays, inOfficeDays, isThere } = times;
  const handles = new Map<string, string>();
  const answers = new Map<string, Inputs>();
  const submitted = (life: Life): void => {
    life.status = 'submitted';
    life.escalated = false;
    model.waits(life, 'decision', town.clock);
    decisions.decide(life);
  };
  const decisions = decisionsOf({ ...world, ...times, handles, submitted });

  async function begin(kind: Kind): Promise<void> {
    const applicant = chance.pick(APPLICANTS.filter(isThere) as [string, ...string[]]);
    const responsible = chance.is(0.75) ? applicant : chance.pick(['medarbetarec', 'medarbetared', 'bahar']);
    const department = chance.pick(Object.keys(OFFICES) as [string, ...string[]]);
    const official = kind !== 'twin' && chance.is(0.1);
    const id = await hands.newForm(applicant);
    const life = model.begin({ id, applicant, department, official, responsible }, town.clock);
    const others = accounts.filter((one) => one.responsible !== applicant) as [Account, ...Account[]];
    const twin = kind === 'twin' ? chance.pick(others) : undefined;
    const handle = inventedWord(chance, 5);
    handles.set(id, handle);
    const talked = kind === 'direct' && chance.is(0.6) ? today() : undefined;
    const unit = twin ? { unit: twin.handle } : {};
    answers.set(id, { ...answersFor(life, handle, chance, talked), ...unit });
    life.consulted = talked !== undefined;
    if (kind === 'direct' || kind === 'twin') return send(life);
    const { department: chosen } = life;
    const verb = kind === 'talk' || chance.is(0.2) ? 'consult' : 'save';
    if (!(await hands.press(applicant, id, verb, { ...first(life), department: chosen }, 'by name'))) return;
    if (verb === 'consult') askedToTalk(life);
    if (kind === 'talk') {
      schedule(inOfficeDays(0, 14), () => send(life));
    } else if (chance.is(0.3)) schedule(inDays(20, 85), () => touch(life));
  }

  function first(life: Life): Inputs {
    const { platform = '', handle = '', accountType = '' } = answers.get(life.id) ?? {};
    return { platform, handle, accountType };
  }

  async function touch(life: Life): Promise<void> {
    if (life.status !== 'draft') return;
    const inputs = { ...first(life), department: life.department };
    if (!(await hands.press(life.applicant, life.id, 'save', inputs, 'by name'))) return;
    touched(life);
  }

  function touched(life: Life): void {
    life.touched = today();
    life.warned = false;
  }

  /** The talk is never answered, planned, planned again, or held; sometimes late. */
  function askedToTalk(life: Life): void {
    model.waits(life, 'consultation', town.clock);
    life.talk = life.wait;
    if (chance.is(0.75)) schedule(inOfficeDays(0, 12), () => advise(life));
  }

  async function advise(life: Life): Promise<void> {
    const { talk } = life;
    if (!talk || (life.status !== 'draft' && life.status !== 'submitted')) return;
    const adviser = advisersOf(life, today()).find(isThere);
    if (adviser === undefined) {
      schedule(inOfficeDays(2, 4), () => advise(life));
      return;
    }
    if (chance.is(0.5)) {
      const held = await hands.press(adviser, life.id, 'record', { day: today(), words: 'Vi har pratat.' });
      if (!held) return;
      life.consulted = true;
      life.talk = undefined;
      if (life.status === 'draft') life.wait = undefined;
      return;
    }
    const day = addDays(today(), chance.int(0, 9));
    if (!(await hands.press(adviser, life.id, 'plan', { day, time: 'klockan tio' }))) return;
    if (life.status === 'draft') model.waits(life, 'consultation', town.clock, day);
    life.talk = life.status === 'draft' ? life.wait : { situation: 'consultation', since: day, told: 0 };
    if (chance.is(0.7)) schedule(inOfficeDays(1, 16), () => advise(life));
  }

  /** Sends it in; with an account like it the person responsible for that one may be asked first. */
  async function send(life: Life): Promise<void> {
    if (life.status !== 'draft') return;
    const { id, applicant } = life;
    const taken = [...handles.entries()].find(([other]) => holds(other) && other !== id)?.[1];
    const handle = taken !== undefined && chance.is(0.06) ? taken : (handles.get(id) ?? '');
    const inputs = { ...answers.get(id), handle: `@${handle}` };
    if (!(await hands.press(applicant, id, 'submit', inputs, 'by name'))) return;
    touched(life);
    const { state } = (await town.document('application', id)) as {
      state: { status: string; twins?: object[] };
    };
    if (state.status === 'submitted') {
      handles.set(id, handle);
      submitted(life);
      return;
    }
    if (state.status === 'draft' && !state.twins) {
      schedule(inDays(0, 5), () => send(life));
      return;
    }
    if (chance.is(0.3)) return goOn(life);
    schedule(inDays(0, 88), () => askToJoin(life, state.twins as { id: string }[]));
  }

  function holds(id: string): boolean {
    return ['submitted', 'approved', 'acknowledged'].includes(model.lives.get(id)?.status ?? '');
  }

  async function goOn(life: Life): Promise<void> {
    if (life.status !== 'draft') return;
    const { id, applicant } = life;
    if (!(await hands.press(applicant, id, 'proceed', { reason: 'Vi når andra.' }))) return;
    const stored = await town.document('application', id);
    if (stored?.state.status === 'submitted') submitted(life);
  }

  async function askToJoin(life: Life, twins: readonly { id: string }[]): Promise<void> {
    if (life.status !== 'draft') return;
    const account = accounts.find(({ id }) => twins.some((twin) => twin.id === id));
    if (!account || account.responsible === life.applicant) return;
    if (!(await hands.press(life.applicant, life.id, 'join', { account: account.id }))) return;
    touched(life);
    life.status = 'joining';
    life.asked = account.responsible;
    model.waits(life, 'joining', town.clock);
    if (chance.is(0.6)) schedule(inOfficeDays(0, 9), () => answerJoin(life));
    else if (chance.is(0.5)) schedule(inOfficeDays(4, 12), () => resume(life));
  }

  async function answerJoin(life: Life): Promise<void> {
    if (life.status !== 'joining') return;
    const yes = chance.is(0.5);
    const verb = yes ? 'welcome' : 'decline';
    if (!(await hands.press(life.asked ?? '', life.id, verb, { words: 'Så här tänker jag.' }))) return;
    if (yes) end(life, 'joined');
    else backToDraft(life);
  }

  async function resume(life: Life): Promise<void> {
    if (life.status === 'joining' && (await hands.press(life.applicant, life.id, 'resume')))
      backToDraft(life);
  }

  function backToDraft(life: Life): void {
    life.status = 'draft';
    life.wait = life.talk;
    life.warned = false;
    if (chance.is(0.5)) schedule(inDays(0, 10), () => goOn(life));
  }

  function end(life: Life, status: Life['status']): void {
    life.status = status;
    model.waits(life, undefined, town.clock);
  }

  /** From the rung that tells the lead, the lead finds it under "att göra". */
  async function leadSees(life: Life): Promise<void> {
    const waits = life.status === 'submitted' || (life.status === 'draft' && life.talk !== undefined);
    if (!life.escalated || !waits || life.applicant === LEAD) return;
    if (!(await hands.todo(LEAD)).has(life.id))
      hands.faults.push(`${today()}: ${LEAD} does not see ${life.id}`);
  }

  return { begin, leadSees };
}
