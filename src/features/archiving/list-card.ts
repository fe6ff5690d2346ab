/** *Skärmdump*: the reader's own captures that wait for a picture. Pure. */
import type { Button } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import { paged, pagerOf } from '../../kernel/paging';
import type { Line, View } from '../../kernel/view';
import { texts } from './texts';

export function presentList(lines: readonly Line[], wanted: number, locale: Locale): View {
  const words = texts[locale];
  const { title, intro, none } = words.list;
  const rows = paged(lines, wanted);
  const { page, pages } = rows;
  const turn = (name: string, to: number): Button => ({
    title: name,
    verb: 'capture.list',
    style: 'default',
    data: { page: to },
  });
  return {
    card: 'home/list',
    summary: title,
    data: {
      title: pages > 1 ? `${title} · ${words.page(page, pages)}` : title,
      ...(lines.length === 0 ? { empty: none } : { intro }),
      rows: rows.shown.map(({ matter, ...line }) => ({
        name: line.name,
        about: line.about,
        status: line.status,
        next: '',
        button: {
          title: words.buttons.open,
          verb: 'open',
          style: 'default',
          data: { ...matter },
        } satisfies Button,
      })),
      pager: [
        ...pagerOf(rows, words.buttons, turn),
        { title: words.buttons.extra, verb: 'capture.extra', style: 'default' } satisfies Button,
      ],
    },
  };
}
