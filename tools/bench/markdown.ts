/** Tables as Markdown, columns aligned so that prettier leaves them alone. */

export type Cell = string | number;

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, at) => (row[at] ?? '') + ' '.repeat(width - (row[at] ?? '').length)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** `1.23x` */
export function times(value: number): string {
  return `${value.toFixed(2)}x`;
}

export function kilobytes(bytes: number): string {
  return bytes === 0 ? '0' : `${(bytes / 1024).toFixed(1)} kB`;
}
