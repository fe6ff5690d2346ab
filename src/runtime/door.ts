/** The way in by a link, without a card: who it was given to, to which matter, and whether it still holds. */
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { Locale } from '../kernel/locale';
import type { Moment } from '../kernel/matter';
import type { Organisation } from '../kernel/organisation';
import type { Directory } from '../ports/directory';
import type { Aggregate, Reading } from '../ports/flow';
import type { Capability, Links } from '../ports/links';
import type { Log } from '../ports/log';
import type { PageAnswer } from '../ports/page';
import type { Audit, AuditEntry } from './audit';
import type { Documents } from './documents';
import type { Loaded } from './envelope';
import type { People } from './people';
import type { Registry } from './registry';

export interface DoorOptions {
  readonly links: Links;
  readonly directory: Directory;
  readonly people: People;
  readonly registry: Registry;
  readonly documents: Documents;
  readonly reading: (organisation: Organisation) => Reading;
  readonly audit: Audit;
  readonly sentence: (refusal: Refusal, locale: Locale) => string;
  readonly log: Log;
}

export type Gone = Extract<PageAnswer, { readonly kind: 'gone' }>;

/** Somebody with a link that holds, before a matter they may see, as it is now. */
export interface Inside {
  readonly kind: 'inside';
  readonly capability: Capability;
  readonly organisation: Organisation;
  readonly actor: Person;
  readonly aggregate: Aggregate;
  readonly loaded: Loaded;
  readonly facts: unknown;
  readonly moment: Moment;
}

/** Somebody with a link to a list, which is no matter's own. */
export interface Outside extends Visit {
  readonly kind: 'outside';
  readonly moment: Moment;
}

export interface Door {
  /** For a list: the organisation and the person behind the link, nothing more is known of them. */
  meet(token: string): Promise<Outside | Gone>;
  enter(token: string, what: Capability['what']): Promise<Inside | Gone>;
  gone(refusal: Refusal, locale: Locale): Gone;
  /** What was done by a link, or was not this person's to do. */
  note(inside: Visit, entry: Omit<AuditEntry, 'matter'>): Promise<void>;
}

export type Visit = Pick<Inside, 'capability' | 'organisation' | 'actor'>;

/** The code that says that a link holds no more, and how to get a new one. */
export function linkGone(what: Capability['what']): Refusal {
  return { code: what === 'upload' ? 'upload-gone' : 'download-gone' };
}

export function createDoor(options: DoorOptions): Door {
  const { links, directory, people, registry, documents, reading, audit, sentence, log } = options;

  function gone(refusal: Refusal, locale: Locale): Gone {
    return { kind: 'gone', text: sentence(refusal, locale), locale };
  }

  async function note({ organisation, actor, capability }: Visit, entry: Omit<AuditEntry, 'matter'>) {
    const { kind, id } = capability.matter;
    if (entry.what === 'forbidden') {
      log.warn('forbidden', { person: actor.id, verb: entry.verb, id, code: entry.code });
    }
    await audit(organisation, actor, { ...entry, matter: `${kind}/${id}` });
  }

  async function visitor(token: string, what: Capability['what']): Promise<Visit | Gone> {
    const capability = links.read(token);
    const organisation = capability && directory.organisation(capability.organisation);
    if (!organisation || capability.what !== what)
      return gone(linkGone(what), directory.all()[0]?.locale ?? 'sv');
    return { capability, organisation, actor: await people.viewer(organisation, capability.person) };
  }

  return {
    gone,
    note,

    async meet(token) {
      const visit = await visitor(token, 'download');
      return 'kind' in visit
        ? visit
        : { kind: 'outside', ...visit, moment: documents.moment(visit.organisation) };
    },

    async enter(token, what) {
      const visit = await visitor(token, what);
      if ('kind' in visit) return visit;
      const { capability, organisation, actor } = visit;
      const { kind, id } = capability.matter;
      const aggregate = registry.aggregates.find((one) => one.kind === kind);
      const loaded = aggregate && (await documents.load(aggregate, organisation, id));
      if (!aggregate || !opens(aggregate, what) || !loaded) return gone(linkGone(what), actor.locale);

      const moment = documents.moment(organisation);
      const { state } = loaded.envelope;
      const facts = await aggregate.facts({ id, moment, actor, state, reading: reading(organisation) });
      const forbidden = aggregate.permits(actor, { type: 'see' }, state, facts);
      if (forbidden) {
        await note(visit, { what: 'forbidden', verb: what, code: forbidden.code });
        return gone(forbidden, actor.locale);
      }
      return { kind: 'inside', ...visit, aggregate, loaded, facts, moment };
    },
  };
}

function opens(aggregate: Aggregate, what: Capability['what']): boolean {
  return what === 'upload' ? aggregate.pictures !== undefined : 'download' in aggregate;
}
