/** `npm run triage-cases`: writes docs/triage-cases.md from the table of answered cases. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGuideline } from '../src/guidelines/load';
import { CASES } from '../test/features/triage/cases';
import { casesPage } from './triage/page';

const DIST = __dirname;
const parsed = parseGuideline(
  JSON.parse(readFileSync(join(DIST, 'guidelines/sundsvall-2017.json'), 'utf8')),
  'sundsvall-2017',
);
if (!parsed.ok)
  throw new Error(parsed.mistakes.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'));
writeFileSync(join(DIST, '../docs/triage-cases.md'), casesPage(CASES, parsed.guideline));
