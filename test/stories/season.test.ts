/** A season as people live it: one message each, a picture in chat or by the page, later, not mine, closed, closed by two. */
import { account, seedAccounts } from '../support/accounts';
import { actionsOf, buttonsOf, edited, openRow, rowsOf } from '../support/card-parts';
import { PEOPLE, type Chat, type Clicked, type House } from '../support/house';
import { morning, openSeason, png } from '../support/season';
import { documentsOf, onBothStores } from '../support/stores';

const NO_DEPUTY = { deputies: [] };

/** Messages in the chat after the welcome. */
function messages({ connector }: House, { who }: Chat): number {
  return connector.chat(who.conversation).length - 1;
}

/** Presses the button of one of the accounts a picture may belong to, counted from one. */
function choose(chat: Chat, nth: number): Promise<Clicked> {
  const action = actionsOf(chat.card()).filter(({ title }) => title === 'Välj')[nth - 1];
  if (!action) throw new Error(`There is no choice ${nth}: ${chat.text()}`);
  return chat.send(edited(chat.clickOf('Välj'), action));
}

onBothStores('a season', (open) => {
  it('G-7.3a, G-7.3b: opens one capture for each active account, and asks whoever is responsible', async () => {
    const house = await openSeason(
      open,
      ['anna', 'bo'],
      [account(), account({ handle: 'gammalt', status: 'reserved' })],
    );
    const anna = house.chat('anna');

    expect(await documentsOf(house.store, 'capture')).toHaveLength(1);
    expect(anna.text()).toContain('Skärmdump för hösten 2026\nbiblioteket');
    expect(anna.text()).toContain('senast lördag 31 oktober');
    expect(buttonsOf(anna.card())).toEqual(
      expect.arrayContaining(['Ladda upp', 'Påminn mig då', 'Skicka till kommunikatören']),
    );
    expect(messages(house, house.chat('bo'))).toBe(0);
    expect(house.alerts).toEqual([]);
  });

  it('G-7.3b: several accounts come in one message, and each opens from its row', async () => {
    const house = await openSeason(
      open,
      ['anna'],
      [account(), account({ handle: 'museet', platform: 'x', platformName: 'X' })],
    );
    const anna = house.chat('anna');

    expect(messages(house, anna)).toBe(1);
    expect(anna.text()).toContain('Nu är det dags för skärmdump av biblioteket (Instagram).');
    expect(anna.text()).toContain('Nu är det dags för skärmdump av museet (X).');
    await anna.click('Öppna');
    expect(anna.text()).toContain('Skärmdump för hösten 2026');
  });

  it('G-7.3c: a picture in the chat is the answer; reminders end and every card is a receipt', async () => {
    const house = await openSeason(open, ['anna', 'bo'], [account()]);
    const anna = house.chat('anna');

    const answer = await anna.sendPicture(png('one'));
    await house.settle();
    expect(answer).toContain('Tack! Bilden är sparad.');
    expect(anna.cards().map((card) => JSON.stringify(card).includes('Väntar på bild'))).not.toContain(true);
    expect(house.files.puts).toHaveLength(1);

    const before = messages(house, anna);
    for (const day of ['2026-09-22', '2026-09-29', '2026-10-06', '2026-10-13']) await morning(house, day);
    expect(messages(house, anna)).toBe(before);
    expect(messages(house, house.chat('bo'))).toBe(0);
  });

  it('G-7.3b, G-7.3d: the ladder goes from the responsible person to the deputy, the communicator and the registrar', async () => {
    const house = await openSeason(open, ['anna', 'bo', 'karin', 'rolf'], [account()]);
    const [anna, bo, karin, rolf] = (['anna', 'bo', 'karin', 'rolf'] as const).map((who) => house.chat(who));
    const counts = (): number[] => [anna!, bo!, karin!, rolf!].map((chat) => messages(house, chat));

    expect(counts()).toEqual([1, 0, 0, 0]);
    await morning(house, '2026-09-22');
    expect(counts()).toEqual([2, 0, 0, 0]);
    await morning(house, '2026-09-29');
    expect(counts()).toEqual([3, 1, 0, 0]);
    await morning(house, '2026-10-06');
    expect(counts()).toEqual([4, 2, 1, 0]);
    await morning(house, '2026-10-13');
    expect(counts()).toEqual([5, 3, 2, 1]);
    expect(rolf!.text()).toContain('Anna Anställd är ansvarig och får påminnelser.');
    await morning(house, '2026-10-20');
    expect(counts()).toEqual([5, 3, 2, 1]);
  });

  it('G-7.3b: what is put off comes back on its day, and no earlier', async () => {
    const house = await openSeason(open, ['anna'], [account(NO_DEPUTY)]);
    const anna = house.chat('anna');

    expect((await anna.click('Påminn mig då', { until: '2026-09-26' })).text).toContain(
      'senast fredag 25 september',
    );
    await anna.click('Påminn mig då', { until: '2026-09-24' });
    expect(anna.text()).toContain('påminns torsdag 24 september');
    await morning(house, '2026-09-22');
    expect(messages(house, anna)).toBe(1);
    await morning(house, '2026-09-24');
    expect(messages(house, anna)).toBe(2);
  });

  it('G-7.3b: "not mine" goes to the communicator, who names the new person; the register follows', async () => {
    const house = await openSeason(open, ['anna', 'emma', 'karin'], [account(NO_DEPUTY)]);
    const [anna, karin, emma] = [house.chat('anna'), house.chat('karin'), house.chat('emma')];

    await anna.click('Skicka till kommunikatören', { who: 'Emma tog över i våras.' });
    await house.settle();
    expect(anna.text()).toContain('Kommunikatören tar det vidare');
    expect(karin.text()).toContain('Anna Anställd: Emma tog över i våras.');

    expect((await karin.click('Spara ny ansvarig', { person: 'Ingen Alls' })).text).toContain(
      'Skriv e-postadressen',
    );
    await karin.click('Spara ny ansvarig', { person: 'Emma English' });
    await house.settle();
    expect(emma.text()).toContain('Screenshot for autumn 2026');
    const [registered] = await documentsOf(house.store, 'account');
    expect(registered).toMatchObject({ state: { responsible: { id: PEOPLE.emma.aad } } });
    expect(anna.text()).toBe('Du ansvarar inte för det här kontot. Du behöver inte göra något.');
  });

  it('G-7.3b: "closed" is settled by the communicator; the account is reserved and nobody is reminded', async () => {
    const house = await openSeason(open, ['anna', 'karin'], [account(NO_DEPUTY)]);
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];

    await anna.click('Skicka att det är stängt', { when: 'I juni.' });
    await house.settle();
    await karin.click('Markera som stängt', { closing: 'Kontot stängdes i juni utan sista bild.' });
    await house.settle();

    expect(karin.text()).toContain('Ingen bild behövs');
    expect((await documentsOf(house.store, 'account'))[0]).toMatchObject({ state: { status: 'reserved' } });
    const before = messages(house, anna);
    for (const day of ['2026-09-22', '2026-09-29']) await morning(house, day);
    expect(messages(house, anna)).toBe(before);
  });

  it('G-7.3d: the overview shows each account, and from it one reminds, sends for somebody, or gives a reason', async () => {
    const house = await openSeason(
      open,
      ['anna', 'vera'],
      [
        account({ handle: 'hemma', department: 'vard-omsorg', ...NO_DEPUTY }),
        account({ handle: 'borta', department: 'vard-omsorg', ...NO_DEPUTY }),
        account({ handle: 'badet', department: 'vard-omsorg', ...NO_DEPUTY }),
      ],
    );
    const vera = house.chat('vera');

    await vera.say('arkivläge');
    expect(vera.text()).toContain('0 av 3 klara, 3 väntar');
    await openRow(vera, 'badet');
    await vera.click('Bild går inte att få', { reason: 'Kontot är låst av plattformen.' });
    await vera.say('arkivläge');
    await openRow(vera, 'borta');
    await vera.click('Påminn igen');
    await house.settle();
    expect(house.chat('anna').text()).toContain('borta');
    await vera.click('Ladda upp åt den ansvariga');
    expect(JSON.stringify(vera.card())).toContain('/upload/');

    await vera.say('arkivläge');
    expect(vera.text()).toContain('0 av 3 klara, 1 utan bild med skäl, 2 väntar');
    expect(rowsOf(vera.card())[0]).toContain('borta');
  });

  it('G-7.3d: is closed by a communicator and a registrar; what comes later is a supplement', async () => {
    const house = await openSeason(
      open,
      ['anna', 'karin', 'rolf'],
      [account(NO_DEPUTY), account({ handle: 'museet', ...NO_DEPUTY })],
    );
    const [anna, karin, rolf] = [house.chat('anna'), house.chat('karin'), house.chat('rolf')];
    await anna.say('skärmdump');
    await openRow(anna, 'biblioteket');
    await anna.sendPicture(png('one'));
    await anna.click('Öppna').catch(() => undefined);

    await karin.say('arkivläge');
    await karin.click('Gå till stängningen');
    expect((await karin.click('Stäng säsongen', { words: '' })).text).toContain('Svaret saknas');
    await karin.click('Stäng säsongen', { words: 'Museet bytte telefon.' });
    expect(karin.text()).toContain('Nu väntar jag på den andra rollen');
    await house.settle();

    expect(rolf.text()).toContain('Karin Kommunikatör har stängt för sin del');
    await rolf.click('Stäng säsongen', { words: 'Museet bytte telefon.' });
    await house.at('2026-09-16T10:00:00+02:00');
    expect(rolf.text()).toContain('Säsongen är stängd');
    await rolf.click('Hämta arkivpaketet');
    expect(JSON.stringify(rolf.card())).toContain('/download/');

    const before = (await documentsOf(house.store, 'capture')).map((one) => JSON.stringify(one['state']));
    expect(before.filter((state) => state.includes('"sealed"'))).toHaveLength(2);
  });

  it('G-7.3c: with several accounts the bot asks which one; a further picture is no other account’s', async () => {
    const house = await openSeason(
      open,
      ['anna'],
      [account(NO_DEPUTY), account({ handle: 'museet', ...NO_DEPUTY })],
    );
    const anna = house.chat('anna');

    const asked = await anna.sendPicture(png('one'));
    expect(asked).toContain('biblioteket');
    expect(asked).toContain('museet');
    expect(asked).not.toContain('svara med bilden här');
    expect(house.files.puts).toHaveLength(0);
    await choose(anna, 2);
    expect(anna.text()).toContain('Tack! Bilden är sparad.');

    expect(await anna.sendPicture(png('two'))).toContain('biblioteket');
    await choose(anna, 2);
    expect(anna.text()).toContain('2 bilder är sparade');
  });

  it('G-7.3c: the same picture as for another account is asked about, and a wrong one stays in the trail', async () => {
    const house = await openSeason(
      open,
      ['anna'],
      [account(NO_DEPUTY), account({ handle: 'museet', ...NO_DEPUTY })],
    );
    const anna = house.chat('anna');
    await anna.sendPicture(png('one'));
    await choose(anna, 1);
    house.clock.pass(120);

    expect(await anna.sendPicture(png('one'))).toContain('Samma bild finns redan på ett annat konto');
    await anna.click('Nej, fel bild');
    expect(anna.text()).toContain('Väntar på bild');
    await anna.sendPicture(png('two'));
    await anna.click('Fel bild, ta en ny');
    expect(anna.text()).toContain('Väntar på bild');

    const [museum] = (await documentsOf(house.store, 'capture')).filter((one) =>
      JSON.stringify(one).includes('museet'),
    );
    expect(museum).toMatchObject({
      state: {
        status: 'waiting',
        pictures: [{ superseded: { name: 'Anna Anställd' } }, { superseded: { name: 'Anna Anställd' } }],
      },
    });
    expect(new Set(house.files.puts).size).toBe(3);

    // The one that was marked wrong was the right one after all.
    expect(await anna.sendPicture(png('two'))).toContain('Tack! Bilden är sparad.');
    await anna.click('Fel bild, ta en ny');
    expect(await anna.sendPicture(png('two'))).toContain('Tack! Bilden är sparad.');
    expect(await anna.sendPicture(png('one'))).toContain('Samma bild finns redan på ett annat konto');
  });

  it('G-7.3c: an extra capture before an account is closed, and the account is closed from it', async () => {
    const house = await openSeason(open, ['karin'], []);
    await seedAccounts(house.store, [account(NO_DEPUTY)]);
    const karin = house.chat('karin');

    await karin.say('extra skärmdump');
    await karin.click('Starta', { account: 'account-01', occasion: 'before-closing' });
    expect(karin.text()).toContain('Skärmdump innan kontot stängs');
    await karin.click('Ladda upp åt den ansvariga');
    expect(JSON.stringify(karin.card())).toContain('/upload/');

    await karin.say('extra skärmdump');
    expect((await karin.click('Starta', { account: 'account-01', occasion: 'other' })).text).toContain(
      'väntar redan',
    );
  });

  it('G-7.3d: whom nothing reaches stands on the communicator’s list the same day, with the reason', async () => {
    const house = await openSeason(
      open,
      ['karin'],
      [
        account({ responsible: { id: PEOPLE.emma.aad, name: 'Emma English' }, ...NO_DEPUTY }),
        account({
          handle: 'museet',
          responsible: { id: PEOPLE.emma.aad, name: 'Emma English' },
          ...NO_DEPUTY,
        }),
      ],
    );
    house.connector.fail(({ conversation }) =>
      conversation === PEOPLE.karin.conversation
        ? undefined
        : { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } },
    );

    await morning(house, '2026-09-22');

    expect(await house.chat('karin').say('att göra')).toContain('Emma English har blockerat mig');
  });

  it('G-7.3a: an account that becomes active in the middle of the season gets its own days', async () => {
    const house = await openSeason(open, ['anna'], []);
    await seedAccounts(house.store, [account({ activeSince: '2026-09-30T09:00:00.000Z', ...NO_DEPUTY })]);

    await morning(house, '2026-10-01');
    await house.at('2026-10-01T08:33:00+02:00');
    const [capture] = await documentsOf(house.store, 'capture');
    expect(capture).toMatchObject({ state: { from: '2026-10-01', to: '2026-10-31' } });
    expect(house.chat('anna').text()).toContain('biblioteket');
  });
});
