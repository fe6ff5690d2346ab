/** What everybody starts from: help, one's own matters, what waits, and the language. */
import { z } from 'zod';
import type { Person, Unreached } from '../../kernel/actor';
import { LOCALES } from '../../kernel/locale';
import type { Moment } from '../../kernel/matter';
import { communicatesFor, departmentOf } from '../../kernel/organisation';
import type { Phrase } from '../../kernel/phrase';
import { sentenceView } from '../../kernel/view';
import type { Feature, Query } from '../../ports/flow';
import { presentHelp, presentLines } from './present';
import { texts } from './texts';

export const HELP_VERB = 'home.help';
const TODO_VERB = 'home.todo';
const MINE_VERB = 'home.mine';

const help: Query<{ welcome?: boolean | undefined; nearest?: string[] | undefined }> = {
  data: z.object({ welcome: z.boolean().optional(), nearest: z.array(z.string()).optional() }),
  async answer({ data, actor, moment, reading, locale }) {
    const waiting = await reading.waiting(actor, moment);
    const offered = reading
      .offered()
      .filter((phrase) => phrase.verb !== HELP_VERB && (phrase.for?.(actor, moment) ?? true));
    return presentHelp({
      locale,
      offered,
      welcome: data.welcome ?? false,
      nearest: data.nearest,
      waiting: waiting.length,
      departments: communicatesFor(moment.organisation, actor.id, moment.today).map(
        (id) => departmentOf(moment.organisation, id)?.name ?? id,
      ),
    });
  },
};

const paged = z.object({ page: z.number().int().min(1).max(10_000).default(1) });

const todo: Query<{ page: number }> = {
  data: paged,
  async answer({ data, actor, moment, reading, locale }) {
    const lines = await reading.waiting(actor, moment);
    const unreached = (await reading.unreached()).filter((one) => concerns(one, actor, moment));
    const [only] = lines;
    if (only && lines.length === 1 && unreached.length === 0) return { matter: only.matter };
    return presentLines({ what: 'todo', verb: TODO_VERB, lines, page: data.page, unreached, moment, locale });
  },
};

const mine: Query<{ page: number }> = {
  data: paged,
  async answer({ data, actor, moment, reading, locale }) {
    const lines = (await reading.mine(actor, moment)).toReversed();
    return presentLines({
      what: 'mine',
      verb: MINE_VERB,
      lines,
      page: data.page,
      unreached: [],
      moment,
      locale,
    });
  },
};

const speak: Query<{ locale: 'sv' | 'en' }> = {
  data: z.object({ locale: z.enum(LOCALES) }),
  async answer({ data, speak: change }) {
    await change(data.locale);
    return sentenceView(texts[data.locale].language);
  },
};

const coming: Query = {
  data: z.unknown(),
  answer: ({ locale }) => sentenceView(texts[locale].notices.coming),
};

/** People who cannot be reached concern the communicators of the departments the messages were about, and the lead. */
function concerns({ departments }: Unreached, { id }: Person, { organisation, today }: Moment): boolean {
  if (id === organisation.lead) return true;
  const own = communicatesFor(organisation, id, today);
  return departments.some((department) => own.includes(department));
}

type Described = keyof (typeof texts)['sv']['describe'];

function phrase(verb: string, say: Phrase['say'], described: Described, more: Partial<Phrase> = {}): Phrase {
  const description = { sv: texts.sv.describe[described], en: texts.en.describe[described] };
  return { verb, say, description, offered: true, ...more };
}

const COMING: readonly Phrase['say'][] = [
  { sv: ['granska utkast'], en: ['check draft'] },
  { sv: ['fråga'], en: ['ask'] },
];

export const home: Feature = {
  name: 'home',
  aggregates: [],
  queries: {
    [HELP_VERB]: help,
    [TODO_VERB]: todo,
    [MINE_VERB]: mine,
    'home.speak': speak,
    'home.coming': coming,
  },
  /** What comes later also answers with words behind it: "fråga får vi skriva om valet". */
  hear(text) {
    const said = text.trim().toLowerCase();
    const asked = COMING.some((say) => LOCALES.some((locale) => said.startsWith(`${say[locale][0]} `)));
    return asked ? { verb: 'home.coming', data: {} } : undefined;
  },
  phrases: [
    phrase(
      MINE_VERB,
      { sv: ['mina ärenden', 'mina ansökningar', 'status'], en: ['my cases', 'my applications'] },
      'mine',
    ),
    phrase(
      TODO_VERB,
      { sv: ['att göra', 'väntar på mig', 'beslut'], en: ['to do', 'todo', 'waiting for me'] },
      'todo',
    ),
    phrase(
      HELP_VERB,
      { sv: ['hjälp', 'hej', 'hallå', 'start', 'meny'], en: ['help', 'hi', 'hello', 'menu'] },
      'help',
    ),
    phrase('home.speak', { sv: ['svenska'], en: ['svenska', 'swedish'] }, 'swedish', {
      data: { locale: 'sv' },
      for: ({ locale }) => locale !== 'sv',
    }),
    phrase('home.speak', { sv: ['english', 'engelska'], en: ['english'] }, 'english', {
      data: { locale: 'en' },
      for: ({ locale }) => locale !== 'en',
    }),
    ...COMING.map((say) => phrase('home.coming', say, 'coming', { offered: false })),
  ],
};
