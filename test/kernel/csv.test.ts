/** Lists as a Swedish spreadsheet opens them, read back by a library; no cell is a formula. */
import { parse } from 'papaparse';
import { csv } from '../../src/kernel/csv';

const HEAD = ['Konto', 'Skäl'];

function readBack(text: string): string[][] {
  return parse<string[]>(text.replace(/^\ufeff/, '').trimEnd(), { delimiter: ';' }).data;
}

it.each([
  ['plain words', 'Visa nya böcker.'],
  ['a semicolon', 'a;b'],
  ['quotes', 'Hon sa "nej".'],
  ['lines', 'ett\r\ntvå\ntre'],
  ['nothing', ''],
  ['space at both ends', ' a '],
  ['other alphabets', '日本 🙂 ﷽'],
  ['a minus within', 'a-b'],
])('keeps %s as they are', (_, words) => {
  expect(readBack(csv(HEAD, [[words, 'x']]))).toEqual([HEAD, [words, 'x']]);
});

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=1\n+2',
  '=1\r\n',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '＝1',
  '＠SUM(1)',
  '=cmd|"/c calc"!A1',
])('never makes a formula of %j', (words) => {
  const [, [cell] = []] = readBack(csv(HEAD, [[words, 'x']]));

  expect(cell).toBe(`'${words}`);
});

it('begins with the mark of UTF-8 and ends each line as Windows does', () => {
  expect(csv(HEAD, [['a', 'b']])).toBe('\ufeff"Konto";"Skäl"\r\n"a";"b"\r\n');
  expect(csv(HEAD, [])).toBe('\ufeff"Konto";"Skäl"\r\n');
});
