/** Culling: one reason, all four assurances, the local decision, and a second person (G-7.4). */
import { sundsvall } from '../guidelines/sundsvall';
import { elsewhere, noticesOf, openCases, sv, type CaseHouse } from '../support/cases';
import { inputsOf } from '../support/card-parts';
import { PEOPLE, type Chat } from '../support/house';
import { onBothStores } from '../support/stores';

const { reasons, confirmations } = sundsvall().triage.culling;
const CONFIRMED = Object.fromEntries(confirmations.map(({ id }) => [`confirm-${id}`, 'yes']));

onBothStores('a post may be culled', (open) => {
  let house: CaseHouse;
  let anna: Chat;
  let sara: Chat;
  beforeEach(async () => {
    house = await openCases(open);
    [anna, sara] = [house.chat('anna'), house.chat('sara')];
  });
  afterEach(() => {
    expect(house.alerts).toEqual([]);
  });

  it.each(reasons.map(({ id, clause }) => [clause, id] as const))(
    '%s: %s is a reason, which a second person agrees to',
    async (_clause, reason) => {
      const { text } = await house.assess(anna, ['minor']);
      const asked = Object.keys(inputsOf(anna.card()));
      await house.press(anna, 'case.cull', { ...CONFIRMED, 'cull-reason': reason });
      const waiting = await house.state('culling');
      const told = noticesOf(house, sara).at(-1);
      await house.press(sara, 'case.agree');

      expect(text).toContain(sv.suggestion.says.cull);
      expect(asked).toEqual(expect.arrayContaining(['cull-reason', ...Object.keys(CONFIRMED)]));
      expect(waiting.culling).toMatchObject({
        by: PEOPLE.anna.aad,
        reason,
        confirmed: ['insight', 'justice', 'administration', 'research'],
        decision: 'KFN-2025-00042, § 17',
      });
      expect(told).toMatch(/väntar på att du håller med/);
      expect(await house.state('done')).toMatchObject({
        ruling: { outcome: 'cull' },
        culling: { reason },
        second: { by: PEOPLE.sara.aad },
      });
    },
  );

  it.each(confirmations.map(({ id, clause }) => [clause, id] as const))(
    '%s: without the assurance of %s nothing is culled',
    async (_clause, id) => {
      await house.assess(anna, ['minor']);

      const without = { ...CONFIRMED, [`confirm-${id}`]: 'no', 'cull-reason': 'outdated' };
      const { text } = await house.press(anna, 'case.cull', without);

      expect(text).toContain(sv.problems.missing);
      await house.state('suggested');
    },
  );

  it.each(['', 'because'])('G-7.4: the reason is one of the three, and not “%s”', async (reason) => {
    await house.assess(anna, ['minor']);

    const { text } = await house.press(anna, 'case.cull', { ...CONFIRMED, 'cull-reason': reason });

    expect(text).toContain(sv.problems.missing);
    await house.state('suggested');
  });

  it('G-7.4: the same person cannot be the second, nor can somebody without that office', async () => {
    const karin = house.chat('karin');
    await house.assess(anna, ['minor']);
    await house.forge(karin, 'case.cull', { ...CONFIRMED, 'cull-reason': 'outdated' });

    const own = await house.forge(karin, 'case.agree');
    const reporter = await house.forge(anna, 'case.agree');
    const registrar = await house.forge(house.chat('rolf'), 'case.agree');
    await house.state('culling');
    await house.forge(house.chat('kim'), 'case.agree');

    expect(own.text).toContain(sv.refusals['same-person']);
    expect(reporter.text).toContain(sv.refusals['not-second']);
    expect(registrar.text).toContain(sv.refusals['not-second']);
    expect(await house.state('done')).toMatchObject({
      culling: { by: PEOPLE.karin.aad },
      second: { by: PEOPLE.kim.aad },
    });
  });

  it('G-7.4: whoever does not agree says why, and the case is decided anew', async () => {
    await house.assess(anna, ['minor']);
    await house.press(anna, 'case.cull', { ...CONFIRMED, 'cull-reason': 'temporary' });

    const { text: why } = await house.press(sara, 'case.disagree', { 'disagree-words': '' });
    await house.press(sara, 'case.disagree', { 'disagree-words': 'Någon har frågat om det.' });

    expect(why).toContain(sv.problems.missing);
    expect(noticesOf(house, anna).join()).toContain('håller inte med');
    expect(await house.state('suggested')).toMatchObject({ asked: 'nobody' });
    expect(await house.state('suggested')).not.toHaveProperty('culling');
  });

  it('G-7.4: where the department has no decision on culling it is neither suggested nor taken', async () => {
    const vera = house.chat('vera');

    const { text } = await house.assess(vera, ['minor'], elsewhere('vard-omsorg'));
    const offered = Object.keys(inputsOf(vera.card()));
    const forged = await house.forge(vera, 'case.cull', {
      ...CONFIRMED,
      reason: 'outdated',
      words: 'Det är gammalt.',
    });

    expect((await house.state('suggested')).suggestion).toMatchObject({ outcome: 'keep', rule: 'keep' });
    expect(text).not.toContain(sv.suggestion.says.cull);
    expect(offered.filter((id) => /cull|confirm/.test(id))).toEqual([]);
    expect(forged.text).toContain(sv.refusals['no-culling']);
  });
});
