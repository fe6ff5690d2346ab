/** What a link takes out: asked for anew each time, by the person it was given to, and written down. */
import { matterOf } from './envelope';
import type { Organisation } from '../kernel/organisation';
import type { Reading } from '../ports/flow';
import type { DownloadDoor } from '../ports/page';
import { linkGone, type Door } from './door';

export interface DownloadsOptions {
  readonly door: Door;
  readonly reading: (organisation: Organisation) => Reading;
}

export function createDownloads({ door, reading }: DownloadsOptions): DownloadDoor {
  return {
    async open(token) {
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
