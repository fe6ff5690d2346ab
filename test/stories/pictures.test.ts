/** Pictures sent in chat, through the whole bot: fetched from the connector, kept, and shown on the matter's card. */
import { albums } from '../support/album-feature';
import { attachment, message } from '../support/activities';
import { openHouse, PEOPLE, type House } from '../support/house';
import { bytesOf, createMemoryFiles, fakeInspect, type MemoryFiles } from '../support/memory-files';

const NONE = 'Jag väntar inte på någon skärmdump från dig just nu, och har inte hämtat bilden.';

let house: House;
let files: MemoryFiles;

beforeEach(async () => {
  files = createMemoryFiles();
  house = await openHouse([], { files, inspect: fakeInspect, features: [albums] });
});
afterEach(() => house.close());

async function start(name = 'biblioteket', who: 'anna' | 'emma' = 'anna') {
  const chat = house.chat(who);
  await chat.say('nytt album');
  await chat.click('Börja', { name });
  house.connector.clear();
  return chat;
}

const kinds = (): string[] => house.connector.requests.map(({ kind }) => kind);
const standing = (): number => house.connector.chat(PEOPLE.anna.conversation).length;

it.each(['inline', 'file'] as const)('a picture (%s) is on the card that answers it', async (kind) => {
  const anna = await start();

  const text = await anna.sendPicture(bytesOf('png a'), { kind, name: '../../bild "1".png' });
  await house.settle();

  expect(text).toBe('biblioteket: 1 bilder\nStäng');
  expect(files.puts).toEqual([expect.stringMatching(/^sundsvall\/album\/[a-z0-9-]+\/[0-9a-f]{64}\.png$/)]);
  expect(house.connector.requests.filter((one) => one.kind === 'file')).toMatchObject([
    { authorization: undefined },
  ]);
});

it('the card is the matter’s own: what happens later is shown on it', async () => {
  const anna = await start();
  await anna.sendPicture(bytesOf('png a'));
  const answer = house.connector.chat(PEOPLE.anna.conversation).at(-1)!.id;
  await house.settle();

  await anna.sendPicture(bytesOf('png b'));
  await house.settle();

  expect(JSON.stringify(anna.cardAt(answer))).toContain('biblioteket: 2 bilder');
  expect(anna.text()).toContain('biblioteket: 2 bilder');
  await anna.click('Stäng');
  expect(await anna.sendPicture(bytesOf('png c'))).toContain(NONE);
});

it('delivered twice it is fetched once and answered once; sent anew it is no second picture', async () => {
  const anna = await start();
  const sent = anna.pictureMessage(bytesOf('png a'));
  const before = standing();

  await anna.send(sent);
  await anna.send(sent);
  await anna.send({ ...sent, id: 'delivered-again' });
  const answers = standing() - before;
  const text = await anna.sendPicture(bytesOf('png a'));

  expect(answers).toBe(1);
  expect(kinds().filter((kind) => kind === 'file')).toHaveLength(2);
  expect(text).toBe('biblioteket: 1 bilder\nStäng');
});

it('ten pictures in one message are taken in order and answered by one card', async () => {
  const anna = await start();
  const before = standing();

  const text = await anna.sendPicture(Array.from({ length: 10 }, (_, at) => bytesOf(`png ${at}`)));
  await house.settle();

  expect(text).toBe('biblioteket: 10 bilder\nStäng');
  expect(files.puts.map((name) => Buffer.from(files.bytes(name)!).toString())).toEqual(
    Array.from({ length: 10 }, (_, at) => `png ${at}`),
  );
  expect(standing() - before).toBe(1);
});

it('eleven are one too many, and a file that is no picture is named beside the others', async () => {
  const anna = await start();
  const eleven = Array.from({ length: 11 }, (_, at) => bytesOf(at === 3 ? 'ett dokument' : `png ${at}`));

  await anna.sendPicture(eleven);
  await house.settle();

  expect(
    anna
      .cards()
      .map((card) => JSON.stringify(card))
      .join(),
  ).toContain('biblioteket: 9 bilder');
  expect(anna.text()).toBe(
    [
      'Jag kunde inte ta emot alla bilder.',
      'Jag kan bara ta emot bilder och PDF-filer. Spara skärmdumpen som PNG, JPEG, WebP eller PDF och skicka den igen.',
      'Jag tar emot tio bilder i taget. Skicka resten i ett nytt meddelande.',
    ].join(' '),
  );
});

it('where several matters wait, the person chooses, and the card that asked becomes the matter’s', async () => {
  await start('biblioteket');
  const anna = await start('badhuset');

  const question = await anna.sendPicture(bytesOf('png a'));
  expect(kinds()).not.toContain('file');
  const before = standing();
  const { text } = await anna.click('Välj');

  expect(question).toContain('Vad hör bilden till?');
  expect(question).toContain('badhuset');
  expect(text).toContain(': 1 bilder');
  expect(standing()).toBe(before);
});

it('a picture whose address has expired before the choice has to be sent again', async () => {
  await start('biblioteket');
  const anna = await start('badhuset');
  const sent = anna.pictureMessage(bytesOf('png a'));
  await anna.send(sent);
  const [{ contentUrl }] = sent['attachments'] as [{ contentUrl: string }];

  house.connector.expire(contentUrl);

  expect((await anna.click('Välj')).text).toBe('Jag kommer inte åt bilden längre. Skicka den igen.');
  expect(files.puts).toEqual([]);
});

it('nobody is offered help for a picture without words; where none is waited for, that is said', async () => {
  expect(await house.chat('anna').sendPicture(bytesOf('png a'))).toContain(NONE);
  expect(await house.chat('emma').sendPicture(bytesOf('png a'))).toContain('I do not wait for a screenshot');
  expect(kinds()).not.toContain('file');
});

it('in a group a picture is left alone, and the person is told in their own chat where to send it', async () => {
  const anna = await start();
  const conversation = { conversationType: 'groupChat', id: '19:grupp', tenantId: 't' };

  await anna.send(anna.pictureMessage(bytesOf('png a'), { text: 'hjälp', more: { conversation } }));

  const own = house.connector.chatOf(PEOPLE.anna.user)!;
  expect(house.connector.text(own)).toContain('Jag kan inte ta emot bilder i en grupp eller en kanal.');
  expect(house.connector.chat('19:grupp')).toEqual([]);
  expect(files.puts).toEqual([]);
});

it.each([
  'http://127.0.0.1:1/files/1',
  'http://169.254.169.254/latest/meta-data',
  'https://evil.example/bild.png',
  'https://teams.microsoft.com@evil.example/bild.png',
])('a picture that lies elsewhere (%s) is not fetched', async (url) => {
  const anna = await start();

  await anna.send(
    message(PEOPLE.anna, '', { serviceUrl: house.connector.serviceUrl }, { attachments: [attachment(url)] }),
  );

  expect(anna.text()).toContain('Jag får inte hämta bilden därifrån.');
  expect(files.puts).toEqual([]);
});
