/** The register: every account in one place (G-7.2a–c), and the claims that keep a handle to one holder. */
import type { Moment } from '../../kernel/matter';
import type { Phrase } from '../../kernel/phrase';
import type { Aggregate, Feature, Query, RowSource } from '../../ports/flow';
import { claims } from './claim';
import { decide, evolve } from './decide';
import { Asked, MINE, SERVED } from './filter';
import { LIST_VERB, presentList } from './list';
import { Account, type AccountCommand, type AccountEvent, type AccountRow } from './model';
import { permits } from './policy';
import { present } from './present';
import { linesOf, rowOf } from './rows';
import { behind, filterOf } from './said';

const accounts: Aggregate<Account, AccountCommand, AccountEvent, Moment> = {
  kind: 'account',
  schemaVersion: 1,
  restore: (raw) => Account.parse(raw),
  verbs: {},
  facts: ({ moment }) => moment,
  permits,
  decide,
  evolve,
  quiet: [],
  deadline: () => undefined,
  listed: ({ status, department, platform, responsible }) => ({
    status,
    department,
    platform,
    ...(responsible.id === undefined ? {} : { responsible: responsible.id }),
  }),
  present,
};

export const accountRows: RowSource<Account, AccountRow> = { aggregate: accounts, row: rowOf };

const list: Query<Asked> = {
  data: Asked,
  async answer({ data, actor, reading, moment, locale }) {
    const all = await reading.rows(accountRows);
    const filter = filterOf(data, all, moment.organisation);
    return presentList({ rows: all, filter, page: data.page, viewer: actor, moment, locale });
  },
};

const ALL: Phrase = {
  verb: LIST_VERB,
  say: {
    sv: ['förteckning', 'förteckningen', 'register', 'visa konton', 'alla konton'],
    en: ['register', 'the register', 'accounts', 'show accounts'],
  },
  description: {
    sv: 'Se alla kommunens konton i sociala medier.',
    en: 'See all the municipality’s social media accounts.',
  },
  offered: true,
};
const OWN: Phrase = {
  verb: LIST_VERB,
  say: { sv: ['mina konton'], en: ['my accounts'] },
  description: { sv: 'Se de konton som du ansvarar för.', en: 'See the accounts you are responsible for.' },
  offered: false,
  data: { department: MINE },
};
const SERVED_ONES: Phrase = {
  verb: LIST_VERB,
  say: { sv: ['min förvaltning', 'bara min förvaltning'], en: ['my department', 'only my department'] },
  description: { sv: 'Se kontona i din förvaltning.', en: 'See the accounts of your department.' },
  offered: false,
  data: { department: SERVED },
};
const PHRASES: readonly Phrase[] = [ALL, OWN, SERVED_ONES];

export const register: Feature = {
  name: 'register',
  aggregates: [accounts, claims],
  queries: { [LIST_VERB]: list },
  phrases: PHRASES,
  hear(text) {
    for (const { verb, say, data } of PHRASES) {
      const said = behind(text, say);
      if (said !== undefined) return { verb, data: { ...data, said } };
    }
    return undefined;
  },
  mine: async (person, moment, reading) => linesOf(await reading.rows(accountRows), person, moment),
};
