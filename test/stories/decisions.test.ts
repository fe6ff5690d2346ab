/** Who decides what: rejection with words, official accounts, deputies, departments without communicator, the lead. */
import { buttonsOf, problemsOf } from '../support/card-parts';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';
import { applyAtOnce, CHECKLIST, fillIn, LINK, stepsOf } from '../support/story';
import type { Who } from '../support/house';

const OFFICIAL = { accountType: 'official', handle: '@sundsvallskommun' };

onBothStores('a decision', (open) => {
  async function house(...met: Who[]): Promise<StoredHouse> {
    return open([...met, 'karin', 'kim', 'sara', 'dag']);
  }

  it('is a rejection only with words, which the applicant reads', async () => {
    const at = await house('anna');
    const [anna, karin] = [at.chat('anna'), at.chat('karin')];
    await applyAtOnce(anna);
    await at.settle();

    const wordless = await karin.click('Avslå');
    const rejected = await karin.click('Avslå', { words: 'Ni har redan ett konto. Skriv på det i stället.' });
    await at.settle();

    expect(problemsOf(wordless.body.value)).toEqual(['Svaret saknas. Skriv ett svar så kan du gå vidare.']);
    expect(rejected.text).toContain('Avslag');
    expect(buttonsOf(rejected.body.value)).toEqual([]);
    expect(anna.text()).toContain('Skälet är: Ni har redan ett konto. Skriv på det i stället.');
    expect(anna.text()).toContain('Kontakta Karin Kommunikatör.');
    expect(await documentsOf(at.store, 'claim')).toEqual([]);
  });

  it('that rejects lets go of the name, so that it can be applied for again', async () => {
    const at = await house('anna', 'bo');
    await applyAtOnce(at.chat('anna'));
    await at.settle();
    await at.chat('karin').click('Avslå', { words: 'Vänta till våren.' });
    await at.settle();

    const sent = await applyAtOnce(at.chat('bo'), {
      responsible: 'Bo Boendestöd',
      deputies: 'Anna Anställd',
    });

    expect(sent.text).toContain('Tack! Ansökan är skickad till');
  });

  it('G-1.6, G-4.0a, G-4.1.1: on an official account is the lead’s, and the director confirms it', async () => {
    const at = await house('anna');
    const [anna, karin, sara, dag] = [at.chat('anna'), at.chat('karin'), at.chat('sara'), at.chat('dag')];
    const [account, unit, questions, ...rest] = stepsOf(OFFICIAL);
    await anna.say('ny ansökan');

    const sent = await fillIn(anna, [account!, unit!, { ...questions, channelTraining: 'unsure' }, ...rest]);
    await at.settle();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Sara Samordnare.');
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');

    await sara.click('Godkänn');
    await at.settle();
    expect(dag.text()).toContain('Ett nytt konto är på väg.');
    expect(sara.text()).toContain('Nu ska Dag Direktör bekräfta');

    await dag.click('Bekräfta mottagen');
    await at.settle();
    await anna.click('Kontot är skapat', { ...CHECKLIST, link: 'https://instagram.com/sundsvallskommun' });
    await at.settle();
    await anna.say('förteckning');
    const shown = await anna.click('Öppna');
    expect(shown.text).toContain('Officiellt konto i kommunens namn');
    expect(shown.text).toContain('Sara Samordnare, ansvarig för sociala medier, måndag 23 november');
  });

  it('G-5.5b: the training in the channel is asked for on an official account only', async () => {
    const at = await house('anna', 'bo');
    const [unit, official] = [at.chat('anna'), at.chat('bo')];
    const question = 'Har den som ska sköta kontot fått utbildning i just den här kanalen?';

    await unit.say('ny ansökan');
    for (const inputs of stepsOf().slice(0, 2)) await unit.click('Nästa', inputs);
    await official.say('ny ansökan');
    for (const inputs of stepsOf(OFFICIAL).slice(0, 2)) await official.click('Nästa', inputs);
    const skipped = await official.click('Nästa', stepsOf(OFFICIAL)[2]);

    expect(unit.text()).toContain('Varför vill ni använda sociala medier');
    expect(unit.text()).not.toContain(question);
    expect(official.text()).toContain(question);
    expect(problemsOf(skipped.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
  });

  it('G-1.7: on the communicator’s own application is her deputy’s, logged as for her', async () => {
    const at = await house();
    const [karin, kim, sara] = [at.chat('karin'), at.chat('kim'), at.chat('sara')];

    const sent = await applyAtOnce(karin, { responsible: 'Karin Kommunikatör' });
    await at.settle();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Kim Kollega.');
    expect(buttonsOf(sent.body.value)).toEqual(['Dra tillbaka']);

    await kim.click('Godkänn');
    await at.settle();
    expect(kim.text()).toContain('Kim Kollega godkände ansökan, för Karin Kommunikatör.');

    await sara.click('Bekräfta mottagen');
    await at.settle();
    await karin.click('Kontot är skapat', { ...CHECKLIST, link: LINK });
    await at.settle();
    await karin.say('förteckning');
    const shown = await karin.click('Öppna');
    expect(shown.text).toContain('Kim Kollega, ersättare för Karin Kommunikatör, måndag 23 november');
  });

  it('G-2.0: for a department without a communicator is that of the one above', async () => {
    const at = await house('anna');

    const sent = await applyAtOnce(at.chat('anna'), { department: 'bibliotek' });
    await at.settle();

    expect(sent.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(at.chat('karin').text()).toContain('Biblioteken');
  });

  it('where nobody but the applicant could decide is the lead’s, and the director confirms', async () => {
    const at = await house('vera');
    const [vera, sara, dag] = [at.chat('vera'), at.chat('sara'), at.chat('dag')];

    const sent = await applyAtOnce(vera, { department: 'vard-omsorg', responsible: 'Vera Vårdkommunikatör' });
    await at.settle();
    await sara.click('Godkänn');
    await at.settle();

    expect(sent.text).toContain('Tack! Ansökan är skickad till Sara Samordnare.');
    expect(buttonsOf(dag.card())).toEqual(['Bekräfta mottagen']);
  });

  it('on what the lead applies for is the director’s, and the lead confirms', async () => {
    const at = await house('sara');
    const [sara, dag, karin] = [at.chat('sara'), at.chat('dag'), at.chat('karin')];

    const sent = await applyAtOnce(sara, { responsible: 'Sara Samordnare' });
    await at.settle();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Dag Direktör.');
    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');

    await dag.click('Godkänn');
    await at.settle();
    await sara.say('att göra');
    expect(buttonsOf(sara.card())).toEqual(['Bekräfta mottagen']);

    await sara.click('Bekräfta mottagen');
    await at.settle();
    expect(buttonsOf(sara.card())).toEqual(['Kontot är skapat']);
  });

  it('G-4.0b: is followed by the one named person who is responsible, who may create the account too', async () => {
    const at = await house('anna', 'bo');
    await applyAtOnce(at.chat('anna'), { responsible: 'bo@example.se', deputies: 'Kim Kollega' });
    await at.settle();
    await at.chat('karin').click('Godkänn');
    await at.settle();
    await at.chat('sara').click('Bekräfta mottagen');
    await at.settle();

    const created = await at.chat('bo').click('Kontot är skapat', { ...CHECKLIST, link: LINK });

    expect(created.text).toContain('Kontot står nu i förteckningen');
    expect(created.text).toContain('Ansvarig\nBo Boendestöd, bo@example.se');
  });

  it('for somebody outside the organisation file goes to the communicator of the department they chose', async () => {
    const at = await house('nils');

    const sent = await applyAtOnce(at.chat('nils'), { responsible: 'Nils Ny' });
    await at.settle();

    expect(sent.text).toContain('Tack! Ansökan är skickad till Karin Kommunikatör, Kim Kollega.');
    expect(at.chat('karin').text()).toContain('Nils Ny vill starta kontot.');
  });
});
