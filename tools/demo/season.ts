/** The demo's latest season: most have sent their pictures, some wait, and one department has closed it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { latestSeason } from '../../src/features/archiving/windows';
import { atTime, plusDays, workingDayFrom } from '../../src/kernel/calendar';
import { parseGuideline } from '../../src/guidelines/load';
import type { Arrival, Front, Reply } from '../../src/ports/front';

const ZONE = 'Europe/Stockholm';

/** Something of the season, at an instant. */
export interface SeasonEntry {
  readonly at: string;
  readonly what: 'timer' | 'pictures' | 'words' | 'close';
}

interface Row {
  readonly name: string;
  readonly button: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
}

interface Card {
  readonly matter?: { readonly id: string; readonly revision: number; readonly nonce: string };
  readonly rows?: readonly Row[];
  readonly asides?: readonly { readonly button: Row['button'] }[];
  readonly buttons?: readonly Row['button'][];
  readonly pager?: readonly Row['button'][];
}

export interface SeasonOptions {
  readonly front: Front;
  readonly arrivals: ReadonlyMap<string, () => Arrival>;
  /** Where the pictures can be fetched, by name. */
  readonly pictures: string;
}

/** Of seven captures of a person one is left, and one is put off or disputed. */
const LEFT = 7;
const SAID = 5;
/** The department that is done: its communicator and its registrar. */
const CLOSED_BY = ['stina', 'ruth'] as const;
const REASON = 'Två konton saknar bild. De ansvariga är tjänstlediga och ersättarna har slutat.';

/** What happens in the season that began last before `now`, oldest first. */
export function seasonEntries(now: string, root: string): SeasonEntry[] {
  const { from, to } = latestSeason(now.slice(0, 10), guidelineIn(root).seasons);
  const at = (days: number, time: string): string => atTime(ZONE, workingDayFrom(plusDays(from, days)), time);
  const entries: SeasonEntry[] = [
    { at: atTime(ZONE, from, '00:10'), what: 'timer' },
    { at: at(0, '06:01'), what: 'timer' },
    { at: at(0, '08:31'), what: 'timer' },
    { at: at(1, '10:00'), what: 'pictures' },
    { at: at(2, '09:30'), what: 'words' },
    { at: at(21, '06:01'), what: 'timer' },
    { at: at(21, '08:31'), what: 'timer' },
    { at: atTime(ZONE, workingDayFrom(plusDays(to, 1)), '13:00'), what: 'close' },
    { at: atTime(ZONE, workingDayFrom(plusDays(to, 1)), '13:02'), what: 'timer' },
    { at: atTime(ZONE, workingDayFrom(plusDays(to, 1)), '13:04'), what: 'timer' },
  ];
  return entries.filter((entry) => entry.at < now);
}

export function createSeason({ front, arrivals, pictures }: SeasonOptions) {
  const of = (key: string): Arrival => {
    const arrive = arrivals.get(key);
    if (!arrive) throw new Error(`The demo has no person "${key}".`);
    return arrive();
  };
  const ask = async (key: string, verb: string, data: object): Promise<Card> =>
    cardOf(await front.clicked(of(key), { verb, data }));

  /** Everybody's captures that wait, in the order of their list. */
  async function openOf(key: string): Promise<string[]> {
    const reply = await front.clicked(of(key), { verb: 'capture.list', data: {} });
    if (reply.kind === 'card' && reply.matter) return [reply.matter.id];
    return (cardOf(reply).rows ?? []).map(({ button }) => String(button.data['id']));
  }

  async function sendPicture(key: string, id: string): Promise<void> {
    const url = `${pictures}${encodeURIComponent(id)}.png`;
    const reply = await front.said(of(key), '', [{ kind: 'inline', url, name: 'skärmdump.png' }]);
    if (reply.kind === 'card' && reply.matter) return;
    const row = cardOf(reply).rows?.find(({ button }) => button.data['id'] === id);
    if (!row) throw new Error(`The bot did not ask ${key} about ${id}.`);
    await ask(key, row.button.verb, row.button.data);
  }

  /** Presses what is folded on a capture's card. */
  async function say(
    key: string,
    id: string,
    verb: string,
    inputs: Readonly<Record<string, string>>,
  ): Promise<void> {
    const card = await ask(key, 'open', { kind: 'capture', id });
    await ask(key, verb, { ...inputs, matter: card.matter });
  }

  async function words(now: string): Promise<void> {
    const until = workingDayFrom(plusDays(now.slice(0, 10), 6));
    let said = 0;
    for (const key of arrivals.keys()) {
      const [first] = await openOf(key);
      if (first === undefined) continue;
      said += 1;
      if (said % SAID === 1) await say(key, first, 'capture.snooze', { until });
      if (said % SAID === 2)
        await say(key, first, 'capture.not-mine', { who: 'Jag bytte tjänst i våras. Fråga enhetschefen.' });
      if (said % SAID === 3) await say(key, first, 'capture.closed', { when: 'Vi slutade i somras.' });
    }
  }

  async function close(season: string): Promise<void> {
    for (const key of CLOSED_BY) {
      const card = await ask(key, 'open', { kind: 'season', id: season });
      await ask(key, 'season.confirm', { words: REASON, matter: card.matter });
    }
  }

  return {
    async perform({ what, at }: SeasonEntry, season: string): Promise<void> {
      switch (what) {
        case 'timer':
          return;
        case 'pictures':
          for (const key of arrivals.keys()) {
            const open = await openOf(key);
            for (const id of open.filter(
              (_, index) => index % LEFT !== LEFT - 1 && index !== open.length - 1,
            )) {
              await sendPicture(key, id);
            }
          }
          return;
        case 'words':
          return words(at);
        case 'close':
          return close(season);
        default:
          return what satisfies never;
      }
    },
  };
}

/** `stadsbyggnad:2026-autumn`. */
export function closedSeason(now: string, root: string): string {
  return `stadsbyggnad:${latestSeason(now.slice(0, 10), guidelineIn(root).seasons).key}`;
}

function guidelineIn(root: string) {
  const file = join(root, 'src/guidelines/sundsvall-2017.yaml');
  const parsed = parseGuideline(parse(readFileSync(file, 'utf8')), file);
  if (!parsed.ok) throw new Error('The built-in guideline cannot be read.');
  return parsed.guideline;
}

function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`The bot did not answer with a card: ${JSON.stringify(reply)}`);
  return reply.view.data;
}
