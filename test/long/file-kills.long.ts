import { killWriters } from './file-kills';

it('kill -9 while files are kept, three hundred times: what was acknowledged is whole, and nothing is there by half', async () => {
  expect(await killWriters(Number(process.env['FILE_KILLS'] ?? 300))).toEqual([]);
}, 420_000);
