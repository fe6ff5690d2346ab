/** The bot as a chat sees it: who is there, what they want, and what they get back. Three lines tell the story. */
import { z } from 'zod';
import type { Organisation } from '../kernel/organisation';
import type { Ids } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { MatterCard, Reading } from '../ports/flow';
import type { Arrival, Click, Front, Reply } from '../ports/front';
import type { Log } from '../ports/log';
import { replayKey } from './commands';
import type { Documents } from './documents';
import { freshId, idProblem, MatterId } from './identifiers';
import type { People } from './people';
import { understand } from './phrases';
import { PICTURE_VERB, type ChatPictures } from './pictures';
import type { Registry } from './registry';
import type { Notices, Present, Replies } from './replies';
import { OPEN_VERB, type Turn } from './turn';

export interface FrontOptions extends Pick<Notices, 'sentence'> {
  readonly directory: Directory;
  readonly registry: Registry;
  readonly people: People;
  readonly documents: Documents;
  readonly reading: (organisation: Organisation) => Reading;
  readonly turn: Turn;
  readonly replies: Replies;
  readonly pictures: ChatPictures;
  readonly ids: Ids;
  readonly log: Log;
  /** What is answered to words nobody understands, and to a person the bot meets: verbs of queries. */
  readonly helpVerb: string;
}

/** What a card of a matter sends back besides its inputs. */
const Stamp = z.object({
  matter: z.object({ id: MatterId, revision: z.number().int().min(0), nonce: z.string().min(8).max(64) }),
});
const Opening = z.object({ kind: z.string().max(40), id: MatterId });

export function createFront(options: FrontOptions): Front {
  const { directory, registry, people, documents, turn, replies, pictures, sentence } = options;

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
    if (route?.kind !== 'query') return replies.forged(present, 'unknown', { code: 'unknown-verb' });
    const parsed = route.query.data.safeParse(data ?? {});
    if (!parsed.success) return replies.forged(present, verb, { code: 'malformed' });
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
    const shown = await turn.open({ aggregate, organisation, actor, id: matter.id, card, prefill });
    return replies.shown(actor, shown, matter);
  }

  async function command(present: Present, click: Click): Promise<Reply> {
    const { organisation, actor, moment } = present;
    const route = registry.route(click.verb);
    if (route?.kind !== 'command') return replies.forged(present, 'unknown', { code: 'unknown-verb' });
    const stamp = Stamp.safeParse(click.data);
    const parsed = route.schema.safeParse(click.data);
    if (!stamp.success || !parsed.success) return replies.forged(present, click.verb, { code: 'malformed' });
    const { id, revision, nonce } = stamp.data.matter;
    const problem = revision === 0 ? idProblem(id, moment.today) : undefined;
    if (problem)
      return problem.code === 'malformed'
        ? replies.forged(present, click.verb, problem)
        : replies.told(actor, problem);
    const { shown } = await turn.command({
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
    return replies.shown(actor, shown, { kind: route.aggregate.kind, id });
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

    /** Where words came with a picture, it is the picture that says what they are about. */
    async said(arrival, text, sent) {
      const present = await whoIs(arrival);
      if (!present) return stranger(arrival);
      const { serviceUrl, conversation } = arrival.address;
      if (sent) return pictures.sent(present, sent, serviceUrl, conversation !== undefined);
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
        if (!opening.success || !known) return replies.forged(present, OPEN_VERB, { code: 'malformed' });
        return open(present, { matter: opening.data }, click.card);
      }
      if (click.verb === PICTURE_VERB) return pictures.chosen(present, click);
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
