/** Starts the process; the only file with side effects on import. */
import { compose } from './compose';
import { readConfig } from './config';
import { CallerError } from './kernel/errors';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const bot = await compose(config);
  process.stdout.write(`Kanalvakt listens on ${bot.server.address}\n`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void bot.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const text =
    error instanceof CallerError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Kanalvakt did not start.\n${text}\n`);
  process.exit(1);
});
