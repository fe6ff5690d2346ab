/** What facts and queries may read: documents, thin rows in memory, people, and the lists across features. */
import type { KnownPerson, Person } from '../kernel/actor';
import type { Organisation } from '../kernel/organisation';
import type { Line } from '../kernel/view';
import type { Matter, Moment } from '../kernel/matter';
import type { Reading } from '../ports/flow';
import type { Store } from '../ports/store';
import type { Documents } from './documents';
import { matterOf, open, partition } from './envelope';
import { trailOf } from './history';
import { PERSON_KIND, PersonRecord, type People } from './people';
import type { Registry } from './registry';
import type { Rows } from './rows';

export interface ReadingOptions {
  readonly store: Store;
  readonly documents: Documents;
  readonly people: People;
  readonly registry: () => Registry;
  readonly rows: Rows;
}

/** The names of people who were met, as a source of rows. */
const NAMES = {};

export function createReading(options: ReadingOptions): (organisation: Organisation) => Reading {
  const { store, documents, people, registry, rows } = options;
  return (organisation) => {
    const reading: Reading = {
      async one(aggregate, id) {
        const loaded = await documents.load(aggregate, organisation, id);
        return loaded && (matterOf(aggregate.kind, id, loaded.envelope) as Matter<never, never>);
      },

      async list(aggregate, where, { limit = 50, after } = {}) {
        const pk = partition(organisation.id, aggregate.kind);
        const page = await store.list({ pk, where, limit, ...(after === undefined ? {} : { after }) });
        const items = page.items.map(({ document, etag }) => {
          const { envelope } = open(aggregate, document, etag);
          return matterOf(aggregate.kind, document.id, envelope) as Matter<never, never>;
        });
        return page.next === undefined ? { items } : { items, next: page.next };
      },

      trail: (matter) =>
        trailOf(store, partition(organisation.id, matter.kind), matter.id, matter) as AsyncGenerator<never>,

      rows: (source) =>
        rows(partition(organisation.id, source.aggregate.kind), source, ({ document, etag }) => {
          const { envelope } = open(source.aggregate, document, etag);
          return source.row(matterOf(source.aggregate.kind, document.id, envelope) as Matter<never>);
        }),

      async find(text) {
        const wanted = text.trim().toLowerCase();
        const colleagues = organisation.people.filter(
          ({ name, email }) => name.toLowerCase() === wanted || email.toLowerCase() === wanted,
        );
        if (colleagues.length > 0) return colleagues;
        const met = await rows(partition(organisation.id, PERSON_KIND), NAMES, ({ document }) => ({
          id: document.id,
          name: PersonRecord.parse(document.body).name,
        }));
        return met.filter(({ name }) => name.toLowerCase() === wanted);
      },

      async known(id): Promise<KnownPerson | undefined> {
        const { name, email } = await people.viewer(organisation, id);
        return name === '' ? undefined : { id, name, ...(email === undefined ? {} : { email }) };
      },

      unreached: () => people.unreached(organisation),
      waiting: (person, moment) => across(person, moment, 'waiting'),
      mine: (person, moment) => across(person, moment, 'mine'),
      offered: () => registry().phrases.filter(({ offered }) => offered),
    };

    async function across(person: Person, moment: Moment, what: 'waiting' | 'mine'): Promise<Line[]> {
      const lists = await Promise.all(
        registry().features.map(async (feature) => feature[what]?.(person, moment, reading) ?? []),
      );
      return lists.flat().sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    }

    return reading;
  };
}
