/** docs/policy.md and the rules say the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../src/features/applications/decide';
import { permits } from '../../src/features/applications/policy';
import { decide as decideCapture } from '../../src/features/archiving/decide';
import { permits as permitsCapture } from '../../src/features/archiving/policy';
import * as season from '../../src/features/archiving/season';
import { policyPage } from '../../tools/policy/page';
import { sundsvall } from '../guidelines/sundsvall';
import { lix } from '../support/lix';

const FILE = join(__dirname, '../../docs/policy.md');
const RULES = { permits, decide };
const KEEPING = { permits: permitsCapture, decide: decideCapture, season };

/** The rows of a section's table. */
function rowsOf(page: string, heading: string): string[] {
  const after = page.slice(page.indexOf(`${heading}\n`) + heading.length);
  const section = after.split(/\n#+ /)[0] ?? '';
  return section.split('\n').filter((line) => line.startsWith('|'));
}

describe('docs/policy.md', () => {
  const page = policyPage(sundsvall(), RULES, KEEPING);

  it('says what the rules say', () => {
    const written = readFileSync(FILE, 'utf8');

    if (written !== page)
      throw new Error('The rules have changed: run "npm run policy" and read what it changes.');
    expect(written).toBe(page);
  });

  it('would be another if one more could do one thing more, or one thing in one status came too early', () => {
    const open: typeof permits = (actor, command, ...rest) =>
      command.type === 'withdraw' && actor.type === 'person' && actor.id === 'registrar'
        ? undefined
        : permits(actor, command, ...rest);
    const early: typeof decide = (command, state, facts, actor) =>
      command.type === 'report' && state?.status === 'approved'
        ? { events: [], effects: [] }
        : decide(command, state, facts, actor);
    const waiting = '## Väntar på beslut (submitted)';

    const opened = policyPage(sundsvall(), { permits: open, decide }, KEEPING);
    const turned = policyPage(sundsvall(), { permits, decide: early }, KEEPING);

    expect(rowsOf(page, waiting).join()).not.toContain('registratorn');
    expect(rowsOf(opened, waiting).join()).toContain('Den som söker, registratorn');
    expect(rowsOf(page, '## Godkänd (approved)').join()).not.toContain('Kontot är skapat');
    expect(rowsOf(turned, '## Godkänd (approved)').join()).toContain('Kontot är skapat');
  });

  it('G-1.7: lets nobody but the communicator and the deputy approve a unit account', () => {
    const approving = rowsOf(page, '## Väntar på beslut (submitted)').filter((row) =>
      row.includes('Godkänn'),
    );

    expect(approving).toHaveLength(1);
    expect(approving[0]).toMatch(/^\| Kommunikatören, kommunikatörens ersättare +\|/);
  });

  it('G-7.3b, G-7.3d: says of captures and seasons what their rules say, and would be another if those were', () => {
    const open: typeof permitsCapture = (actor, command, ...rest) =>
      command.type === 'close-account' && actor.type === 'person' && actor.id === 'registrar'
        ? undefined
        : permitsCapture(actor, command, ...rest);
    const alone: typeof season.permits = (actor, command, ...rest) =>
      command.type === 'package' && actor.type === 'person' && actor.id === 'other'
        ? undefined
        : season.permits(actor, command, ...rest);
    const waiting = '## Väntar på bild (waiting)';

    const opened = policyPage(sundsvall(), RULES, { ...KEEPING, permits: open });
    const loose = policyPage(sundsvall(), RULES, { ...KEEPING, season: { ...season, permits: alone } });

    const closers = (of: string) => rowsOf(of, waiting).filter((row) => row.includes('Markera som stängt'));
    expect(closers(page)).toHaveLength(1);
    expect(closers(page).join()).toMatch(/Kommunikatören, kommunikatörens ersättare, ansvarig för/);
    expect(closers(page).join()).not.toContain('egistratorn');
    expect(closers(opened).join()).toContain('egistratorn');
    const closed = '## Säsongen: stängd (closed)';
    expect(rowsOf(page, closed).join()).not.toContain('andra medarbetare');
    expect(rowsOf(loose, closed).join()).toContain('andra medarbetare');
  });

  it('follows the guideline’s own days', () => {
    const ladder = [{ after: 17, to: ['director' as const] }];
    const { deadlines, ...guideline } = sundsvall();

    const other = policyPage({ ...guideline, deadlines: { ...deadlines, decision: ladder } }, RULES, KEEPING);

    expect(other).toMatch(/17 arbetsdagar +\| kommunikationsdirektören/);
  });

  it('G-5.2c: reads easily, LIX at most 40', () => {
    const prose = page.split('\n').filter((line) => line !== '' && !/^[#|]/.test(line));

    expect(lix(prose)).toBeLessThanOrEqual(40);
  });
});
