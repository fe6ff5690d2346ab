/** Prints what a form of the reliability tests counted; the long forms' figures go into docs/reliability.md. */

export type Line = readonly [what: string, count: number];

export function table(title: string, lines: readonly Line[]): void {
  if (process.env['LONG'] === undefined) return;
  const rows = lines.map(([what, count]) => `| ${what} | ${count} |`);
  process.stdout.write(`\n${[`| ${title} | |`, '|---|---:|', ...rows].join('\n')}\n`);
}
