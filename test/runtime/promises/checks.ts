/** The promises of the design, section 2, checked on everything that was seen in one sequence. */
import { clockIn, dayIn, isWorkingDay } from '../../../src/kernel/calendar';
import type { Envelope } from '../../../src/runtime/envelope';
import { DAG, ORGANISATION, revisionOf, stampOf, type Call } from '../../support/fake-world';
import { deadline, POISON, SEAT, type Request, type RequestEvent } from '../../support/toy-feature';
import { after, eventOf, isLoud, isResolved, tellings, type Known, type Telling } from './model';
import { REQUESTS, type Played } from './world';

/** An event in the order in which the store took it. */
export interface Happened {
  readonly id: string;
  readonly order: number;
  readonly event: RequestEvent;
  readonly by: string;
  readonly before: Known | undefined;
  readonly revisionBefore: number;
  readonly revisionAfter: number;
}

function insist(holds: boolean, promise: string, details: unknown = ''): asserts holds {
  if (!holds) throw new Error(`${promise}\n${JSON.stringify(details, undefined, 1)}`);
}

/** When nothing is left to send: what must be true of documents and cards at once. */
export function checkQuiet(played: Played): void {
  for (const document of played.store.all()) {
    const { pk, id, dueAt } = document;
    const body = document.body as Partial<Envelope>;
    const state = body.state as Request | undefined;
    if (body.outbox === undefined || state?.seat === POISON) continue;
    insist(body.outbox.length === 0, 'the outbox is empty in the end', { pk, id, outbox: body.outbox });
    insist(body.claim === undefined, 'a claim is given back when nothing is left', {
      pk,
      id,
      claim: body.claim,
    });
    if (pk === REQUESTS && state)
      insist(dueAt === deadline(state), 'dueAt is the deadline when nothing else is left', {
        id,
        dueAt,
        state,
      });
    if (pk.endsWith(SEAT))
      insist(dueAt === undefined, 'without anything to do there is no dueAt', { id, dueAt });
  }
  checkSeats(played);
  checkCards(played);
}

/** A seat is held by one request, and only as long as that one wants it. */
function checkSeats({ store }: Played): void {
  const seats = store.all().filter(({ pk }) => pk.endsWith(`/${SEAT}`));
  const holders = new Map(
    seats.map(({ id, body }) => [id, ((body as Envelope).state as unknown as { by: number }).by]),
  );
  const wanted = new Map<string, number>();
  for (const { body } of store.all().filter(({ pk }) => pk === REQUESTS)) {
    const state = (body as Envelope).state as Request;
    if (state.seat === POISON || (state.status !== 'open' && state.status !== 'approved')) continue;
    wanted.set(`the-seat-${state.seat}`, state.born);
    insist(holders.get(`the-seat-${state.seat}`) === state.born, 'an open request holds its seat', {
      state,
      seats,
    });
  }
  for (const [seat, by] of holders)
    insist(wanted.get(seat) === by, 'nobody holds a seat in vain', { seat, by });
}

/** Each person's latest card shows the latest revision; one whose answer was lost learns it at the next click. */
function checkCards({ store, chats, deliveries }: Played): void {
  const lost = new Set(
    deliveries.flatMap(({ told, click }) => (told === 'unanswered' ? (click.card ?? []) : [])),
  );
  for (const { id, body } of store.all().filter(({ pk }) => pk === REQUESTS)) {
    const { cards, revision } = body as Envelope;
    for (const [person, activity] of Object.entries(cards)) {
      const card = chats.cards.get(activity);
      insist(card?.person === person, 'a card is remembered for the person in whose chat it stands', {
        activity,
      });
      if (card.overtaken || lost.has(activity)) continue;
      insist(revisionOf(card.view) === revision, 'a refreshed card shows the latest revision in the end', {
        id,
        person,
        activity,
        shows: revisionOf(card.view),
        revision,
      });
    }
  }
}

/** At the very end: what must be true of everything that happened. */
export function checkHistory(played: Played): void {
  const happened = history(played);
  checkAnswers(played, happened);
  checkMessages(played, happened);
  checkLines(played, happened);
  checkLease(played);
  checkEnd(played);
  insist(
    played.failedRounds.length === 0,
    'one document that fails stops no other',
    String(played.failedRounds[0]),
  );
}

/** Nothing is kept for ever. */
function checkEnd({ store }: Played): void {
  const left = store
    .all()
    .filter(({ pk, id }) => (pk === REQUESTS && !id.startsWith(POISON)) || pk.endsWith('/day'));
  insist(left.length === 0, 'what has no more use is deleted', left);
}

/** The writes of every request, one after the other: each may only do what the model allows. */
function history({ store, deliveries }: Played): Happened[] {
  const clicks = new Map(deliveries.map(({ click }) => [click.number, click]));
  const now = new Map<string, { readonly envelope: Envelope; readonly known: Known | undefined }>();
  const happened: Happened[] = [];
  const accepted = new Set<string>();
  for (const write of store.writes.filter(({ pk }) => pk === REQUESTS)) {
    const { id, order } = write;
    const last = now.get(id);
    if (!write.document) {
      now.delete(id);
      for (const key of accepted) if (key.startsWith(`${id} `)) accepted.delete(key);
      continue;
    }
    const envelope = write.document.body as Envelope;
    if ((envelope.state as Request).seat === POISON) continue;
    const old = last?.envelope.events ?? [];
    insist(same(envelope.events.slice(0, old.length), old), 'no accepted event is lost or changed', {
      id,
      old,
    });
    const more = envelope.events.slice(old.length);
    let known = last?.known;
    const revisionBefore = last?.envelope.revision ?? 0;
    for (const { event, by } of more as unknown as { event: RequestEvent; by: string }[]) {
      if ('click' in event) {
        const click = clicks.get(event.click);
        insist(click?.who === by && eventOf(click) === event.type, 'an event has its click');
        insist(click.revision === revisionBefore, 'a click against an older revision changes nothing', click);
        insist(!accepted.has(`${id} ${event.click}`), 'an accepted command happens once', { id, event });
        accepted.add(`${id} ${event.click}`);
      } else insist(by === 'system', 'only the system does what nobody clicked', { id, event });
      const { revision } = envelope;
      happened.push({ id, order, event, by, before: known, revisionBefore, revisionAfter: revision });
      known = after(known, event);
    }
    const raised = more.some(({ event }) => isLoud(event)) ? 1 : 0;
    insist(
      envelope.revision === revisionBefore + raised,
      'only what people decide on raises the revision',
      more,
    );
    const { since: _since, ...state } = envelope.state as Request;
    insist(
      known !== undefined && same(sorted(state), sorted(known)),
      'the state is what the events made of it',
      {
        id,
        state,
        known,
      },
    );
    now.set(id, { envelope, known });
  }
  return happened;
}

function checkAnswers({ deliveries, cutOff }: Played, happened: readonly Happened[]): void {
  const made = new Map<number, Happened>();
  for (const one of happened) if ('click' in one.event) made.set(one.event.click, one);
  for (const { click, told, expected, shown, busy } of deliveries) {
    if (expected !== undefined && told !== 'unanswered')
      insist(told === expected, 'a click is told what it did', { told, expected, click });
    if (told === 'ok') {
      const event = made.get(click.number);
      insist(event !== undefined, 'a click that was answered with yes is not lost', click);
      insist(
        shown !== undefined && revisionOf(shown) >= event.revisionAfter,
        'the answer shows the state after the click',
        click,
      );
      const state = (shown.data as { state?: Request }).state;
      if (expected !== undefined && click.verb === 'create' && !busy && !cutOff)
        insist(state?.status !== 'claiming', 'what comes first is done before the answer', { click, state });
    }
  }
  for (const [number, event] of made) {
    const tellers = deliveries.filter(({ click }) => click.number === number);
    insist(
      tellers.some(({ told }) => ['ok', 'failed', 'unanswered'].includes(told) || isReplay(told)),
      'nobody is refused what happened',
      { event, tellers },
    );
  }
}

/** Somebody who handed a matter over may be told that it is no longer theirs, when the click comes again. */
function isReplay(told: string): boolean {
  return told === 'not-handler' || told === 'not-yours';
}

interface Expected extends Telling {
  readonly id: string;
  readonly order: number;
  /** More than once when a request was deleted and made again by the same click. */
  readonly times: number;
}

function expectedOf(happened: readonly Happened[]): Expected[] {
  return happened.flatMap(({ id, order, before, event }) =>
    tellings(before, event).map((telling) => ({ ...telling, id, order, times: 1 })),
  );
}

function checkMessages(played: Played, happened: readonly Happened[]): void {
  const expected = [...expectedOf(happened).filter(({ how }) => how === 'message'), ...seatMessages(played)];
  const sends = played.chats.calls.filter(({ how, view }) => how === 'send' && view.card.startsWith('toy/'));
  const about = (telling: Telling, call: Call): boolean =>
    call.person === telling.to && reasonOf(call) === telling.reason;
  for (const call of sends) {
    const cause = expected.find((telling) => about(telling, call));
    insist(cause !== undefined, 'nobody is told what did not happen', {
      person: call.person,
      reason: reasonOf(call),
    });
    insist(cause.order < call.order, 'nobody is told before it was written down', cause);
  }
  const ledger = ledgerOf(played);
  for (const telling of unique(expected)) {
    const attempts = sends.filter((call) => about(telling, call));
    const noted = ledger.get(`${telling.reason}:${telling.to} ${telling.to}`) ?? new Set<string>();
    checkOne(played, telling, attempts, new Set([...noted, ...loggedOf(played, telling)]));
  }
  checkOrder(expected, sends, about);
}

/** The director hears of everybody who takes a seat; a seat that is free is deleted, and made again. */
function seatMessages({ store }: Played): Expected[] {
  const seen = new Set<string>();
  return store.writes.flatMap(({ pk, id, order, document }) => {
    const envelope = document?.body as Envelope | undefined;
    if (!pk.endsWith(`/${SEAT}`) || !envelope) return [];
    const { by, times } = envelope.state as unknown as { by: number; times: number };
    const taken = `${id} ${by} ${times} ${envelope.events.at(-1)?.at ?? ''}`;
    if (seen.has(taken)) return [];
    seen.add(taken);
    return [{ to: DAG, reason: `seat:${by}:${times}`, how: 'message', id, order, times: 1 }] as const;
  });
}

function checkOne(
  played: Played,
  telling: Expected,
  attempts: readonly Call[],
  noted: ReadonlySet<string>,
): void {
  const posted = attempts.filter((call) => call.posted).length;
  const unclear = attempts.some(({ fate }) => fate === 'ambiguous');
  const details = { telling, attempts, noted: [...noted] };
  if (posted === 0) {
    const final = attempts.some(({ fate }) => ['unreachable', 'gone', 'refused'].includes(fate));
    insist(
      final || attempts.filter(({ fate }) => fate === 'ambiguous').length > 1,
      'no message is lost',
      details,
    );
    insist(
      noted.has('unreachable') || noted.has('not-delivered'),
      'what did not arrive is on record',
      details,
    );
  }
  if (posted > telling.times) {
    insist(played.crashed || unclear, 'no message is doubled without a crash or an unclear answer', details);
    insist(noted.has('possibly-doubled') || noted.size > 0, 'what may be doubled is on record', details);
  }
  if (!played.crashed && !played.cutOff && !unclear)
    insist(!noted.has('possibly-doubled'), 'nothing is called doubled that cannot be', details);
}

/** Effects to one receiver of one document are first sent in the order in which they were decided. */
function checkOrder(
  expected: readonly Expected[],
  sends: readonly Call[],
  about: (telling: Telling, call: Call) => boolean,
): void {
  const last = new Map<string, number>();
  for (const telling of unique(expected)) {
    const first = sends.find((call) => call.posted && about(telling, call));
    if (!first || telling.times > 1) continue;
    const line = `${telling.id} ${telling.to}`;
    insist(first.order > (last.get(line) ?? 0), 'messages to one person come in order', telling);
    last.set(line, first.order);
  }
}

interface DayLine {
  readonly matter: { readonly id: string };
  readonly text: string;
}

function checkLines(played: Played, happened: readonly Happened[]): void {
  const { timeZone } = ORGANISATION;
  const expected = expectedOf(happened).filter(({ how }) => how === 'line');
  const days = played.chats.calls.filter(({ how, view }) => how === 'send' && view.card === 'day');
  const posted = days.filter((call) => call.posted);
  const linesOf = ({ view }: Call): readonly DayLine[] => (view.data as { lines: DayLine[] }).lines;
  const doubled = played.crashed || days.some(({ fate }) => fate === 'ambiguous');
  const smooth =
    !doubled &&
    days.every(({ fate }) => fate === 'ok') &&
    !played.sequence.operations.some(({ op }) => op === 'pass');
  const perDay = new Map<string, number>();
  for (const call of posted) {
    const day = dayIn(timeZone, call.at);
    const first = days.find((one) => idOf(one) === idOf(call)) === call;
    const time = clockIn(timeZone, call.at);
    if (first) insist(isWorkingDay(day), 'messages of the day come on working days', call);
    if (first)
      insist(time >= '08:30' && time < '18:02', 'messages of the day come at 08:30 or in office hours', call);
    for (const key of [idOf(call), ...(smooth ? [`${call.person} on ${day}`] : [])])
      perDay.set(key, (perDay.get(key) ?? 0) + 1);
    for (const { text } of linesOf(call))
      insist(
        expected.some((line) => line.reason === text && line.to === call.person),
        'a line has its cause',
        text,
      );
  }
  if (!doubled) for (const [key, count] of perDay) insist(count === 1, 'one message per person and day', key);
  for (const line of unique(expected)) {
    const shown = posted.filter(
      (call) => call.person === line.to && linesOf(call).some(({ text }) => text === line.reason),
    ).length;
    if (!doubled) insist(shown <= line.times, 'a line is shown once', { line, shown });
    const lost = days.some(({ fate, person }) => fate !== 'ok' && person === line.to);
    if (shown === 0 && !lost && !wasResolved(played, happened, line))
      insist(false, 'no line is lost', { line, days: days.map(({ at, view }) => ({ at, view })) });
  }
}

/** Was there a time after the line was written when it had nothing to say? */
function wasResolved(played: Played, happened: readonly Happened[], line: Expected): boolean {
  const later = happened.filter(({ id, order }) => id === line.id && order >= line.order);
  const gone = played.store.writes.some(
    ({ pk, id, order, document }) => pk === REQUESTS && id === line.id && order > line.order && !document,
  );
  return gone || later.some(({ before, event }) => isResolved(line.reason, after(before, event)));
}

/** A lease changes hands only when it has run out. */
function checkLease({ store }: Played): void {
  let last: { readonly holder: string; readonly until: string } | undefined;
  for (const { document } of store.writes.filter(({ pk }) => pk === 'system/lease')) {
    if (!document) continue;
    const body = document.body as { holder: string; until: string };
    if (last && last.holder !== body.holder)
      insist(last.until <= document.changedAt, 'the timer has one holder at a time', { last, body });
    last = body;
  }
}

/** Everything that was ever recorded, by key and person. */
function ledgerOf({ store }: Played): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { document } of store.writes)
    for (const { key, to, outcome } of (document?.body as Partial<Envelope> | undefined)?.ledger ?? []) {
      const outcomes = found.get(`${key} ${to}`) ?? new Set();
      found.set(`${key} ${to}`, outcomes.add(outcome));
    }
  return found;
}

/** What was recorded with the last write of a document that was deleted by it. */
function loggedOf({ store, replicas }: Played, { id, reason, to }: Expected): string[] {
  if (!store.writes.some((write) => write.id === id && !write.document)) return [];
  return replicas
    .flatMap(({ logs }) => logs)
    .filter(({ event, fields }) => event === 'message-doubtful' && fields['key'] === `${reason}:${to}`)
    .map(({ fields }) => String(fields['outcome']));
}

function unique(expected: readonly Expected[]): Expected[] {
  const found = new Map<string, Expected>();
  for (const one of expected) {
    const key = `${one.reason} ${one.to}`;
    found.set(key, { ...one, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

function reasonOf({ view }: Call): string {
  return (view.data as { reason?: string }).reason ?? '';
}

function idOf(call: Call): string {
  return stampOf(call.view)?.id ?? '';
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
