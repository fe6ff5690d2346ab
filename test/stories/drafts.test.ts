/** A draft: saved and taken up again, checked step by step with the words kept, withdrawn. */
import { buttonsOf, inputsOf, openRow, problemsOf, rowsOf } from '../support/card-parts';
import { documentsOf, onBothStores } from '../support/stores';
import { applyAtOnce, fillIn, stepsOf } from '../support/story';

const [ACCOUNT, UNIT, QUESTIONS, PEOPLE, PRESENCE, CONSULTATION] = stepsOf();

/** A step, one answer that is wrong in it, and what the bot says. */
const WRONG = [
  [0, 'platform', 'myspace', 'Välj ett av svaren i listan.'],
  [0, 'handle', 'https://www.facebook.com/biblioteket', 'Länken hör till en annan plattform.'],
  [0, 'handle', 'https://www.instagram.com/', 'Jag hittar inget namn i länken.'],
  [0, 'department', 'rymden', 'Välj ett av svaren i listan.'],
  [1, 'purpose', 'å'.repeat(601), 'Texten är för lång. Korta den till högst 600 tecken.'],
  [2, 'why', 'å'.repeat(1001), 'Texten är för lång. Korta den till högst 1000 tecken.'],
  [3, 'responsible', 'Ingen Alls', 'Jag hittar ingen med det namnet.'],
  [3, 'deputies', 'Anna Anställd', 'Ersättaren kan inte vara samma person'],
  [3, 'mailbox', 'biblioteket', 'Det ser inte ut som en e-postadress.'],
  [4, 'frequency', 'aldrig', 'Välj ett av svaren i listan.'],
  [5, 'consultedOn', '2026-11-24', 'Dagen har inte varit än.'],
  [5, 'consultedOn', '2026-02-30', 'Skriv datumet som år, månad och dag'],
] as const;

onBothStores('a draft', (open) => {
  it('is saved, found among one’s own cases, and taken up where it was left', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Nästa', ACCOUNT);

    const saved = await anna.click('Spara utkast', { ...UNIT, audience: '' });
    house.clock.pass(60 * 24);
    await anna.say('mina ärenden');
    const row = rowsOf(anna.card());
    const resumed = await openRow(anna, '@Biblioteket');

    expect(saved.text).toContain('Utkastet är sparat. Skriv ”mina ärenden” när du vill fortsätta.');
    expect(row).toEqual([expect.stringContaining('Utkast · 1 arbetsdag')]);
    expect(resumed.text).toContain('Steg 2 av 6');
    expect(inputsOf(resumed.body.value)).toEqual({ ...UNIT, audience: '' });
  });

  it('goes on from the list to the end', async () => {
    const house = await open(['anna', 'karin']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Spara utkast', ACCOUNT);
    await anna.say('mina ärenden');
    await openRow(anna, '@Biblioteket');

    const sent = await fillIn(anna, stepsOf());

    expect(sent.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(await documentsOf(house.store, 'application')).toHaveLength(1);
  });

  it.each([
    ['vi vill ha instagram för biblioteket', { platform: 'instagram', unit: 'Biblioteket' }],
    ['kan vi få ett facebook konto till badhuset?', { platform: 'facebook', unit: 'Badhuset' }],
    ['could we get a linkedin account for the museum', { platform: 'linkedin', unit: 'Museum' }],
  ])('G-1.9: begins with what is said, "%s", and keeps it to the step it belongs to', async (said, heard) => {
    const house = await open(['anna']);
    const anna = house.chat('anna');

    await anna.say(said);
    const first = inputsOf(anna.card());
    await anna.click('Spara utkast', { ...ACCOUNT, platform: heard.platform, handle: '@nytt' });
    await anna.say('mina ärenden');
    const resumed = await openRow(anna, '@nytt');
    const second = await anna.click('Nästa', { ...ACCOUNT, platform: heard.platform, handle: '@nytt' });

    expect(first).toMatchObject({ platform: heard.platform });
    expect(inputsOf(resumed.body.value)).toMatchObject({ platform: heard.platform, handle: '@nytt' });
    expect(inputsOf(second.body.value)).toMatchObject({ unit: heard.unit });
  });

  it('is kept at every step, and opened again there with its words', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    const steps = stepsOf();
    await anna.say('ny ansökan');

    for (const [at, inputs] of steps.entries()) {
      await anna.click('Spara utkast', inputs);
      await anna.say('mina ärenden');
      const resumed = await openRow(anna, '@Biblioteket');

      expect(resumed.text).toContain(`Steg ${at + 1} av 6`);
      expect(inputsOf(resumed.body.value)).toEqual(inputs);
      if (at < steps.length - 1) await anna.click('Nästa', inputs);
    }
  });

  it('goes back without loss', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Nästa', ACCOUNT);
    await anna.click('Tillbaka', { ...UNIT, purpose: 'Halvt om' });

    const again = await anna.click('Nästa', ACCOUNT);

    expect(inputsOf(again.body.value)).toEqual({ ...UNIT, purpose: 'Halvt om' });
  });

  it('begins with the person who writes as responsible, and leaves it to them', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    for (const inputs of [ACCOUNT, UNIT, QUESTIONS]) await anna.click('Nästa', inputs);

    const { responsible: _none, ...others } = PEOPLE!;
    const suggested = inputsOf(anna.card());
    const cleared = await anna.click('Nästa', others);

    expect(suggested).toMatchObject({ responsible: 'Anna Anställd' });
    expect(problemsOf(cleared.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(inputsOf(cleared.body.value)).toEqual({ ...PEOPLE, responsible: '' });
  });

  it('G-1.9, G-2.1, G-2.2, G-2.3, G-2.4: does not pass a question without an answer', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Nästa', ACCOUNT);
    await anna.click('Nästa', UNIT);

    for (const id of ['why', 'goals', 'value', 'organisation']) {
      for (const empty of ['', '  \n ']) {
        const clicked = await anna.click('Nästa', { ...QUESTIONS, [id]: empty });

        expect(clicked.text).toContain('Ett svar behöver ändras. Det står vid frågan.');
        expect(problemsOf(clicked.body.value)).toEqual([
          'Svaret saknas. Skriv ett svar så kan du gå vidare.',
        ]);
        expect(inputsOf(clicked.body.value)).toEqual({ ...QUESTIONS, [id]: '' });
      }
    }
    expect((await anna.click('Nästa', QUESTIONS)).text).toContain('Vem tar hand om kontot?');
  });

  it('G-2.0: is not sent in with half of the talk: a name needs its day', async () => {
    const house = await open(['anna', 'karin']);

    const sent = await applyAtOnce(house.chat('anna'), { consultedOn: '' });
    await house.settle();

    expect(problemsOf(sent.body.value)).toHaveLength(1);
    expect(sent.text).toContain('Ett svar behöver ändras. Det står vid frågan.');
    expect(await house.chat('karin').say('att göra')).toContain('Inget väntar på dig just nu.');
  });

  it('says at each step what is wrong, beside the question, and keeps the words', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    const steps = stepsOf();
    await anna.say('ny ansökan');

    for (const [step, inputs] of steps.entries()) {
      const forward = step === steps.length - 1 ? 'Skicka in' : 'Nästa';
      for (const [, id, typed, problem] of WRONG.filter(([at]) => at === step)) {
        const clicked = await anna.click(forward, { ...inputs, [id]: typed });

        expect(problemsOf(clicked.body.value)).toEqual([expect.stringContaining(problem)]);
        expect(inputsOf(clicked.body.value)).toEqual({ ...inputs, [id]: typed });
        expect(clicked.text).toContain(`Steg ${step + 1} av 6`);
      }
      await anna.click(forward, inputs);
    }
    expect(anna.text()).toContain('Tack!');
  });

  it('that empties an answer which was saved shows it empty, with what is wrong', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    await anna.click('Nästa', ACCOUNT);
    await anna.click('Spara utkast', UNIT);

    const { purpose: _none, ...others } = UNIT!;
    const clicked = await anna.click('Nästa', others);

    expect(problemsOf(clicked.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(inputsOf(clicked.body.value)).toEqual({ ...UNIT, purpose: '' });
  });

  it('is the applicant’s alone', async () => {
    const house = await open(['anna', 'sara']);
    const [anna, sara] = [house.chat('anna'), house.chat('sara')];
    await anna.say('ny ansökan');
    await anna.click('Spara utkast', ACCOUNT);
    await anna.say('mina ärenden');
    await sara.say('hjälp');
    const theirs = anna.clickOf('Öppna');

    const opened = await sara.send({ ...sara.clickOf('Mina ärenden'), value: theirs['value'] });

    expect(opened.text).toBe('Du kan inte se det här ärendet. Fråga den som har lagt upp det.');
  });

  it('that was sent in can be withdrawn, tells those who would have decided, and frees the name', async () => {
    const house = await open(['anna', 'bo', 'karin', 'kim']);
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];
    await applyAtOnce(anna);
    await house.settle();
    const late = karin.clickOf('Godkänn');

    const withdrawn = await anna.click('Dra tillbaka');
    await house.settle();
    const clicked = await karin.send(late);
    const other = await applyAtOnce(house.chat('bo'), {
      responsible: 'Bo Boendestöd',
      deputies: 'Kim Kollega',
    });

    expect(withdrawn.text).toContain('Ansökan är tillbakadragen. Du kan göra en ny när du vill.');
    expect(buttonsOf(withdrawn.body.value)).toEqual([]);
    expect(clicked.text).toContain('Anna Anställd drog tillbaka ansökan måndag 23 november.');
    expect(karin.text()).toContain('Du behöver inte göra något.');
    expect(other.text).toContain('Tack!');
    expect(await documentsOf(house.store, 'audit')).toEqual([]);
  });

  it('with all answers fits on a card at each step, at most five inputs at a time', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    await anna.say('ny ansökan');

    for (const inputs of [ACCOUNT, UNIT, QUESTIONS, PEOPLE, PRESENCE]) {
      expect(Object.keys(inputsOf(anna.card()))).toEqual(Object.keys(inputs!));
      await anna.click('Nästa', inputs);
    }

    expect(Object.keys(inputsOf(anna.card()))).toEqual(Object.keys(CONSULTATION!));
    expect(buttonsOf(anna.card())).toEqual(['Skicka in', 'Tillbaka', 'Spara utkast', 'Jag vill prata först']);
  });
});
