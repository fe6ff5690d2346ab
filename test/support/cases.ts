/** Cases of triage as stories drive them: buttons by their verb, forged clicks with today's revision, and what is stored. */
import type { CaseEvent } from '../../src/features/triage/events';
import type { Case, In, Status } from '../../src/features/triage/model';
import { texts } from '../../src/features/triage/texts';
import type { Account } from '../../src/features/register/model';
import type { Envelope } from '../../src/runtime/envelope';
import { account, seedAccounts } from './accounts';
import { invoke } from './activities';
import { actionsOf, edited } from './card-parts';
import type { Chat, Clicked, Who } from './house';
import { bytesOf, createMemoryFiles, fakeInspect, type MemoryFiles } from './memory-files';
import { documentsOf, type OpenHouse, type Opening, type StoredHouse } from './stores';

export const { sv } = texts;
export const LINK = 'https://www.instagram.com/p/abc';
export const PHRASE = 'bedöm inlägg';
const QUESTIONS = [
  'attack',
  'hatred',
  'violence',
  'incitement',
  'copyright',
  'secret',
  'advertising',
  'principle',
  'views',
  'proposal',
  'minor',
] as const;

type Data = Readonly<Record<string, unknown>>;
type Stored = Omit<Envelope, 'state' | 'events'> & {
  readonly id: string;
  readonly state: Case;
  readonly events: readonly { readonly by: string; readonly event: CaseEvent }[];
};

export interface CaseHouse extends StoredHouse {
  readonly files: MemoryFiles;
  /** Presses the button with this verb on the latest card that has one; `fits` picks among several by their data. */
  press(chat: Chat, verb: string, inputs?: Data, fits?: Data): Promise<Clicked>;
  /** A click that no card offers: the latest case, its present revision, and a nonce of its own. */
  forge(chat: Chat, verb: string, inputs?: Data): Promise<Clicked>;
  /** From the phrase to a case that waits for its questions to be answered. */
  describe(chat: Chat, changed?: Data, safety?: Data): Promise<Clicked>;
  /** The same, and all questions answered with no but these; `?attack` is unsure. */
  assess(chat: Chat, yes: readonly string[], changed?: Data): Promise<Clicked>;
  /** The latest case as the store has it. */
  stored(): Promise<Stored>;
  state<S extends Status>(status: S): Promise<In<S>>;
  /** The clock moves, the timer runs, everything caused is sent. */
  at(time: string): Promise<void>;
  /** Bytes that were fetched from where people's files lie. */
  fetched(): number;
}

export function answersOf(yes: readonly string[]): Data {
  const given = (id: string): string => (yes.includes(id) ? 'yes' : yes.includes(`?${id}`) ? 'unsure' : 'no');
  return Object.fromEntries(QUESTIONS.map((id) => [`answer-${id}`, given(id)]));
}

export const SAFE: Data = { 'safety-life': 'no', 'safety-children': 'no' };
export const POST: Data = {
  'describe-account': 'account-01',
  'describe-what': 'comment-others',
  'describe-day': '2026-11-23',
  'describe-text': 'Ni är tjuvar allihop.',
  'describe-link': LINK,
};
/** Of somebody else's page, in a department of one's choice. */
export function elsewhere(department: string): Data {
  return {
    ...POST,
    'describe-account': 'other',
    'describe-page': 'Ortens sida',
    'describe-platform': 'instagram',
    'describe-department': department,
  };
}

export const ALL: readonly Who[] = ['anna', 'bo', 'karin', 'kim', 'rolf', 'sara', 'dag', 'vera'];
let nonces = 0;

/** `accounts` stand in the register; Anna's library unless it says otherwise. */
export async function openCases(
  open: OpenHouse,
  options: Opening = {},
  accounts: readonly Account[] = [account()],
): Promise<CaseHouse> {
  const files = createMemoryFiles();
  const house = await open(ALL, { ...options, files, inspect: fakeInspect });
  await seedAccounts(house.store, accounts);

  async function sent(chat: Chat, activity: Data): Promise<Clicked> {
    const clicked = await chat.send(activity);
    await house.settle();
    return clicked;
  }

  const cases: CaseHouse = {
    ...house,
    files,

    press(chat, verb, inputs = {}, fits = {}) {
      const found = [...chat.cards()]
        .reverse()
        .flatMap(actionsOf)
        .find((one) => one.verb === verb && Object.entries(fits).every(([key, is]) => one.data[key] === is));
      if (!found) throw new Error(`No card of ${chat.who.name} has ${verb}. The latest says: ${chat.text()}`);
      const { title, data } = found;
      return sent(chat, edited(chat.clickOf(title), { verb, data: { ...data, ...inputs } }));
    },

    async forge(chat, verb, inputs = {}) {
      const { id, revision } = await cases.stored();
      const matter = { id, revision, nonce: `forged-${(nonces += 1)}` };
      const place = { serviceUrl: house.connector.serviceUrl };
      return sent(
        chat,
        invoke(chat.who, verb, { matter, ...inputs }, undefined, place, { replyToId: undefined }),
      );
    },

    async describe(chat, changed = {}, safety = SAFE) {
      await chat.say(PHRASE);
      await cases.press(chat, 'case.safety', safety);
      return cases.press(chat, 'case.describe', { ...POST, ...changed });
    },

    async assess(chat, yes, changed = {}) {
      await cases.describe(chat, changed);
      return cases.press(chat, 'case.answer', answersOf(yes));
    },

    async stored() {
      const { items } = await house.store.list({ pk: 'sundsvall/case', limit: 200 });
      const all = items.map(({ document: { id, body } }) => ({ ...(body as Stored), id }));
      const [latest] = all.sort((a, b) => seqOf(b) - seqOf(a));
      if (!latest) throw new Error('There is no case.');
      return latest;
    },

    async state(status) {
      const { state } = await cases.stored();
      expect(state.status).toBe(status);
      return state as In<typeof status>;
    },

    async at(time) {
      house.clock.set(time);
      await house.bot.runtime.tick();
      await house.settle();
    },

    fetched: () => house.connector.requests.filter(({ kind }) => kind === 'file').length,
  };
  return cases;
}

/** When it was written first. */
function seqOf({ events }: Stored): number {
  const [first] = events as unknown as { at: string }[];
  return Date.parse(first?.at ?? '') || 0;
}

/** Steps of a case that Anna has on her own, each from a new one. */
export async function toEvidence(house: CaseHouse, chat: Chat, yes: readonly string[] = ['hatred']) {
  await house.assess(chat, yes);
  return house.press(chat, 'case.rule');
}

export async function toRegistration(house: CaseHouse, chat: Chat, yes?: readonly string[]) {
  await toEvidence(house, chat, yes);
  await chat.sendPicture(bytesOf('png a'));
  await house.settle();
  return house.press(chat, 'case.secure');
}

export { bytesOf, documentsOf };

/** The notifications of a person, as their device showed them when they came. */
export function noticesOf({ connector }: StoredHouse, { who }: Chat): string[] {
  return connector.requests
    .filter(({ kind, conversation }) => kind === 'post' && conversation === who.conversation)
    .map(({ body }) => (typeof body['summary'] === 'string' ? body['summary'] : ''));
}
