/** A picture that a person sends in chat finds its matter: the one that waits for it, or the one they choose. */
import { z } from 'zod';
import type { Refusal } from '../kernel/decision';
import type { MatterRef } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type { Organisation } from '../kernel/organisation';
import type { Phrase } from '../kernel/phrase';
import type { Line, View } from '../kernel/view';
import { MOST_PICTURES, type AttachmentRef, type Fetch } from '../ports/attachments';
import type { Reading } from '../ports/flow';
import type { Click, Reply } from '../ports/front';
import type { Held, HeldPictures, SentPictures } from './held';
import { MatterId } from './identifiers';
import type { Intake, Take } from './intake';
import type { Registry } from './registry';
import type { Notices, Present, Replies } from './replies';
import type { Turn } from './turn';

/** Which matter the held pictures belong to; `page` turns a long list. */
export interface AskingWhich {
  readonly lines: readonly Line[];
  /** What it may be the beginning of instead. */
  readonly offers: readonly Phrase[];
  readonly held: string;
  readonly count: number;
  readonly page: number;
  readonly locale: Locale;
}

export interface ChatPicturesOptions extends Pick<Notices, 'notice'> {
  readonly registry: Registry;
  readonly reading: (organisation: Organisation) => Reading;
  readonly turn: Turn;
  readonly take: Take;
  readonly fetch: Fetch;
  readonly held: Held;
  readonly replies: Replies;
  readonly presentWhich: (asking: AskingWhich) => View;
}

export interface ChatPictures {
  /** `personal`: sent in the person's own chat with the bot. */
  sent(
    present: Present,
    pictures: readonly AttachmentRef[],
    serviceUrl: string,
    personal: boolean,
  ): Promise<Reply>;
  /** The answer to "which one?". */
  chosen(present: Present, click: Click): Promise<Reply>;
}

/** On the buttons of the card that asks. */
export const PICTURE_VERB = 'home.picture';

const Chosen = z.union([
  z.object({ held: z.string().max(64), kind: z.string().max(40), id: MatterId }),
  z.object({ held: z.string().max(64), page: z.number().int().min(1).max(10_000) }),
]);

export function createChatPictures(options: ChatPicturesOptions): ChatPictures {
  const { registry, reading, turn, take, fetch, held, replies, notice, presentWhich } = options;

  /** What waits for a picture of this person, of every feature, the most pressing first. */
  async function awaiting({ actor, moment, organisation }: Present): Promise<Line[]> {
    const lists = await Promise.all(
      registry.features.map(
        async (feature) => feature.awaiting?.(actor, moment, reading(organisation)) ?? [],
      ),
    );
    return lists.flat();
  }

  function ask({ actor: { locale } }: Present, lines: readonly Line[], found: HeldPictures, page = 1): Reply {
    const offers = registry.phrases.filter(({ takesPictures }) => takesPictures);
    const view = presentWhich({ lines, offers, held: found.id, count: found.pictures.length, page, locale });
    return { kind: 'card', view, locale };
  }

  /** Every picture of the message in order; then one card that shows what came of all of them. */
  async function bring(
    { organisation, actor }: Present,
    message: SentPictures,
    matter: MatterRef,
    card?: string,
    taken?: () => void,
  ): Promise<Reply> {
    const results: Intake[] = [];
    for (const picture of message.pictures) {
      results.push(
        await take({
          organisation,
          actor,
          matter,
          bytes: () => fetch(picture, message.serviceUrl),
          via: 'chat',
        }),
      );
    }
    if (results.some(({ ok }) => ok)) taken?.();
    const problems = distinct(
      results.flatMap((result) => (result.ok || result.view ? [] : [result.refusal])),
    );
    const [first, ...others] = problems;
    if (first && !results.some(({ view }) => view !== undefined)) return replies.told(actor, first, others);
    const reply = replies.shown(actor, await cardAfter(results), matter);
    const rest: Refusal[] = [
      ...(first ? [{ code: 'pictures-partly' }, ...problems] : []),
      ...(message.more ? [{ code: 'pictures-many' }] : []),
    ];
    const [leading, ...following] = rest;
    if (reply.kind !== 'card' || !leading) return reply;
    return { ...reply, also: notice(leading, actor.locale, following) };

    /** One picture has its card; after several, or where a card was clicked, the matter is shown afresh in its place. */
    async function cardAfter(all: readonly Intake[]): Promise<View | Refusal> {
      const [only] = all;
      if (all.length === 1 && card === undefined && only?.view) return only.view;
      const refused = all.findLast((result) => !result.ok && result.view !== undefined);
      return turn.open({
        aggregate: registry.aggregate(matter.kind),
        organisation,
        id: matter.id,
        actor,
        card,
        ...(refused?.ok === false ? { notice: refused.refusal } : {}),
      });
    }
  }

  return {
    async sent(present, pictures, serviceUrl, personal) {
      const { organisation, actor } = present;
      if (!personal) return replies.told(actor, { code: 'picture-elsewhere' });
      if (pictures.length === 0) return replies.told(actor, { code: 'picture-gone' });
      const lines = await awaiting(present);
      const more = pictures.length > MOST_PICTURES;
      const message = { pictures: pictures.slice(0, MOST_PICTURES), serviceUrl, more };
      const [only] = lines;
      if (only && lines.length === 1) return bring(present, message, only.matter);
      return ask(present, lines, held.hold(keyOf(organisation, actor.id), message));
    },

    async chosen(present, click) {
      const { organisation, actor } = present;
      const chosen = Chosen.safeParse(click.data);
      if (!chosen.success) return replies.forged(present, PICTURE_VERB, { code: 'malformed' });
      const key = keyOf(organisation, actor.id);
      const found = held.find(key, chosen.data.held);
      if (!found) return replies.told(actor, { code: 'picture-gone' });
      if ('page' in chosen.data) return ask(present, await awaiting(present), found, chosen.data.page);
      const { kind, id } = chosen.data;
      const aggregate = registry.aggregates.find((one) => one.kind === kind);
      if (!aggregate?.pictures) return replies.forged(present, PICTURE_VERB, { code: 'malformed' });
      const matter = { kind, id };
      if (found.taken?.kind !== kind || found.taken.id !== id)
        return bring(present, found, matter, click.card, () => held.took(key, found.id, matter));
      const shown = await turn.open({ aggregate, organisation, actor, id, card: click.card });
      return replies.shown(actor, shown, matter);
    },
  };
}

function keyOf({ id }: Organisation, person: string): string {
  return `${id}/${person}`;
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return refusals.filter(({ code }, at) => refusals.findIndex((one) => one.code === code) === at);
}
