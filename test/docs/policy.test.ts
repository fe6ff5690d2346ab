/** docs/policy.md and the rules say the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../src/features/applications/decide';
import { permits } from '../../src/features/applications/policy';
import { policyPage } from '../../tools/policy/page';
import { sundsvall } from '../guidelines/sundsvall';
import { lix } from '../support/lix';

const FILE = join(__dirname, '../../docs/policy.md');
const RULES = { permits, decide };

/** The rows of a section's table. */
function rowsOf(page: string, heading: string): string[] {
  const after = page.slice(page.indexOf(`${heading}\n`) + heading.length);
  const section = after.split(/\n#+ /)[0] ?? '';
  return section.split('\n').filter((line) => line.startsWith('|'));
}

describe('docs/policy.md', () => {
  const page = policyPage(sundsvall(), RULES);

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

    const opened = policyPage(sundsvall(), { permits: open, decide });
    const turned = policyPage(sundsvall(), { permits, decide: early });

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

  it('follows the guideline’s own days', () => {
    const ladder = [{ after: 17, to: ['director' as const] }];
    const { deadlines, ...guideline } = sundsvall();

    const other = policyPage({ ...guideline, deadlines: { ...deadlines, decision: ladder } }, RULES);

    expect(other).toMatch(/17 arbetsdagar +\| kommunikationsdirektören/);
  });

  it('G-5.2c: reads easily, LIX at most 40', () => {
    const prose = page.split('\n').filter((line) => line !== '' && !/^[#|]/.test(line));

    expect(lix(prose)).toBeLessThanOrEqual(40);
  });
});
