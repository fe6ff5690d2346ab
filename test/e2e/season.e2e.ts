/** A whole season in real chat windows and on the upload page: from the first reminder to a package that passes its check. */
import { account } from '../support/accounts';
import { PEOPLE } from '../support/house';
import { openStage, type Stage } from './support/stage';
import { bringing } from './walks/season-bringing';
import { closing } from './walks/season-closing';
import { settling } from './walks/season-settling';

export type SeasonStage = Stage<'anna' | 'emma' | 'karin' | 'rolf'>;

const named = (handle: string, unit: string) =>
  account({ handle, unit, link: `https://www.instagram.com/${handle}/`, deputies: [] });
const EMMA = { id: PEOPLE.emma.aad, name: 'Emma English', email: 'emma@example.se' };

let stage: SeasonStage;
beforeAll(async () => {
  stage = await openStage(['anna', 'emma', 'karin', 'rolf'], {
    accounts: [
      named('biblioteket', 'Stadsbiblioteket'),
      named('museet', 'Sundsvalls museum'),
      named('kulturskolan', 'Kulturskolan'),
      named('badhuset', 'Himlabadet'),
      { ...named('konsthallen', 'Konsthallen'), responsible: EMMA },
    ],
    clockStart: '2026-09-14T15:00:00+02:00',
  });
});
afterAll(() => stage.close());

describe('in the windows of Anna, Emma, Karin and Rolf', () => {
  bringing(() => stage);
  settling(() => stage);
  closing(() => stage);
});
