/** A seeded sample of the simulated year, and the guideline's table as the year's own rules have it. */
import { rawSundsvall } from '../guidelines/sundsvall';
import { LADDERS, DRAFT_DAYS } from '../long/year-rules';
import { year } from '../long/year-run';
import { createMemoryStore } from '../support/memory-store';

it('G-4.2a–b: in a simulated year every line goes to the right person on the right day, once, in one message a day', async () => {
  const memory = createMemoryStore();

  const broken = await year({
    name: 'in short',
    open: () => memory.view(),
    applications: 40,
    from: '2027-01-11',
    to: '2028-03-10',
  });

  expect(broken).toEqual([]);
}, 150_000);

it('the year knows the table of the built-in guideline', () => {
  const { draftDays, changesAsked, ...rest } = rawSundsvall()['deadlines'] as Record<string, unknown>;
  const ladders = { ...rest, changes: changesAsked } as Record<string, { to: string | string[] }[]>;

  const asLists = Object.fromEntries(
    Object.entries(ladders).map(([name, rungs]) => [
      name,
      rungs.map(({ to, ...rung }) => ({ ...rung, to: [to].flat() })),
    ]),
  );

  expect({ draftDays, ...asLists }).toEqual({ draftDays: DRAFT_DAYS, ...LADDERS });
});
