/** `npm run policy`: writes docs/policy.md from the rules themselves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../src/features/applications/decide';
import { permits } from '../src/features/applications/policy';
import { decide as decideCapture } from '../src/features/archiving/decide';
import { permits as permitsCapture } from '../src/features/archiving/policy';
import * as season from '../src/features/archiving/season';
import { parseGuideline } from '../src/guidelines/load';
import { policyPage } from './policy/page';

const archiving = { permits: permitsCapture, decide: decideCapture, season };
const DIST = __dirname;
const parsed = parseGuideline(
  JSON.parse(readFileSync(join(DIST, 'guidelines/sundsvall-2017.json'), 'utf8')),
  'sundsvall-2017',
);
if (!parsed.ok)
  throw new Error(parsed.mistakes.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'));
writeFileSync(join(DIST, '../docs/policy.md'), policyPage(parsed.guideline, { permits, decide }, archiving));
