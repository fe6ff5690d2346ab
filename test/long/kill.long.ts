import { buildApart } from './built-bot';
import { killUntil } from './kill-figures';

describe('kill -9 on the embedded store', () => {
  it('a hundred times at random points: nothing is lost, no change is doubled, doubled messages are on record', async () => {
    const build = buildApart();
    try {
      expect(await killUntil(Number(process.env['KILLS'] ?? 100), { build, atOnce: 4 })).toEqual([]);
    } finally {
      build.remove();
    }
  }, 420_000);
});
