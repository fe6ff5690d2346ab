/** Archiving: every account documented twice a year, gathered in one place within the department (G-7.3a–d). */
import { departmentsSeenBy } from '../../kernel/offices';
import type { Phrase } from '../../kernel/phrase';
import type { Aggregate, Feature, RowSource } from '../../ports/flow';
import { verbs, type CaptureCommand } from './commands';
import { decide } from './decide';
import type { CaptureEvent } from './events';
import { evolve } from './evolve';
import type { Facts } from './facts';
import { gatherCapture, gatherSeason, ruling, type Kinds, type Sources } from './gather';
import { deadlineOf } from './ladder';
import { createLists } from './lists';
import { mentionOf } from './mention';
import { Capture, type CaptureRow } from './model';
import { pictureOf, pictures } from './pictures';
import { permits } from './policy';
import { present } from './present';
import { createQueries, EXTRA_VERB, LIST_VERB } from './queries';
import { OVERVIEW_VERB } from './overview-card';
import { listedOf, rowOf } from './rows';
import * as season from './season';
import {
  Season,
  seasonId,
  seasonVerbs,
  type SeasonCommand,
  type SeasonEvent,
  type SeasonFacts,
} from './season-model';
import { presentSeason } from './season-card';
import { packageOf } from './package';
import { remindingDay, windowsOn } from './windows';

type Captures = Aggregate<Capture, CaptureCommand, CaptureEvent, Facts>;
type Seasons = Aggregate<Season, SeasonCommand, SeasonEvent, SeasonFacts>;

/** This season and the two before it, also where a year has one: what the overview compares, and a picture with. */
const ROW_DAYS = 550;

export function createArchiving(sources: Sources): Feature {
  const { guidelines } = sources;
  const captures: Captures = {
    kind: 'capture',
    schemaVersion: 1,
    restore: (raw) => Capture.parse(raw),
    verbs,
    facts: (request) => gatherCapture(request, sources, kinds()),
    permits,
    decide,
    evolve,
    // None of these changes what people decide on: a card that waits in somebody's chat stays good.
    quiet: ['reminded', 'sent', 'sent-again', 'woken', 'link-given', 'link-revoked'],
    deadline: (state, moment) =>
      deadlineOf(state, { moment, guideline: ruling(guidelines, moment, state.guideline) }),
    listed: listedOf,
    present,
    mention: (matter, viewer, _reason, facts) => mentionOf(matter, viewer, facts),
    // A line that was missed, or came too late for its day, is not sent in a quiet period either.
    lineFrom: (day, moment) => remindingDay(day, guidelines.current(moment.organisation.id).seasons),
    remind: (to) => ({ type: 'remind', to }),
    pictures,
    download: ({ matter, part }) => pictureOf(matter.state, part),
  };
  const seasons: Seasons = {
    kind: 'season',
    schemaVersion: 1,
    restore: (raw) => Season.parse(raw),
    verbs: seasonVerbs,
    facts: (request) => gatherSeason(request, sources, kinds()),
    permits: season.permits,
    decide: season.decide,
    evolve: season.evolve,
    quiet: ['swept', 'package-given'],
    deadline: season.deadlineOf,
    listed: (state) => ({
      status: state.status === 'open' && state.confirmed ? 'half' : state.status,
      department: state.department,
      season: state.season,
    }),
    present: presentSeason,
    download: ({ matter: { state }, moment, reading }) =>
      state.status === 'closed' ? packageOf(state, rows.aggregate, moment, reading) : { code: 'not-closed' },
  };
  const rows: RowSource<Capture, CaptureRow> = {
    aggregate: captures,
    row: rowOf,
    days: ROW_DAYS,
  };
  const kinds = (): Kinds => ({ captures: rows, seasons: seasons });
  const lists = createLists(kinds);

  return {
    name: 'archiving',
    aggregates: [captures, seasons],
    queries: createQueries(sources, kinds, lists),
    phrases: PHRASES,
    openings: (moment) =>
      windowsOn(moment.today, guidelines.current(moment.organisation.id).seasons).flatMap(
        ({ key, name, from, to }) =>
          moment.organisation.departments.map(({ id: department }) => ({
            matter: { kind: seasons.kind, id: seasonId(department, key) },
            command: {
              type: 'open',
              department,
              season: key,
              name,
              from,
              to,
              guideline: guidelines.current(moment.organisation.id).version,
            },
          })),
      ),
    awaiting: lists.awaiting,
    waiting: lists.waiting,
    mine: lists.mine,
  };
}

const PHRASES: readonly Phrase[] = [
  {
    verb: LIST_VERB,
    say: {
      sv: ['skärmdump', 'skärmdumpar', 'ladda upp skärmdump', 'skärmbild'],
      en: ['screenshot', 'screenshots', 'upload screenshot'],
    },
    description: {
      sv: 'Se vilka av dina konton som väntar på en skärmdump.',
      en: 'See which of your accounts wait for a screenshot.',
    },
    offered: true,
  },
  {
    verb: OVERVIEW_VERB,
    say: { sv: ['arkivläge', 'arkivläget', 'säsong'], en: ['archive status', 'season'] },
    description: {
      sv: 'Se vilka konton som har en skärmdump den här säsongen.',
      en: 'See which accounts have a screenshot this season.',
    },
    offered: true,
    for: (person, moment) => departmentsSeenBy(person.id, moment).length > 0,
  },
  {
    verb: EXTRA_VERB,
    say: { sv: ['extra skärmdump', 'ny skärmdump'], en: ['extra screenshot', 'new screenshot'] },
    description: {
      sv: 'Spara en skärmdump utanför säsongen, till exempel innan ett konto stängs.',
      en: 'Save a screenshot outside the season, for example before an account is closed.',
    },
    offered: false,
  },
];
