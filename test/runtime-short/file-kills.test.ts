import { killWriters } from '../long/file-kills';

it('kill -9 while files are kept, twelve times: what was acknowledged is whole, and nothing is there by half', async () => {
  expect(await killWriters(12)).toEqual([]);
}, 60_000);
