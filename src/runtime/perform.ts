/** Performs one effect: a card to a person, cards brought up to date, a command or a line to another document. */
import type { Refusal } from '../kernel/decision';
import type { Mention, Notify, Refresh, Send } from '../kernel/effect';
import type { Locale } from '../kernel/locale';
import type { View } from '../kernel/view';
import { instant, type Clock } from '../ports/clock';
import type { Aggregate, Reading } from '../ports/flow';
import type { Log } from '../ports/log';
import type { Messenger, Outgoing, Sent } from '../ports/messenger';
import { isView, type Showing } from './cards';
import type { Done, Order } from './commands';
import { addLine, DAY_KIND, type Day } from './day';
import type { NoteDoubled } from './doubled';
import type { Delivery, Envelope, Pending } from './envelope';
import { createQueues } from './gate';
import type { Result } from './marks';
import { afterSend, later, mayTryAgain } from './pending';
import type { People } from './people';
import type { Registry } from './registry';
import type { Outbox, Perform, Work } from './work';

export interface PerformOptions {
  readonly messenger: Messenger;
  readonly people: People;
  readonly registry: Registry;
  readonly reading: (work: Work) => Reading;
  readonly show: (showing: Showing) => Promise<View | Refusal>;
  readonly notice: (refusal: Refusal, locale: Locale) => View;
  readonly run: (order: Order) => Promise<Done>;
  readonly outbox: () => Outbox;
  readonly moment: (work: Work) => Showing['moment'];
  readonly noteDoubled: NoteDoubled;
  readonly clock: Clock;
  readonly log: Log;
}

export function createPerform(options: PerformOptions): Perform {
  const { messenger, people, registry, show, notice, run, clock, log } = options;
  const inTurn = createQueues();

  async function card(work: Work, to: string, reason?: string): Promise<{ view: View; locale: Locale }> {
    const viewer = await people.viewer(work.organisation, to);
    const { id, envelope } = work.loaded;
    const shown = await show({
      aggregate: work.aggregate,
      id,
      envelope,
      moment: options.moment(work),
      viewer,
      reading: options.reading(work),
      ...(reason === undefined ? {} : { reason }),
    });
    return { view: isView(shown) ? shown : notice(shown, viewer.locale), locale: viewer.locale };
  }

  async function superseded({ organisation }: Work, person: string): Promise<Outgoing> {
    const { locale } = await people.viewer(organisation, person);
    return { view: notice({ code: 'newer-card' }, locale), locale };
  }

  async function notify(work: Work, pending: Pending, effect: Notify): Promise<Result> {
    const { organisation } = work;
    const address = await people.address(organisation, effect.to);
    const sent: Sent = address
      ? await messenger.send(address, await card(work, effect.to, effect.reason), work.lane)
      : { ok: false, why: 'unreachable', reason: 'never-met' };
    const after = afterSend(pending, effect.to, sent, instant(clock));
    // From here on nothing may fail: what was sent would be sent again.
    await remembered(work, effect, sent, after.delivery?.outcome).catch((error: unknown) =>
      log.alert('person-not-written', { person: effect.to, key: effect.key }, error),
    );
    return sent.ok ? { ...after, cards: { [effect.to]: sent.activity } } : after;
  }

  /** Keeps where the person's chat is, or that messages do not reach them; the log outlives a document that is deleted. */
  async function remembered(
    { organisation, aggregate, loaded }: Work,
    { to, key }: Notify,
    sent: Sent,
    outcome: Delivery['outcome'] | undefined,
  ): Promise<void> {
    if (sent.ok && sent.conversation !== undefined) await people.learned(organisation, to, sent.conversation);
    if (outcome === undefined) return;
    const reason = sent.ok || !('reason' in sent) ? 'unclear-answer' : sent.reason;
    log.warn('message-doubtful', { kind: aggregate.kind, id: loaded.id, key, to, outcome, reason });
    if (outcome === 'possibly-doubled') return listDoubled(organisation, aggregate, loaded, to);
    await people.trouble(organisation, to, outcome, reason, departmentsOf(aggregate, loaded.envelope));
  }

  async function listDoubled(
    organisation: Work['organisation'],
    { kind }: Aggregate,
    { id, envelope }: Work['loaded'],
    to: string,
  ): Promise<void> {
    if (kind !== DAY_KIND) return;
    const { lines } = envelope.state as Day;
    const delivery = { key: `${kind}/${id}`, to, outcome: 'possibly-doubled', at: instant(clock) } as const;
    await options.noteDoubled(
      organisation,
      lines.map(({ matter }) => matter),
      delivery,
    );
  }

  async function refresh(work: Work, pending: Pending, { spare }: Refresh): Promise<Result> {
    const gone: Record<string, string> = {};
    const { except, ...everybody } = pending;
    let again = false;
    for (const [person, activity] of Object.entries(work.loaded.envelope.cards)) {
      if (person === spare) continue;
      if (activity === except && work.unanswered !== true) continue;
      const address = await people.address(work.organisation, person);
      if (!address) continue;
      // Whoever got a new card with this change is led to it: two live cards would ask for the same thing twice.
      const shown =
        work.served?.has(person) === true ? await superseded(work, person) : await card(work, person);
      const sent = await messenger.update(address, activity, shown, work.lane);
      if (sent.ok) continue;
      if (sent.why === 'later' || sent.why === 'ambiguous') again = true;
      else gone[person] = activity;
    }
    if (!again || !mayTryAgain(pending)) return { gone };
    return { gone, again: later(work.unanswered === true ? everybody : pending, instant(clock)) };
  }

  async function send(work: Work, pending: Pending, effect: Send): Promise<Result> {
    const { organisation, loaded } = work;
    const target = registry.aggregate(effect.target.kind);
    const done = await run({
      aggregate: target,
      organisation,
      id: effect.target.id,
      actor: { type: 'system', organisation: organisation.id },
      command: effect.command,
      key: `${loaded.pk}/${loaded.id}/${effect.key}`,
    });
    if (done.kind === 'changed' && done.loaded) {
      void options.outbox().run({ aggregate: target, organisation, loaded: done.loaded, lane: work.lane });
    }
    // Nothing was decided, so nothing is final.
    if (done.kind === 'busy') return { again: later(pending, instant(clock)) };
    if (effect.answer !== true) return {};
    const refusal = 'refusal' in done ? done.refusal : undefined;
    return {
      answer: { type: 'answer', key: effect.key, outcome: refusal ? 'refused' : 'accepted', ...refusal },
    };
  }

  async function mention(work: Work, pending: Pending, effect: Mention): Promise<Result> {
    const { organisation, aggregate, loaded } = work;
    const matter = effect.matter ?? { kind: aggregate.kind, id: loaded.id };
    const department = effect.matter ? effect.department : departmentsOf(aggregate, loaded.envelope)[0];
    // Many matters tell one person at once: their lines are added in turn, not against each other.
    const outcome = await inTurn(`${organisation.id}/${effect.to}`, () =>
      addLine(run, registry.aggregate(DAY_KIND), organisation, options.moment(work), {
        to: effect.to,
        key: `${loaded.pk}/${loaded.id}/${effect.key}`,
        matter,
        reason: effect.reason,
        from: (day, moment) => registry.aggregate(matter.kind).lineFrom?.(day, moment) ?? day,
        ...(department === undefined ? {} : { department }),
      }),
    );
    if (outcome === 'busy') return { again: later(pending, instant(clock)) };
    // It may stand in the message of an earlier day already.
    const doubled = outcome === 'added' && pending.doubtful !== undefined;
    const { key, to } = effect;
    return doubled ? { delivery: { key, to, outcome: 'possibly-doubled', at: instant(clock) } } : {};
  }

  return async (work, pending) => {
    const { effect } = pending;
    try {
      switch (effect.kind) {
        case 'notify':
          return await notify(work, pending, effect);
        case 'refresh':
          return await refresh(work, pending, effect);
        case 'send':
          return await send(work, pending, effect);
        case 'mention':
          return await mention(work, pending, effect);
        default:
          return effect satisfies never;
      }
    } catch (error) {
      log.alert('effect-failed', { kind: work.aggregate.kind, id: work.loaded.id, key: effect.key }, error);
      return { again: later(pending, instant(clock)) };
    }
  };
}

function departmentsOf(aggregate: Aggregate, { state }: Envelope): readonly string[] {
  const { department } = aggregate.listed(state);
  return aggregate.departments?.(state) ?? (department === undefined ? [] : [department]);
}
