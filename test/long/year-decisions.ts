/** What happens to an application of the simulated year once it is sent in: decisions, questions, receipts, accounts. */
import { CHECKLIST } from '../support/story';
import type { Lived } from './year-lives';
import { PERSONAS } from './year-people';
import { colleaguesOf, decidersOf, receiverOf, type Life, type Standing } from './year-rules';

export function decisionsOf(lived: Lived) {
  const { town, model, hands, chance, schedule, today, inOfficeDays, isThere, handles, submitted } = lived;

  /** After some days, sometimes many; sometimes only the applicant acts. */
  function decide(life: Life): void {
    const turn = life.wait;
    const soon = chance.is(0.55);
    if (chance.is(0.08)) schedule(inOfficeDays(0, 12), () => withdraw(life));
    if (chance.is(0.92)) schedule(soon ? inOfficeDays(0, 4) : inOfficeDays(3, 22), decideNow);

    async function decideNow(): Promise<void> {
      if (life.status !== 'submitted' || life.wait !== turn) return;
      const there = decidersOf(life, today()).filter(({ person }) => isThere(person));
      const [one] = there;
      if (!one) {
        schedule(inOfficeDays(1, 4), decideNow);
        return;
      }
      const { person } = chance.pick([one, ...there]);
      if (!life.consulted) {
        if (!(await hands.press(person, life.id, 'record', { day: today(), words: 'Vi har pratat.' })))
          return;
        life.consulted = true;
        life.talk = undefined;
      }
      const part = chance.int(1, 100);
      if (part <= 55) return approve(life, person);
      if (part <= 80) return ask(life, person);
      if (part <= 92 && life.applicant !== 'sara') {
        await handOver(life, person);
        schedule(inOfficeDays(1, 9), decideNow);
        return;
      }
      if (await hands.press(person, life.id, 'reject', { words: 'Det finns andra sätt.' }))
        end(life, 'rejected');
    }
  }

  async function handOver(life: Life, from: string): Promise<void> {
    const [first, ...others] = colleaguesOf(life, from, today());
    if (first === undefined) return;
    const to = chance.pick([first, ...others]);
    if (await hands.press(from, life.id, 'hand-over', { to: PERSONAS[to]?.aad ?? '', words: '' }))
      life.handedTo = to;
  }

  async function withdraw(life: Life): Promise<void> {
    if (life.status !== 'submitted') return;
    if (await hands.press(life.applicant, life.id, 'withdraw')) end(life, 'withdrawn');
  }

  async function approve(life: Life, person: string): Promise<void> {
    if (!(await hands.press(person, life.id, 'approve'))) return;
    move(life, 'approved', 'receipt');
    life.approvedBy = person;
    // That the lead may act belongs to the step that nobody answered.
    life.escalated = false;
    if (chance.is(0.9)) schedule(inOfficeDays(0, 13), () => acknowledge(life));
  }

  async function ask(life: Life, person: string): Promise<void> {
    if (!(await hands.press(person, life.id, 'ask', { about: 'purpose', words: 'Vad menar ni?' }))) return;
    move(life, 'changes', 'changes');
    const part = chance.int(1, 100);
    if (part <= 55) schedule(inOfficeDays(0, 14), () => answer(life, part <= 15));
    else if (part <= 75) schedule(inOfficeDays(12, 39), () => answer(life, part <= 65));
  }

  /** Answers, and sends in again; with `wrong` first under a name that somebody else has. */
  async function answer(life: Life, wrong: boolean): Promise<void> {
    if (life.status !== 'changes') return;
    const taken = [...handles.entries()].find(
      ([other]) =>
        other !== life.id && ['submitted', 'active'].includes(model.lives.get(other)?.status ?? ''),
    );
    const handle = wrong && taken ? taken[1] : handles.get(life.id);
    const inputs = { handle: `@${handle ?? ''}`, consultedWith: 'Någon', consultedOn: today() };
    if (!(await hands.press(life.applicant, life.id, 'submit', inputs, 'by name'))) return;
    life.consulted = true;
    const stored = await town.document('application', life.id);
    if (stored?.state.status === 'submitted') {
      handles.set(life.id, handle ?? '');
      submitted(life);
      return;
    }
    if (chance.is(0.6)) schedule(inOfficeDays(0, 6), () => answer(life, false));
  }

  async function acknowledge(life: Life): Promise<void> {
    if (!(await hands.press(receiverOf(life), life.id, 'acknowledge'))) return;
    move(life, 'acknowledged', 'creation');
    const part = chance.int(1, 100);
    if (part <= 85) schedule(part <= 55 ? inOfficeDays(0, 15) : inOfficeDays(16, 50), () => report(life));
  }

  async function report(life: Life): Promise<void> {
    const link = `https://www.instagram.com/${handles.get(life.id) ?? ''}/`;
    const who = chance.pick([life.applicant, life.responsible]);
    if (await hands.press(who, life.id, 'report', { link, ...CHECKLIST })) end(life, 'active');
  }

  function move(life: Life, status: Standing, situation: 'receipt' | 'creation' | 'changes'): void {
    life.status = status;
    model.waits(life, situation, town.clock);
  }

  function end(life: Life, status: Standing): void {
    life.status = status;
    model.waits(life, undefined, town.clock);
  }

  return { decide };
}
