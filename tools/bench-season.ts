/** `npm run bench:season`: a season of 10,000 accounts; `-- --accounts 300 --people 120 --departments 4` a small one. */
import { report } from './bench/season/report';
import { season } from './bench/season/run';
import { sizeOf } from './bench/season/size';

async function main(words: readonly string[]): Promise<void> {
  const begun = performance.now();
  const size = sizeOf(words);
  const passed = await season(size, (what) => {
    process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
  });
  for (const alert of passed.alerts.slice(0, 20)) process.stderr.write(`${alert}\n`);
  process.stdout.write(`${report(passed, size)}\n`);
  if (passed.unrecorded > 0 || passed.forgotten > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exit(1);
  },
);
