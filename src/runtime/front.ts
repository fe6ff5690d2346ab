/** The bot as a chat sees it: who is there, what they want, and what they get back. Three lines tell the story. */
import { z } from 'zod';
import type { Person } from '../kernel/actor';
import type { Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type { Organisation } from '../kernel/organisation';
import type { View } from '../kernel/view';
import type { Ids } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Moment } from '../kernel/matter';
import type { MatterCard, Reading } from '../ports/flow';
import type { Arrival, Click, Front, Reply } from '../ports/front';
import type { Log } from '../ports/log';
import type { Audit } from './audit';
import { replayKey } from './commands';
import type { Documents } from './documents';
import { freshId, idProblem, MatterId } from './identifiers';
import type { People } from './people';
import { understand } from './phrases';
import type { Registry } from './registry';
import { OPEN_VERB, type Turn } from './turn';

/** Words of the runtime itself, in the reader's language. */
export interface Notices {
  /** A card that says in one sentence why nothing was done, and what to do. */
  readonly notice: (refusal: Refusal, locale: Locale) => View;
  /** The sentence for something that is no card, such as a failure on our side. */
  readonly sentence: (refusal: Refusal, locale: Locale) => string;
}

export interface FrontOptions extends Notices {
  readonly directory: Directory;
  readonly registry: Registry;
  readonly people: People;
  readonly documents: Documents;
  readonly reading: (organisation: Organisation) => Reading;
  readonly turn: Turn;
  readonly audit: Audit;
  readonly ids: Ids;
  readonly log: Log;
  /** What is answered to words nobody understands, and to a person the bot meets: verbs of queries. */
  readonly helpVerb: string;
}

interface Present {
  readonly organisation: Organisation;
  readonly actor: Person;
  readonly moment: Moment;
}

/** What a card of a matter sends back besides its inputs. */
const Stamp = z.object({
  matter: z.object({ id: MatterId, revision: z.number().int().min(0), nonce: z.string().min(8).max(64) }),
});
const Opening = z.object({ kind: z.string().max(40), id: MatterId });

export function createFront(options: FrontOptions): Front {
  const { directory, registry, people, documents, turn, notice, sentence } = options;

  async function whoIs(arrival: Arrival): Promise<Present | undefined> {
    const organisation = directory.organisationFor(arrival.person, arrival.tenant);
    if (!organisation) return undefined;
    const actor = await people.arrived(organisation, arrival);
    return { organisation, actor, moment: documents.moment(organisation) };
  }

  function stranger(arrival: Arrival): Reply {
    options.log.warn('stranger', { person: arrival.person });
    const locale = directory.all()[0]?.locale ?? 'sv';
    return { kind: 'error', status: 403, code: 'stranger', text: sentence({ code: 'stranger' }, locale) };
  }

  async function ask(present: Present, verb: string, data: unknown): Promise<Reply> {
    const route = registry.route(verb);
    const { actor, moment, organisation } = present;
    if (route?.kind !== 'query') return forged(present, 'unknown', { code: 'unknown-verb' });
    const parsed = route.query.data.safeParse(data ?? {});
    if (!parsed.success) return forged(present, verb, { code: 'malformed' });
    let locale = actor.locale;
    const answer = await route.query.answer({
      data: parsed.data,
      actor,
      moment,
      reading: options.reading(organisation),
      locale,
      fresh: freshId(moment.today, options.ids),
      speak: async (spoken) => {
        locale = spoken;
        await people.speak(organisation, actor.id, spoken);
      },
    });
    return 'card' in answer ? { kind: 'card', view: answer, locale } : open(present, answer);
  }

  async function open(
    { organisation, actor }: Present,
    { matter, prefill }: MatterCard,
    card?: string,
  ): Promise<Reply> {
    const aggregate = registry.aggregate(matter.kind);
    return reply(
      actor,
      await turn.open({ aggregate, organisation, actor, id: matter.id, card, prefill }),
      matter,
    );
  }

  function reply(actor: Person, shown: View | Refusal, matter: MatterRef): Reply {
    return 'card' in shown ? { kind: 'card', view: shown, locale: actor.locale, matter } : told(actor, shown);
  }

  function told(actor: Person, refusal: Refusal): Reply {
    return { kind: 'card', view: notice(refusal, actor.locale), locale: actor.locale };
  }

  /** Not from one of our cards, or from one of long ago. `verb` is one of ours: what was sent may be anything. */
  async function forged({ organisation, actor }: Present, verb: string, refusal: Refusal): Promise<Reply> {
    await options.audit(organisation, actor, { what: 'forged', verb, code: refusal.code });
    return told(actor, refusal);
  }

  async function command(present: Present, click: Click): Promise<Reply> {
    const { organisation, actor, moment } = present;
    const route = registry.route(click.verb);
    if (route?.kind !== 'command') return forged(present, 'unknown', { code: 'unknown-verb' });
    const stamp = Stamp.safeParse(click.data);
    const parsed = route.schema.safeParse(click.data);
    if (!stamp.success || !parsed.success) return forged(present, click.verb, { code: 'malformed' });
    const { id, revision, nonce } = stamp.data.matter;
    const problem = revision === 0 ? idProblem(id, moment.today) : undefined;
    if (problem)
      return problem.code === 'malformed' ? forged(present, click.verb, problem) : told(actor, problem);
    const shown = await turn.command({
      aggregate: route.aggregate,
      organisation,
      id,
      actor,
      command: parsed.data,
      verb: click.verb,
      key: replayKey(nonce, click.verb, actor.id, parsed.data),
      revision,
      ...(click.card === undefined ? {} : { card: click.card }),
    });
    return reply(actor, shown, { kind: route.aggregate.kind, id });
  }

  return {
    /** Clients announce themselves again and again; only the first time is a welcome. */
    async met(arrival) {
      const organisation = directory.organisationFor(arrival.person, arrival.tenant);
      const known = organisation && (await people.record(organisation, arrival.person));
      const present = await whoIs(arrival);
      if (!present) return stranger(arrival);
      return known?.address ? { kind: 'silence' } : ask(present, options.helpVerb, { welcome: true });
    },

    async said(arrival, text) {
      const present = await whoIs(arrival);
      if (!present) return stranger(arrival);
      const understood = understand(text, registry.phrases);
      if ('phrase' in understood) return ask(present, understood.phrase.verb, understood.phrase.data);
      for (const feature of registry.features) {
        const heard = feature.hear?.(text, present.moment);
        if (heard) return ask(present, heard.verb, heard.data);
      }
      return ask(present, options.helpVerb, { nearest: understood.nearest.map(({ verb }) => verb) });
    },

    async clicked(arrival, click) {
      const present = await whoIs(arrival);
      if (!present) return stranger(arrival);
      if (click.verb === OPEN_VERB) {
        const opening = Opening.safeParse(click.data);
        const known = registry.aggregates.some(({ kind }) => kind === opening.data?.kind);
        if (!opening.success || !known) return forged(present, OPEN_VERB, { code: 'malformed' });
        return open(present, { matter: opening.data }, click.card);
      }
      const route = registry.route(click.verb);
      return route?.kind === 'command' ? command(present, click) : ask(present, click.verb, click.data);
    },

    async placed(arrival, matter, activity) {
      const present = await whoIs(arrival);
      if (!present) return;
      await turn.placed({
        aggregate: registry.aggregate(matter.kind),
        organisation: present.organisation,
        id: matter.id,
        person: present.actor.id,
        activity,
      });
    },
  };
}
