/** Whom the bot knows: where each person's chat is, their language, and whether messages reach them. */
import { z } from 'zod';
import type { Person, PersonId, Unreached } from '../kernel/actor';
import { localeOf, type Locale } from '../kernel/locale';
import { colleagueOf, type Organisation } from '../kernel/organisation';
import { instant, type Clock } from '../ports/clock';
import type { Arrival } from '../ports/front';
import type { Address } from '../ports/messenger';
import type { Store } from '../ports/store';
import { partition } from './envelope';

const Trouble = z.object({
  why: z.enum(['unreachable', 'not-delivered']),
  reason: z.string(),
  since: z.string(),
  departments: z.array(z.string()),
});

export const PersonRecord = z.object({
  name: z.string(),
  address: z
    .object({
      person: z.string(),
      serviceUrl: z.string(),
      tenant: z.string().exactOptional(),
      user: z.string().exactOptional(),
      bot: z.string().exactOptional(),
      conversation: z.string().exactOptional(),
    })
    .exactOptional(),
  /** Chosen by typing; wins over everything else. */
  locale: z.enum(['sv', 'en']).exactOptional(),
  seen: z.string().exactOptional(),
  trouble: Trouble.exactOptional(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const PERSON_KIND = 'person';
const CACHED = 20_000;
/** Another replica may know better after a while: a new chat, a chosen language, messages that do not arrive. */
const CACHED_MS = 60_000;
const TRIES = 5;
const PAGE = 200;

export interface People {
  /** The actor behind an arrival; writes only when the address or the name changed. */
  arrived(organisation: Organisation, arrival: Arrival): Promise<Person>;
  viewer(organisation: Organisation, id: PersonId): Promise<Person>;
  /** Where to reach a person; for one never met the organisation's connector is used, and a chat opened there. */
  address(organisation: Organisation, id: PersonId): Promise<Address | undefined>;
  learned(organisation: Organisation, id: PersonId, conversation: string): Promise<void>;
  speak(organisation: Organisation, id: PersonId, locale: Locale): Promise<void>;
  /** Notes that messages do not arrive; the next activity from the person clears it. */
  trouble(
    organisation: Organisation,
    id: PersonId,
    why: Unreached['why'],
    reason: string,
    departments?: readonly string[],
  ): Promise<void>;
  unreached(organisation: Organisation): Promise<Unreached[]>;
  record(organisation: Organisation, id: PersonId): Promise<PersonRecord | undefined>;
}

export interface PeopleOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** The local chat client always says en-US: in anonymous mode the client's language is ignored. */
  readonly trustClientLocale: boolean;
}

export function createPeople({ store, clock, trustClientLocale }: PeopleOptions): People {
  const cache = new Map<string, { readonly known: PersonRecord; readonly readAt: number }>();
  /** Last connector seen per organisation: where chats with people never met are opened. */
  const connectors = new Map<string, Address>();
  const clientLocales = new Map<string, Locale>();

  async function record(organisation: Organisation, id: PersonId): Promise<PersonRecord | undefined> {
    const cached = cache.get(`${organisation.id}/${id}`);
    if (cached && clock.now() - cached.readAt < CACHED_MS) return cached.known;
    const stored = await store.get(partition(organisation.id, PERSON_KIND), id);
    if (!stored) return undefined;
    const parsed = PersonRecord.parse(stored.document.body);
    keep(organisation, id, parsed);
    return parsed;
  }

  function keep(organisation: Organisation, id: PersonId, known: PersonRecord): void {
    const key = `${organisation.id}/${id}`;
    cache.delete(key);
    cache.set(key, { known, readAt: clock.now() });
    if (cache.size > CACHED) cache.delete(cache.keys().next().value ?? '');
    if (known.address) connectors.set(organisation.id, known.address);
  }

  /** After a start nobody has written yet, but somebody was met before. */
  async function anyAddress(organisation: Organisation): Promise<Address | undefined> {
    const pk = partition(organisation.id, PERSON_KIND);
    let after: string | undefined;
    do {
      const page = await store.list({ pk, limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { document } of page.items) {
        const { address } = PersonRecord.parse(document.body);
        if (address) return address;
      }
      after = page.next;
    } while (after !== undefined);
    return undefined;
  }

  /** Reads afresh, changes, writes if something changed; again when somebody else wrote first. */
  async function change(
    organisation: Organisation,
    id: PersonId,
    mend: (known: PersonRecord) => PersonRecord,
  ): Promise<void> {
    const pk = partition(organisation.id, PERSON_KIND);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const stored = await store.get(pk, id);
      const before = stored ? PersonRecord.parse(stored.document.body) : { name: nameFor(organisation, id) };
      const after = mend(before);
      if (stored && JSON.stringify(after) === JSON.stringify(before)) {
        keep(organisation, id, before);
        return;
      }
      const document = {
        pk,
        id,
        changedAt: instant(clock),
        listed: { status: after.trouble?.why ?? 'ok' },
        body: after,
      };
      const written = stored ? await store.replace(document, stored.etag) : await store.create(document);
      if (written.ok) {
        keep(organisation, id, after);
        return;
      }
    }
  }

  function localeFor(organisation: Organisation, id: PersonId, known: PersonRecord | undefined): Locale {
    const client = trustClientLocale ? clientLocales.get(id) : undefined;
    return known?.locale ?? colleagueOf(organisation, id)?.locale ?? client ?? organisation.locale;
  }

  function personOf(organisation: Organisation, id: PersonId, known: PersonRecord | undefined): Person {
    const colleague = colleagueOf(organisation, id);
    return {
      type: 'person',
      id,
      organisation: organisation.id,
      name: colleague?.name ?? known?.name ?? '',
      ...(colleague ? { email: colleague.email } : {}),
      locale: localeFor(organisation, id, known),
    };
  }

  return {
    record,

    async arrived(organisation, arrival) {
      const id = arrival.person;
      const locale = localeOf(arrival.clientLocale);
      if (locale) clientLocales.set(id, locale);
      const name = colleagueOf(organisation, id)?.name ?? arrival.name;
      const known = await record(organisation, id);
      const fits =
        known?.trouble === undefined && known?.name === name && sameAddress(known.address, arrival.address);
      if (!fits) {
        await change(organisation, id, ({ trouble: _over, ...before }) => ({
          ...before,
          name,
          address: arrival.address,
          seen: instant(clock),
        }));
      }
      return personOf(organisation, id, await record(organisation, id));
    },

    async viewer(organisation, id) {
      return personOf(organisation, id, await record(organisation, id));
    },

    async address(organisation, id) {
      const own = (await record(organisation, id))?.address;
      if (own) return own;
      const connector = connectors.get(organisation.id) ?? (await anyAddress(organisation));
      if (!connector) return undefined;
      const { serviceUrl, tenant, bot } = connector;
      return {
        person: id,
        serviceUrl,
        ...(tenant === undefined ? {} : { tenant }),
        ...(bot === undefined ? {} : { bot }),
      };
    },

    async learned(organisation, id, conversation) {
      const found = await this.address(organisation, id);
      if (!found) return;
      await change(organisation, id, (known) => ({
        ...known,
        address: { ...(known.address ?? found), conversation },
      }));
    },

    speak: (organisation, id, locale) => change(organisation, id, (known) => ({ ...known, locale })),

    trouble: (organisation, id, why, reason, more = []) =>
      change(organisation, id, (known) => {
        const departments = new Set([...(known.trouble?.departments ?? []), ...more]);
        const since = known.trouble?.since ?? instant(clock);
        return { ...known, trouble: { why, reason, since, departments: [...departments] } };
      }),

    async unreached(organisation) {
      const found: Unreached[] = [];
      for (const status of ['unreachable', 'not-delivered']) {
        let after: string | undefined;
        do {
          const page = await store.list({
            pk: partition(organisation.id, PERSON_KIND),
            where: { status },
            limit: PAGE,
            ...(after === undefined ? {} : { after }),
          });
          for (const { document } of page.items) {
            const { name, trouble } = PersonRecord.parse(document.body);
            if (trouble) found.push({ id: document.id, name, ...trouble });
          }
          after = page.next;
        } while (after !== undefined);
      }
      return found;
    },
  };
}

function nameFor(organisation: Organisation, id: PersonId): string {
  return colleagueOf(organisation, id)?.name ?? '';
}

function sameAddress(a: PersonRecord['address'], b: Address): boolean {
  return (
    a?.serviceUrl === b.serviceUrl &&
    a.conversation === b.conversation &&
    a.user === b.user &&
    a.bot === b.bot &&
    a.tenant === b.tenant
  );
}
