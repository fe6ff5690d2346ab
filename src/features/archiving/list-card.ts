/** *Skärmdump*: the reader's own captures that wait for a picture. Pure. */
import type { Button } from '../../kernel/card';
import type { Locale } from '../../kernel/locale';
import type { Line, View } from '../../kernel/view';
import { texts } from './texts';

const ROWS_PER_PAGE = 10;

export function presentList(lines: readonly Line[], wanted: number, locale: Locale): View {
  const words = texts[locale];
  const { title, intro, none } = words.list;
  const pages = Math.max(1, Math.ceil(lines.length / ROWS_PER_PAGE));
  const page = Math.min(wanted, pages);
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
      rows: lines.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map(({ matter, ...line }) => ({
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
        ...(page > 1 ? [turn(words.buttons.earlier, page - 1)] : []),
        ...(page < pages ? [turn(words.buttons.later, page + 1)] : []),
        { title: words.buttons.extra, verb: 'capture.extra', style: 'default' } satisfies Button,
      ],
    },
  };
}
