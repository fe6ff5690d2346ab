/** The organisations and guidelines that apply right now, read again when their files change. */
import { join } from 'node:path';
import { CallerError } from '../../kernel/errors';
import type { Guidelines } from '../../guidelines/guidelines';
import type { Mistake } from '../../guidelines/mistakes';
import type { Guideline } from '../../guidelines/schema';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Log } from '../../ports/log';
import { readConfiguration } from './configuration';
import { snapshotOf, type Snapshot } from './snapshot';
import { fingerprint, type Sources } from './sources';
import { logWarnings } from './warnings';

export interface DirectoryOptions {
  /** `ORGANISATION_FILE`: a file, or a folder with one per organisation. Default: the demo organisation. */
  readonly organisationFile?: string;
  /** `GUIDELINE_FILE`: a file, or a folder with several; replaces the built-in guideline. */
  readonly guidelineFile?: string;
  /** The folder that holds the folders `demo` (the organisation) and `guidelines`, as YAML or built to JSON. */
  readonly builtIn: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The bot has no identity and serves one laptop: people outside the file belong to the only organisation. */
  readonly anonymous: boolean;
}

export interface OpenDirectory {
  readonly directory: Directory;
  readonly guidelines: Guidelines;
  /** Reads the files again if they changed; a faulty set is refused with an alert and the last good one stays. */
  readonly refresh: () => Promise<void>;
  /** Every guideline that is or was current, and those that were learnt: what is to be stored. */
  readonly seen: () => readonly Guideline[];
  /** Makes a stored version known (`restoreGuideline`); it does not become current. */
  readonly learn: (guideline: Guideline) => void;
  /** Nothing is read from here on. */
  readonly close: () => void;
}

/** Throws CallerError `configuration` with one line per mistake. */
export async function openDirectory(options: DirectoryOptions): Promise<OpenDirectory> {
  const { clock, log, anonymous } = options;
  const sources = sourcesOf(options);
  const versions = new Map<string, Guideline>();
  /** The files as they were looked at before the latest reading, and what that reading held. */
  let looked = await fingerprint(sources);
  const first = await readConfiguration(sources);
  if (first.configuration === undefined) throw new CallerError('configuration', complaint(first.mistakes));
  let readHash = first.hash;
  let now = use(snapshotOf(first.configuration, first.hash));
  let running: Promise<void> | undefined;
  let closed = false;

  return {
    directory: {
      organisation: (id) => now.organisation(id),
      all: () => now.all,
      organisationFor: (person, tenant) => now.organisationFor(person, tenant, anonymous),
      version: () => now.hash,
    },
    guidelines: {
      current: (organisation) => now.guidelineOf(organisation),
      // A guideline is a public document: the boundary between organisations (G-1.4) does not hide it.
      version: (_organisation, id) => versions.get(id),
    },
    refresh: () => (running ??= look().finally(() => (running = undefined))),
    seen: () => [...versions.values()],
    learn,
    close: () => {
      closed = true;
    },
  };

  async function look(): Promise<void> {
    if (closed) return;
    const mark = await fingerprint(sources);
    if (mark === looked) return;
    const read = await readConfiguration(sources);
    // What could not be read at all is tried again, also when nothing changes any more.
    looked = read.complete ? mark : '';
    if (read.hash === readHash) return;
    readHash = read.hash;
    if (read.configuration === undefined) {
      log.alert('configuration-refused', { mistakes: read.mistakes.length, list: complaint(read.mistakes) });
      return;
    }
    now = use(snapshotOf(read.configuration, read.hash));
  }

  function use(snapshot: Snapshot): Snapshot {
    snapshot.guidelines.forEach(learn);
    const guidelines = snapshot.guidelines.map(({ version }) => version).join(' ');
    log.info('configuration-read', {
      version: snapshot.hash,
      organisations: snapshot.all.length,
      guidelines,
    });
    logWarnings(snapshot, clock, log);
    return snapshot;
  }

  function learn(guideline: Guideline): void {
    if (!versions.has(guideline.version)) versions.set(guideline.version, guideline);
  }
}

function sourcesOf({ organisationFile, guidelineFile, builtIn }: DirectoryOptions): Sources {
  return {
    organisations: {
      setting: 'ORGANISATION_FILE',
      path: organisationFile ?? join(builtIn, 'demo'),
    },
    guidelines: { setting: 'GUIDELINE_FILE', path: guidelineFile ?? join(builtIn, 'guidelines') },
  };
}

/** One line per mistake, with its place. */
function complaint(mistakes: readonly Mistake[]): string {
  const count = mistakes.length === 1 ? 'is 1 mistake' : `are ${mistakes.length} mistakes`;
  const lines = mistakes.map(({ place, sentence }) => `- ${place}: ${sentence}`);
  return [`There ${count} in the organisation and guideline files:`, ...lines].join('\n');
}
