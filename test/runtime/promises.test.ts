/** The promises of the design, section 2, in a thousand sequences of whatever may happen; the long form plays more. */
import fc from 'fast-check';
import { checkHistory, checkQuiet } from './promises/checks';
import { sequences, type Sequence } from './promises/operations';
import { play } from './promises/world';

const RUNS = Number(process.env['RUNS'] ?? 1_000);
const SEED = Number(process.env['SEED'] ?? 20_261_122);
/** Milliseconds that one sequence may take on a slow machine. */
const EACH_MS = 100;

describe('the runtime', () => {
  it(
    'loses nothing, doubles nothing and tells everybody, whatever happens in which order',
    async () => {
      const stray: unknown[] = [];
      const note = (error: unknown): void => void stray.push(error);
      process.on('unhandledRejection', note);

      await fc.assert(
        fc.asyncProperty(sequences, async (sequence: Sequence) => {
          const played = await play(sequence, checkQuiet);
          checkHistory(played);
          expect(stray).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: process.env['SHRINK'] === 'no' },
      );

      process.off('unhandledRejection', note);
    },
    60_000 + RUNS * EACH_MS,
  );
});
