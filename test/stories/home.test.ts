/** What everybody starts from: the welcome, help that fits the person, what waits, and words that are half right. */
import { buttonsOf, openRow, rowsOf } from '../support/card-parts';
import { activity, conversationUpdate, installationUpdate, message } from '../support/activities';
import { onBothStores } from '../support/stores';
import { applyAtOnce } from '../support/story';

onBothStores('the beginning', (open) => {
  it('is a welcome once, however often a client announces itself', async () => {
    const house = await open();
    const anna = house.chat('anna');
    const place = { serviceUrl: house.connector.serviceUrl };

    for (let times = 0; times < 3; times += 1) await anna.send(installationUpdate(anna.who, place));

    expect(anna.cards()).toHaveLength(1);
    expect(anna.text()).toContain(
      'Hej! Jag hjälper dig med kommunens konton i sociala medier. Vad vill du göra?',
    );
  });

  it('is the answer for one who writes first, and no second welcome', async () => {
    const house = await open();
    const anna = house.chat('anna');

    await anna.say('hej');
    await anna.send(installationUpdate(anna.who, { serviceUrl: house.connector.serviceUrl }));

    expect(anna.cards()).toHaveLength(1);
    expect(anna.text()).toContain('Vad vill du göra? Välj här, eller skriv orden.');
  });

  it('is silent about what is no word to the bot: somebody typing, a reaction, members, a removal', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    const place = { serviceUrl: house.connector.serviceUrl };
    house.connector.clear();

    for (const type of ['typing', 'messageReaction', 'messageUpdate', 'messageDelete', 'event'])
      expect(await anna.send(activity(anna.who, place, { type }))).toMatchObject({ status: 200 });
    await anna.send(conversationUpdate(anna.who, place));
    await anna.send(installationUpdate(anna.who, place, 'remove'));

    expect(house.connector.requests).toEqual([]);
    expect(house.alerts).toEqual([]);
  });

  it('offers an employee what there is today, and nothing that is on its way', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');

    await anna.say('hjälp');

    expect(buttonsOf(anna.card())).toEqual([
      'Ny ansökan',
      'Skärmdump',
      'Bedöm inlägg',
      'Förteckning',
      'Mina ärenden',
      'Att göra',
      'English',
    ]);
    expect(anna.text()).not.toContain('förvaltningskommunikatör');
  });

  it('G-5.5a: introduces a communicator and her deputy to what is theirs, with their departments', async () => {
    const house = await open(['karin', 'kim', 'sara']);

    for (const who of ['karin', 'kim'] as const) {
      const help = await house.chat(who).say('hjälp');

      expect(help).toContain('Du är förvaltningskommunikatör för Kultur och fritid, Biblioteken.');
      expect(help).toContain('Du stöttar dem som vill ha ett konto och fattar beslut om deras ansökningar.');
    }
    expect(await house.chat('sara').say('hjälp')).not.toContain('Du är förvaltningskommunikatör');
  });

  it('says how much waits', async () => {
    const house = await open(['anna', 'bo', 'karin']);
    const karin = house.chat('karin');
    const said = [await karin.say('hjälp')];

    await applyAtOnce(house.chat('anna'));
    said.push(await karin.say('hjälp'));
    await applyAtOnce(house.chat('bo'), {
      handle: '@museet',
      responsible: 'Bo Boendestöd',
      deputies: 'Kim Kollega',
    });
    said.push(await karin.say('hjälp'));

    expect(said.map((text) => /(En sak|\d saker) väntar på dig\./.exec(text)?.[0])).toEqual([
      undefined,
      'En sak väntar på dig.',
      '2 saker väntar på dig.',
    ]);
  });

  it('understands synonyms, small misspellings, capitals and the other language', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');
    const meant = {
      'Ny ansökan!': 'Steg 1 av 6',
      'ny ansökn': 'Steg 1 av 6',
      'NYTT KONTO': 'Steg 1 av 6',
      'new application': 'Steg 1 av 6',
      'mina  ärenden.': 'Du har inga ärenden.',
      'mina arenden': 'Du har inga ärenden.',
      'att göra?': 'Inget väntar på dig just nu.',
      förtekning: 'Det finns inga konton än.',
      hjalp: 'Vad vill du göra?',
      Meny: 'Vad vill du göra?',
    };

    for (const [said, answer] of Object.entries(meant)) expect(await anna.say(said)).toContain(answer);
  });

  it('suggests the nearest command for words it does not know, first among the choices', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');

    const near = await anna.say('mina grejer');
    const choices = buttonsOf(anna.card());
    const far = await anna.say('vad blir det för väder i morgon');

    expect(near).toContain('Jag förstod inte riktigt. Menade du mina ärenden?');
    expect(choices[0]).toBe('Mina ärenden');
    expect(far).toContain('Jag förstod inte vad du menade. Skriv gärna med andra ord.');
    expect(buttonsOf(anna.card())).toHaveLength(7);
  });

  it('answers to nothing, signs and very long words with help', async () => {
    const house = await open(['anna']);
    const anna = house.chat('anna');

    for (const said of [' ', '???', '🎉', 'ö'.repeat(5000), '<b>hej</b> ${title}'])
      expect(await anna.say(said)).toContain('Jag förstod inte');
    expect(house.alerts).toEqual([]);
  });

  it('says of what is not there yet that it is on its way', async () => {
    const house = await open(['anna']);

    for (const said of ['granska utkast', 'fråga', 'fråga vem som svarar'])
      expect(await house.chat('anna').say(said)).toBe(
        'Det här kan jag inte än, men det är på väg. Skriv ”hjälp” så ser du vad jag kan nu.',
      );
  });

  it('says it in English to who wrote in English', async () => {
    const house = await open(['emma']);
    const emma = house.chat('emma');

    for (const said of ['check draft', 'ask'])
      expect(await emma.say(said)).toBe(
        'I cannot do this yet, but it is on its way. Write “help” to see what I can do now.',
      );
  });
});

onBothStores('what waits', (open) => {
  it('is nothing, or the one card itself, or a list with the oldest first', async () => {
    const house = await open(['anna', 'bo', 'karin']);
    const [anna, bo, karin] = [house.chat('anna'), house.chat('bo'), house.chat('karin')];

    expect(await karin.say('att göra')).toContain('Inget väntar på dig just nu.');

    await applyAtOnce(anna);
    await karin.say('att göra');
    expect(buttonsOf(karin.card())).toEqual(['Lämna över', 'Godkänn', 'Begär komplettering', 'Avslå']);

    house.clock.pass(60 * 24);
    await applyAtOnce(bo, { handle: '@museet', responsible: 'Bo Boendestöd', deputies: 'Kim Kollega' });
    await house.settle();
    await karin.say('att göra');
    expect(rowsOf(karin.card())).toEqual([
      expect.stringMatching(/@Biblioteket\n.*\nVäntar på dig · 1 arbetsdag\nAnna Anställd vill starta/),
      expect.stringMatching(/@museet\n.*\nVäntar på dig · sedan i dag\nBo Boendestöd vill starta/),
    ]);

    expect((await openRow(karin, '@museet')).text).toContain('Bo Boendestöd vill starta kontot.');
  });

  it('is shown ten at a time', async () => {
    const house = await open(['anna', 'karin']);
    const [anna, karin] = [house.chat('anna'), house.chat('karin')];
    for (let at = 10; at < 22; at += 1) await applyAtOnce(anna, { handle: `@konto${at}` });
    await house.settle();

    await karin.say('att göra');
    const first = rowsOf(karin.card());
    await karin.click('Nästa');
    const second = rowsOf(karin.card());

    expect([first.length, second.length]).toEqual([10, 2]);
    expect(new Set([...first, ...second]).size).toBe(12);
    expect(karin.text()).toContain('Sida 2 av 2');
    expect(buttonsOf(karin.card())).toEqual(['Öppna', 'Öppna', 'Föregående']);
  });
});

onBothStores('a person whom messages do not reach', (open) => {
  const BLOCKED = {
    status: 403,
    body: {
      error: { code: 'ConversationBlockedByUser', message: 'User blocked the conversation with the bot.' },
    },
  };

  it('is listed for the department’s communicator and the lead, with the reason, until they write again', async () => {
    const house = await open(['anna', 'karin', 'kim', 'sara', 'vera']);
    const kim = house.chat('kim');
    house.connector.fail(({ conversation }) => (conversation === kim.who.conversation ? BLOCKED : undefined));
    await applyAtOnce(house.chat('anna'));
    await house.settle();
    house.connector.fail(() => undefined);
    const line =
      'Sedan måndag 23 november\nKim Kollega har blockerat mig i Teams. Be hen att ta bort blockeringen.';

    const karins = await house.chat('karin').say('att göra');
    const saras = await house.chat('sara').say('att göra');
    const veras = await house.chat('vera').say('att göra');
    await kim.send(message(kim.who, 'hej', { serviceUrl: house.connector.serviceUrl }));
    const after = await house.chat('sara').say('att göra');

    expect(karins).toContain('@Biblioteket');
    expect(karins).toContain(`Personer jag inte når\n${line}`);
    expect(saras).toContain(line);
    expect(veras).not.toContain('Kim Kollega');
    expect(after).not.toContain('Kim Kollega');
  });

  it('because they never had the bot is reached in a chat that the bot opens', async () => {
    const house = await open(['anna']);

    await applyAtOnce(house.chat('anna'));
    await house.settle();

    const opened = house.connector.chatOf(house.chat('karin').who.aad);
    expect(opened && house.connector.text(opened)).toContain('Anna Anställd vill starta kontot.');
  });
});
