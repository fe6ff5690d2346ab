/** Checks a package of archived screenshots: `npm run verify-package FILE`. Exit code 0 when it is whole, 1 otherwise. */
import { resolve } from 'node:path';
import { checkPackage } from './package/check';
import { report, words, type Language } from './package/words';

/** npm runs this in the project's folder; a file is named from where the person stands. */
async function main(given: readonly string[]): Promise<number> {
  const language: Language = given.includes('--en') ? 'en' : 'sv';
  const [file, ...more] = given.filter((one) => one !== '--en');
  if (file === undefined || more.length > 0) {
    console.log(words[language].usage);
    return 1;
  }
  const checked = await checkPackage(resolve(process.env['INIT_CWD'] ?? '', file));
  for (const line of report(checked, language)) console.log(line);
  return checked.findings.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
