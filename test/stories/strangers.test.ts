/** Several organisations: a person belongs to one of them, and one whom none knows gets nothing but a sentence. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persona } from '../support/activities';
import { edited } from '../support/card-parts';
import { PEOPLE } from '../support/house';
import { documentsOf, onBothStores } from '../support/stores';
import { applyAtOnce, stepsOf } from '../support/story';

const DEMO = readFileSync(join(__dirname, '../../src/demo/organisation.yaml'), 'utf8');
const COMPANY = `organisation: { id: bolaget, name: Bolaget AB }
roles: { communicationsDirector: dora, socialMediaLead: sam }
departments:
  - { id: kontoret, name: Kontoret, communicators: [sam] }
people:
  dora: { id: ${persona(50).aad}, name: Dora, email: dora@bolaget.se }
  sam: { id: ${PEOPLE.nils.aad}, name: Sam, email: sam@bolaget.se }
`;

onBothStores('a person', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanalvakt-organisations-'));
  const env = { ORGANISATION_FILE: folder };
  beforeAll(() => {
    writeFileSync(join(folder, 'a.yaml'), DEMO);
    writeFileSync(join(folder, 'b.yaml'), COMPANY);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('whom no organisation knows is told whom to ask, may click nothing, and leaves nothing behind', async () => {
    const house = await open(['anna'], { env });
    const anna = house.chat('anna');
    await anna.say('ny ansökan');
    const stranger = persona(66, 'Ingen');
    const from = { id: stranger.user, name: stranger.name, aadObjectId: stranger.aad };
    const theirs = { from, conversation: { id: stranger.conversation, conversationType: 'personal' } };

    const clicked = await anna.send({ ...anna.clickOf('Nästa', stepsOf()[0]), ...theirs });

    expect(clicked).toMatchObject({ status: 200, body: { statusCode: 403 } });
    expect(JSON.stringify(clicked.body)).toContain('Jag känner inte igen din organisation.');
    expect(await documentsOf(house.store, 'application')).toEqual([]);
    expect(await documentsOf(house.store, 'person')).toHaveLength(1);
  });

  it('G-1.4: of another organisation neither sees nor reaches what is not theirs', async () => {
    const house = await open(['anna', 'karin', 'nils'], { env });
    const sam = house.chat('nils');
    await applyAtOnce(house.chat('anna'));
    await house.settle();
    const approve = house.chat('karin').clickOf('Godkänn');
    await sam.say('hjälp');

    const told = await sam.send({ ...sam.clickOf('Att göra'), value: edited(approve, {})['value'] });

    expect(told.text).toContain('Du kan inte fatta beslut här.\n');
    expect(told.text).not.toContain('@Biblioteket');
    expect(await sam.say('att göra')).toContain('Inget väntar på dig just nu.');
    expect(await sam.say('förteckning')).toContain('Det finns inga konton än.');
    expect(await documentsOf(house.store, 'application')).toMatchObject([{ state: { status: 'submitted' } }]);
  });
});
