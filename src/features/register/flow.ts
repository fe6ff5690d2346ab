/** The register: every account in one place (G-7.2a–c), and the claims that keep a handle to one holder. */
import { z } from 'zod';
import type { Matter, Moment } from '../../kernel/matter';
import type { Aggregate, Feature, Query, RowSource } from '../../ports/flow';
import { claims } from './claim';
import { decide, evolve } from './decide';
import { Account, type AccountCommand, type AccountEvent, type AccountRow } from './model';
import { permits } from './policy';
import { present, presentList } from './present';

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

function rowOf({ id, state }: Matter<Account>): AccountRow {
  const {
    platform,
    platformName,
    handle,
    link,
    accountType,
    department,
    unit,
    status,
    purpose,
    activeSince,
  } = state;
  const responsible = state.responsible.name;
  return {
    id,
    platform,
    platformName,
    handle,
    link,
    accountType,
    department,
    unit,
    status,
    responsible,
    purpose,
    activeSince,
  };
}

const list: Query<{ page: number }> = {
  data: z.object({ page: z.number().int().min(1).max(10_000).default(1) }),
  answer: async ({ data, reading, moment, locale }) =>
    presentList(await reading.rows(accountRows), data.page, moment, locale),
};

export const register: Feature = {
  name: 'register',
  aggregates: [accounts, claims],
  queries: { 'register.list': list },
  phrases: [
    {
      verb: 'register.list',
      say: {
        sv: ['förteckning', 'förteckningen', 'register', 'visa konton', 'alla konton'],
        en: ['register', 'the register', 'accounts', 'show accounts'],
      },
      description: {
        sv: 'Se alla kommunens konton i sociala medier.',
        en: 'See all the municipality’s social media accounts.',
      },
      offered: true,
    },
  ],
};
