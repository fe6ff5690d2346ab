import { buildApart } from '../long/built-bot';
import { killUntil } from '../long/kill-figures';

it('kill -9 three times at random points: nothing is lost, no change is doubled, doubled messages are on record', async () => {
  const build = buildApart();
  try {
    expect(await killUntil(3, { build, atOnce: 1 })).toEqual([]);
  } finally {
    build.remove();
  }
}, 150_000);
