/** A second guideline, as unlike the first as can be: what people see and may do follows its file, no line of code. */
import { buttonsOf, inputsOf, nodesOf, problemsOf } from '../support/card-parts';
import { answersOf, applyInExempelstad, CHECKED, ENV } from '../support/exempelstad';
import { wordsOf, type Chat, type Who } from '../support/house';
import { documentsOf, onBothStores, type StoredHouse } from '../support/stores';

type Inputs = Readonly<Record<string, string>>;

const LINK = 'https://flic.kr/gatorna';
/** Tuesday 24 November 2026, ten in the morning in Sweden. */
const TUESDAY = '2026-11-24T09:00:00.000Z';

onBothStores('the guideline of Exempelstad', (open) => {
  let house: StoredHouse;
  let ines: Chat;
  let mats: Chat;
  let tove: Chat;
  let leo: Chat;
  let disa: Chat;
  beforeEach(async () => {
    house = await open(['ines', 'mats', 'tove', 'dina', 'leo', 'disa', 'tore'], { env: ENV, at: TUESDAY });
    const chats = (['ines', 'mats', 'tove', 'leo', 'disa'] as const).map((who) => house.chat(who));
    [ines, mats, tove, leo, disa] = chats as [Chat, Chat, Chat, Chat, Chat];
  });

  async function click(chat: Chat, title: string, inputs?: Inputs) {
    const clicked = await chat.click(title, inputs);
    await house.settle();
    return clicked;
  }
  async function applied(who: Chat = ines, changed: Inputs = {}) {
    const sent = await applyInExempelstad(who, changed);
    await house.settle();
    return sent;
  }
  async function waits(who: Who): Promise<boolean> {
    const list = await house.chat(who).say('att göra');
    return !list.includes('Inget väntar på dig just nu.');
  }

  it('asks its own questions, each when its condition holds, with its own platforms, colours and times', async () => {
    const steps = answersOf({ reach: 'visitors', children: 'unsure' });
    await ines.say('ny ansökan');
    const platforms = titlesOf(ines, 'platform');

    await ines.click('Nästa', steps[0]);
    await ines.click('Nästa', steps[1]);
    const asked = Object.keys(inputsOf(ines.card()));
    const missing = await ines.click('Nästa', steps[2]);
    const opened = Object.keys(inputsOf(missing.body.value));
    await ines.click('Nästa', { ...steps[2], childPlan: 'Vi visar inga ansikten.', languages: 'Tyska' });
    await ines.click('Nästa', steps[3]);

    expect(platforms).toEqual(['Facebook', 'Flickr', 'Twitch', 'Mastodon', 'Annan plattform']);
    expect(asked).toEqual(['reach', 'ownAccounts', 'children']);
    expect(opened).toEqual(['reach', 'ownAccounts', 'children', 'childPlan', 'languages']);
    expect(problemsOf(missing.body.value)).toEqual([expect.stringContaining('Svaret saknas.')]);
    expect(titlesOf(ines, 'colour')).toEqual(['Tallgrön', 'Tegelröd', 'Sjöblå', 'Råggul']);
    expect(titlesOf(ines, 'frequency')).toEqual(['Två gånger om dagen', 'På vardagar']);
    expect(titlesOf(ines, 'responseTime')).toEqual(['Samma dag', 'Inom tre dagar']);
  });

  it('wants two deputies and a trained person, and knows its platforms by their aliases', async () => {
    const wanting = await applied(ines, { deputies: 'Tore Turist', training: 'no', handle: LINK });

    const sent = await applied(ines, { platform: 'other', platformName: 'flic.kr', handle: LINK });

    expect(problemsOf(wanting.body.value)).toEqual([
      'Det behövs fler ersättare. Lägg till en till.',
      'Den ansvariga behöver gå utbildningen först. Spara utkastet så länge.',
    ]);
    expect(sent.text).toContain('Tack! Ansökan är skickad till Mats Mellanchef.');
    const [claim] = (await house.store.list({ pk: 'exempelstad/claim', limit: 5 })).items;
    expect(claim?.document.id).toContain('flickr');
  });

  it('goes through manager, communicator and lead; a change asks all of them again', async () => {
    const sent = await applied();
    expect(sent.text).toContain('Tack! Ansökan är skickad till Mats Mellanchef.');
    expect(mats.text()).toContain('Det här är steg 1 av 3.');
    expect(buttonsOf(mats.card())).toContain('Godkänn');
    expect([await waits('tove'), await waits('leo')]).toEqual([false, false]);

    await click(mats, 'Godkänn');
    expect(mats.text()).toContain('Mats Mellanchef godkände sitt steg.');
    expect(tove.text()).toContain('Det här är steg 2 av 3.');

    await click(tove, 'Begär komplettering', { about: 'ownAccounts', words: 'Vilka har ni tittat på?' });
    expect(askedAbout(ines)).toEqual({ ownAccounts: 'Tove Text frågar: Vilka har ni tittat på?' });

    await click(ines, 'Skicka in', { ...answersOf()[2], ownAccounts: 'Vi har tittat på alla tre.' });
    expect(ines.text()).toContain('Tack! Ansökan är skickad till Mats Mellanchef.');
    expect(await waits('tove')).toBe(false);
    await mats.say('att göra');
    expect(mats.text()).toContain('steg 1 av 3');
    expect(mats.text()).toContain('Varför räcker inte kommunens egna konton? (ändrat)');

    await click(mats, 'Godkänn');
    await click(tove, 'Godkänn');
    expect(leo.text()).toContain('Det här är steg 3 av 3.');
    const approved = await click(leo, 'Godkänn');
    expect(approved.text).toContain('Nu ska Disa Direktör bekräfta');
    expect(await waits('leo')).toBe(false);

    await click(disa, 'Bekräfta mottagen');
    expect(ines.text()).toContain('Kommunens vapen syns på bilden.');
    const half = await click(ines, 'Kontot är skapat', { ...CHECKED, 'check-emergency': 'no', link: LINK });
    expect(problemsOf(half.body.value)).toEqual(['Det här behöver vara klart först.']);
    await click(ines, 'Kontot är skapat', { ...CHECKED, link: LINK });
    expect(tove.text()).toContain('Ines Ingenjör har skapat kontot. Titta på det.');
    expect(tove.text()).toContain('Råggul');
    expect(await ines.say('förteckning')).toContain('Det finns inga konton än.');

    await click(tove, 'Något saknas', { words: 'Vapnet är för litet.' });
    expect(ines.text()).toContain('Det här saknas: Vapnet är för litet.');
    await click(ines, 'Kontot är skapat', { ...CHECKED, link: LINK });
    const right = await click(tove, 'Kontot är rätt');
    expect(right.text).toContain('Kontot står nu i förteckningen');

    expect(await ines.say('förteckning')).toContain('gatorna');
    expect(await documentsOf(house.store, 'account', 'exempelstad')).toMatchObject([
      { state: { colour: 'rye', approval: { name: 'Leo Ledare' }, receipt: { name: 'Disa Direktör' } } },
    ]);
    expect(house.alerts).toEqual([]);
  });

  it('an answer that stays as it was keeps the approvals there are', async () => {
    await applied();
    await click(mats, 'Godkänn');
    await click(tove, 'Begär komplettering', { words: 'Är det här allt?' });

    await click(ines, 'Skicka in', answersOf()[0]);

    expect(ines.text()).toContain('Tack! Ansökan är skickad till Tove Text, Dina Dahl.');
    expect(await waits('mats')).toBe(false);
  });

  it('a handover belongs to its step: when a change asks all of them again, the manager is not passed over', async () => {
    await applied();
    await click(mats, 'Godkänn');
    await click(tove, 'Lämna över', { to: leo.who.aad, words: 'Det här kan du bäst.' });
    await click(leo, 'Begär komplettering', { about: 'purpose', words: 'Vad menar ni?' });

    await click(ines, 'Skicka in', { ...answersOf()[1], purpose: 'Visa arbetet på gatorna.' });

    expect(ines.text()).toContain('Tack! Ansökan är skickad till Mats Mellanchef.');
    expect([await waits('mats'), await waits('leo')]).toEqual([true, false]);
  });

  it('the manager who applies does not approve it: the lead takes that step, and the director the lead’s own', async () => {
    const sent = await applied(mats, { responsible: 'Mats Mellanchef' });
    expect(sent.text).toContain('Tack! Ansökan är skickad till Leo Ledare.');
    expect(leo.text()).toContain('steg 1 av 3');

    await click(leo, 'Godkänn');
    const second = await click(tove, 'Godkänn');
    expect(second.text).toContain('Ansökan väntar på beslut av Disa Direktör.');
    expect(await waits('leo')).toBe(false);

    await click(disa, 'Godkänn');
    const events = JSON.stringify(await documentsOf(house.store, 'application', 'exempelstad'));
    expect(events.match(/"type":"(endorsed|approved)"/g)).toEqual([
      '"type":"endorsed"',
      '"type":"endorsed"',
      '"type":"approved"',
    ]);
    expect(leo.text()).toContain('Ett nytt konto är på väg.');
  });

  it('a manager nobody knows is told at the field, and one with an e-mail address is not there yet: the lead is', async () => {
    const unknown = await applied(ines, { manager: 'Okänd Chef' });
    const byMail = await applied(ines, { manager: 'ny.chef@exempelstad.example' });

    expect(problemsOf(unknown.body.value)).toEqual([
      'Jag hittar ingen med det namnet. Skriv e-postadressen i stället.',
    ]);
    expect(Object.keys(inputsOf(unknown.body.value))).toContain('manager');
    expect(byMail.text).toContain('Tack! Ansökan är skickad till Leo Ledare.');
  });

  it('G-4.0a: an official account is the lead’s alone, and its manager need not be anybody', async () => {
    const sent = await applied(ines, { accountType: 'official', manager: 'Kommundirektören' });

    expect(sent.text).toContain('Tack! Ansökan är skickad till Leo Ledare.');
    expect(leo.text()).not.toContain('steg 1');
    await click(leo, 'Godkänn');
    expect(disa.text()).toContain('Ett nytt konto är på väg.');
  });
});

function titlesOf(chat: Chat, id: string): string[] {
  const input = nodesOf(chat.card()).find((node) => node['id'] === id);
  return ((input?.['choices'] ?? []) as { readonly title: string }[]).map(({ title }) => title);
}

/** What is asked, by the id of the input that stands right below it. */
function askedAbout(chat: Chat): Readonly<Record<string, string>> {
  const nodes = nodesOf(chat.card());
  const places = nodes.flatMap((node, at) => {
    if (node['type'] !== 'Container' || node['style'] !== 'accent') return [];
    const input = nodes.slice(at).find(({ type }) => String(type).startsWith('Input.'));
    return [[String(input?.['id']), wordsOf(node)] as const];
  });
  return Object.fromEntries(places);
}
