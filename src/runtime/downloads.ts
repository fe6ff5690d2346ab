/** What a link takes out: asked for anew each time, by the person it was given to, and written down. */
import { matterOf } from './envelope';
import type { Organisation } from '../kernel/organisation';
import type { Reading } from '../ports/flow';
import { EXPORT, type Links } from '../ports/links';
import type { Download, DownloadDoor } from '../ports/page';
import { linkGone, type Door, type Gone } from './door';
import type { Registry } from './registry';

export interface DownloadsOptions {
  readonly door: Door;
  readonly links: Links;
  readonly registry: Registry;
  readonly reading: (organisation: Organisation) => Reading;
}

export function createDownloads({ door, links, registry, reading }: DownloadsOptions): DownloadDoor {
  /** A feature's list; what is in it follows from who asks. */
  async function list(token: string): Promise<Download | Gone> {
    const visit = await door.meet(token);
    if (visit.kind === 'gone') return visit;
    const { capability, organisation, actor, moment } = visit;
    const { part, matter } = capability;
    const made = registry.features.find(({ exports = {} }) => Object.hasOwn(exports, matter.id))?.exports?.[
      matter.id
    ];
    const download =
      (await made?.({ part, actor, moment, reading: reading(organisation) })) ?? linkGone('download');
    const entry = { verb: 'download', ...(part === undefined ? {} : { part }) };
    if ('code' in download) {
      await door.note(visit, { what: 'forbidden', ...entry, code: download.code });
      return door.gone(download, actor.locale);
    }
    await door.note(visit, { what: 'download', ...entry, code: 'via-link' });
    return download;
  }

  return {
    async open(token) {
      if (links.read(token)?.matter.kind === EXPORT) return list(token);
      const inside = await door.enter(token, 'download');
      if (inside.kind === 'gone') return inside;
      const { aggregate, loaded, organisation, actor, facts, moment } = inside;
      const { part } = inside.capability;
      const download =
        aggregate.download?.({
          matter: matterOf(aggregate.kind, loaded.id, loaded.envelope),
          part,
          actor,
          facts,
          moment,
          reading: reading(organisation),
        }) ?? linkGone('download');

      const entry = { verb: 'download', ...(part === undefined ? {} : { part }) };
      if ('code' in download) {
        await door.note(inside, { what: 'forbidden', ...entry, code: download.code });
        return door.gone(download, actor.locale);
      }
      // Written before anything is given.
      await door.note(inside, { what: 'download', ...entry, code: 'via-link' });
      return download;
    },
  };
}
